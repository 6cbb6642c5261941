// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Something promised by a day: a milestone of the agreement.
public struct DatedPromise: Hashable, Sendable {
  /// How it stands on a day.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It was done on or before the day.
    case done
    /// It is not done and its day has passed.
    case late
    /// It is not done and its day is still to come, or is today.
    case due
    /// It is not done and no pack gives a day.
    case open
  }

  /// The last part of its key.
  public let id: String
  /// What is promised, as the pack that cites the text says it.
  public let what: String
  /// Where it stands in the text.
  public let citation: String
  /// The day by which, `yyyy-mm-dd`; `nil` where no pack gives one.
  public let due: String?
  /// The record that gives the day, `pack#key`; `nil` where none does.
  public let dueRecord: String?
  /// The day on which it was done; `nil` where no pack says so.
  public let done: String?
  /// The record that says it was done, `pack#key`; `nil` where none does.
  public let doneRecord: String?
  /// How it stands.
  public let state: State

  /// Makes a promise.
  public init(
    id: String, what: String, citation: String, due: String?, dueRecord: String?, done: String?,
    doneRecord: String?, state: State
  ) {
    self.id = id
    self.what = what
    self.citation = citation
    self.due = due
    self.dueRecord = dueRecord
    self.done = done
    self.doneRecord = doneRecord
    self.state = state
  }

  private static let prefix = "milestone."
  private static let suffix = ".done"

  /// The promises of a policy as they stand on a day, by due day and then by id; those without a
  /// day come last.
  public static func promises(_ policy: Policy, on day: CalendarDay) -> [DatedPromise] {
    let keys = policy.all.map(\.record.key.rawValue).filter { $0.hasPrefix(prefix) }
    let ids = Set(
      keys.map { key in
        let rest = key.dropFirst(prefix.count)
        return String(rest.hasSuffix(suffix) ? rest.dropLast(suffix.count) : rest)
      })
    return ids.map { promise($0, policy, on: day) }.sorted {
      ($0.due ?? "~", $0.id) < ($1.due ?? "~", $1.id)
    }
  }

  private static func promise(
    _ id: String, _ policy: Policy, on day: CalendarDay
  ) -> DatedPromise {
    let key = PolicyKey(rawValue: prefix + id)
    let due = date(policy[key])
    let done = date(policy[PolicyKey(rawValue: prefix + id + suffix)])
    // The record that cites a line says what is promised; a later one may only give the day.
    let cited = policy.packs.flatMap(\.records).first {
      $0.key == key && $0.reference?.firstLine != nil
    }
    let record = cited ?? policy[key]?.record ?? done?.entry.record
    let isDone = done.map { $0.day <= day } ?? false
    let state: State =
      if isDone { .done } else if let due { due.day < day ? .late : .due } else { .open }
    return DatedPromise(
      id: id, what: record?.note ?? id, citation: record?.reference?.text ?? "no reference",
      due: due?.day.description, dueRecord: due?.entry.citation,
      done: isDone ? done?.day.description : nil,
      doneRecord: isDone ? done?.entry.citation : nil, state: state)
  }

  private static func date(_ entry: PolicyEntry?) -> (day: CalendarDay, entry: PolicyEntry)? {
    guard let entry, case .date(let text)? = entry.record.value,
      let day = CalendarDay(text: text)
    else { return nil }
    return (day, entry)
  }
}
