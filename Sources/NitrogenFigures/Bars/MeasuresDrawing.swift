// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenWords

/// Draws what measures take away, best evidence first, against what is to be gone.
struct MeasuresDrawing {
  /// A series with what measures do to it.
  struct Block {
    let assessment: Assessment
    let contributions: MeasureContributions
  }

  let area: AreaCode
  let blocks: [Block]
  let narrator: Narrator
  private let unit: EmissionUnit
  private let decimals: Int

  private static let width = 400.0
  private static let leading = 54.0

  init(area: AreaCode, blocks: [Block], narrator: Narrator) {
    self.area = area
    self.blocks = blocks
    self.narrator = narrator
    let years = blocks.flatMap(\.contributions.years)
    let largest = years.map { max($0.high, $0.taken) }.max() ?? .zero
    unit = EmissionUnit(largest: largest)
    decimals = unit.decimals(unit.number(largest))
  }

  private var words: Words { narrator.words }

  private func number(_ emission: EmissionRate) -> String {
    words.number(unit.number(emission), decimals: decimals)
  }

  private func range(_ low: EmissionRate, _ high: EmissionRate) -> String {
    let (low, high) = (number(low), number(high))
    return low == high ? low : "\(low)–\(high)"
  }

  /// From dark to light with the evidence.
  private static func colour(_ grade: EvidenceGrade) -> String {
    switch grade {
    case .enforceableLaw: "#0b3c6f"
    case .permitChanged: "#1f6fb2"
    case .contract: "#5ba3d6"
    case .subsidyRealised: "#a3cfec"
    case .planned: "#cbb8dd"
    case .assumed: "#e6dcf0"
    }
  }

  func figure() -> Figure {
    let title = words(FigurePhrase.measuresTitle, ["place": .text(narrator.name(.area(area)))])
    var drawing = Drawing(name: "measures", width: Self.width, height: 0)
    draw(&drawing)
    let alternative = self.alternative
    return Figure(
      name: "measures", title: title, alternative: alternative,
      svg: drawing.document(title: title, alternative: alternative), table: table(title))
  }

  private func name(_ block: Block) -> String {
    "\(narrator.slice(block.assessment.slice)), \(narrator.pollutant(block.assessment.pollutant))"
  }

  // MARK: - Drawing

  private func draw(_ drawing: inout Drawing) {
    drawing.text(
      words(FigurePhrase.measuresUnit, ["unit": .text(unit.rawValue)]), (4, 15), size: 11.5,
      isBold: true)
    var y = 22.0
    for block in blocks {
      let latest = words(
        FigurePhrase.measuresSince,
        ["name": .text(name(block)), "year": "\(block.contributions.latest)"])
      drawing.text(latest, (4, y + 14), size: 11.5)
      y += 20
      let longest = block.contributions.years.map { max($0.high, $0.taken) }.max() ?? .zero
      let across = Scale(
        values: 0...max(unit.number(longest), 1e-9), start: 6, end: Self.width - 10)
      for year in block.contributions.years {
        row(year, y, across, &drawing)
        y += Self.leading
      }
    }
    drawing.height = y + 2 + drawing.key(keyItems, left: 4, right: Self.width - 4, top: y) + 4
  }

