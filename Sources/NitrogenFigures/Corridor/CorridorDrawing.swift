// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

/// Draws a corridor figure: 400 units wide, so that it can be read on a phone and in half a page.
struct CorridorDrawing {
  let content: CorridorContent
  let wording: CorridorWording
  let across: Scale
  let up: Scale
  var drawing: Drawing
  var placer: LabelPlacer

  private static let width = 400.0
  private static let top = 30.0
  private static let bottom = 246.0
  private var left: Double { across.start }
  /// Where the right axis stands; the years end a little before it, to leave room for the gap.
  private let right: Double

  init(_ content: CorridorContent, _ wording: CorridorWording, name: String) {
    self.content = content
    self.wording = wording
    let top = content.highest * 1.1
    let marks = Scale.marks(0...top, about: 5)
    let labels = marks.map { wording.words.number($0, decimals: Scale.decimals(marks)) }
    let widest = labels.map { Box.width(of: $0, size: 11) }.max() ?? 0
    right = Self.width - 42
    across = Scale(
      values: Double(content.years.lowerBound)...Double(content.years.upperBound),
      start: max(34, widest + 10) + 8, end: right - 22)
    up = Scale(values: 0...top, start: Self.bottom, end: Self.top)
    drawing = Drawing(name: name, width: Self.width, height: 300)
    placer = LabelPlacer(
      room: Box(left: across.start - 4, top: Self.top, right: right - 2, bottom: Self.bottom - 2))
  }

  func place(_ year: Int, _ value: Double) -> Place {
    (across.place(Double(year)), up.place(value))
  }

  mutating func draw() {
    axes()
    corridor()
    fan()
    today()
    history()
    gap()
    targets()
    labels()
    drawing.height =
      Self.bottom + 24
      + drawing.key(keyItems, left: 8, right: Self.width - 6, top: Self.bottom + 22) + 6
  }

  // MARK: - Axes

  private mutating func axes() {
    let words = wording.words
    let edge = left - 8
    let values = Scale.marks(up.values, about: 5)
    for value in values {
      let y = up.place(value)
      drawing.line([(edge, y), (right, y)], role: .grid)
      drawing.text(
        words.number(value, decimals: Scale.decimals(values)), (edge - 5, y + 4), size: 11,
        anchor: .end)
    }
    let most = Int(up.values.upperBound / content.base * 5)
    for fifth in 0...max(0, min(most, 12)) {
      let y = up.place(content.base * Double(fifth) / 5)
      drawing.line([(right, y), (right + 4, y)], role: .axis)
      drawing.text(
        words.number(Double(fifth) * 20, decimals: 0), (right + 7, y + 4), size: 11, role: .muted)
    }
    drawing.line(
      [(edge, Self.top), (edge, Self.bottom), (right, Self.bottom), (right, Self.top)], role: .axis)
    let pollutant = wording.narrator.pollutant(content.assessment.pollutant)
    drawing.text(
      words(FigurePhrase.perYear, ["unit": wording.unit, "pollutant": .text(pollutant)]), (4, 16),
      size: 11.5, isBold: true)
    drawing.text(
      words(FigurePhrase.percentOfBaseline, ["year": "\(content.baseline.year)"]),
      (Self.width - 4, 16), size: 11, anchor: .end, role: .muted)
    years()
  }

  /// The years that say something, and round ones where there is room between them.
  private mutating func years() {
    let said = [content.baseline.year, content.latest?.point.year].compactMap { $0 }
    let targets = content.targets.map(\.year)
    let round = content.years.filter { $0.isMultiple(of: 5) }
    var taken: [Double] = []
    for year in targets + said + round where content.years.contains(year) {
      let x = across.place(Double(year))
      guard !taken.contains(where: { abs($0 - x) < 31 }) else { continue }
      taken.append(x)
      drawing.line([(x, Self.bottom), (x, Self.bottom + 4)], role: .axis)
      drawing.text(
        String(year), (x, Self.bottom + 16), size: 11, isBold: targets.contains(year),
        anchor: .middle)
    }
  }

  // MARK: - What is asked and expected

