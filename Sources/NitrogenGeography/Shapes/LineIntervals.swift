// SPDX-License-Identifier: GPL-3.0-or-later

/// A straight line source from p to q in RD metres; places on it are fractions 0...1.
struct Line: Sendable {
  let px: Double
  let py: Double
  let qx: Double
  let qy: Double

  var dx: Double { qx - px }
  var dy: Double { qy - py }
  var squaredLength: Double { dx * dx + dy * dy }
}

/// Parts of a line: closed intervals of fractions, possibly overlapping.
struct LineIntervals {
  private var intervals: [(low: Double, high: Double)] = []

  /// Adds an interval, cut to 0...1.
  mutating func add(_ low: Double, _ high: Double) {
    let (low, high) = (max(low, 0), min(high, 1))
    if low <= high { intervals.append((low, high)) }
  }

  /// The length of the union, as a fraction of the line.
  var measure: Double {
    var total = 0.0
    var reached = 0.0
    for interval in intervals.sorted(by: { ($0.low, $0.high) < ($1.low, $1.high) })
    where interval.high > reached {
      total += interval.high - max(interval.low, reached)
      reached = interval.high
    }
    return min(total, 1)
  }
}

extension Line {
  /// The part of the line within `bound` metres of a segment; `nil` when there is none.
  ///
  /// The places within a distance of a segment are two discs and a rectangle; together they are
  /// convex, so that the part is one interval. Its ends are roots of a linear or square equation.
  func interval(near segment: Segment, within bound: Double) -> (low: Double, high: Double)? {
    var low = Double.infinity
    var high = -Double.infinity
    func include(_ part: (low: Double, high: Double)?) {
      guard let part else { return }
      low = min(low, part.low)
      high = max(high, part.high)
    }
    include(interval(nearX: segment.ax, y: segment.ay, within: bound))
    include(interval(nearX: segment.bx, y: segment.by, within: bound))
    include(interval(besides: segment, within: bound))
    return low <= high ? (low, high) : nil
  }

  private func interval(
    nearX x: Double, y: Double, within bound: Double
  ) -> (low: Double, high: Double)? {
    let along = (x - px) * dx + (y - py) * dy
    let across = (x - px) * dy - (y - py) * dx
    let room = bound * bound - across * across / squaredLength
    if room < 0 { return nil }
    let half = (room / squaredLength).squareRoot()
    let middle = along / squaredLength
    return (middle - half, middle + half)
  }

  /// The part whose foot lies on the segment and that is within `bound` metres of its line.
  private func interval(
    besides segment: Segment, within bound: Double
  ) -> (low: Double, high: Double)? {
    let ex = segment.bx - segment.ax
    let ey = segment.by - segment.ay
    let reach = bound * segment.squaredLength.squareRoot()
    var low = 0.0
    var high = 1.0
    func limit(from start: Double, slope: Double, _ range: ClosedRange<Double>) -> Bool {
      if slope == 0 { return range.contains(start) }
      let first = (range.lowerBound - start) / slope
      let second = (range.upperBound - start) / slope
      low = max(low, min(first, second))
      high = min(high, max(first, second))
      return low <= high
    }
    let alongStart = (px - segment.ax) * ex + (py - segment.ay) * ey
    let acrossStart = (px - segment.ax) * ey - (py - segment.ay) * ex
    guard limit(from: alongStart, slope: dx * ex + dy * ey, 0...segment.squaredLength),
      limit(from: acrossStart, slope: dx * ey - dy * ex, -reach...reach)
    else { return nil }
    return (low, high)
  }

  /// The fractions at which the line meets a segment, and the part that runs along it if any.
  func meeting(_ segment: Segment) -> (cuts: [Double], along: (Double, Double)?) {
    let a = orientation(px, py, qx, qy, segment.ax, segment.ay)
    let b = orientation(px, py, qx, qy, segment.bx, segment.by)
    if a == 0 && b == 0 {
      let first = ((segment.ax - px) * dx + (segment.ay - py) * dy) / squaredLength
      let second = ((segment.bx - px) * dx + (segment.by - py) * dy) / squaredLength
      let (low, high) = (min(first, second), max(first, second))
      return high >= 0 && low <= 1 ? ([low, high], (low, high)) : ([], nil)
    }
    if (a > 0 && b > 0) || (a < 0 && b < 0) { return ([], nil) }
    let p = orientation(segment.ax, segment.ay, segment.bx, segment.by, px, py)
    let q = orientation(segment.ax, segment.ay, segment.bx, segment.by, qx, qy)
    if (p > 0 && q > 0) || (p < 0 && q < 0) || p == q { return ([], nil) }
    return ([p / (p - q)], nil)
  }
}