  private func row(
    _ year: MeasureContributions.Year, _ top: Double, _ across: Scale, _ drawing: inout Drawing
  ) {
    let label = words(
      FigurePhrase.measuresToGo,
      [
        "year": "\(year.target)", "emission": .text(range(year.low, year.high)),
        "unit": .text(unit.rawValue),
      ])
    drawing.text(label, (4, top + 14), size: 11.5, isBold: true)
    let isOpen = year.open(year.high) > .zero
    let open =
      isOpen
      ? words(
        FigurePhrase.measuresOpenBy,
        [
          "emission": .text(range(year.open(year.low), year.open(year.high))),
          "unit": .text(unit.rawValue),
        ]) : words(FigurePhrase.measuresEnough)
    drawing.text(open, (Self.width - 4, top + 14), size: 11, anchor: .end)
    let y = top + 21
    var x = across.start
    for share in year.shares {
      let width = across.place(unit.number(share.taken)) - across.start
      let text = number(share.taken)
      drawing.rectangle(
        x, y, max(width - 0.8, 0.4), 20, fill: Self.colour(share.grade),
        tip: "\(narrator.evidence(share.grade)): \(text) \(unit.rawValue)")
      if Box.width(of: text, size: 10.5) < width - 5 {
        let isDark = share.grade <= .permitChanged
        drawing.text(
          text, (x + width / 2, y + 14), size: 10.5, anchor: .middle,
          colour: isDark ? "#ffffff" : "#1a1a1a")
      }
      x += width
    }
    if isOpen {
      let end = across.place(unit.number(year.high))
      drawing.line(
        [(x, y + 0.7), (end, y + 0.7), (end, y + 19.3), (x, y + 19.3), (x, y + 0.7)],
        colour: Palette.target, width: 1.4, dash: "4 3")
    }
    for edge in Set([year.low, year.high]).sorted() {
      let x = across.place(unit.number(edge))
      drawing.line([(x, y - 5), (x, y + 2)], colour: Palette.target, width: 3)
      drawing.line([(x, y + 18), (x, y + 25)], colour: Palette.target, width: 3)
    }
  }

  private var keyItems: [KeyItem] {
    let years = blocks.flatMap(\.contributions.years)
    let used = Set(years.flatMap(\.shares).map(\.grade))
    let secured = Set(years.flatMap(\.shares).filter(\.isSecured).map(\.grade))
    let order =
      EvidenceGrade.allCases.filter { secured.contains($0) }
      + EvidenceGrade.allCases.filter { used.contains($0) && !secured.contains($0) }
    var items = order.map { grade in
      let word = narrator.evidence(grade)
      return KeyItem(
        swatch: .band(Self.colour(grade), opacity: 1),
        words: secured.contains(grade)
          ? words(FigurePhrase.measuresSecured, ["grade": .text(word)]) : word)
    }
    items.append(
      KeyItem(swatch: .bar(Palette.target), words: words(FigurePhrase.measuresEdges)))
    if years.contains(where: { $0.open($0.high) > .zero }) {
      items.append(
        KeyItem(
          swatch: .outlined(fill: "none", stroke: Palette.target, dash: "4 3"),
          words: words(FigurePhrase.measuresOpen)))
    }
    return items
  }

  // MARK: - Words and table

  private var alternative: String {
    var sentences = [
      words(FigurePhrase.measuresAlternative, ["place": .text(narrator.name(.area(area)))])
    ]
    for block in blocks {
      for year in block.contributions.years {
        let parts = year.shares.map { "\(narrator.evidence($0.grade)) \(number($0.taken))" }
        sentences.append(
          words(
            FigurePhrase.measuresSentence,
            [
              "name": .text(name(block)), "year": "\(year.target)",
              "low": .text(number(year.low)), "high": .text(number(year.high)),
              "unit": .text(unit.rawValue),
              "parts": .text(parts.isEmpty ? Words.missing : parts.joined(separator: "; ")),
              "open": .text(range(year.open(year.low), year.open(year.high))),
            ]))
      }
    }
    return sentences.joined(separator: " ")
  }

  private func table(_ title: String) -> DataTable {
    var table = DataTable(
      name: "measures", title: title,
      columns: [
        .init("sector", title: words(FigurePhrase.columnSector)),
        .init("pollutant", title: words(FigurePhrase.columnPollutant)),
        .init("target_year", title: words(FigurePhrase.columnTarget), .year),
        .init("item", title: words(FigurePhrase.columnItem)),
        unit.column("emission", title: words(FigurePhrase.columnEmission), decimals: decimals),
      ])
    for block in blocks {
      for year in block.contributions.years {
        func add(_ item: String, _ emission: EmissionRate) {
          table.append([
            .text(narrator.slice(block.assessment.slice)),
            .text(narrator.pollutant(block.assessment.pollutant)), .integer(year.target),
            .text(item), .number(unit.number(emission)),
          ])
        }
        add(words(FigurePhrase.itemToGoLow), year.low)
        add(words(FigurePhrase.itemToGoHigh), year.high)
        for share in year.shares { add(narrator.evidence(share.grade), share.taken) }
        add(words(FigurePhrase.itemOpenLow), year.open(year.low))
        add(words(FigurePhrase.itemOpenHigh), year.open(year.high))
      }
    }
    return table
  }
}
