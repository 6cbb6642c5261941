// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
public import NitrogenGeography

/// Zones made from sources as text: what went in, emission by area and ring, and the overlap.
public struct ZoneText {
  /// Beyond so many areas, those with the least emission are counted and not listed.
  static let mostAreas = 40

  let colour: Bool
  let width: Int

  /// Makes a format.
  ///
  /// - Parameters:
  ///   - colour: whether to colour.
  ///   - width: columns a line may have; `nil` for 110.
  public init(colour: Bool, width: Int?) {
    self.colour = colour
    self.width = max(width ?? 110, 60)
  }

  /// Writes a result.
  ///
  /// - Parameters:
  ///   - result: the zones.
  ///   - stream: where the text goes.
  public func write(_ result: ZoneResult, to stream: inout some TextOutputStream) {
    var lines = [Inked("Zones from sources", .bold).text(colour: colour)]
    lines += heading(result)
    lines.append("")
    lines += Self.account(result.account).lines(colour: colour, width: width)
    for edition in result.table.editions {
      lines.append("")
      lines += areas(result, edition)
      lines += overlap(result, edition)
    }
    if result.account.kept.isEmpty {
      lines += [
        "",
        "no row is a source with a place; the files hold "
          + Shown.count(result.territories.count, "figure", "figures") + " of territories",
      ]
    } else if result.table.rows.isEmpty {
      lines += ["", "no source lies in any zone"]
    }
    stream.write(lines.joined(separator: "\n") + "\n")
  }

  // MARK: - What went in

  private func heading(_ result: ZoneResult) -> [String] {
    let drawing = result.drawing
    let rings = result.table.rings.map(\.label).joined(separator: ", ")
    var lines = [
      "sources: \(result.sources.joined(separator: ", "))",
      "outlines: \(drawing.outlines), \(Shown.count(result.table.areas.count, "area", "areas"))",
      "rings in m\(drawing.ringsOfPolicy ? ", of policy" : ""): \(rings)",
    ]
    let boundaries = Set(result.account.kept.keys.map(\.boundary.rawValue)).sorted()
    if !boundaries.isEmpty {
      lines.append("sectors by boundary \(boundaries.joined(separator: ", "))")
    }
    if let habitat = drawing.habitat {
      lines.append("distances are from the habitat in \(habitat)")
      if !drawing.withoutHabitat.isEmpty {
        lines.append(
          "left out, without habitat there: "
            + Self.few(drawing.withoutHabitat.map { "\($0)" }))
      }
    }
    switch drawing.membership {
    case .share: lines.append("parcels are divided by surface")
    case .majority(let least):
      lines.append(
        "parcels count whole in the innermost ring within which at least "
          + "\(Shown.plain(least)) of them lies")
    case .middle: lines.append("parcels count whole at the building, or where their middle lies")
    }
    return lines
  }

  static func account(_ account: ZoneResult.Account) -> TextTable {
    var table = TextTable([
      TextTable.Column("", .left), TextTable.Column("rows"), TextTable.Column("emission, t/yr"),
      TextTable.Column("unknown"),
    ])
    func row(_ name: String, _ pollutant: Pollutant?, _ tally: SourceTally) {
      let emission = EmissionRate(kilogramsPerYear: tally.sum.kilograms)
      let label = [name, pollutant?.label].compactMap { $0 }.joined(separator: " · ")
      table.row([
        Inked(label), Inked(Shown.count(tally.rows)),
        Inked(tally.rows == tally.unknown ? Shown.missing : ShownUnit.tonnes.text(emission)),
        Inked(tally.unknown == 0 ? "" : Shown.count(tally.unknown)),
      ])
    }
    table.heading(Inked("kept", .bold))
    for (entry, tally) in account.kept.sorted(by: { $0.key < $1.key }) {
      row("\(entry.slice.label) \(entry.year) \(entry.vintage)", entry.pollutant, tally)
    }
    if account.kept.isEmpty { nothing(&table) }
    table.heading(Inked("dropped", .bold))
    for (reason, pollutant, tally) in account.dropped {
      row(reason.description, pollutant, tally)
    }
    if account.dropped.isEmpty { nothing(&table) }
    return table
  }

  private static func nothing(_ table: inout TextTable) {
    table.row([Inked("nothing"), Inked("0"), Inked("0"), Inked("")])
  }

  /// A list, cut short.
  private static func few(_ words: [String]) -> String {
    let most = 20
    guard words.count > most else { return words.joined(separator: ", ") }
    return words.prefix(most).joined(separator: ", ") + " and \(words.count - most) more"
  }

  // MARK: - Areas

