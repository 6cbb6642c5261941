// SPDX-License-Identifier: GPL-3.0-or-later

/// The segments of each outline in strips of equal height, for point-in-polygon by few segments.
struct CrossingIndex: Sendable {
  private struct Strips: Sendable {
    let minX: Double
    let maxX: Double
    let minY: Double
    let maxY: Double
    let stripsPerMetre: Double
    let count: Int
    /// Where this outline's strips begin among all.
    let first: Int
  }

  private var strips: [Strips] = []
  /// Where each strip's members begin; one more than there are strips.
  private var starts: [Int32] = [0]
  private var members: [Int32] = []

  /// Makes the strips from the tree's segments.
  init(_ tree: SegmentTree) {
    for (root, range) in zip(tree.roots, tree.ranges) {
      append(tree.segments[range], box: tree.nodes[Int(root)])
    }
  }

  private mutating func append(_ segments: ArraySlice<Segment>, box: BoxNode) {
    let count = min(max(segments.count / 4, 1), 1024)
    let height = box.maxY - box.minY
    let area = Strips(
      minX: box.minX, maxX: box.maxX, minY: box.minY, maxY: box.maxY,
      stripsPerMetre: height > 0 ? Double(count) / height : 0, count: count,
      first: starts.count - 1)
    strips.append(area)
    var sizes = [Int32](repeating: 0, count: count + 1)
    for segment in segments {
      for strip in Self.range(of: segment, in: area) { sizes[strip + 1] += 1 }
    }
    for strip in 0..<count { sizes[strip + 1] += sizes[strip] }
    let base = Int32(members.count)
    starts.append(contentsOf: sizes.dropFirst().map { base + $0 })
    members.append(contentsOf: repeatElement(0, count: Int(sizes[count])))
    for (number, segment) in zip(segments.indices, segments) {
      for strip in Self.range(of: segment, in: area) {
        members[Int(base + sizes[strip])] = Int32(number)
        sizes[strip] += 1
      }
    }
  }

  private static func range(of segment: Segment, in area: Strips) -> ClosedRange<Int> {
    strip(
      of: min(segment.ay, segment.by), in: area)...strip(of: max(segment.ay, segment.by), in: area)
  }

  /// Rising in y, so that a point's strip is within the range of every segment at its height.
  @inline(__always)
  private static func strip(of y: Double, in area: Strips) -> Int {
    min(max(Int((y - area.minY) * area.stripsPerMetre), 0), area.count - 1)
  }

  /// Whether a point lies in an outline or on its boundary; exact.
  func contains(area: Int, x: Double, y: Double, segments: [Segment]) -> Bool {
    let box = strips[area]
    guard x >= box.minX, x <= box.maxX, y >= box.minY, y <= box.maxY else { return false }
    let strip = box.first + Self.strip(of: y, in: box)
    var odd = false
    for position in Int(starts[strip])..<Int(starts[strip + 1]) {
      switch segments[Int(members[position])].crossing(x: x, y: y) {
      case .boundary: return true
      case .crosses: odd.toggle()
      case .misses: continue
      }
    }
    return odd
  }
}
