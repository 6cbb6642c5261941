// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenGeography
import NitrogenReports
import NitrogenWords

/// The map of the country in the making.
struct NationalDrawing {
  /// Areas of one status, own or inherited.
  struct Count {
    let status: Status
    let isInherited: Bool
    let areas: Int
  }

  static let width = 700.0
  private static let radius = 7.0

  let standings: [AreaStanding]
  let outlines: OutlineSet?
  let narrator: Narrator

  private var words: Words { narrator.words }
  private var reference: ReferenceData { narrator.result.reference }

  /// How many areas there are of each status, best first; those without any are left out.
  var counts: [Count] {
    AreaStanding.worstFirst.reversed().flatMap { status in
      [false, true].compactMap { isInherited in
        let areas = standings.count { $0.status == status && $0.isInherited == isInherited }
        return areas == 0 ? nil : Count(status: status, isInherited: isInherited, areas: areas)
      }
    }
  }

  /// A line of the legend.
  func legend(_ count: Count) -> String {
    words(
      count.isInherited ? MapPhrase.inherited : .legendCount,
      ["status": .text(narrator.status(count.status)), "count": .count(count.areas)])
  }

  /// What is shown: the provinces, or the areas where there are none.
  var frame: MapFrame? {
    let shapes = reference.provinceShapes.flatMap { $0.rings.joined() }
    let points = standings.compactMap { reference.catalogue[$0.area]?.representativePoint }
    guard let box = MapFrame.Box(shapes) ?? MapFrame.Box(points) else { return nil }
    return MapFrame(
      showing: box.grown(by: 6_000).atLeast(width: 20_000, height: 20_000),
      corner: MapPixel(x: 0, y: 0), width: Self.width, heights: 300...860)
  }

  /// Where an area's mark stands: within the country, at sea off the map, or nowhere.
  private enum Spot {
    case at(MapPixel)
    case offTheMap
    case unknown
  }

  private func spot(_ area: AreaCode, _ frame: MapFrame) -> Spot {
    guard let point = reference.catalogue[area]?.representativePoint else { return .unknown }
    return frame.box.contains(point) ? .at(frame.pixel(point)) : .offTheMap
  }

  /// The priority areas that policy names.
  private var priority: [AreaCode] {
    var areas: Set<AreaCode> = []
    for name in narrator.result.policy.list("priority.areas") ?? [] {
      areas.formUnion(reference.catalogue.areas(named: name).map(\.code))
    }
    return areas.sorted()
  }
}

// MARK: - Picture

extension NationalDrawing {
  func svg(title: String, description: String, page: (AreaCode) -> String?) -> String {
    let frame = frame
    let unplaced = standings.count {
      guard let frame, case .unknown = spot($0.area, frame) else { return frame == nil }
      return true
    }
    let notes =
      [words(MapPhrase.nationNote)]
      + (standings.contains(where: \.isInherited) ? [words(MapPhrase.inheritedNote)] : [])
      + (unplaced > 0 ? [words(MapPhrase.notOnMap, ["count": .count(unplaced)])] : [])
      + (reference.provinceShapes.isEmpty ? [] : [words(MapPhrase.coarseProvinces)])
    let columns = 100
    let lines = notes.map { MapCanvas.wrap($0, columns: columns).count }.reduce(0, +)
    let top = frame?.height ?? 40
    let height = top + 30 + Double(lines) * 14 * 1.35 + Double(notes.count) * 4
    var canvas = MapCanvas(width: Self.width, height: height.rounded())
    if let frame {
      MapBackdrop.provinces(reference.provinceShapes, in: frame, stroke: 1, on: &canvas)
      shapes(frame, on: &canvas)
      marks(frame, page, on: &canvas)
      labels(frame, on: &canvas)
      let scale = words.number(MapBackdrop.scaleLength(of: frame), decimals: 0)
      MapBackdrop.scale(
        of: frame, at: MapPixel(x: 14, y: frame.height - 12),
        label: words(MapPhrase.scale, ["length": .text(scale)]), north: words(MapPhrase.north),
        on: &canvas)
    }
    legend(frame, page, on: &canvas)
    var y = top + 28
    for note in notes {
      y = canvas.lines(note, at: MapPixel(x: 14, y: y), columns: columns, isMuted: true) + 4
    }
    return canvas.document(title: title, description: description)
  }

  /// The standings in the order in which they are painted: the worst on top.
  private var painted: [AreaStanding] {
    let rank = { (standing: AreaStanding) in
      AreaStanding.worstFirst.firstIndex(of: standing.status) ?? 0
    }
    return standings.sorted { (-rank($0), $0.area.rawValue) < (-rank($1), $1.area.rawValue) }
  }

  private func shapes(_ frame: MapFrame, on canvas: inout MapCanvas) {
    for standing in painted {
      guard let outline = outlines?[standing.area] else { continue }
      let rings = outline.parts.flatMap(\.rings).map {
        frame.drawn($0, tolerance: 0.5, smallest: 1.5)
      }
      let data = MapCanvas.path(rings)
      guard !data.isEmpty else { continue }
      canvas.add(
        "<path d=\"\(data)\" fill=\"\(standing.status.colour)\" fill-opacity=\"\(standing.isInherited ? 0.28 : 0.5)\" "
          + "fill-rule=\"evenodd\"/>")
    }
  }

