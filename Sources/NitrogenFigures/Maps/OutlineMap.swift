// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenReports
import NitrogenWords

/// The map of an area whose outline is known, to scale.
///
/// A ring is drawn as a line along the outline, twice as wide as the ring reaches and with round corners,
/// below what is nearer: so it is the exact buffer without its geometry.
struct OutlineMap {
  static let width = 700.0

  let subject: MapSubject
  let outlines: OutlineSet
  let density: DensityLayer?
  let frame: MapFrame
  /// The outline as it is drawn.
  private let shape: String
  private let coarse: String
  private let points: [MapPixel]
  private let neighbours: [Neighbour]

  /// Another area in view.
  struct Neighbour {
    let area: AreaCode
    let shape: String
    /// Where its number stands; `nil` where there is no room.
    let label: MapPixel?
  }

  private var words: Words { subject.words }

  init?(
    subject: MapSubject, outline: Outline, outlines: OutlineSet, density: SourceDensity?
  ) {
    let reach = Double(subject.rings.last?.outerBound ?? 0)
    guard let around = MapFrame.Box(outline.parts.flatMap(\.exterior)) else { return nil }
    let margin = max(reach * 1.25, 0.06 * max(around.width, around.height), 300)
    let box = around.grown(by: margin).atLeast(width: 5_000, height: 3_500)
    let frame = MapFrame(
      showing: box, corner: MapPixel(x: 1, y: 1), width: Self.width - 2, heights: 380...640)
    self.subject = subject
    self.outlines = outlines
    self.frame = frame
    let all = outline.parts.flatMap(\.rings)
    let rings = all.map { frame.drawn($0, tolerance: 0.5, smallest: 0.5) }
    shape = MapCanvas.path(rings)
    // Rings are lines with round corners, which hide what is left out here.
    coarse = MapCanvas.path(all.map { frame.drawn($0, tolerance: 0.8, smallest: 2) })
    points = rings.flatMap { $0 }
    neighbours = Self.neighbours(of: subject.area, outlines, frame)
    self.density = density.flatMap {
      DensityLayer($0, frame: frame, narrator: subject.narrator)
    }
  }

  private static func neighbours(
    of area: AreaCode, _ outlines: OutlineSet, _ frame: MapFrame
  ) -> [Neighbour] {
    var taken: [MapPixel] = []
    return zip(outlines.areas, outlines.outlines).compactMap { code, outline in
      guard code != area else { return nil }
      let rings = outline.parts.flatMap(\.rings).map { frame.drawn($0, smallest: 3) }
      let data = MapCanvas.path(rings)
      guard !data.isEmpty else { return nil }
      // The number stands in the middle of the largest piece in view, where no other stands.
      let largest = rings.max { abs(MapShapes.surface($0)) < abs(MapShapes.surface($1)) } ?? []
      let count = Double(max(largest.count, 1))
      let middle = MapPixel(
        x: largest.map(\.x).reduce(0, +) / count, y: largest.map(\.y).reduce(0, +) / count)
      let room = MapPixel(
        x: min(max(middle.x, frame.corner.x + 16), frame.corner.x + frame.width - 16),
        y: min(max(middle.y + 5, frame.corner.y + 18), frame.corner.y + frame.height - 8))
      let isFree = taken.allSatisfy { abs($0.x - room.x) > 30 || abs($0.y - room.y) > 18 }
      if isFree { taken.append(room) }
      return Neighbour(area: code, shape: data, label: isFree ? room : nil)
    }
  }
}

// MARK: - Figure

extension OutlineMap {
  var figure: Figure {
    let alternative =
      words(MapPhrase.areaOutlineAlternative, subject.values) + (density?.alternative ?? "")
    return Figure(
      name: subject.figureName, title: subject.title, alternative: alternative,
      svg: svg(description: alternative), table: table)
  }

