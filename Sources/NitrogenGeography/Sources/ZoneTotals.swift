// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Emissions and numbers of sources per area, ring and key, and once for all areas together.
///
/// Sums are exact (``ExactSum``): they depend on neither the order of the sources nor on how the
/// work was split.
public struct ZoneTotals: Hashable, Sendable {
  /// What a source adds to.
  public struct Cell: Hashable, Sendable {
    /// How many sources; a source that is split counts in every ring that it touches.
    public internal(set) var sources = 0
    /// Their emission.
    public internal(set) var sum = ExactSum()

    /// Their emission in kg/yr.
    public var kilograms: Double { sum.kilograms }
  }

  /// How many areas, rings and keys there are.
  public let areaCount: Int
  /// How many rings, the inside counted.
  public let ringCount: Int
  /// How many keys.
  public let keyCount: Int
  private var cells: [Cell]
  /// Each source once, in the innermost of its rings.
  private var single: [Cell]

  /// Makes empty totals for an index and a number of keys.
  public init(index: ZoneIndex, keyCount: Int) {
    areaCount = index.areas.count
    ringCount = index.scheme.rings.count
    self.keyCount = keyCount
    cells = Array(repeating: Cell(), count: areaCount * ringCount * keyCount)
    single = Array(repeating: Cell(), count: ringCount * keyCount)
  }

  /// What lies in a ring of an area, by their numbers in the index.
  public subscript(area area: Int, ring ring: Int, key key: Int) -> Cell {
    cells[(area * ringCount + ring) * keyCount + key]
  }

  /// What lies in a ring of any area, each source counted once in its innermost ring.
  public func once(ring: Int, key: Int) -> Cell { single[ring * keyCount + key] }

  /// Adds totals of other sources with the same areas, rings and keys.
  public mutating func merge(_ other: ZoneTotals) {
    precondition(
      other.cells.count == cells.count && other.single.count == single.count,
      "totals that are merged have the same areas, rings and keys")
    for number in cells.indices { cells[number].add(other.cells[number]) }
    for number in single.indices { single[number].add(other.single[number]) }
  }

  /// Refuses an emission (kg/yr) or a key that cannot be summed.
  func check(emission: Double, key: Int32, index: Int) throws(GeographyError) {
    guard emission.isFinite, abs(emission) <= ExactSum.largestTerm else {
      throw .unusableEmission(index: index, kilograms: emission)
    }
    guard (0..<keyCount).contains(Int(key)) else {
      throw .unknownKey(index: index, key: Int(key))
    }
  }

  @inline(__always)
  mutating func add(_ sum: ExactSum, area: Int, ring: Int, key: Int) {
    cells[(area * ringCount + ring) * keyCount + key].add(sum)
  }

  @inline(__always)
  mutating func addOnce(_ sum: ExactSum, ring: Int, key: Int) {
    single[ring * keyCount + key].add(sum)
  }
}

extension ZoneTotals.Cell {
  @inline(__always)
  fileprivate mutating func add(_ term: ExactSum) {
    sources += 1
    sum += term
  }

  fileprivate mutating func add(_ other: Self) {
    sources += other.sources
    sum += other.sum
  }
}

extension ZoneIndex {
  /// Adds sources to totals: every source to each area whose rings it lies in.
  ///
  /// Sources are taken in chunks of `chunk`; the result does not depend on it. To use several
  /// threads, give each its own totals for some of the sources and merge them. When an error is
  /// thrown, sources of earlier chunks have been added.
  public func add(
    _ sources: PointSources, to totals: inout ZoneTotals, chunk: Int = 1 << 20
  ) throws(GeographyError) {
    let counts = [sources.x.count, sources.y.count, sources.emission.count, sources.key.count]
    guard Set(counts).count == 1 else { throw .unequalColumns(counts) }
    for start in stride(from: 0, to: sources.count, by: max(chunk, 1)) {
      let range = start..<min(start + max(chunk, 1), sources.count)
      try add(sources, range: range, to: &totals)
    }
  }

  private func add(
    _ sources: PointSources, range: Range<Int>, to totals: inout ZoneTotals
  ) throws(GeographyError) {
    for item in range {
      try totals.check(emission: sources.emission[item], key: sources.key[item], index: item)
    }
    let items: SortedItems
    do {
      items = try SortedItems(x: Array(sources.x[range]), y: Array(sources.y[range]))
    } catch .sourceOutsideEnvelope(let index, let x, let y) {
      throw .sourceOutsideEnvelope(index: index + range.lowerBound, x: x, y: y)
    }
    let terms = items.order.map { ExactSum(sources.emission[range.lowerBound + Int($0)]) }
    let keys = items.order.map { sources.key[range.lowerBound + Int($0)] }
    let sink = TotalSink(totals: totals, terms: terms, keys: keys)
    totals = ZoneTotals(index: self, keyCount: 0)
    var descent = Descent(index: self, items: items, sink: sink)
    descent.run()
    totals = descent.sink.finished()
  }
}

/// Adds the emissions of items to totals.
private struct TotalSink: DescentSink {
  var totals: ZoneTotals
  let terms: [ExactSum]
  let keys: [Int32]
  /// The innermost ring of each item so far; 255 for none.
  private var innermost: [UInt8]

  init(totals: ZoneTotals, terms: [ExactSum], keys: [Int32]) {
    self.totals = totals
    self.terms = terms
    self.keys = keys
    innermost = Array(repeating: 255, count: terms.count)
  }

  var wantsDistances: Bool { false }

  @inline(__always)
  mutating func whole(_ items: Range<Int>, area: Int, ring: Int) {
    for item in items {
      totals.add(terms[item], area: area, ring: ring, key: Int(keys[item]))
      innermost[item] = min(innermost[item], UInt8(truncatingIfNeeded: ring))
    }
  }

  @inline(__always)
  mutating func point(_ item: Int, area: Int, ring: Int, distance: Double) {
    whole(item..<item + 1, area: area, ring: ring)
  }

  mutating func partial(
    _ item: Int, area: Int, distance: Double, candidates: ArraySlice<Int32>
  ) {
    preconditionFailure("a point lies in one ring")
  }

  func finished() -> ZoneTotals {
    var result = totals
    for item in terms.indices where innermost[item] != 255 {
      result.addOnce(terms[item], ring: Int(innermost[item]), key: Int(keys[item]))
    }
    return result
  }
}
