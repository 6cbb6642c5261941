// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// The share of one source that lies in one ring of one area.
public struct ZoneShare: Hashable, Sendable {
  /// The number of the area in ``ZoneIndex/areas``.
  public let area: Int
  /// The number of the ring in ``RingScheme/rings``, 0 for the inside.
  public let ring: Int
  /// The share of the source's length or surface, above 1e-12 and at most 1.
  public let share: Double
}

/// The shares of sources with a size, source by source in input order.
public struct ZoneShares: Sendable {
  private let zones: SourceCodes

  fileprivate init(count: Int, found: [FoundShare]) {
    var counts = [Int32](repeating: 0, count: count)
    for entry in found { counts[Int(entry.source)] += 1 }
    var zones = SourceCodes(counts: counts, hasValues: true)
    for entry in found { zones.append(entry.code, value: entry.share, to: Int(entry.source)) }
    zones.sort()
    self.zones = zones
  }

  /// How many sources were asked about.
  public var sourceCount: Int { zones.sourceCount }
  /// How many shares there are.
  public var count: Int { zones.codes.count }

  /// The shares of a source, by rising area and ring.
  public subscript(source: Int) -> [ZoneShare] {
    zones[source].map { position in
      ZoneShare(
        area: zones.codes[position].area, ring: zones.codes[position].ring,
        share: zones.values[position])
    }
  }
}

extension ZoneShares {
  /// Goes over the shares of a source, by rising area and ring, without a list of them.
  @inline(__always)
  func forEach(of source: Int, _ body: (ZoneShare) -> Void) {
    for position in zones[source] {
      body(
        ZoneShare(
          area: zones.codes[position].area, ring: zones.codes[position].ring,
          share: zones.values[position]))
    }
  }
}

/// A share as a descent finds it.
private struct FoundShare {
  let source: Int32
  let code: ZoneCode
  let share: Double
}

extension ZoneIndex {
  /// How straight lines are divided over rings by length; a line without length is a point.
  ///
  /// Exact but for rounding: the ends of every part are roots of linear and square equations.
  ///
  /// - Parameter lines: both ends in RD metres.
  /// - Returns: the shares of every line.
  /// - Throws: ``GeographyError`` for an end outside the envelope.
  public func shares(
    lines: [(start: RDPoint, end: RDPoint)]
  ) throws(GeographyError) -> ZoneShares {
    for (number, line) in lines.enumerated() {
      for end in [line.start, line.end] where !RDEnvelope.contains(end) {
        throw .sourceOutsideEnvelope(index: number, x: end.x, y: end.y)
      }
    }
    let items = try SortedItems(
      x: lines.map { ($0.start.x + $0.end.x) * 0.5 },
      y: lines.map { ($0.start.y + $0.end.y) * 0.5 },
      radii: lines.map { line in
        let (dx, dy) = (line.end.x - line.start.x, line.end.y - line.start.y)
        return (dx * dx + dy * dy).squareRoot() * 0.5
      })
    let shapes = items.order.map { number in
      let line = lines[Int(number)]
      return Line(px: line.start.x, py: line.start.y, qx: line.end.x, qy: line.end.y)
    }
    return shares(items: items) { item, area, distance, candidates in
      insideShares(
        of: shapes[item], area: area, distance: distance, reach: items.radii[item],
        candidates: candidates)
    }
  }

  /// How rectangles, such as the cells of a grid, are divided over rings by surface.
  ///
  /// The inside is exact but for rounding; rings to about 1e-7 of the cell. The parts of an outline
  /// must not overlap.
  ///
  /// - Parameter cells: rectangles in RD metres, with their middles within the envelope.
  /// - Returns: the shares of every cell.
  /// - Throws: ``GeographyError`` for a cell without surface or outside the envelope.
  public func shares(cells: [CellBox]) throws(GeographyError) -> ZoneShares {
    for (number, cell) in cells.enumerated() where !(cell.surface > 0 && cell.maxX > cell.minX) {
      throw .emptyCell(index: number)
    }
    let items = try SortedItems(
      x: cells.map { ($0.minX + $0.maxX) * 0.5 }, y: cells.map { ($0.minY + $0.maxY) * 0.5 },
      radii: cells.map { cell in
        let (width, height) = (cell.maxX - cell.minX, cell.maxY - cell.minY)
        return (width * width + height * height).squareRoot() * 0.5
      })
    let shapes = items.order.map { cells[Int($0)] }
    return shares(items: items) { item, area, distance, candidates in
      insideShares(
        of: shapes[item], area: area, distance: distance, reach: items.radii[item],
        candidates: candidates)
    }
  }

