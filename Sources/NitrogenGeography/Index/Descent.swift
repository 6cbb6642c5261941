// SPDX-License-Identifier: GPL-3.0-or-later

/// What a descent reports, in the order of the curve.
protocol DescentSink {
  /// Whether every pair needs its distance; otherwise whole cells are reported at once.
  var wantsDistances: Bool { get }
  /// Items of a range that all lie wholly in one ring of an area.
  mutating func whole(_ items: Range<Int>, area: Int, ring: Int)
  /// A point's exact distance in metres and its ring.
  mutating func point(_ item: Int, area: Int, ring: Int, distance: Double)
  /// An item with a size that may lie in several rings; `candidates` hold every nearest segment.
  ///
  /// `distance` (m) is that of the item's centre to the nearest boundary, also from within.
  mutating func partial(_ item: Int, area: Int, distance: Double, candidates: ArraySlice<Int32>)
}

/// Assigns items, sorted along the curve, to areas and rings from large cells to small ones.
///
/// For the box around a cell's items, with centre c and half-diagonal h, the distance of each item
/// to a boundary differs from that of c by at most h. Where d(c) - h and d(c) + h fall in one ring,
/// so does the whole cell. Segments farther than d(c) + 2h from c are nearest to no item and are
/// left out further down. ``margin`` keeps all of this true in rounded arithmetic.
struct Descent<Sink: DescentSink> {
  /// Metres; far above rounding (1e-9 m) and far below anything that costs time.
  private static var margin: Double { 1e-6 }
  /// Cells with at most this many items are not divided further.
  private static var leafSize: Int { 6 }

  /// An area that is not settled for a cell, with its candidates on the stack of elements.
  private struct Frame {
    let area: Int32
    let first: Int32
    let count: Int32
    /// Whether the cell is known to lie outside the area, so that its items need no test.
    let outside: Bool
  }

  let index: ZoneIndex
  let items: SortedItems
  var sink: Sink
  private var elements: [Int32] = []
  private var frames: [Frame] = []

  init(index: ZoneIndex, items: SortedItems, sink: Sink) {
    self.index = index
    self.items = items
    self.sink = sink
  }

  /// Reports every pair of item and area within the outermost bound.
  mutating func run() {
    guard items.count > 0 else { return }
    elements = index.tree.roots
    frames = index.tree.roots.indices.map {
      Frame(area: Int32($0), first: Int32($0), count: 1, outside: false)
    }
    visit(0..<items.count, level: 0, active: frames.indices)
  }

  private mutating func visit(_ range: Range<Int>, level: Int, active: Range<Int>) {
    let box = items.box(of: range)
    let elementMark = elements.count
    let frameMark = frames.count
    for number in active { settle(frames[number], range: range, box: box) }
    let open = frameMark..<frames.count
    if !open.isEmpty {
      if range.count <= Self.leafSize || level == MortonCode.depth {
        for number in open { finish(frames[number], range: range) }
      } else {
        divide(range, level: level, active: open)
      }
    }
    elements.removeSubrange(elementMark...)
    frames.removeSubrange(frameMark...)
  }

