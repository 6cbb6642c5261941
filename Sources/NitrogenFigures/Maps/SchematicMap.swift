// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenReports
import NitrogenWords

/// The map of an area whose outline is not at hand: a circle of its surface in its province.
struct SchematicMap {
  static let width = 700.0
  /// How wide a ring is drawn, whatever its real width.
  private static let ringStep = 11.0
  private static let smallestRadius = 5.0

  let subject: MapSubject
  let point: RDPoint
  let frame: MapFrame

  private var words: Words { subject.words }

  init?(subject: MapSubject) {
    guard let point = subject.entry?.representativePoint else { return nil }
    self.subject = subject
    self.point = point
    let here = MapFrame.Box(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
    let radius = Self.radius(of: subject.entry)
    let shapes = subject.reference.provinceShapes
    let own = Self.provinces(of: subject)
    // Without a province the map goes as far as the nearest one.
    let drawn =
      own.isEmpty
      ? shapes.min { Self.distance($0, point) < Self.distance($1, point) }.map { [$0] } ?? []
      : shapes.filter { $0.code == own.first }
    let around = MapFrame.Box(drawn.flatMap { $0.rings.joined() }) ?? here.grown(by: 20_000)
    let plain = around.joined(with: here.grown(by: radius)).grown(by: 3_000)
    // The rings have a width in pixels, which the map needs room for.
    let rings = (Self.ringStep * Double(subject.rings.count) + 10) * plain.width / Self.width
    let box = plain.joined(with: here.grown(by: radius + rings))
    frame = MapFrame(
      showing: box, corner: MapPixel(x: 1, y: 1), width: Self.width - 2, heights: 420...680)
  }

  /// The radius of a circle of the surface of an area, m.
  private static func radius(of area: Area?) -> Double {
    ((area?.surface ?? 0) * 10_000 / .pi).squareRoot()
  }

  private static func provinces(of subject: MapSubject) -> [String] {
    (subject.entry?.provinces ?? []).compactMap { name in
      subject.reference.catalogue.provinces.first { $0.name == name }?.code
    }
  }

  private static func distance(_ shape: ProvinceShape, _ point: RDPoint) -> Double {
    shape.rings.joined().map {
      ($0.x - point.x) * ($0.x - point.x) + ($0.y - point.y) * ($0.y - point.y)
    }.min() ?? .infinity
  }

  /// Other areas whose point is in view.
  private var others: [Area] {
    subject.reference.catalogue.areas.filter { area in
      guard area.code != subject.area, let point = area.representativePoint else { return false }
      return frame.box.contains(point)
    }
  }

  var figure: Figure {
    var values = subject.values
    let provinces = subject.entry?.provinces ?? []
    values["province"] = .text(
      provinces.isEmpty ? words(MapPhrase.northSea) : words.list(provinces))
    let alternative =
      words(MapPhrase.areaSchemeAlternative, values) + " " + words(MapPhrase.schemeNote)
    return Figure(
      name: subject.figureName, title: subject.title, alternative: alternative,
      svg: svg(description: alternative), table: table)
  }

  private func svg(description: String) -> String {
    var below = MapCanvas(width: Self.width, height: 10_000)
    let bottom = legend(on: &below)
    var canvas = MapCanvas(width: Self.width, height: (bottom + 4).rounded())
    MapBackdrop.provinces(
      subject.reference.provinceShapes, in: frame, full: Set(Self.provinces(of: subject)),
      stroke: 1, on: &canvas)
    for area in others {
      guard let place = area.representativePoint.map(frame.pixel) else { continue }
      canvas.add(
        "<circle cx=\"\(MapCanvas.n(place.x))\" cy=\"\(MapCanvas.n(place.y))\" r=\"4\" "
          + "\(MapColors.neighbour)><title>"
          + "\(MapCanvas.escape("\(area.code) \(subject.narrator.name(.area(area.code)))"))</title>"
          + "</circle>")
    }
    circles(on: &canvas)
    let scale = MapBackdrop.scaleLength(of: frame)
    MapBackdrop.scale(
      of: frame, at: MapPixel(x: 16, y: frame.height - 12),
      label: words(
        MapPhrase.scale, ["length": .text(words.number(scale, decimals: scale < 1 ? 1 : 0))]),
      north: words(MapPhrase.north), on: &canvas)
    LocatorMap(subject: subject).draw(on: &canvas, beside: frame, avoiding: ground)
    MapBackdrop.border(of: frame, on: &canvas)
    legend(on: &canvas)
    return canvas.document(title: subject.title, description: description)
  }

  /// The points that the locator should not lie on: the circle, and the corners of its provinces.
  private var ground: [MapPixel] {
    let codes = Set(Self.provinces(of: subject))
    let corners = subject.reference.provinceShapes.filter { codes.contains($0.code) }
      .flatMap { $0.rings.joined() }.map(frame.pixel)
    return corners + Array(repeating: frame.pixel(point), count: 1_000)
  }

  private func circles(on canvas: inout MapCanvas) {
    let center = frame.pixel(point)
    let radius = max(Self.radius(of: subject.entry) * frame.scale, Self.smallestRadius)
    func circle(_ radius: Double, _ paint: String) -> String {
      "<circle cx=\"\(MapCanvas.n(center.x))\" cy=\"\(MapCanvas.n(center.y))\" "
        + "r=\"\(MapCanvas.n(radius))\" \(paint)/>"
    }
    let count = subject.rings.count
    for number in subject.rings.indices.reversed() {
      canvas.add(
        circle(
          radius + Self.ringStep * Double(number + 1),
          "fill=\"\(MapColors.ring(number, of: count))\" stroke=\"\(MapColors.area)\" "
            + "stroke-width=\"1\" stroke-dasharray=\"4 3\""))
    }
    canvas.add(
      circle(radius, "fill=\"\(MapColors.area)\" stroke=\"\(MapColors.edge)\" stroke-width=\"1\""))
    let reach = radius + Self.ringStep * Double(count)
    let isLow = center.y + reach + 40 > frame.height
    let text = "\(subject.area) \(subject.name)"
    let half = MapLegend.width(of: text, size: 17) / 2
    let x = min(max(center.x, half + 10), frame.width - half - 8)
    canvas.text(
      text, at: MapPixel(x: x, y: isLow ? center.y - reach - 10 : center.y + reach + 22), size: 17,
      anchor: .middle, isBold: true, hasHalo: true)
  }

  @discardableResult
  private func legend(on canvas: inout MapCanvas) -> Double {
    var legend = MapLegend(top: frame.height + 28, width: Self.width)
    legend.swatch(
      "fill=\"\(MapColors.area)\" stroke=\"\(MapColors.edge)\"",
      words(MapPhrase.thisArea, subject.values), on: &canvas)
    for (number, ring) in subject.rings.enumerated() {
      legend.swatch(
        "fill=\"\(MapColors.ring(number, of: subject.rings.count))\" stroke=\"\(MapColors.area)\" "
          + "stroke-dasharray=\"4 3\"",
        words(MapPhrase.ringWords, ["ring": .text(subject.narrator.ring(ring))]), on: &canvas)
    }
    if !others.isEmpty {
      legend.entry(words(MapPhrase.schemeOthers), on: &canvas) { place in
        "<circle cx=\"\(MapCanvas.n(place.x + 10))\" cy=\"\(MapCanvas.n(place.y - 5))\" r=\"4.5\" "
          + "\(MapColors.neighbour)/>"
      }
    }
    legend.note(words(MapPhrase.schemeNote), on: &canvas)
    if !subject.reference.provinceShapes.isEmpty {
      legend.note(words(MapPhrase.coarseProvinces), on: &canvas)
    }
    return legend.bottom
  }

  private var table: DataTable {
    var table = subject.table
    for area in others {
      table.append([
        .text(words(MapPhrase.kindNeighbour)),
        .text("\(area.code) \(subject.narrator.name(.area(area.code)))"),
        DataTable.Cell(area.representativePoint?.x), DataTable.Cell(area.representativePoint?.y),
        .missing,
      ])
    }
    return table
  }
}
