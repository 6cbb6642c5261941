// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

extension ZoneIndex {
  /// Adds sources to totals: every source to each area whose rings it lies in.
  ///
  /// Work with the same batch can be split over threads by `rows`, each thread with totals of its
  /// own that are merged in the end; the result does not depend on the split. When an error is
  /// thrown, some rows may have been added.
  ///
  /// - Parameters:
  ///   - batch: the sources; keys are numbered from 0.
  ///   - rows: which of them; all by default.
  ///   - membership: what of a source with a size counts.
  ///   - totals: made for this index, with room for the batch's keys.
  /// - Throws: ``GeographyError`` for a row that cannot be used.
  public func add(
    _ batch: SourceBatch, rows: Range<Int>? = nil, membership: ZoneMembership = .share,
    to totals: inout ZoneTotals
  ) throws(GeographyError) {
    let counts = [batch.x.count, batch.y.count, batch.emission.count, batch.key.count]
    guard Set(counts).count == 1, batch.shapes.isEmpty || batch.shapes.count == batch.count else {
      throw .unequalColumns(counts + [batch.shapes.count])
    }
    let range = rows ?? 0..<batch.count
    for row in range {
      guard batch.emission[row].isFinite, abs(batch.emission[row]) <= ExactSum.largestTerm else {
        throw .unusableEmission(index: row, kilograms: batch.emission[row])
      }
      guard (0..<totals.keyCount).contains(Int(batch.key[row])) else {
        throw .unknownKey(index: row, key: Int(batch.key[row]))
      }
    }
    if batch.shapes.isEmpty && batch.unknown.isEmpty {
      try naming(range) { () throws(GeographyError) in
        try addPoints(range.count == batch.count ? batch : batch.points(range), to: &totals)
      }
      return
    }
    let unknown = Set(batch.unknown)
    var points: [Int] = []
    var sized: [Int] = []
    var unknownPoints: [Int] = []
    for row in range {
      let isPoint = batch.shapes.isEmpty || membership.isPoint(batch.shapes[row])
      if !isPoint {
        sized.append(row)
      } else if unknown.contains(Int32(row)) {
        unknownPoints.append(row)
      } else {
        points.append(row)
      }
    }
    try naming(points) { () throws(GeographyError) in
      try addPoints(batch.points(points), to: &totals)
    }
    try addUnknownPoints(batch, rows: unknownPoints, to: &totals)
    var adder = ShareAdder(totals)
    for start in stride(from: 0, to: sized.count, by: Self.sizedChunk) {
      let rows = Array(sized[start..<min(start + Self.sizedChunk, sized.count)])
      let shares = try naming(rows) { () throws(GeographyError) in
        try self.shares(shapes: rows.map { batch.shapes[$0] })
      }
      for (number, row) in rows.enumerated() {
        let emission = unknown.contains(Int32(row)) ? nil : batch.emission[row]
        let key = Int(batch.key[row])
        let owner = OwnerSet.mark(batch.owner(row))
        if membership.isWhole(batch.shapes[row]) {
          for share in membership.counted(shares[number], of: batch.shapes[row]) {
            adder.add(share, emission: emission, owner: owner, key: key, to: &totals)
          }
        } else {
          shares.forEach(of: number) { share in
            adder.add(share, emission: emission, owner: owner, key: key, to: &totals)
          }
        }
        adder.finish(emission: emission, key: key, to: &totals)
      }
    }
  }

  /// How many sources with a size are prepared at a time, so that memory stays bounded.
  private static var sizedChunk: Int { 1 << 17 }

  /// Adds points of known emission.
  private func addPoints(
    _ points: SourceBatch, to totals: inout ZoneTotals
  ) throws(GeographyError) {
    let items = try SortedItems(x: points.x, y: points.y)
    let terms = items.order.map { ExactSum(points.emission[Int($0)]) }
    let keys = items.order.map { points.key[Int($0)] }
    let owners = items.order.map { OwnerSet.mark(points.owner(Int($0))) }
    let sink = TotalSink(totals: totals, terms: terms, keys: keys, owners: owners)
    totals = ZoneTotals(index: self, keyCount: 0)
    var descent = Descent(index: self, items: items, sink: sink)
    descent.run()
    totals = descent.sink.finished()
  }

  private func addUnknownPoints(
    _ batch: SourceBatch, rows: [Int], to totals: inout ZoneTotals
  ) throws(GeographyError) {
    let found = try naming(rows) { () throws(GeographyError) in
      try pairs(x: rows.map { batch.x[$0] }, y: rows.map { batch.y[$0] })
    }
    var adder = ShareAdder(totals)
    for (number, row) in rows.enumerated() {
      let key = Int(batch.key[row])
      let owner = OwnerSet.mark(batch.owner(row))
      for pair in found[number] {
        let share = ZoneShare(area: pair.area, ring: pair.ring, share: 1)
        adder.add(share, emission: nil, owner: owner, key: key, to: &totals)
      }
      adder.finish(emission: nil, key: key, to: &totals)
    }
  }

  /// Turns the number of a source among some rows into that of its row.
  private func naming<Value>(
    _ rows: some RandomAccessCollection<Int>, _ work: () throws(GeographyError) -> Value
  ) throws(GeographyError) -> Value {
    func row(_ number: Int) -> Int { rows[rows.index(rows.startIndex, offsetBy: number)] }
    do throws(GeographyError) {
      return try work()
    } catch .sourceOutsideEnvelope(let index, let x, let y) {
      throw .sourceOutsideEnvelope(index: row(index), x: x, y: y)
    } catch .emptyShape(let index) {
      throw .emptyShape(index: row(index))
    } catch {
      throw error
    }
  }
}

extension SourceBatch {
  /// Some rows that are points of known emission.
  fileprivate func points(_ rows: some Collection<Int>) -> SourceBatch {
    var points = SourceBatch()
    points.x = rows.map { x[$0] }
    points.y = rows.map { y[$0] }
    points.emission = rows.map { emission[$0] }
    points.key = rows.map { key[$0] }
    if !owners.isEmpty { points.owners = rows.map { owners[$0] } }
    return points
  }
}

/// Adds the emissions of items to totals.
private struct TotalSink: DescentSink {
  var totals: ZoneTotals
  let terms: [ExactSum]
  let keys: [Int32]
  let owners: [UInt32]
  /// The innermost ring of each item and group so far; 255 for none.
  private var innermost: [UInt8]

  init(totals: ZoneTotals, terms: [ExactSum], keys: [Int32], owners: [UInt32]) {
    self.totals = totals
    self.terms = terms
    self.keys = keys
    self.owners = owners
    innermost = Array(repeating: 255, count: terms.count * totals.groupCount)
  }

  var wantsDistances: Bool { false }

  @inline(__always)
  mutating func whole(_ items: Range<Int>, area: Int, ring: Int) {
    let number = UInt8(truncatingIfNeeded: ring)
    for item in items {
      totals.add(
        terms[item], owner: owners[item], area: area, ring: ring, key: Int(keys[item]))
    }
    for group in totals.groups[area] {
      let first = group * terms.count
      for item in items { innermost[first + item] = min(innermost[first + item], number) }
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
    for group in 0..<totals.groupCount {
      for item in terms.indices {
        let ring = innermost[group * terms.count + item]
        if ring != 255 {
          result.addOnce(terms[item], group: group, ring: Int(ring), key: Int(keys[item]))
        }
      }
    }
    return result
  }
}
