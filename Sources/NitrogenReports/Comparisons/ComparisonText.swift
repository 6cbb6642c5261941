// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// A comparison of releases as tables for people.
///
/// Emissions of the nation are in kt/yr, all others in t/yr; reductions are in percent. What is not
/// known is a dash.
public struct ComparisonText: ComparisonFormat {
  /// Series that a table or list may have lines for.
  static let most = 200

  /// Makes the format.
  public init() {}

  /// The ending of files in this format, without a point.
  public var fileExtension: String { "txt" }

  /// Writes a comparison.
  public func write(
    _ comparison: ReleaseComparison, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    stream.write(Self.lines(comparison).joined(separator: "\n") + "\n")
  }

  /// The lines of a comparison.
  static func lines(_ comparison: ReleaseComparison) -> [String] {
    var lines: [String] = []
    let pairs = Dictionary(grouping: comparison.changes) {
      "'\($0.oldRelease)' to '\($0.newRelease)'"
    }
    for pair in pairs.keys.sorted() {
      lines.append("From \(pair): \(Shown.count(pairs[pair]?.count ?? 0, "series", "series"))")
    }
    if comparison.unchanged > 0 {
      lines.append(
        "Same release and figures on both sides: "
          + Shown.count(comparison.unchanged, "series", "series"))
    }
    if !comparison.changes.isEmpty {
      lines += ["", "What changed, and why (kt/yr for the nation, t/yr elsewhere)"]
      lines += changes(comparison.changes)
      lines += ["", "Baseline and ceilings, rebased (kt/yr for the nation, t/yr elsewhere)"]
      lines += ceilings(comparison.changes)
    }
    let unsaid = comparison.changes.flatMap { change in
      change.reasons.map { "\(change.key.words): \($0.sentence)" }
    }
    lines += list("To know", unsaid)
    lines += list("Only on the old side", comparison.onlyOld.map(\.key.words))
    lines += list("Only on the new side", comparison.onlyNew.map(\.key.words))
    return lines
  }

  private static func changes(_ changes: [SeriesChange]) -> [String] {
    var table = TextTable([
      .init("", .left), .init("", .left), .init("years", .left), .init("old"),
      .init("recalculated"), .init("real"), .init("new"),
      .init("old", group: "reduction, %", span: 3), .init("restated"), .init("new"),
    ])
    for change in changes.prefix(most) {
      let unit = Self.unit(change.key)
      table.row([
        Inked(place(change.key, change.name)), Inked(subject(change.key)),
        Inked("\(year(change.oldYear)) to \(year(change.newYear))"), Inked(unit.text(change.old)),
        Inked(signed(change.recalculation, unit)), Inked(signed(change.realChange, unit)),
        Inked(unit.text(change.new)), Inked(percent(change.oldReduction)),
        Inked(percent(change.restatedReduction)), Inked(percent(change.newReduction)),
      ])
    }
    return table.lines(colour: false, width: 200) + more(changes.count)
  }

  private static func ceilings(_ changes: [SeriesChange]) -> [String] {
    var table = TextTable([
      .init("", .left), .init("", .left), .init("old", group: "baseline", span: 3), .init("new"),
      .init("change"), .init("target", gap: 3), .init("old", gap: 3, group: "at low edge", span: 3),
      .init("new"), .init("change"), .init("old", gap: 3, group: "at high edge", span: 3),
      .init("new"), .init("change"),
    ])
    for change in changes.prefix(most) {
      let unit = Self.unit(change.key)
      let base = [
        place(change.key, change.name), subject(change.key),
        unit.text(change.oldBaseline?.emission), unit.text(change.newBaseline?.emission),
        signed(change.baselineChange, unit),
      ]
      if change.ceilings.isEmpty {
        table.row((base + Array(repeating: "", count: 7)).map { Inked($0) })
      }
      for (position, ceiling) in change.ceilings.enumerated() {
        let start = position == 0 ? base : Array(repeating: "", count: base.count)
        let edges = [ceiling.low, ceiling.high].flatMap {
          [unit.text($0.old), unit.text($0.new), signed($0.change, unit)]
        }
        table.row((start + [String(ceiling.target)] + edges).map { Inked($0) })
      }
    }
    return table.lines(colour: false, width: 200) + more(changes.count)
  }

  private static func list(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty
      ? [] : ["", title] + items.prefix(most).map { "  \($0)" } + more(items.count)
  }

  private static func more(_ count: Int) -> [String] {
    count > most ? ["and \(Shown.count(count - most)) more; csv and json have them all"] : []
  }

  // MARK: - Words

  static func unit(_ key: SeriesKey) -> ShownUnit {
    key.territory == .nation ? .kilotonnes : .tonnes
  }

  /// `57 Veluwe 0-250`.
  static func place(_ key: SeriesKey, _ name: String) -> String {
    [key.territory.area?.description, name, key.territory.ring?.label]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// `agriculture NH3`.
  static func subject(_ key: SeriesKey) -> String { "\(key.slice.label) \(key.pollutant.label)" }

  private static func year(_ year: Int?) -> String { year.map { String($0) } ?? Shown.missing }

  private static func percent(_ fraction: Fraction?) -> String {
    fraction.map { Shown.number($0.points) } ?? Shown.missing
  }

  /// A signed emission: `+12.0`, a dash where nothing is known.
  static func signed(_ emission: EmissionRate?, _ unit: ShownUnit) -> String {
    guard let emission else { return Shown.missing }
    let value =
      switch unit {
      case .kilotonnes: emission.kilotonnesPerYear
      case .tonnes: emission.tonnesPerYear
      }
    let text = Shown.number(value)
    return value > 0 && text != "0.0" ? "+" + text : text
  }
}
