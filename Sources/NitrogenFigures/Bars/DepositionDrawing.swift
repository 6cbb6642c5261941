// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenReports
import NitrogenWords

/// Draws deposition by year on the left and, on the same scale, the surface by critical load on the right.
struct DepositionDrawing {
  let area: AreaCode
  let deposition: [AreaContext.Deposition]
  let loads: [AreaContext.CriticalLoad]
  let narrator: Narrator

  private static let width = 400.0
  private static let top = 46.0
  private static let bottom = 226.0
  private static let middle = 232.0
  private var words: Words { narrator.words }

  /// The latest deposition that is not forecast, else the earliest there is.
  private var latest: AreaContext.Deposition? {
    deposition.last { !$0.isForecast } ?? deposition.first
  }

  private var surface: Double { loads.map(\.surface).reduce(0, +) }

  /// The share of the surface whose critical load lies below a deposition.
  private func exceeded(at rate: DepositionRate) -> Fraction? {
    guard surface > 0 else { return nil }
    return Fraction(loads.filter { $0.load < rate }.map(\.surface).reduce(0, +) / surface)
  }

  private func number(_ rate: DepositionRate) -> String {
    words.number(rate.molesPerHectare, decimals: 0)
  }

  func figure() -> Figure {
    let title = words(FigurePhrase.depositionTitle, ["place": .text(narrator.name(.area(area)))])
    var drawing = Drawing(name: "deposition", width: Self.width, height: 0)
    draw(&drawing)
    let alternative = self.alternative
    return Figure(
      name: "deposition", title: title, alternative: alternative,
      svg: drawing.document(title: title, alternative: alternative), table: table(title))
  }

  // MARK: - Drawing

  private func draw(_ drawing: inout Drawing) {
    let values = deposition.map(\.rate.molesPerHectare) + loads.map(\.load.molesPerHectare)
    let up = Scale(
      values: 0...max(values.max() ?? 0, 1) * 1.08, start: Self.bottom, end: Self.top)
    let isAlone = loads.isEmpty
    let left = 46.0
    let right = isAlone ? Self.width - 8 : Self.middle - 14
    drawing.text(words(FigurePhrase.depositionContext), (4, 15), size: 11.5, isBold: true)
    drawing.text(words(FigurePhrase.depositionUnit), (4, 32), size: 11)
    for value in up.marks(about: 5) {
      let y = up.place(value)
      drawing.line([(left, y), (right, y)], role: .grid)
      if !isAlone { drawing.line([(Self.middle, y), (Self.width - 4, y)], role: .grid) }
      drawing.text(
        words.number(value, decimals: 0), (left - 5, y + 4), size: 11, anchor: .end)
    }
    years(&drawing, up, left: left, right: right)
    if !loads.isEmpty { strip(&drawing, up) }
    drawing.height =
      Self.bottom + 24
      + drawing.key(keyItems, left: 4, right: Self.width - 4, top: Self.bottom + 22) + 4
  }

  private func years(_ drawing: inout Drawing, _ up: Scale, left: Double, right: Double) {
    drawing.line([(left, Self.top), (left, Self.bottom), (right, Self.bottom)], role: .axis)
    guard let first = deposition.first?.year, let last = deposition.last?.year else { return }
    let across = Scale(
      values: Double(first)...Double(max(last, first + 1)), start: left + 14, end: right - 16)
    var places: [Place] = []
    var labelled = -Double.infinity
    for one in deposition {
      let place: Place = (across.place(Double(one.year)), up.place(one.rate.molesPerHectare))
      places.append(place)
      guard place.x - labelled > 32 else { continue }
      labelled = place.x
      drawing.line([(place.x, Self.bottom), (place.x, Self.bottom + 4)], role: .axis)
      drawing.text(String(one.year), (place.x, Self.bottom + 16), size: 11, anchor: .middle)
    }
    drawing.line(places, role: .axis)
    var placer = LabelPlacer(
      room: Box(left: left + 1, top: Self.top, right: right, bottom: Self.bottom))
    for place in places { placer.keepFree(Box(around: place, reach: 4)) }
    if let latest, !loads.isEmpty {
      let y = up.place(latest.rate.molesPerHectare)
      drawing.line(
        [(across.place(Double(latest.year)), y), (Self.width - 4, y)], colour: Palette.target,
        width: 1.2, dash: "4 3")
    }
    for (one, place) in zip(deposition, places) {
      drawing.known(
        place, isHollow: one.isForecast, isProvisional: false, radius: 3.6,
        tip: "\(one.year): \(number(one.rate)) (\(one.edition))")
    }
    let labels = [latest, deposition.first, deposition.last].compactMap { $0 }
    var said: Set<Int> = []
    for one in labels where said.insert(one.year).inserted {
      let place: Place = (across.place(Double(one.year)), up.place(one.rate.molesPerHectare))
      drawing.label(
        LabelPlacer.Label(
          lines: [number(one.rate)],
          candidates: [
            ((place.x, place.y - 9), .middle), ((place.x, place.y + 17), .middle),
            ((place.x + 8, place.y - 9), .start), ((place.x - 8, place.y - 9), .end),
          ], size: 11, isBold: one.year == latest?.year), &placer)
    }
  }