  private mutating func corridor() {
    let path = content.assessment.path.filter { content.years.contains($0.year) }
    let upper = path.map { place($0.year, content.left($0.band.low)) }
    let lower = path.map { place($0.year, content.left($0.band.high)) }
    drawing.surface(
      upper + lower.reversed(), fill: Palette.corridor, opacity: content.isStraight ? 0.12 : 0.26)
    let dash = content.isStraight ? "4 3" : ""
    drawing.line(upper, colour: Palette.corridor, width: 1.4, dash: dash)
    drawing.line(lower, colour: Palette.corridor, width: 1.4, dash: dash)
    placer.avoid(upper)
    placer.avoid(lower)
  }

  private mutating func fan() {
    func edge(_ quantile: Int) -> [Place] {
      content.fan.map { place($0.year, $0.quantiles[quantile]) }
    }
    if content.fan.count > 1 {
      drawing.surface(edge(4) + edge(0).reversed(), fill: Palette.fan, opacity: 0.14)
      drawing.surface(edge(3) + edge(1).reversed(), fill: Palette.fan, opacity: 0.24)
    }
    drawing.line(
      content.additional.map { place($0.year, $0.median) }, colour: Palette.fan, width: 1.8,
      dash: "6 4")
    drawing.line(edge(2), colour: Palette.fan, width: 2.4)
    placer.avoid(edge(2))
    placer.avoid(content.additional.map { place($0.year, $0.median) })
    if let first = content.fan.first, let latest = content.latest,
      latest.point.year < first.year, let from = content.emission(latest)
    {
      drawing.line(
        [place(latest.point.year, from), place(first.year, first.median)], colour: Palette.fan,
        width: 1.2, dash: "2 3")
    }
  }

  // MARK: - What is known

  private mutating func today() {
    guard let latest = content.latest else { return }
    let x = across.place(Double(latest.point.year))
    drawing.line([(x, Self.top), (x, Self.bottom)], role: .axis, width: 1, dash: "1 3")
  }

  private mutating func history() {
    let points = content.history.compactMap { year in
      content.emission(year).map { (year.point, place(year.point.year, $0)) }
    }
    drawing.line(points.map(\.1), role: .axis, width: 1)
    for (point, place) in points {
      let isLatest = point.year == content.latest?.point.year
      drawing.known(
        place, isHollow: CorridorContent.isDerived(point), isProvisional: point.provisional,
        radius: isLatest ? 4.2 : 2.8, tip: tip(point))
      placer.keepFree(Box(around: place, reach: isLatest ? 5 : 3.5))
    }
    for year in content.history where !year.point.isComplete {
      let x = across.place(Double(year.point.year))
      drawing.text(
        "?", (x, Self.bottom - 5), size: 11, isBold: true, anchor: .middle, role: .muted)
    }
  }

  private func tip(_ point: SeriesPoint) -> String {
    let emission = point.emission.map { wording.number(content.unit.number($0)) } ?? Words.missing
    return "\(point.year): \(emission) \(content.unit.rawValue), \(wording.provenance(point))"
  }

  // MARK: - Targets and gap

  private mutating func targets() {
    for target in content.targets {
      let low = place(target.year, content.left(target.band.low))
      let high = place(target.year, content.left(target.band.high))
      // A single value is drawn as tall as the mark is wide.
      let more = max(0, 5 - (high.y - low.y)) / 2
      let tip =
        "\(target.year): \(wording.ceiling(target.band)) \(content.unit.rawValue), "
        + wording.words.band(target.band)
      drawing.rectangle(
        low.x - 2.5, low.y - more, 5, high.y - low.y + 2 * more, fill: Palette.target, tip: tip)
      placer.keepFree(
        Box(left: low.x - 3, top: low.y - more, right: low.x + 3, bottom: high.y + more))
    }
  }

  private mutating func gap() {
    guard let gap = content.gap, let latest = content.latest else { return }
    let (from, to) = (up.place(gap.from), up.place(gap.to))
    guard to - from > 6 else { return }
    let x = right - 9
    drawing.line([place(latest.point.year, gap.from), (x, from)], role: .axis, dash: "1 3")
    drawing.line(
      [(x - 4, from), (x, from), (x, to), (x - 4, to)], colour: Palette.target, width: 1.6)
    placer.keepFree(Box(left: x - 4, top: from - 1, right: right, bottom: to + 1))
  }
}
