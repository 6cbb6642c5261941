// SPDX-License-Identifier: GPL-3.0-or-later

/// One source in the reach of one area.
public struct ZonePair: Hashable, Sendable {
  /// The number of the area in ``ZoneIndex/areas``.
  public let area: Int
  /// The number of the ring in ``RingScheme/rings``, 0 for the inside.
  public let ring: Int
  /// The distance in metres, 0 inside; `nil` when it was not asked for.
  public let distance: Double?
}

/// Every pair of source and area within the outermost bound, source by source in input order.
public struct ZonePairs: Sendable {
  private let zones: SourceCodes

  fileprivate init(_ zones: SourceCodes) { self.zones = zones }

  /// How many sources were asked about.
  public var sourceCount: Int { zones.sourceCount }
  /// How many pairs there are.
  public var count: Int { zones.codes.count }

  /// The pairs of a source, by rising area.
  public subscript(source: Int) -> [ZonePair] {
    zones[source].map { position in
      ZonePair(
        area: zones.codes[position].area, ring: zones.codes[position].ring,
        distance: zones.values.isEmpty ? nil : zones.values[position])
    }
  }
}

extension ZoneIndex {
  /// Every pair of point and area within the outermost bound.
  ///
  /// Ask for at most some hundred thousand points at a time where memory matters: a pair takes 4
  /// bytes, 12 with its distance, and as much again while they are sorted.
  ///
  /// - Parameters:
  ///   - x: eastings in RD metres.
  ///   - y: northings in RD metres, as many.
  ///   - distances: whether to compute the distance of every pair (m).
  /// - Returns: the pairs of every point.
  /// - Throws: ``GeographyError`` for a point outside the envelope or columns of unequal length.
  public func pairs(
    x: [Double], y: [Double], distances: Bool = false
  ) throws(GeographyError) -> ZonePairs {
    let items = try SortedItems(x: x, y: y)
    var descent = Descent(
      index: self, items: items, sink: PairSink(order: items.order, wantsDistances: distances))
    descent.run()
    return descent.sink.pairs()
  }
}

/// Collects pairs cell by cell, then sorts them by source and area.
private struct PairSink: DescentSink {
  private struct Run {
    let first: Int32
    let end: Int32
    let code: ZoneCode
  }

  let order: [Int32]
  let wantsDistances: Bool
  private var runs: [Run] = []
  private var distances: [Double] = []

  init(order: [Int32], wantsDistances: Bool) {
    self.order = order
    self.wantsDistances = wantsDistances
  }

  mutating func whole(_ items: Range<Int>, area: Int, ring: Int) {
    append(items, area: area, ring: ring, distance: 0)
  }

  mutating func point(_ item: Int, area: Int, ring: Int, distance: Double) {
    append(item..<item + 1, area: area, ring: ring, distance: distance)
  }

  mutating func partial(
    _ item: Int, area: Int, distance: Double, candidates: ArraySlice<Int32>
  ) {
    preconditionFailure("a point lies in one ring")
  }

  private mutating func append(_ items: Range<Int>, area: Int, ring: Int, distance: Double) {
    runs.append(
      Run(
        first: Int32(items.lowerBound), end: Int32(items.upperBound),
        code: ZoneCode(area: area, ring: ring)))
    if wantsDistances { distances.append(distance) }
  }

  func pairs() -> ZonePairs {
    var counts = [Int32](repeating: 0, count: order.count)
    for run in runs {
      for item in Int(run.first)..<Int(run.end) { counts[Int(order[item])] += 1 }
    }
    var zones = SourceCodes(counts: counts, hasValues: wantsDistances)
    for (number, run) in runs.enumerated() {
      let distance = wantsDistances ? distances[number] : 0
      for item in Int(run.first)..<Int(run.end) {
        zones.append(run.code, value: distance, to: Int(order[item]))
      }
    }
    zones.sort()
    return ZonePairs(zones)
  }
}
