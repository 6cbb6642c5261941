// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenReports
import NitrogenWords

/// The density of sources on a map: in each cell a square per sector, as large as its class.
///
/// Only classes are drawn and told, never figures of cells, and no totals.
struct DensityLayer {
  /// What a cell shows of a sector.
  enum Class: Int, CaseIterable {
    case small, middle, large, withheld, unknown
  }

  /// A sector on the map.
  struct Layer {
    let sector: Sector
    let pollutant: Pollutant
    let year: Int
    /// Where the middle class begins and ends, kg/km²/yr; `nil` where no cell has a figure.
    let limits: (low: Double, high: Double)?
    let cells: [(pixel: MapPixel, kind: Class)]
  }

  let layers: [Layer]
  let side: Double
  private let frame: MapFrame
  let cellSize: Int
  let minimum: Int
  private let narrator: Narrator

  private var words: Words { narrator.words }

  /// The density within a map; `nil` where there is none.
  init?(_ density: SourceDensity, frame: MapFrame, narrator: Narrator) {
    self.narrator = narrator
    self.frame = frame
    cellSize = density.cellSize
    minimum = density.minimum
    side = Double(density.cellSize) * frame.scale
    layers = Sector.allCases.compactMap { sector in
      Self.pollutant(of: sector, in: density).flatMap { pollutant in
        density.latest(sector, pollutant).flatMap {
          Self.layer(
            sector, pollutant, year: $0.year, $0.cells, size: Double(density.cellSize), frame)
        }
      }
    }
    if layers.isEmpty { return nil }
  }

  /// The compound of which a sector's cells show most.
  private static func pollutant(of sector: Sector, in density: SourceDensity) -> Pollutant? {
    func shown(_ pollutant: Pollutant) -> (sum: Double, cells: Int) {
      let cells = density.latest(sector, pollutant)?.cells ?? []
      let sum = cells.reduce(0.0) { sum, cell in
        if case .density(let value) = cell.value { sum + value } else { sum }
      }
      return (sum, cells.count)
    }
    return Pollutant.allCases.filter { density.latest(sector, $0) != nil }
      .max { shown($0) < shown($1) }
  }

  private static func layer(
    _ sector: Sector, _ pollutant: Pollutant, year: Int, _ cells: [SourceDensity.Cell],
    size: Double, _ frame: MapFrame
  ) -> Layer? {
    let inView = cells.filter {
      frame.box.overlaps(
        MapFrame.Box(minX: $0.x, minY: $0.y, maxX: $0.x + size, maxY: $0.y + size))
    }
    guard !inView.isEmpty else { return nil }
    let values = inView.compactMap { cell in
      if case .density(let value) = cell.value { value } else { nil }
    }.sorted()
    let limits = values.isEmpty ? nil : Self.limits(values)
    return Layer(
      sector: sector, pollutant: pollutant, year: year, limits: limits,
      cells: inView.map { cell in
        let kind: Class =
          switch cell.value {
          case .withheld: .withheld
          case .unknown: .unknown
          case .density(let value):
            value < limits?.low ?? 0 ? .small : value < limits?.high ?? 0 ? .middle : .large
          }
        return (frame.pixel(RDPoint(x: cell.x, y: cell.y + size)), kind)
      })
  }

  /// Round limits that part sorted values in three, about.
  private static func limits(_ values: [Double]) -> (low: Double, high: Double) {
    let low = round(values[values.count / 3])
    var high = round(values[values.count * 2 / 3])
    if high <= low { high = round(low * 2) }
    return (low, max(high, low * 2))
  }

  /// The next of 1, 2 and 5 times a power of ten at or below a value; 1 at least.
  private static func round(_ value: Double) -> Double {
    var step = 1.0
    while step * 10 <= value, step < 1e12 { step *= 10 }
    return [5.0, 2, 1].map { $0 * step }.first { $0 <= value } ?? 1
  }

  static func color(_ sector: Sector) -> String {
    switch sector {
    case .agriculture: "#009e73"
    case .industry: "#56b4e9"
    case .mobility: "#e69f00"
    case .other: "#999999"
    }
  }

  /// What a square covers of the quarter of a cell that is its sector's, by class.
  private static let shares = [0.34, 0.6, 0.88]
  /// The largest box of a symbol in pixels, however large cells are.
  private static let largest = 30.0
}

// MARK: - Picture

extension DensityLayer {
  func draw(on canvas: inout MapCanvas) {
    grid(on: &canvas)
    // With one sector there is no need of quarters.
    let quarter = layers.count == 1 ? side : side / 2
    for (number, layer) in layers.enumerated() {
      var data: [Class: String] = [:]
      for cell in layer.cells {
        let x = cell.pixel.x + Double(number % 2) * quarter
        let y = cell.pixel.y + Double(number / 2) * quarter
        let drawn = min(quarter, Self.largest)
        let (left, top) = (x + (quarter - drawn) / 2, y + (quarter - drawn) / 2)
        guard frame.holds(x: left, y: top, side: drawn) else { continue }
        data[cell.kind, default: ""] += Self.symbol(cell.kind, x: left, y: top, side: drawn)
      }
      for kind in Class.allCases {
        guard let path = data[kind] else { continue }
        canvas.add("<path d=\"\(path)\" \(Self.paint(kind, layer.sector))/>")
      }
    }
  }

