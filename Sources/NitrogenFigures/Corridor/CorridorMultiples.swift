// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenWords

/// Corridors of several series small, side by side on one scale: percent less than in the baseline year.
struct CorridorMultiples {
  let name: String
  let title: String
  let contents: [CorridorContent]
  /// The series whose scale the panels have: those drawn here, and those of the figures beside this one.
  let frame: [CorridorContent]
  let undrawn: Int
  let narrator: Narrator
  private var words: Words { narrator.words }

  private static let panel = (width: 130.0, height: 78.0)

  func figure() -> Figure {
    var drawing = Drawing(name: name, width: 400, height: 0)
    let columns = frame.count > 12 ? 6 : 3
    if columns > 3 { drawing = Drawing(name: name, width: 790, height: 0) }
    let lines = Double(contents.map(\.targets.count).max() ?? 0)
    let height = 20 + Self.panel.height + 13 * lines + 26
    let scale = self.scale
    drawing.text(words(FigurePhrase.multiplesAxis), (4, 14), size: 11, role: .muted)
    for (index, content) in contents.enumerated() {
      let x = 5 + Double(index % columns) * Self.panel.width
      let y = 22 + Double(index / columns) * height
      panel(content, (x, y), scale, &drawing)
    }
    let rows = (contents.count + columns - 1) / columns
    drawing.height = 22 + Double(rows) * height + 2
    drawing.height +=
      drawing.key(keyItems, left: 8, right: drawing.width - 6, top: drawing.height - 4) + 4
    let alternative = self.alternative
    return Figure(
      name: name, title: title, alternative: alternative,
      svg: drawing.document(title: title, alternative: alternative), table: table)
  }

  /// From the most that emission grew to the most that is asked or reached, in points; growth beyond
  /// what is asked for is cut off.
  private var scale: ClosedRange<Double> {
    var values = frame.flatMap { one in one.targets.map(\.band.high.points) }
    values += frame.flatMap { one in one.history.compactMap(\.reduction?.points) }
    values += frame.flatMap { one in one.fan.map { 100 * (1 - $0.median / one.base) } }
    let most = min(max(10, values.max() ?? 10), 100)
    return max(min(0, values.min() ?? 0), -0.5 * most)...most
  }

  private func panel(
    _ content: CorridorContent, _ corner: Place, _ scale: ClosedRange<Double>,
    _ drawing: inout Drawing
  ) {
    let left = corner.x + 24
    let right = corner.x + Self.panel.width - 8
    let top = corner.y + 20
    let bottom = top + Self.panel.height
    let first = frame.map(\.years.lowerBound).min() ?? 0
    let last = frame.map(\.years.upperBound).max() ?? 1
    let across = Scale(values: Double(first)...Double(last), start: left, end: right - 4)
    // A larger reduction stands lower, as the emission does.
    let down = Scale(values: scale, start: top + 4, end: bottom)
    func share(_ value: Double) -> Double { 100 * (1 - value / content.base) }
    func place(_ year: Int, _ points: Double) -> Place {
      (across.place(Double(year)), down.place(points))
    }
    drawing.text(
      Box.cut(
        narrator.name(content.assessment.territory), to: Self.panel.width - 8, size: 10.5,
        isBold: true), (corner.x + 2, corner.y + 14), size: 10.5, isBold: true)
    for value in down.marks(about: 3) {
      let y = down.place(value)
      drawing.line([(left, y), (right, y)], role: .grid)
      drawing.text(
        words.number(value, decimals: 0), (left - 3, y + 3.5), size: 9.5, anchor: .end, role: .muted
      )
    }
    drawing.line([(left, top), (left, bottom), (right, bottom)], role: .axis)
    for year in [content.baseline.year] + content.targets.map(\.year).suffix(1) {
      let x = across.place(Double(year))
      drawing.text(
        String(year), (x, bottom + 11), size: 9.5, anchor: x > right - 24 ? .end : .start,
        role: .muted)
    }
    let path = content.assessment.path
    let upper = path.map { place($0.year, $0.band.low.points) }
    let lower = path.map { place($0.year, $0.band.high.points) }
    drawing.surface(
      upper + lower.reversed(), fill: Palette.corridor, opacity: content.isStraight ? 0.14 : 0.3)
    drawing.line(
      lower, colour: Palette.corridor, width: 1, dash: content.isStraight ? "3 2" : "")
    func edge(_ quantile: Int) -> [Place] {
      content.fan.map { place($0.year, share($0.quantiles[quantile])) }
    }
    drawing.surface(edge(4) + edge(0).reversed(), fill: Palette.fan, opacity: 0.16)
    drawing.line(edge(2), colour: Palette.fan, width: 1.8)
    let known = content.history.compactMap { year in
      year.reduction.map { place(year.point.year, $0.points) }
    }
    drawing.line(known, role: .edge, width: 1.4)
    if let latest = content.latest, let reduction = latest.reduction {
      drawing.known(
        place(latest.point.year, reduction.points),
        isHollow: CorridorContent.isDerived(latest.point), isProvisional: false, radius: 2.4)
    }
    for target in content.targets {
      let low = place(target.year, target.band.low.points)
      let high = place(target.year, target.band.high.points)
      let more = max(0, 4 - (high.y - low.y)) / 2
      drawing.rectangle(
        low.x - 1.8, low.y - more, 3.6, high.y - low.y + 2 * more, fill: Palette.target)
    }
    verdicts(content, (corner.x + 8, bottom + 24), &drawing)
  }

