// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenWords

/// Draws paces as dumbbells: from the pace so far to the pace needed.
struct PaceDrawing {
  let rows: [PaceRow]
  let narrator: Narrator

  private static let width = 400.0
  private static let leading = 26.0
  private var words: Words { narrator.words }

  /// Whether rows are about several territories, so that each says which.
  private var isMixed: Bool { Set(rows.map(\.assessment.territory)).count > 1 }

  private func name(_ row: PaceRow) -> String {
    let text =
      "\(narrator.slice(row.assessment.slice)), \(narrator.pollutant(row.assessment.pollutant))"
    let whole = isMixed ? "\(narrator.name(row.assessment.territory)): \(text)" : text
    return row.assessment.isShadow ? "\(whole) (\(row.assessment.boundary))" : whole
  }

  func figure() -> Figure {
    let title = words(
      FigurePhrase.paceTitle,
      ["place": .text(isMixed ? "" : narrator.name(rows[0].assessment.territory) + ": ")])
    let name = isMixed ? "pace-several" : "pace"
    var drawing = Drawing(name: name, width: Self.width, height: 0)
    draw(&drawing)
    let alternative = self.alternative
    return Figure(
      name: name, title: title, alternative: alternative,
      svg: drawing.document(title: title, alternative: alternative), table: table(name, title))
  }

  // MARK: - Drawing

  private func draw(_ drawing: inout Drawing) {
    let values = rows.flatMap { [$0.soFar] + $0.needed.flatMap { [100 * $0.low, 100 * $0.high] } }
    let most = max(values.max() ?? 0, 0.5) * 1.12
    let least = min(values.min() ?? 0, 0) * 1.12
    let across = Scale(values: least...most, start: 44, end: Self.width - 124)
    let lines = rows.reduce(0) { $0 + $1.needed.count }
    let bottom = 26 + Double(rows.count) * 20 + Double(lines) * Self.leading + 4
    drawing.text(words(FigurePhrase.paceUnit), (4, 15), size: 11.5, isBold: true)
    drawing.text(
      words(FigurePhrase.paceColumns), (Self.width - 4, 15), size: 11, anchor: .end, role: .muted)
    let marks = across.marks(about: 5)
    for mark in marks {
      let x = across.place(mark)
      drawing.line([(x, 26), (x, bottom)], role: mark == 0 ? .axis : .grid)
      drawing.text(
        words.number(mark, decimals: Scale.decimals(marks)), (x, bottom + 13), size: 11,
        anchor: .middle)
    }
    var y = 26.0
    for row in rows {
      drawing.text(name(row), (4, y + 13), size: 11.5, isBold: true, hasHalo: true)
      y += 20
      for needed in row.needed {
        line(row, needed, y + Self.leading / 2, across, &drawing)
        y += Self.leading
      }
    }
    var items = [
      KeyItem(swatch: .dot(isHollow: false), words: words(FigurePhrase.paceSoFar)),
      KeyItem(
        swatch: .outlined(fill: Palette.target, stroke: Palette.target, dash: ""),
        words: words(FigurePhrase.paceNeeded)),
    ]
    if rows.contains(where: { $0.interval != nil }) {
      items.insert(
        KeyItem(
          swatch: .line(Drawing.Role.axis.colour, width: 4, dash: ""),
          words: words(FigurePhrase.paceInterval)), at: 1)
    }
    drawing.height =
      bottom + 20 + drawing.key(items, left: 4, right: Self.width - 4, top: bottom + 18) + 4
  }

  private func line(
    _ row: PaceRow, _ needed: Pace.Needed, _ y: Double, _ across: Scale, _ drawing: inout Drawing
  ) {
    let size = 11.0
    let soFar = across.place(row.soFar)
    let (low, high) = (across.place(100 * needed.low), across.place(100 * needed.high))
    drawing.text(String(needed.target), (4, y + 4), size: size)
    if let interval = row.interval {
      drawing.line(
        [(across.place(interval.lowerBound), y), (across.place(interval.upperBound), y)],
        role: .axis, width: 4)
    }
    drawing.line([(soFar, y), (low, y)], colour: Palette.target, width: 1.4, dash: "3 2")
    drawing.rectangle(
      min(low, high) - 2.5, y - 5, max(abs(high - low), 0) + 5, 10, fill: Palette.target,
      tip: "\(needed.target): \(range(needed)) \(words(FigurePhrase.paceUnit))")
    drawing.known((soFar, y), isHollow: false, isProvisional: false, radius: 4.2)
    // In columns of their own, clear of all marks.
    drawing.text(number(row.soFar), (Self.width - 84, y + 4), size: size, anchor: .end)
    drawing.text("→", (Self.width - 78, y + 4), size: size, role: .muted)
    drawing.text(
      range(needed), (Self.width - 4, y + 4), size: size, isBold: true, anchor: .end)
  }

  private func number(_ value: Double) -> String { words.number(value, decimals: 1) }

  private func range(_ needed: Pace.Needed) -> String {
    let (low, high) = (number(100 * needed.low), number(100 * needed.high))
    return low == high ? low : "\(low)–\(high)"
  }

  // MARK: - Words and table

  private var alternative: String {
    let sentences = rows.map { row in
      let needed = row.needed.map {
        words(FigurePhrase.paceNeededFor, ["year": "\($0.target)", "pace": .text(range($0))])
      }
      return words(
        FigurePhrase.paceSentence,
        [
          "name": .text(name(row)), "pace": .text(number(row.soFar)),
          "needed": .text(words.list(needed)),
        ])
    }
    return ([words(FigurePhrase.paceAlternative)] + sentences).joined(separator: " ")
  }

  private func table(_ name: String, _ title: String) -> DataTable {
    func points(_ key: String, _ title: FigurePhrase) -> DataTable.Column {
      DataTable.Column(
        key, title: words(title), unit: words(FigurePhrase.pacePerYear), .number(decimals: 2))
    }
    var table = DataTable(
      name: name, title: title,
      columns: [
        .init("territory", title: words(FigurePhrase.columnTerritory)),
        .init("sector", title: words(FigurePhrase.columnSector)),
        .init("pollutant", title: words(FigurePhrase.columnPollutant)),
        points("so_far_points_per_yr", .paceSoFar),
        points("fit_low_points_per_yr", .paceFitLow),
        points("fit_high_points_per_yr", .paceFitHigh),
        .init("target_year", title: words(FigurePhrase.columnTarget), .year),
        points("needed_low_points_per_yr", .paceNeededLow),
        points("needed_high_points_per_yr", .paceNeededHigh),
      ])
    for row in rows {
      for needed in row.needed {
        table.append([
          .text(narrator.name(row.assessment.territory)),
          .text(narrator.slice(row.assessment.slice)),
          .text(narrator.pollutant(row.assessment.pollutant)), .number(row.soFar),
          DataTable.Cell(row.interval?.lowerBound), DataTable.Cell(row.interval?.upperBound),
          .integer(needed.target), .number(100 * needed.low), .number(100 * needed.high),
        ])
      }
    }
    return table
  }
}