  private mutating func divide(_ range: Range<Int>, level: Int, active: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = items.endOfCell(from: start, within: range, level: level + 1)
      visit(start..<end, level: level + 1, active: active)
      start = end
    }
  }

  /// Settles an area for a whole cell, or leaves it with fewer candidates for smaller ones.
  @inline(__always)
  private mutating func settle(_ frame: Frame, range: Range<Int>, box: ItemBox) {
    let candidates = Int(frame.first)..<Int(frame.first + frame.count)
    let reach = box.reach + Self.margin
    var nearest = candidates.lowerBound
    var nearestSquared = Double.infinity
    for position in candidates {
      let squared = index.tree.nodes[Int(elements[position])].squaredDistance(x: box.x, y: box.y)
      if squared < nearestSquared {
        nearestSquared = squared
        nearest = position
      }
    }
    let farthest = index.scheme.limits[index.scheme.limits.count - 1] + reach
    if nearestSquared > farthest * farthest {
      // Far from every boundary: nothing, unless it lies deep inside.
      if !frame.outside, contains(frame.area, x: box.x, y: box.y) {
        sink.whole(range, area: Int(frame.area), ring: 0)
      }
      return
    }
    var least = Double.infinity
    index.tree.lower(&least, under: elements[nearest], x: box.x, y: box.y)
    for position in candidates where position != nearest {
      let node = elements[position]
      if index.tree.nodes[Int(node)].squaredDistance(x: box.x, y: box.y) <= least {
        index.tree.lower(&least, under: node, x: box.x, y: box.y)
      }
    }
    let distance = least.squareRoot()
    var outside = frame.outside
    if !outside, distance > reach {
      if contains(frame.area, x: box.x, y: box.y) {
        sink.whole(range, area: Int(frame.area), ring: 0)
        return
      }
      outside = true
    }
    if outside {
      let inner = index.scheme.number(at: distance - reach)
      if inner == index.scheme.limits.count { return }
      if !sink.wantsDistances, inner == index.scheme.number(at: distance + reach) {
        sink.whole(range, area: Int(frame.area), ring: inner)
        return
      }
    }
    keep(frame, nearest: nearest, within: distance + 2 * reach, box: box, outside: outside)
  }

  /// Puts the candidates that can be nearest to some item on the stack, the nearest first.
  @inline(__always)
  private mutating func keep(
    _ frame: Frame, nearest: Int, within limit: Double, box: ItemBox, outside: Bool
  ) {
    let first = elements.count
    keep(elements[nearest], within: limit * limit, box: box)
    for position in Int(frame.first)..<Int(frame.first + frame.count) where position != nearest {
      keep(elements[position], within: limit * limit, box: box)
    }
    frames.append(
      Frame(
        area: frame.area, first: Int32(first), count: Int32(elements.count - first),
        outside: outside))
  }

  private mutating func keep(_ node: Int32, within squaredLimit: Double, box: ItemBox) {
    let element = index.tree.nodes[Int(node)]
    if element.squaredDistance(x: box.x, y: box.y) > squaredLimit { return }
    if element.isLeaf || element.reach <= box.reach {
      elements.append(node)
      return
    }
    for child in element.first..<element.first + element.count {
      keep(child, within: squaredLimit, box: box)
    }
  }

  /// Answers for each item of a small cell by itself.
  @inline(__always)
  private mutating func finish(_ frame: Frame, range: Range<Int>) {
    let area = Int(frame.area)
    let candidates = Int(frame.first)..<Int(frame.first + frame.count)
    for item in range {
      let x = items.x[item]
      let y = items.y[item]
      let reach = items.reach(of: item)
      let isInside = !frame.outside && contains(frame.area, x: x, y: y)
      if isInside, reach == 0 {
        sink.point(item, area: area, ring: 0, distance: 0)
        continue
      }
      var least = Double.infinity
      for position in candidates {
        let node = elements[position]
        let squared = index.tree.nodes[Int(node)].squaredDistance(x: x, y: y)
        if squared <= SegmentTree.slackened(least) {
          index.tree.lower(&least, under: node, x: x, y: y)
        }
      }
      let distance = least.squareRoot()
      if reach == 0 {
        let ring = index.scheme.number(at: distance)
        if ring < index.scheme.limits.count {
          sink.point(item, area: area, ring: ring, distance: distance)
        }
      } else {
        finish(
          item, area: area, distance: distance, reach: reach + Self.margin, isInside: isInside,
          candidates: candidates)
      }
    }
  }

  private mutating func finish(
    _ item: Int, area: Int, distance: Double, reach: Double, isInside: Bool,
    candidates: Range<Int>
  ) {
    if distance > reach {
      if isInside {
        sink.whole(item..<item + 1, area: area, ring: 0)
        return
      }
      let inner = index.scheme.number(at: distance - reach)
      if inner == index.scheme.limits.count { return }
      if inner == index.scheme.number(at: distance + reach) {
        sink.whole(item..<item + 1, area: area, ring: inner)
        return
      }
    }
    sink.partial(item, area: area, distance: distance, candidates: elements[candidates])
  }

  @inline(__always)
  private func contains(_ area: Int32, x: Double, y: Double) -> Bool {
    index.crossings.contains(area: Int(area), x: x, y: y, segments: index.tree.segments)
  }
}