  private func areas(_ result: ZoneResult, _ edition: ZoneTable.Edition) -> [String] {
    let rows = result.table.rows.filter { $0.entry.edition == edition }
    let byArea = Dictionary(grouping: rows, by: \.area)
    let sums = byArea.mapValues { $0.reduce(into: ZoneTable.Sum()) { $0 += $1.sum } }
    let order = sums.keys.sorted {
      let (left, right) = (sums[$0]?.known ?? .zero, sums[$1]?.known ?? .zero)
      return left == right ? $0 < $1 : left > right
    }
    var table = TextTable(
      [TextTable.Column("nr"), TextTable.Column("area", .left), TextTable.Column("sources")]
        + result.table.rings.flatMap { [TextTable.Column($0.label), .markers] }
        + [TextTable.Column("all rings"), .markers])
    for area in order.prefix(Self.mostAreas) {
      let found = byArea[area] ?? []
      var cells = [
        Inked("\(area)"), Inked(result.names[area] ?? ""),
        Inked(Shown.count(sums[area]?.sources ?? 0)),
      ]
      for ring in result.table.rings {
        cells += self.cells(
          found.filter { $0.ring == ring }.reduce(into: ZoneTable.Sum()) { $0 += $1.sum })
      }
      table.row(cells + self.cells(sums[area] ?? ZoneTable.Sum()))
    }
    let title =
      "\(edition.pollutant.label) \(edition.year), \(edition.vintage), t/yr, largest first"
    var lines = [Inked(title, .bold).text(colour: colour)]
    lines += table.lines(colour: colour, width: width)
    if order.count > Self.mostAreas {
      lines.append(
        "and \(Shown.count(order.count - Self.mostAreas)) more areas; --format csv or --output "
          + "lists all")
    }
    return lines
  }

  private func cells(_ sum: ZoneTable.Sum) -> [Inked] {
    guard sum.sources > 0 else { return [Inked("·", .dim), ""] }
    if sum.unknown == sum.sources { return [Inked(Shown.missing), "?"] }
    return [Inked(ShownUnit.tonnes.text(sum.known)), sum.unknown > 0 ? "?" : ""]
  }

  // MARK: - Overlap

  private func overlap(_ result: ZoneResult, _ edition: ZoneTable.Edition) -> [String] {
    let rows = result.table.rows.filter { $0.entry.edition == edition }
    let unions = result.table.unions.filter { $0.entry.edition == edition }
    var table = TextTable([
      TextTable.Column("areas by first province", .left),
      TextTable.Column("sources", group: "sum over areas", span: 2), TextTable.Column("t/yr"),
      .markers, TextTable.Column("sources", gap: 4, group: "each source once", span: 2),
      TextTable.Column("t/yr"), .markers, TextTable.Column("overlap, %"),
    ])
    func row(_ name: String, _ group: String?, _ found: [ZoneTable.Row]) {
      let sum = found.reduce(into: ZoneTable.Sum()) { $0 += $1.sum }
      let once = unions.filter { $0.group == group }
        .reduce(into: ZoneTable.Sum()) { $0 += $1.sum }
      let (all, single) = (sum.known.kilogramsPerYear, once.known.kilogramsPerYear)
      table.row(
        [Inked(name), Inked(Shown.count(sum.sources))] + cells(sum)
          + [Inked(Shown.count(once.sources))] + cells(once)
          + [Inked(single > 0 ? Shown.number(100 * max(all / single - 1, 0)) : Shown.missing)])
    }
    let groups = Set(result.table.groupOfArea.values).sorted()
    for group in groups {
      let found = rows.filter { result.table.groupOfArea[$0.area] == group }
      if !found.isEmpty { row(result.groupNames[group] ?? group, group, found) }
    }
    row("all", nil, rows)
    return [""] + table.lines(colour: colour, width: width) + [outside(result, edition, unions)]
  }

  /// What lies in no ring of any area; of a source with a size the rest.
  private func outside(
    _ result: ZoneResult, _ edition: ZoneTable.Edition, _ unions: [ZoneTable.Union]
  ) -> String {
    var kept = SourceTally()
    for (entry, tally) in result.account.kept where entry.edition == edition { kept += tally }
    let once = unions.filter { $0.group == nil }.reduce(into: ZoneTable.Sum()) { $0 += $1.sum }
    let rest = max(kept.sum.kilograms - once.known.kilogramsPerYear, 0)
    return "outside all rings: "
      + ShownUnit.tonnes.text(EmissionRate(kilogramsPerYear: rest)) + " t/yr of "
      + ShownUnit.tonnes.text(EmissionRate(kilogramsPerYear: kept.sum.kilograms))
  }
}