  /// The lines between cells, where cells are so large that one would not see whose a symbol is.
  private func grid(on canvas: inout MapCanvas) {
    guard side > 3 * Self.largest else { return }
    let size = Double(cellSize)
    var data = ""
    var x = (frame.box.minX / size).rounded(.up) * size
    while x < frame.box.maxX {
      let place = frame.pixel(RDPoint(x: x, y: frame.box.maxY))
      data += "M\(MapCanvas.n(place.x)) \(MapCanvas.n(place.y))v\(MapCanvas.n(frame.height))"
      x += size
    }
    var y = (frame.box.minY / size).rounded(.up) * size
    while y < frame.box.maxY {
      let place = frame.pixel(RDPoint(x: frame.box.minX, y: y))
      data += "M\(MapCanvas.n(place.x)) \(MapCanvas.n(place.y))h\(MapCanvas.n(frame.width))"
      y += size
    }
    canvas.add(
      "<path d=\"\(data)\" fill=\"none\" stroke=\"#7a8791\" stroke-opacity=\"0.6\" "
        + "stroke-width=\"0.8\" stroke-dasharray=\"2 3\"/>")
  }

  private static func paint(_ kind: Class, _ sector: Sector) -> String {
    switch kind {
    case .small, .middle, .large:
      "fill=\"\(color(sector))\" stroke=\"#ffffff\" stroke-width=\"0.7\""
    case .withheld, .unknown:
      "fill=\"none\" stroke=\"\(color(sector))\" stroke-width=\"1.2\""
    }
  }

  /// The symbol of a class in a box: a square, hatching for what is withheld, a ring for what is not known.
  private static func symbol(_ kind: Class, x: Double, y: Double, side: Double) -> String {
    func n(_ value: Double) -> String { MapCanvas.n(value) }
    switch kind {
    case .small, .middle, .large:
      let size = side * shares[kind.rawValue]
      let gap = (side - size) / 2
      return "M\(n(x + gap)) \(n(y + gap))h\(n(size))v\(n(size))h\(n(-size))z"
    case .withheld:
      let size = side * 0.5
      let gap = (side - size) / 2
      let (left, top) = (x + gap, y + gap)
      return "M\(n(left)) \(n(top + size))l\(n(size)) \(n(-size))"
        + "M\(n(left)) \(n(top + size / 2))l\(n(size / 2)) \(n(-size / 2))"
        + "M\(n(left + size / 2)) \(n(top + size))l\(n(size / 2)) \(n(-size / 2))"
    case .unknown:
      let radius = side * 0.22
      return "M\(n(x + side / 2 - radius)) \(n(y + side / 2))a\(n(radius)) \(n(radius)) 0 1 0 "
        + "\(n(2 * radius)) 0a\(n(radius)) \(n(radius)) 0 1 0 \(n(-2 * radius)) 0z"
    }
  }

  func legend(_ legend: inout MapLegend, on canvas: inout MapCanvas) {
    let size = words.number(Double(cellSize) / 1_000, decimals: cellSize % 1_000 == 0 ? 0 : 1)
    legend.heading(
      words(MapPhrase.densityHeading, ["size": .text(size)]), on: &canvas)
    func entry(_ text: String, _ kind: Class, _ sector: Sector) {
      legend.entry(text, on: &canvas) { place in
        "<path d=\"\(Self.symbol(kind, x: place.x, y: place.y - 15, side: 20))\" "
          + "\(Self.paint(kind, sector))/>"
      }
    }
    for layer in layers {
      for (kind, text) in classes(of: layer) { entry(text, kind, layer.sector) }
      legend.finishRow()
    }
    let sector = layers[0].sector
    if layers.contains(where: { $0.cells.contains { $0.kind == .withheld } }) {
      entry(withheld, .withheld, sector)
      legend.finishRow()
    }
    if layers.contains(where: { $0.cells.contains { $0.kind == .unknown } }) {
      entry(words(MapPhrase.densityUnknown), .unknown, sector)
    }
    legend.note(words(MapPhrase.densityNote), on: &canvas)
  }

  private var withheld: String {
    words(MapPhrase.densityWithheld, ["minimum": .count(minimum)])
  }

  /// The classes of a layer that have figures, with their words.
  private func classes(of layer: Layer) -> [(Class, String)] {
    guard let limits = layer.limits else { return [] }
    let values: [String: Words.Value] = [
      "slice": .text(narrator.slice(SectorSlice(layer.sector))),
      "pollutant": .text(narrator.pollutant(layer.pollutant)), "year": .text(String(layer.year)),
      "low": .text(words.number(limits.low, decimals: 0)),
      "high": .text(words.number(limits.high, decimals: 0)),
    ]
    return [
      (.small, words(MapPhrase.densitySmall, values)),
      (.middle, words(MapPhrase.densityMiddle, values)),
      (.large, words(MapPhrase.densityLarge, values)),
    ]
  }

  /// What the layer adds to the words for who cannot see the map.
  var alternative: String {
    let sectors = layers.map {
      "\(narrator.slice(SectorSlice($0.sector))) (\(narrator.pollutant($0.pollutant)))"
    }
    return words(MapPhrase.densityAlternative, ["sectors": .text(words.list(sectors))])
  }

  /// How many cells there are of each class.
  func addRows(to table: inout DataTable) {
    for layer in layers {
      let slice = narrator.slice(SectorSlice(layer.sector))
      let head = "\(slice), \(narrator.pollutant(layer.pollutant)) (\(layer.year))"
      let kinds =
        classes(of: layer).map { kind, text in (kind, kind == .small ? text : "\(head): \(text)") }
        + [
          (.withheld, "\(head): \(withheld)"),
          (.unknown, "\(head): \(words(MapPhrase.densityUnknown))"),
        ]
      for (kind, text) in kinds {
        let count = layer.cells.count { $0.kind == kind }
        guard count > 0 else { continue }
        table.append([
          .text(words(MapPhrase.kindDensity)), .text(text), .missing, .missing,
          .text(words(MapPhrase.cells, ["count": .count(count)])),
        ])
      }
    }
  }
}