  private func marks(
    _ frame: MapFrame, _ page: (AreaCode) -> String?, on canvas: inout MapCanvas
  ) {
    for standing in painted {
      guard case .at(let pixel) = spot(standing.area, frame) else { continue }
      mark(standing, at: pixel, page, on: &canvas)
    }
  }

  private func mark(
    _ standing: AreaStanding, at pixel: MapPixel, _ page: (AreaCode) -> String?,
    on canvas: inout MapCanvas
  ) {
    let status =
      narrator.status(standing.status)
      + (standing.isInherited
        ? " (\(words(MapPhrase.columnInherited).lowercased()))" : "")
    let told = words(
      MapPhrase.nationMark,
      [
        "number": .text("\(standing.area)"), "name": .text(narrator.name(.area(standing.area))),
        "status": .text(status),
      ])
    let symbol = MapMark.svg(
      standing.status, isHollow: standing.isInherited, at: pixel, radius: Self.radius)
    let title = "<title>\(MapCanvas.escape(told))</title>"
    if let page = page(standing.area) {
      canvas.add(
        "<a href=\"\(MapCanvas.escape(page))\" aria-label=\"\(MapCanvas.escape(told))\">\(title)\(symbol)</a>"
      )
    } else {
      canvas.add("<g>\(title)\(symbol)</g>")
    }
  }

  private func labels(_ frame: MapFrame, on canvas: inout MapCanvas) {
    let own = Set(standings.map(\.area))
    for area in priority where own.contains(area) {
      guard case .at(let pixel) = spot(area, frame) else { continue }
      canvas.text(
        "\(area)", at: MapPixel(x: pixel.x + Self.radius + 3, y: pixel.y + 6), size: 17,
        isBold: true, hasHalo: true)
    }
  }

  private func legend(
    _ frame: MapFrame?, _ page: (AreaCode) -> String?, on canvas: inout MapCanvas
  ) {
    var y = 26.0
    for count in counts.reversed() {
      canvas.add(
        MapMark.svg(
          count.status, isHollow: count.isInherited, at: MapPixel(x: 20, y: y - 5), radius: 7.5))
      y = canvas.lines(legend(count), at: MapPixel(x: 36, y: y), columns: 34, size: 16) + 4
    }
    let own = Set(standings.map(\.area))
    let names = priority.filter(own.contains).map { "\($0) \(narrator.name(.area($0)))" }
    if !names.isEmpty {
      y = canvas.lines(
        words(MapPhrase.priority, ["areas": .text(words.list(names))]),
        at: MapPixel(x: 12, y: y + 4), columns: 34, size: 14, isMuted: true)
    }
    guard let frame else { return }
    let atSea = standings.filter {
      if case .offTheMap = spot($0.area, frame) { true } else { false }
    }
    guard !atSea.isEmpty else { return }
    canvas.text(words(MapPhrase.atSea), at: MapPixel(x: 12, y: y + 10), size: 14, isMuted: true)
    for (number, standing) in atSea.enumerated() {
      let spot = MapPixel(x: 20 + Double(number) * 52, y: y + 28)
      mark(standing, at: spot, page, on: &canvas)
      canvas.text("\(standing.area)", at: MapPixel(x: spot.x + 11, y: spot.y + 5), size: 14)
    }
  }
}

// MARK: - Table

extension NationalDrawing {
  var table: DataTable {
    var table = DataTable(
      name: "map-nation", title: words(MapPhrase.tableNation), note: words(MapPhrase.nationNote),
      columns: [
        DataTable.Column("area", title: words(MapPhrase.columnNumber), .year),
        DataTable.Column("name", title: words(MapPhrase.columnName)),
        DataTable.Column("province", title: words(MapPhrase.columnProvince)),
        DataTable.Column("status", title: words(MapPhrase.columnStatus)),
        DataTable.Column("inherited", title: words(MapPhrase.columnInherited)),
        DataTable.Column("decided_by", title: words(MapPhrase.columnDecides)),
        DataTable.Column(
          "rd_x_m", title: words(MapPhrase.columnX), unit: "m", .number(decimals: 0)),
        DataTable.Column(
          "rd_y_m", title: words(MapPhrase.columnY), unit: "m", .number(decimals: 0)),
      ])
    for standing in standings {
      let area = reference.catalogue[standing.area]
      let provinces = area?.provinces ?? []
      let decides = standing.verdict.target.map { year in
        words(
          MapPhrase.target,
          [
            "slice": .text(narrator.slice(standing.assessment.slice)),
            "pollutant": .text(narrator.pollutant(standing.assessment.pollutant)),
            "year": .text(String(year)),
          ])
      }
      table.append([
        .integer(standing.area.rawValue), .text(narrator.name(.area(standing.area))),
        DataTable.Cell(provinces.isEmpty ? nil : provinces.joined(separator: ", ")),
        .text(narrator.status(standing.status)),
        .text(words(standing.isInherited ? MapPhrase.yes : .no)), DataTable.Cell(decides),
        DataTable.Cell(area?.representativePoint?.x), DataTable.Cell(area?.representativePoint?.y),
      ])
    }
    return table
  }
}