  /// The surface by critical load: a bar a class, as long as its surface.
  private func strip(_ drawing: inout Drawing, _ up: Scale) {
    let left = Self.middle
    drawing.text(
      words(FigurePhrase.depositionSurface), (Self.width - 4, 32), size: 11, anchor: .end)
    drawing.line(
      [(left, Self.top), (left, Self.bottom), (Self.width - 4, Self.bottom)], role: .axis)
    let across = Scale(
      values: 0...max(loads.map(\.surface).max() ?? 1, 1e-9), start: left, end: Self.width - 10)
    for one in loads {
      let y = up.place(one.load.molesPerHectare)
      let isExceeded = latest.map { one.load < $0.rate } ?? false
      drawing.rectangle(
        left, y - 2.5, across.place(one.surface) - left, 5,
        fill: isExceeded ? "#882255" : "#56b4e9",
        tip: "\(number(one.load)) mol N/ha: \(words.number(one.surface, decimals: 0)) ha")
    }
    let marks = across.marks(about: 2)
    for mark in marks {
      let x = across.place(mark)
      drawing.text(
        words.number(mark, decimals: Scale.decimals(marks)), (x, Self.bottom + 16), size: 11,
        anchor: .middle)
    }
  }

  private var keyItems: [KeyItem] {
    var items: [KeyItem] = []
    if deposition.contains(where: { !$0.isForecast }) {
      items.append(
        KeyItem(swatch: .dot(isHollow: false), words: words(FigurePhrase.depositionCalculated)))
    }
    if deposition.contains(where: \.isForecast) {
      items.append(
        KeyItem(swatch: .dot(isHollow: true), words: words(FigurePhrase.depositionForecast)))
    }
    guard let latest, let share = exceeded(at: latest.rate) else { return items }
    items += [
      KeyItem(
        swatch: .band("#882255", opacity: 1),
        words: words(
          FigurePhrase.depositionBelow,
          ["year": "\(latest.year)", "share": .text(words.percent(share, decimals: 0))])),
      KeyItem(swatch: .band("#56b4e9", opacity: 1), words: words(FigurePhrase.depositionAbove)),
    ]
    return items
  }

  // MARK: - Words and table

  private var alternative: String {
    var sentences = [
      words(FigurePhrase.depositionAlternative, ["place": .text(narrator.name(.area(area)))])
    ]
    let said = [deposition.first, latest, deposition.last].compactMap { $0 }
    var seen: Set<Int> = []
    for one in said where seen.insert(one.year).inserted {
      sentences.append(
        words(
          one.isForecast
            ? FigurePhrase.depositionForecastIn : FigurePhrase.depositionIn,
          ["year": "\(one.year)", "rate": .text(number(one.rate))]))
    }
    if let low = loads.first, let high = loads.last {
      sentences.append(
        words(
          FigurePhrase.depositionLoads,
          [
            "low": .text(number(low.load)), "high": .text(number(high.load)),
            "surface": .text(words.number(surface, decimals: 0)),
          ]))
    }
    if let latest, let share = exceeded(at: latest.rate) {
      sentences.append(
        words(
          FigurePhrase.depositionShare,
          ["year": "\(latest.year)", "share": .text(words.percent(share, decimals: 0))]))
    }
    return sentences.joined(separator: " ")
  }

  private func table(_ title: String) -> DataTable {
    var table = DataTable(
      name: "deposition", title: title, note: words(FigurePhrase.depositionContext),
      columns: [
        .init("kind", title: words(FigurePhrase.columnItem)),
        .init("year", title: words(FigurePhrase.columnYear), .year),
        .init(
          "mol_n_per_ha_per_yr", title: words(FigurePhrase.depositionRate), unit: "mol N/ha",
          .number(decimals: 0)),
        .init(
          "surface_ha", title: words(FigurePhrase.depositionSurface), unit: "ha",
          .number(decimals: 1)),
        .init("edition", title: words(FigurePhrase.columnEdition)),
      ])
    for one in deposition {
      table.append([
        .text(
          words(
            one.isForecast ? FigurePhrase.depositionForecast : FigurePhrase.depositionCalculated)),
        .integer(one.year), .number(one.rate.molesPerHectare), .missing, .text(one.edition),
      ])
    }
    for one in loads {
      table.append([
        .text(words(FigurePhrase.depositionLoad)), .missing, .number(one.load.molesPerHectare),
        .number(one.surface), .missing,
      ])
    }
    return table
  }
}
