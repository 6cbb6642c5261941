// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore

/// Milestones as people and programs read them.
public enum PromiseTables {
  /// The id of the layout of ``json(_:on:)``.
  public static let schema = "urn:stikstof:milestones:1"

  /// A line for each milestone with how it stands, then where the days come from.
  public static func text(_ promises: [DatedPromise], on day: CalendarDay) -> String {
    (["Milestones on \(day)"] + lines(promises)).joined(separator: "\n") + "\n"
  }

  static func lines(_ promises: [DatedPromise]) -> [String] {
    guard !promises.isEmpty else { return ["  none: no pack in force has a key milestone.<id>"] }
    var table = TextTable([
      .init("", .left), .init("due", .left), .init("done", .left), .init("milestone", .left),
    ])
    for promise in promises {
      table.row([
        Inked("  " + promise.state.rawValue), Inked(promise.due ?? Shown.missing),
        Inked(promise.done ?? Shown.missing), Inked(promise.id),
      ])
    }
    let rows = table.lines(colour: false, width: 100)
    return rows.prefix(1)
      + zip(rows.dropFirst(), promises).flatMap { [$0] + below($1).map { "        " + $0 } }
      + ["  late: the day has passed and no pack says it was done (milestone.<id>.done)"]
  }

  /// What was promised, and where that and its days come from: in one line where it fits.
  private static func below(_ promise: DatedPromise) -> [String] {
    let places = [
      promise.citation, promise.dueRecord.map { "day by \(pack(of: $0))" },
      promise.doneRecord.map { "done by \(pack(of: $0))" },
    ].compactMap { $0 }
    let line = places.joined(separator: "; ")
    return [promise.what] + (line.count <= 92 ? [line] : places)
  }

  /// The pack of `pack#key`.
  private static func pack(of record: String) -> Substring { record.prefix { $0 != "#" } }

  /// The same as JSON.
  public static func json(_ promises: [DatedPromise], on day: CalendarDay) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", schema)
    json.member("on", day.description)
    json.promises(promises)
    json.endObject()
    json.newLine(0)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
