// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenWords

/// Draws the rings of an area, from the inside outwards, as bars of their sectors.
struct RingDrawing {
  let name: String
  let area: AreaCode
  let pollutant: Pollutant
  let content: RingContent
  let narrator: Narrator
  private let unit: EmissionUnit
  private let decimals: Int

  private static let width = 400.0
  private static let bar = 22.0
  private static let leading = 44.0
  /// The room of a part whose size is not known.
  private static let open = 20.0

  init(
    name: String, area: AreaCode, pollutant: Pollutant, content: RingContent, narrator: Narrator
  ) {
    self.name = name
    self.area = area
    self.pollutant = pollutant
    self.content = content
    self.narrator = narrator
    unit = EmissionUnit(largest: content.total)
    decimals = unit.decimals(unit.number(content.rows.map(\.known).max() ?? .zero))
  }

  private var words: Words { narrator.words }

  private func number(_ emission: EmissionRate) -> String {
    words.number(unit.number(emission), decimals: decimals)
  }

  private func share(_ emission: EmissionRate) -> Fraction? {
    content.total > .zero ? Fraction(emission / content.total) : nil
  }

  func figure() -> Figure {
    let title = words(
      FigurePhrase.ringTitle,
      [
        "place": .text(narrator.name(.area(area))), "year": "\(content.year)",
        "pollutant": .text(narrator.pollutant(pollutant)),
      ])
    let alternative = self.alternative
    var drawing = Drawing(name: name, width: Self.width, height: 0)
    draw(&drawing)
    return Figure(
      name: name, title: title, alternative: alternative,
      svg: drawing.document(title: title, alternative: alternative), table: table(title))
  }

  // MARK: - Bars

  private func draw(_ drawing: inout Drawing) {
    let caption = words(
      FigurePhrase.ringUnit,
      [
        "unit": .text(unit.rawValue), "pollutant": .text(narrator.pollutant(pollutant)),
        "year": "\(content.year)",
      ])
    drawing.text(caption, (4, 15), size: 11.5, isBold: true)
    drawing.text(
      words(FigurePhrase.ringShare), (Self.width - 4, 15), size: 11, anchor: .end, role: .muted)
    let open = content.rows.map { row in row.cells.count { $0.emission == nil } }.max() ?? 0
    let longest = content.rows.map(\.known).max() ?? .zero
    let scale = Scale(
      values: 0...max(unit.number(longest), 1e-9), start: 4,
      end: Self.width - 8 - Double(open) * (Self.open + 1))
    var y = 26.0
    for row in content.rows {
      self.row(row, y, scale, &drawing)
      y += Self.leading
    }
    drawing.line([(4, y + 1), (Self.width - 4, y + 1)], role: .axis)
    drawing.text(words(FigurePhrase.ringTotal), (4, y + 16), size: 12, isBold: true)
    drawing.text(
      total(content.total, isOpen: content.isOpen), (Self.width - 4, y + 16), size: 12,
      isBold: true, anchor: .end)
    y += 24
    drawing.height = y + drawing.key(keyItems(&drawing), left: 4, right: Self.width - 4, top: y) + 6
  }

  /// `246 t`, or `at least 246 t` where something is not known.
  private func total(_ emission: EmissionRate, isOpen: Bool) -> String {
    let values: [String: Words.Value] = [
      "emission": .text(number(emission)), "unit": .text(unit.rawValue),
    ]
    return words(isOpen ? FigurePhrase.ringAtLeast : FigurePhrase.ringExactly, values)
  }

  /// Why a ring has no figure, in a word.
  private func nothing(_ row: RingContent.Row) -> String {
    words(row.isWithheld ? FigurePhrase.ringWithheld : FigurePhrase.ringUnknown)
  }