  private func verdicts(_ content: CorridorContent, _ corner: Place, _ drawing: inout Drawing) {
    for (line, target) in content.targets.enumerated() {
      guard let verdict = content.assessment.verdict(for: target.year) else { continue }
      let y = corner.y + 13 * Double(line)
      drawing.mark(verdict.status, isInherited: verdict.isInherited, (corner.x, y - 3.4), radius: 4)
      drawing.text(
        Box.cut(
          "\(target.year) \(narrator.status(verdict.status))", to: Self.panel.width - 20,
          size: 10), (corner.x + 9, y), size: 10)
    }
  }

  private var keyItems: [KeyItem] {
    var items = [
      KeyItem(
        swatch: .band(Palette.corridor, opacity: 0.4), words: words(FigurePhrase.keyCorridor)),
      KeyItem(swatch: .bar(Palette.target), words: words(FigurePhrase.keyTarget)),
    ]
    if contents.contains(where: { !$0.fan.isEmpty }) {
      items += [
        KeyItem(
          swatch: .line(Palette.fan, width: 1.8, dash: ""), words: words(FigurePhrase.keyMedian)),
        KeyItem(swatch: .band(Palette.fan, opacity: 0.2), words: words(FigurePhrase.keyFan95)),
      ]
    }
    if contents.contains(where: { $0.latest.map { CorridorContent.isDerived($0.point) } ?? false })
    {
      items.append(KeyItem(swatch: .dot(isHollow: true), words: words(FigurePhrase.keyDerived)))
    }
    if contents.contains(where: \.isStraight) {
      items.append(
        KeyItem(
          swatch: .outlined(fill: "#e1f3ee", stroke: Palette.corridor, dash: "3 2"),
          words: words(FigurePhrase.keyLine)))
    }
    if contents.contains(where: \.isInherited) {
      items.append(KeyItem(swatch: .sign("○"), words: words(FigurePhrase.keyInherited)))
    }
    return items
  }

  // MARK: - Words and table

  private var alternative: String {
    let last = contents.compactMap { one in
      one.targets.last.flatMap { one.assessment.verdict(for: $0.year)?.status }
    }
    let counts = Status.allCases.compactMap { status -> String? in
      let count = last.count { $0 == status }
      guard count > 0 else { return nil }
      return words(
        FigurePhrase.multiplesCount,
        ["status": .text(narrator.status(status)), "count": .count(count)])
    }
    var text = words(FigurePhrase.multiplesAlternative, ["count": .count(contents.count)])
    if !counts.isEmpty { text += " " + counts.joined(separator: "; ") + "." }
    if undrawn > 0 {
      text += " " + words(FigurePhrase.multiplesUndrawn, ["count": .count(undrawn)])
    }
    return text
  }

  private var table: DataTable {
    var table = DataTable(
      name: String(name.prefix(31)), title: title,
      columns: [
        .init("territory", title: words(FigurePhrase.columnTerritory)),
        .init("sector", title: words(FigurePhrase.columnSector)),
        .init("pollutant", title: words(FigurePhrase.columnPollutant)),
        .init("year", title: words(FigurePhrase.columnYear), .year),
        .init(
          "reduction_percent", title: words(FigurePhrase.columnReduction), unit: "%",
          .number(decimals: 1)),
        .init("target_year", title: words(FigurePhrase.columnTarget), .year),
        .init("status", title: words(FigurePhrase.columnStatus)),
        .init(
          "expected_median_percent", title: words(FigurePhrase.columnMedian), unit: "%",
          .number(decimals: 1)),
      ])
    for content in contents {
      for target in content.targets {
        let verdict = content.assessment.verdict(for: target.year)
        let median = content.fan.first { $0.year == target.year }?.median
        table.append([
          .text(narrator.name(content.assessment.territory)),
          .text(narrator.slice(content.assessment.slice)),
          .text(narrator.pollutant(content.assessment.pollutant)),
          DataTable.Cell(content.latest?.point.year),
          DataTable.Cell(content.latest?.reduction?.points), .integer(target.year),
          DataTable.Cell(verdict.map { narrator.status($0.status) }),
          DataTable.Cell(median.map { 100 * (1 - $0 / content.base) }),
        ])
      }
    }
    return table
  }
}
