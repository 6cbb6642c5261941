// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// Lines that a list of findings may have.
  private static let mostFindings = 40

  /// The columns that the name of a place has at most, and those it keeps.
  private static let widestPlace = 28
  private static let narrowestPlace = 16

  /// What flags, and below it what is at risk without flagging.
  mutating func flags() {
    var lookup = VerdictLookup(result)
    var flags: [Item] = []
    var risks: [Item] = []
    for (order, finding) in result.findings.enumerated() {
      let isRisk = finding.code == Status.atRisk.rawValue
      guard finding.isFlag || isRisk else { continue }
      let item = Item(order: order, finding: finding, source: lookup.next(for: finding))
      if finding.isFlag { flags.append(item) } else { risks.append(item) }
    }
    title("Flags", flags.isEmpty ? "" : Shown.count(flags.count))
    if flags.isEmpty {
      line(Inked("no flags", .green))
    } else {
      list(flags)
    }
    if !risks.isEmpty {
      title("At risk, not flagged", Shown.count(risks.count))
      list(risks)
    }
  }

  private struct Item {
    let order: Int
    let finding: Finding
    let source: VerdictLookup.Source?

    var status: Status? { Status(rawValue: finding.code) }

    /// Hard before soft, missed before off track before at risk, then as found.
    var rank: (Int, Int, Int) {
      let severity = finding.severity == .hard ? 0 : 1
      let status = [.missed: 0, .offTrack: 1][status ?? .atRisk] ?? 2
      return (severity, status, order)
    }
  }

  private mutating func list(_ items: [Item]) {
    let sorted = items.sorted { $0.rank < $1.rank }
    let shown = Array(sorted.prefix(Self.mostFindings))
    var placeWidth = Self.widestPlace
    var table = flagTable(shown, placeWidth: placeWidth)
    while !table.fits(width), placeWidth > Self.narrowestPlace {
      placeWidth -= 1
      table = flagTable(shown, placeWidth: placeWidth)
    }
    self.table(table)
    more(sorted.count - shown.count)
  }

  private func flagTable(_ items: [Item], placeWidth: Int) -> TextTable {
    var table = TextTable(Array(repeating: TextTable.Column("", .left), count: 6))
    for item in items {
      let finding = item.finding
      let subject = [finding.slice?.label, finding.pollutant?.label].compactMap { $0 }
      table.row([
        Inked(finding.severity.rawValue, finding.severity == .hard ? .bold : .plain),
        Inked(place(finding.territory).truncated(to: placeWidth)),
        Inked(subject.joined(separator: " ")),
        Inked(finding.target.map(String.init) ?? Shown.missing),
        Inked(item.status?.words ?? finding.code, item.status?.ink ?? .plain),
        Inked(
          [item.source?.sentence ?? finding.message, marks.words(of: item.source?.assessment)]
            .filter { !$0.isEmpty }.joined(separator: " ")),
      ])
    }
    return table
  }

  /// `Netherlands`, `57 Veluwe`, `57 Veluwe 0-250`.
  private func place(_ territory: Territory?) -> String {
    guard let territory else { return Shown.missing }
    var pieces = [result.name(of: territory)]
    if let area = territory.area { pieces.insert(area.description, at: 0) }
    if let ring = territory.ring { pieces.append(ring.label) }
    return pieces.joined(separator: " ")
  }
}

extension VerdictLookup.Source {
  /// What was reached, what the path or target asks, and how probable the target is, in one line.
  var sentence: String? {
    guard let year = verdict.assessedYear, let reduction else { return nil }
    let reached =
      reduction.value < 0
      ? "\(Shown.number(-reduction.points)) % more in \(year)"
      : "\(Shown.number(reduction.points)) % less in \(year)"
    let path = assessment.path.first { $0.year == year }.map { "path \(Shown.band($0.band))" }
    let chance = verdict.probability.map { "P \(Shown.probability($0)) %" }
    return [reached, path, chance].compactMap { $0 }.joined(separator: ", ")
  }
}
