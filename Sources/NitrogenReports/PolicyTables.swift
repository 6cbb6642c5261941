// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Policy as people read it in a terminal.
public enum PolicyTables {
  /// The packs, the records in force, what is silent and what was overridden.
  ///
  /// - Parameters:
  ///   - policy: the packs in force, layered.
  ///   - library: all packs at hand.
  ///   - onlySilent: leaves out everything but the silent keys.
  /// - Returns: the text, several lines.
  public static func list(_ policy: Policy, library: [PolicyPack], onlySilent: Bool) -> String {
    var text = ""
    if !onlySilent {
      text += "Packs in force, later ones override:\n"
      for pack in policy.packs { text += "  \(describe(pack))\n" }
      let off = library.filter { pack in !policy.packs.contains { $0.id == pack.id } }
      if !off.isEmpty {
        text += "Packs at hand, not in force (switch on with --policy):\n"
        for pack in off { text += "  \(describe(pack))\n" }
      }
      text += "\nIn force:\n"
      let filled = policy.all.filter { $0.record.value != nil }
      let keyWidth = filled.map(\.record.key.rawValue.displayWidth).max() ?? 0
      let values = filled.map { value($0.record) }
      let valueWidth = min(40, values.map(\.displayWidth).max() ?? 0)
      for (entry, value) in zip(filled, values) {
        text +=
          "  " + entry.record.key.rawValue.padded(to: keyWidth) + "  "
          + value.padded(to: valueWidth) + "  "
          + entry.record.status.rawValue.padded(to: 7) + "  " + entry.pack + marks(entry) + "\n"
      }
      text += "\n"
    }
    let silent = policy.silent
    text += "Silent, so what needs them is unresolved:\n"
    for entry in silent {
      let line = entry.record.reference?.text ?? "no reference"
      text += "  \(entry.record.key)  (\(entry.pack); \(line))\n"
    }
    if silent.isEmpty { text += "  nothing\n" }
    if !onlySilent, !policy.overrides.isEmpty {
      text += "\nOverridden:\n"
      for change in policy.overrides {
        text +=
          "  \(change.key): \(value(change.later.record)) (\(change.later.pack)) in place of "
          + "\(value(change.earlier.record)) (\(change.earlier.pack))\n"
      }
    }
    return text
  }

  /// One key in full.
  public static func show(_ key: PolicyKey, _ policy: Policy) -> String {
    var text = "\(key)\n"
    let counting = policy[key]
    for pack in policy.packs {
      for record in pack.records where record.key == key {
        let counts = counting?.pack == pack.id && counting?.record == record
        text += "\n  \(pack.id)\(counts ? "  (counts)" : "")\n"
        let rows: [(String, String?)] = [
          ("value", value(record)),
          ("unit", record.unit),
          ("status", record.status.rawValue),
          ("kind", record.kind?.rawValue),
          ("rule", record.rule),
          ("ambiguity", record.ambiguity),
          ("options", record.options.isEmpty ? nil : record.options.joined(separator: ", ")),
          ("reference", record.reference?.text),
          ("valid", validity(record)),
          ("note", record.note),
          (
            "stands in", record.origin.file.isEmpty ? "the command line" : record.origin.description
          ),
        ]
        for (name, value) in rows {
          if let value { text += "    \(name.padded(to: 11))\(value)\n" }
        }
      }
    }
    return text
  }

  /// The value of a record with its unit: `42 to 46 %`, `2019`, `silent`.
  public static func value(_ record: PolicyRecord) -> String {
    guard let value = record.value else { return "silent" }
    let unit = ["none", "year", "correlation", ""].contains(record.unit) ? "" : " \(record.unit)"
    switch value {
    case .number(let number):
      return record.unit == "fraction" ? percent(number) + " %" : Shown.plain(number) + unit
    case .band(let low, let high):
      guard record.unit == "fraction" else {
        return "\(Shown.plain(low)) to \(Shown.plain(high))\(unit)"
      }
      return low == high ? "\(percent(low)) %" : "\(percent(low)) to \(percent(high)) %"
    case .numbers(let numbers): return numbers.map(Shown.plain).joined(separator: ", ") + unit
    case .text(let text): return text
    case .list(let list): return list.joined(separator: ", ")
    case .flag(let flag): return flag ? "yes" : "no"
    case .date(let date): return date
    }
  }

  private static func describe(_ pack: PolicyPack) -> String {
    var text = "\(pack.id): \(pack.title)"
    if !pack.date.isEmpty { text += " (\(pack.date))" }
    if pack.isSecondHand { text += " [SECOND-HAND]" }
    if pack.kind == .user { text += " [assumptions of the user]" }
    return text
  }

  private static func marks(_ entry: PolicyEntry) -> String {
    (entry.isSecondHand ? "  SECOND-HAND" : "")
      + (entry.isUserAssumption ? "  assumption of the user" : "")
  }

  private static func validity(_ record: PolicyRecord) -> String? {
    switch (record.validFrom, record.validTo) {
    case (nil, nil): nil
    case (let from?, nil): "from \(from)"
    case (nil, let to?): "to \(to)"
    case (let from?, let to?): "\(from) to \(to)"
    }
  }

  private static func percent(_ fraction: Double) -> String {
    Shown.plain((fraction * 1e10).rounded() / 1e8)
  }
}
