// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenWords
import TrendFitting

/// Draws measured trends as a forest: a line a station, with its interval.
struct MeasuredDrawing {
  let area: AreaCode?
  let rows: [MeasuredRow]
  let narrator: Narrator

  private static let width = 400.0
  private static let leading = 25.0
  private static let left = 146.0
  private static let right = 322.0
  private var words: Words { narrator.words }

  func figure() -> Figure {
    let place = area.map { narrator.name(.area($0)) + ": " } ?? ""
    let title = words(FigurePhrase.measuredTitle, ["place": .text(place)])
    var drawing = Drawing(name: "measured", width: Self.width, height: 0)
    draw(&drawing)
    let alternative = self.alternative
    return Figure(
      name: "measured", title: title, alternative: alternative,
      svg: drawing.document(title: title, alternative: alternative), table: table(title))
  }

  /// The station or group by name.
  private func name(_ row: MeasuredRow) -> String {
    switch row.subject {
    case .station(let fit):
      let station = fit.series.station
      return station.name.map { "\($0) (\(station.code))" } ?? "\(station.code)"
    case .pooled(let group):
      return words(FigurePhrase.measuredPooled, ["count": .count(group.stations.count)])
    }
  }

  /// A compound with its subscript.
  private static func name(_ quantity: MeasuredQuantity) -> String {
    quantity.label.replacing("2", with: "₂").replacing("3", with: "₃")
  }

  /// The name as short as it can be said beside a line.
  private func label(_ row: MeasuredRow) -> String {
    var label = name(row)
    if case .station(let fit) = row.subject, let name = fit.series.station.name { label = name }
    return Set(rows.map(\.quantity)).count > 1 ? "\(Self.name(row.quantity)) \(label)" : label
  }

  private func number(_ value: Double) -> String { words.number(value, decimals: 1) }

  // MARK: - Drawing

  private func draw(_ drawing: inout Drawing) {
    let ends = rows.flatMap { row in
      [row.slope, row.interval?.lower, row.interval?.upper, row.sen, row.modelled].compactMap { $0 }
    }
    // What runs far beyond the rest is cut off.
    let least = max(min(ends.min() ?? -1, 0), -25) - 0.5
    let most = min(max(ends.max() ?? 1, 0), 25) + 0.5
    let across = Scale(values: least...most, start: Self.left, end: Self.right)
    let bottom = 26 + Double(rows.count) * Self.leading + 4
    let quantities = Set(rows.map(\.quantity)).sorted().map(Self.name).joined(separator: ", ")
    drawing.text(
      words(FigurePhrase.measuredUnit, ["quantity": .text(quantities)]), (4, 15), size: 11.5,
      isBold: true)
    let marks = across.marks(about: 4)
    for mark in marks {
      let x = across.place(mark)
      drawing.line([(x, 26), (x, bottom)], role: mark == 0 ? .axis : .grid)
      drawing.text(
        words.number(mark, decimals: Scale.decimals(marks)), (x, bottom + 13), size: 11,
        anchor: .middle)
    }
    for (index, row) in rows.enumerated() {
      line(row, 26 + (Double(index) + 0.5) * Self.leading, across, &drawing)
    }
    drawing.height =
      bottom + 20 + drawing.key(keyItems, left: 4, right: Self.width - 4, top: bottom + 18) + 4
  }

  private func line(_ row: MeasuredRow, _ y: Double, _ across: Scale, _ drawing: inout Drawing) {
    var isPooled = false
    if case .pooled = row.subject { isPooled = true }
    drawing.text(
      Box.cut(label(row), to: Self.left - 8, size: 11, isBold: isPooled), (4, y + 4), size: 11,
      isBold: isPooled)
    if let code = row.refusal {
      drawing.text(
        Box.cut(refusal(code), to: Self.width - Self.left - 8, size: 11), (Self.left + 4, y + 4),
        size: 11, role: .muted, hasHalo: true)
      return
    }
    if let modelled = row.modelled {
      let x = across.place(modelled)
      drawing.line([(x, y - 10), (x, y + 10)], colour: Palette.target, width: 2.4)
    }
    if let sen = row.sen {
      let (x, r) = (across.place(sen), 4.5)
      let corners: [Place] = [(x, y - r), (x + r, y), (x, y + r), (x - r, y), (x, y - r)]
      drawing.line(corners, colour: Palette.corridor, width: 1.6)
    }
    guard let slope = row.slope, let interval = row.interval else { return }
    let x = across.place(slope)
    let (low, high) = (across.place(interval.lower), across.place(interval.upper))
    let tip = "\(name(row)): \(text(row))"
    if isPooled {
      drawing.surface(
        [(low, y), (x, y - 6), (high, y), (x, y + 6)], fill: Palette.fan, opacity: 0.8, tip: tip)
    } else {
      drawing.line([(low, y), (high, y)], colour: Palette.fan, width: 1.8)
      for end in [low, high] { drawing.line([(end, y - 3), (end, y + 3)], colour: Palette.fan) }
      drawing.circle((x, y), radius: 3.4, fill: Palette.fan, tip: tip)
    }
    drawing.text(
      number(slope), (Self.right + 34, y + 4), size: 11, isBold: true, anchor: .end)
    drawing.text(
      "±" + number((interval.upper - interval.lower) / 2), (Self.width - 4, y + 4), size: 11,
      anchor: .end, role: .muted)
  }