  /// How sources of any shape are divided over rings; see ``shares(lines:)`` and
  /// ``shares(cells:)``. A surface is divided as exactly as a cell.
  ///
  /// - Parameter shapes: in RD metres.
  /// - Returns: the shares of every source.
  /// - Throws: ``GeographyError`` for a shape without size or outside the envelope.
  public func shares(shapes: [SourceShape]) throws(GeographyError) -> ZoneShares {
    var sized: [SizedShape] = []
    sized.reserveCapacity(shapes.count)
    for (number, shape) in shapes.enumerated() {
      guard let one = SizedShape(shape) else { throw .emptyShape(index: number) }
      if !RDEnvelope.contains(x: one.box.minX, y: one.box.minY) {
        throw .sourceOutsideEnvelope(index: number, x: one.box.minX, y: one.box.minY)
      }
      if !RDEnvelope.contains(x: one.box.maxX, y: one.box.maxY) {
        throw .sourceOutsideEnvelope(index: number, x: one.box.maxX, y: one.box.maxY)
      }
      sized.append(one)
    }
    let items = try SortedItems(
      x: sized.map(\.x), y: sized.map(\.y), radii: sized.map(\.reach))
    return shares(items: items) { item, area, distance, candidates in
      let shape = sized[Int(items.order[item])]
      switch shape.form {
      case .point:
        return insideShares(
          of: Line(px: shape.x, py: shape.y, qx: shape.x, qy: shape.y), area: area,
          distance: distance, reach: 0, candidates: candidates)
      case .line(let line):
        return insideShares(
          of: line, area: area, distance: distance, reach: shape.reach, candidates: candidates)
      case .way(let lines):
        return insideShares(of: lines, area: area, candidates: candidates)
      case .cell(let cell):
        return insideShares(
          of: cell, area: area, distance: distance, reach: shape.reach, candidates: candidates)
      case .surface(let surface):
        return insideShares(
          of: surface, area: area, distance: distance, reach: shape.reach,
          candidates: candidates)
      }
    }
  }

  /// Runs a descent; `split` gives the share of an item within each limit.
  private func shares(
    items: SortedItems,
    split: @escaping (_ item: Int, _ area: Int, _ distance: Double, ArraySlice<Int32>) -> [Double]
  ) -> ZoneShares {
    var descent = Descent(
      index: self, items: items, sink: ShareSink(order: items.order, split: split))
    descent.run()
    return ZoneShares(count: items.count, found: descent.sink.found)
  }
}

/// Collects whole and divided items.
private struct ShareSink: DescentSink {
  /// Smaller shares are rounding.
  private static let least = 1e-12

  let order: [Int32]
  let split: (_ item: Int, _ area: Int, _ distance: Double, ArraySlice<Int32>) -> [Double]
  private(set) var found: [FoundShare] = []

  init(
    order: [Int32],
    split: @escaping (_ item: Int, _ area: Int, _ distance: Double, ArraySlice<Int32>) -> [Double]
  ) {
    self.order = order
    self.split = split
  }

  var wantsDistances: Bool { false }

  mutating func whole(_ items: Range<Int>, area: Int, ring: Int) {
    for item in items { append(item, area: area, ring: ring, share: 1) }
  }

  mutating func point(_ item: Int, area: Int, ring: Int, distance: Double) {
    append(item, area: area, ring: ring, share: 1)
  }

  mutating func partial(
    _ item: Int, area: Int, distance: Double, candidates: ArraySlice<Int32>
  ) {
    var covered = 0.0
    for (ring, within) in split(item, area, distance, candidates).enumerated() {
      if within - covered > Self.least {
        append(item, area: area, ring: ring, share: within - covered)
        covered = within
      }
    }
  }

  private mutating func append(_ item: Int, area: Int, ring: Int, share: Double) {
    found.append(
      FoundShare(source: order[item], code: ZoneCode(area: area, ring: ring), share: share))
  }
}