  private func svg(description: String) -> String {
    var below = MapCanvas(width: Self.width, height: 10_000)
    let bottom = legend(on: &below, from: frame.height + 28)
    var canvas = MapCanvas(width: Self.width, height: (bottom + 4).rounded())
    if frame.box.width > 30_000 {
      MapBackdrop.provinces(subject.reference.provinceShapes, in: frame, on: &canvas)
    }
    for neighbour in neighbours {
      let name = subject.narrator.name(.area(neighbour.area))
      canvas.add(
        "<path d=\"\(neighbour.shape)\" \(MapColors.neighbour) fill-rule=\"evenodd\"><title>"
          + "\(MapCanvas.escape("\(neighbour.area) \(name)"))</title></path>")
    }
    rings(on: &canvas)
    canvas.add(
      "<path d=\"\(shape)\" fill=\"\(MapColors.area)\" stroke=\"\(MapColors.edge)\" "
        + "stroke-width=\"0.8\" fill-rule=\"evenodd\"><title>"
        + "\(MapCanvas.escape("\(subject.area) \(subject.name)"))</title></path>")
    density?.draw(on: &canvas)
    for neighbour in neighbours {
      guard let label = neighbour.label else { continue }
      canvas.text(
        "\(neighbour.area)", at: label, size: 15, anchor: .middle, isMuted: true, hasHalo: true)
    }
    let scale = MapBackdrop.scaleLength(of: frame)
    MapBackdrop.scale(
      of: frame, at: MapPixel(x: 16, y: frame.height - 12),
      label: words(
        MapPhrase.scale, ["length": .text(words.number(scale, decimals: scale < 1 ? 1 : 0))]),
      north: words(MapPhrase.north), on: &canvas)
    LocatorMap(subject: subject).draw(on: &canvas, beside: frame, avoiding: points)
    MapBackdrop.border(of: frame, on: &canvas)
    legend(on: &canvas, from: frame.height + 28)
    return canvas.document(title: subject.title, description: description)
  }

  private func rings(on canvas: inout MapCanvas) {
    for (number, ring) in subject.rings.enumerated().reversed() {
      let width = 2 * Double(ring.outerBound) * frame.scale
      canvas.add(
        "<path d=\"\(coarse)\" fill=\"none\" stroke=\"\(MapColors.ring(number, of: subject.rings.count))\" "
          + "stroke-width=\"\(MapCanvas.n(width))\" stroke-linejoin=\"round\"/>")
    }
  }

  /// Draws the legend; returns where it ends.
  @discardableResult
  private func legend(on canvas: inout MapCanvas, from top: Double) -> Double {
    var legend = MapLegend(top: top, width: Self.width)
    legend.swatch(
      "fill=\"\(MapColors.area)\" stroke=\"\(MapColors.edge)\"",
      words(MapPhrase.thisArea, subject.values), on: &canvas)
    for (number, ring) in subject.rings.enumerated() {
      legend.swatch(
        "fill=\"\(MapColors.ring(number, of: subject.rings.count))\"",
        words(MapPhrase.ringWords, ["ring": .text(subject.narrator.ring(ring))]), on: &canvas)
    }
    if !neighbours.isEmpty {
      legend.swatch(MapColors.neighbour, words(MapPhrase.neighbours), on: &canvas)
    }
    legend.finishRow()
    density?.legend(&legend, on: &canvas)
    if frame.box.width > 30_000, !subject.reference.provinceShapes.isEmpty {
      legend.note(words(MapPhrase.coarseProvinces), on: &canvas)
    }
    return legend.bottom
  }

  private var table: DataTable {
    var table = subject.table
    for neighbour in neighbours {
      let point = subject.reference.catalogue[neighbour.area]?.representativePoint
      table.append([
        .text(words(MapPhrase.kindNeighbour)),
        .text("\(neighbour.area) \(subject.narrator.name(.area(neighbour.area)))"),
        DataTable.Cell(point?.x), DataTable.Cell(point?.y), .missing,
      ])
    }
    density?.addRows(to: &table)
    return table
  }
}