  private var keyItems: [KeyItem] {
    var items = [
      KeyItem(
        swatch: .line(Palette.fan, width: 1.8, dash: ""), words: words(FigurePhrase.measuredModel))
    ]
    if rows.contains(where: { $0.sen != nil }) {
      items.append(KeyItem(swatch: .sign("◇"), words: words(FigurePhrase.measuredSen)))
    }
    if rows.contains(where: { $0.modelled != nil }) {
      items.append(
        KeyItem(swatch: .bar(Palette.target), words: words(FigurePhrase.measuredModelled)))
    }
    return items
  }

  /// Why there is no trend, in words.
  private func refusal(_ code: FitRefusal.Code) -> String {
    let phrase: FigurePhrase =
      switch code {
      case .tooShort: .refusedTooShort
      case .allMissing: .refusedAllMissing
      case .constant: .refusedConstant
      case .duplicateMonths: .refusedDuplicateMonths
      case .nonPositive: .refusedNonPositive
      case .seasonMissing: .refusedSeasonMissing
      case .rankDeficient: .refusedRankDeficient
      case .badWeight: .refusedBadWeight
      case .notFinite: .refusedNotFinite
      case .didNotConverge: .refusedDidNotConverge
      }
    return words(phrase)
  }

  // MARK: - Words and table

  private func text(_ row: MeasuredRow) -> String {
    if let code = row.refusal { return refusal(code) }
    guard let slope = row.slope, let interval = row.interval else { return Words.missing }
    return words(
      FigurePhrase.measuredSlope,
      [
        "slope": .text(number(slope)), "low": .text(number(interval.lower)),
        "high": .text(number(interval.upper)),
      ])
  }

  private var alternative: String {
    var sentences = [
      words(FigurePhrase.measuredAlternative, ["count": .count(rows.count)])
    ]
    for row in rows.prefix(12) {
      var sentence = "\(label(row)): \(text(row))"
      if let modelled = row.modelled {
        sentence += ", \(words(FigurePhrase.measuredModelled)) \(number(modelled))"
      }
      sentences.append(sentence + ".")
    }
    return sentences.joined(separator: " ")
  }

  private func table(_ title: String) -> DataTable {
    func percent(_ key: String, _ title: FigurePhrase) -> DataTable.Column {
      DataTable.Column(
        key, title: words(title), unit: words(FigurePhrase.percentPerYear), .number(decimals: 2))
    }
    var table = DataTable(
      name: "measured", title: title,
      columns: [
        .init("station", title: words(FigurePhrase.columnStation)),
        .init("quantity", title: words(FigurePhrase.columnPollutant)),
        percent("slope_percent_per_yr", .measuredModel),
        percent("slope_ci95_low", .columnLow95), percent("slope_ci95_high", .columnHigh95),
        percent("sen_percent_per_yr", .measuredSen),
        percent("modelled_percent_per_yr", .measuredModelled),
        .init("remark", title: words(FigurePhrase.columnRemark)),
      ])
    for row in rows {
      table.append([
        .text(name(row)), .text(Self.name(row.quantity)), DataTable.Cell(row.slope),
        DataTable.Cell(row.interval?.lower), DataTable.Cell(row.interval?.upper),
        DataTable.Cell(row.sen), DataTable.Cell(row.modelled),
        DataTable.Cell(row.refusal.map(refusal)),
      ])
    }
    return table
  }
}