  private func row(
    _ row: RingContent.Row, _ top: Double, _ scale: Scale, _ drawing: inout Drawing
  ) {
    drawing.text(narrator.ring(row.ring), (4, top + 12), size: 11.5)
    let sum =
      row.isUnknown
      ? nothing(row)
      : total(row.known, isOpen: row.isOpen) + " · " + words.percent(share(row.known), decimals: 0)
    drawing.text(sum, (Self.width - 4, top + 12), size: 11.5, anchor: .end)
    let y = top + 17
    var x = scale.start
    for cell in row.cells {
      let name = narrator.slice(cell.slice)
      switch cell.state {
      case .known(let emission, _):
        let width = scale.place(unit.number(emission)) - scale.start
        guard width > 0 else { continue }
        let tip = "\(narrator.ring(row.ring)), \(name): \(number(emission)) \(unit.rawValue)"
        drawing.rectangle(
          x, y, max(width - 0.8, 0.4), Self.bar, fill: Palette.colour(cell.slice), tip: tip)
        let text = number(emission)
        if Box.width(of: text, size: 10.5) < width - 5 {
          drawing.text(
            text, (x + width / 2, y + 15), size: 10.5, anchor: .middle, colour: "#1a1a1a")
        }
        x += width
      case .unknown, .withheld:
        let isWithheld = cell.state == .withheld
        let colour = isWithheld ? Palette.unknown : Palette.colour(cell.slice)
        let word = words(isWithheld ? FigurePhrase.ringWithheld : FigurePhrase.ringUnknown)
        drawing.rectangle(
          x + 1, y + 0.5, Self.open - 1, Self.bar - 1,
          fill: isWithheld ? Drawing.Role.paper.colour : drawing.hatch(colour), stroke: colour,
          dash: "2 2", role: isWithheld ? .paper : nil, tip: "\(name): \(word)")
        drawing.text(
          isWithheld ? "•" : "?", (x + Self.open / 2 + 0.5, y + 15.5), size: 12, isBold: true,
          anchor: .middle, hasHalo: !isWithheld)
        x += Self.open + 1
      }
    }
  }

  private func keyItems(_ drawing: inout Drawing) -> [KeyItem] {
    let cells = content.rows.flatMap(\.cells)
    var items = content.slices.filter { slice in
      cells.contains { $0.slice == slice && ($0.emission ?? .zero) > .zero }
    }.map {
      KeyItem(swatch: .band(Palette.colour($0), opacity: 1), words: narrator.slice($0))
    }
    let unknown = content.slices.filter { slice in
      cells.contains { $0.slice == slice && $0.state == .unknown }
    }
    for slice in unknown {
      items.append(
        KeyItem(
          swatch: .outlined(
            fill: drawing.hatch(Palette.colour(slice)), stroke: Palette.colour(slice), dash: "2 2"),
          words: words(
            FigurePhrase.ringUnknownSlice, ["sector": .text(narrator.slice(slice))])))
    }
    if cells.contains(where: { $0.state == .withheld }) {
      items.append(KeyItem(swatch: .sign("•"), words: words(FigurePhrase.ringWithheld)))
    }
    return items
  }

  // MARK: - Words and table

  private var alternative: String {
    var sentences = [
      words(
        FigurePhrase.ringAlternative,
        [
          "place": .text(narrator.name(.area(area))), "year": "\(content.year)",
          "pollutant": .text(narrator.pollutant(pollutant)),
          "total": .text(total(content.total, isOpen: content.isOpen)),
        ])
    ]
    sentences += content.rows.map { row in
      let name = narrator.ring(row.ring)
      guard !row.isUnknown else { return "\(name): \(nothing(row))." }
      let parts = row.cells.compactMap { cell in
        cell.emission.map { "\(narrator.slice(cell.slice)) \(number($0))" }
      }
      return "\(name): \(total(row.known, isOpen: row.isOpen)) (\(parts.joined(separator: "; ")))."
    }
    return sentences.joined(separator: " ")
  }

  private func table(_ title: String) -> DataTable {
    var table = DataTable(
      name: name, title: title,
      columns: [
        .init("ring", title: words(FigurePhrase.columnRing)),
        .init("sector", title: words(FigurePhrase.columnSector)),
        .init("year", title: words(FigurePhrase.columnYear), .year),
        unit.column("emission", title: words(FigurePhrase.columnEmission), decimals: decimals),
        .init(
          "share_percent", title: words(FigurePhrase.columnOfTotal), unit: "%",
          .number(decimals: 1)),
        .init("provenance", title: words(FigurePhrase.columnKnown)),
      ])
    for row in content.rows {
      for cell in row.cells {
        let emission = cell.emission
        let isHidden = cell.state == .withheld
        table.append([
          .text(narrator.ring(row.ring)), .text(narrator.slice(cell.slice)),
          .integer(content.year),
          isHidden ? .withheld : DataTable.Cell(emission.map { unit.number($0) }),
          isHidden ? .withheld : DataTable.Cell(emission.flatMap { share($0)?.points }),
          .text(provenance(cell.state)),
        ])
      }
    }
    return table
  }

  private func provenance(_ state: RingContent.State) -> String {
    switch state {
    case .known(_, let isDerived):
      words(isDerived ? FigurePhrase.keyDerived : FigurePhrase.keyStated)
    case .unknown: words(FigurePhrase.ringUnknown)
    case .withheld: words(FigurePhrase.ringWithheld)
    }
  }
}
