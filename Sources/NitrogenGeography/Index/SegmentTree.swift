// SPDX-License-Identifier: GPL-3.0-or-later

/// A box around segments, or around boxes, of one outline.
struct BoxNode: Sendable {
  var minX = Double.infinity
  var minY = Double.infinity
  var maxX = -Double.infinity
  var maxY = -Double.infinity
  /// The first segment of a leaf, the first child of another node.
  var first: Int32 = 0
  /// How many segments or children.
  var count: Int32 = 0
  /// Whether it holds segments.
  var isLeaf = false

  /// Square of the distance from a point to the box in m², 0 within.
  @inline(__always)
  func squaredDistance(x: Double, y: Double) -> Double {
    let dx = max(minX - x, x - maxX, 0)
    let dy = max(minY - y, y - maxY, 0)
    return dx * dx + dy * dy
  }

  /// Half the longer side in metres.
  @inline(__always)
  var reach: Double { max(maxX - minX, maxY - minY) * 0.5 }

  fileprivate mutating func include(_ other: BoxNode) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }
}

/// The boundary segments of many outlines, each outline with a tree of boxes over its own.
///
/// Leaves hold up to eight consecutive segments of one ring; upper levels join eight neighbours on
/// the Morton curve.
struct SegmentTree: Sendable {
  private static let leafSize = 8
  private static let fanOut = 8

  private(set) var segments: [Segment] = []
  private(set) var nodes: [BoxNode] = []
  /// The top node of each outline.
  private(set) var roots: [Int32] = []
  /// The segments of each outline.
  private(set) var ranges: [Range<Int>] = []

  init(_ outlines: [Outline]) {
    for outline in outlines { append(outline) }
  }

  private mutating func append(_ outline: Outline) {
    var level: [BoxNode] = []
    let firstSegment = segments.count
    for ring in outline.segments {
      for start in stride(from: 0, to: ring.count, by: Self.leafSize) {
        let piece = ring[start..<min(start + Self.leafSize, ring.count)]
        level.append(leaf(piece))
      }
    }
    ranges.append(firstSegment..<segments.count)
    level = Self.alongCurve(level)
    while level.count > 1 {
      var upper: [BoxNode] = []
      for start in stride(from: 0, to: level.count, by: Self.fanOut) {
        let children = level[start..<min(start + Self.fanOut, level.count)]
        var node = BoxNode(first: Int32(nodes.count), count: Int32(children.count))
        for child in children { node.include(child) }
        nodes.append(contentsOf: children)
        upper.append(node)
      }
      level = upper
    }
    roots.append(Int32(nodes.count))
    nodes.append(contentsOf: level)
  }

  private mutating func leaf(_ piece: ArraySlice<Segment>) -> BoxNode {
    var node = BoxNode(first: Int32(segments.count), count: Int32(piece.count), isLeaf: true)
    for segment in piece {
      node.minX = min(node.minX, segment.ax, segment.bx)
      node.minY = min(node.minY, segment.ay, segment.by)
      node.maxX = max(node.maxX, segment.ax, segment.bx)
      node.maxY = max(node.maxY, segment.ay, segment.by)
    }
    segments.append(contentsOf: piece)
    return node
  }

  private static func alongCurve(_ level: [BoxNode]) -> [BoxNode] {
    let codes = level.map {
      MortonCode.code(x: ($0.minX + $0.maxX) * 0.5, y: ($0.minY + $0.maxY) * 0.5)
    }
    return MortonCode.sorted(codes).order.map { level[Int($0)] }
  }
}

extension SegmentTree {
  /// A squared distance in m², raised by more than rounding, so that the segments looked at always
  /// include every one that ties and the answer does not depend on the order of looking.
  @inline(__always)
  static func slackened(_ squared: Double) -> Double { squared * 1.000_000_000_001 + 1e-9 }

  /// The segments under nodes that are within a distance of a point, both in metres.
  func segments(
    under candidates: some Sequence<Int32>, within distance: Double, x: Double, y: Double
  ) -> [Segment] {
    let squaredLimit = distance * distance
    var found: [Segment] = []
    var open = Array(candidates)
    while let node = open.popLast() {
      let box = nodes[Int(node)]
      if box.squaredDistance(x: x, y: y) > squaredLimit { continue }
      if box.isLeaf {
        for segment in segments[Int(box.first)..<Int(box.first + box.count)]
        where segment.squaredDistance(x: x, y: y) <= squaredLimit {
          found.append(segment)
        }
      } else {
        open.append(contentsOf: box.first..<box.first + box.count)
      }
    }
    return found
  }

  /// Lowers a squared distance in m² to that of the nearest segment under a node.
  ///
  /// A pure function of point and node but for boxes that cannot lower it.
  func lower(_ least: inout Double, under node: Int32, x: Double, y: Double) {
    let box = nodes[Int(node)]
    if box.isLeaf {
      for number in Int(box.first)..<Int(box.first + box.count) {
        let squared = segments[number].squaredDistance(x: x, y: y)
        if squared < least { least = squared }
      }
      return
    }
    // The nearest child first, so that the others are mostly skipped.
    var nearest = box.first
    var nearestSquared = Double.infinity
    for child in box.first..<box.first + box.count {
      let squared = nodes[Int(child)].squaredDistance(x: x, y: y)
      if squared < nearestSquared {
        nearestSquared = squared
        nearest = child
      }
    }
    if nearestSquared > Self.slackened(least) { return }
    lower(&least, under: nearest, x: x, y: y)
    for child in box.first..<box.first + box.count where child != nearest {
      if nodes[Int(child)].squaredDistance(x: x, y: y) <= Self.slackened(least) {
        lower(&least, under: child, x: x, y: y)
      }
    }
  }
}
