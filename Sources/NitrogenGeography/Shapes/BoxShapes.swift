// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Exact surfaces of a rectangle's common part with other shapes, in m².
extension CellBox {
  /// The common part with polygons whose segments have the inside on their left.
  ///
  /// Green's theorem with heights cut to the rectangle: each segment adds the surface below it, so
  /// no polygon is built and touching or shared edges need no care.
  func surface(common segments: ArraySlice<Segment>) -> Double {
    let height = maxY - minY
    var total = 0.0
    for segment in segments {
      let low = max(min(segment.ax, segment.bx), minX)
      let high = min(max(segment.ax, segment.bx), maxX)
      if low >= high || max(segment.ay, segment.by) <= minY { continue }
      let slope = (segment.by - segment.ay) / (segment.bx - segment.ax)
      let first = segment.ay + (low - segment.ax) * slope - minY
      let second = segment.ay + (high - segment.ax) * slope - minY
      let below = Self.positive(first, second) - Self.positive(first - height, second - height)
      total += segment.bx > segment.ax ? -below * (high - low) : below * (high - low)
    }
    return min(max(total, 0), surface)
  }

  /// The mean of the positive part of a function that runs straight from one value to another.
  private static func positive(_ first: Double, _ second: Double) -> Double {
    let (low, high) = (min(first, second), max(first, second))
    if high <= 0 { return 0 }
    if low >= 0 { return (low + high) * 0.5 }
    return high * high / (2 * (high - low))
  }

  /// The part where (nx, ny) · (p - centre) is at most `offset`; (nx, ny) has length 1.
  func surface(below offset: Double, nx: Double, ny: Double) -> Double {
    let wide = abs(nx) * (maxX - minX) * 0.5
    let high = abs(ny) * (maxY - minY) * 0.5
    // Beyond the second corner a triangle is left or kept, between the two a trapezium.
    let beyond = wide + high - abs(offset)
    if beyond <= 0 { return offset > 0 ? surface : 0 }
    if abs(offset) <= abs(wide - high) {
      return surface * (0.5 + offset / (2 * max(wide, high)))
    }
    let triangle = surface * beyond * beyond / (8 * wide * high)
    return offset > 0 ? surface - triangle : triangle
  }

  /// The common part with a disc of a radius in metres.
  func surface(disc radius: Double, x: Double, y: Double) -> Double {
    let (left, right) = (max(minX - x, -radius), min(maxX - x, radius))
    if left >= right { return 0 }
    let (bottom, top) = (minY - y, maxY - y)
    func halfChord(_ at: Double) -> Double { max(radius * radius - at * at, 0).squareRoot() }
    var cuts = [left, right]
    for height in [bottom, top] where abs(height) < radius {
      let cut = halfChord(height)
      for cut in [-cut, cut] where cut > left && cut < right { cuts.append(cut) }
    }
    cuts.sort()
    var total = 0.0
    for (low, high) in zip(cuts, cuts.dropFirst()) where low < high {
      let middle = halfChord((low + high) * 0.5)
      if min(top, middle) <= max(bottom, -middle) { continue }
      let under = Self.underArc(from: low, to: high, radius: radius, halfChord)
      total += top < middle ? top * (high - low) : under
      total -= bottom > -middle ? bottom * (high - low) : -under
    }
    return min(max(total, 0), surface)
  }

  /// The surface under the upper half of a circle around the origin: a triangle sum and a sector.
  private static func underArc(
    from low: Double, to high: Double, radius: Double, _ halfChord: (Double) -> Double
  ) -> Double {
    let (first, second) = (halfChord(low), halfChord(high))
    let cross = high * first - low * second
    let dot = high * low + first * second
    let angle = 2 * arcTangent(cross / (radius * radius + dot))
    return (high * second - low * first + radius * radius * angle) * 0.5
  }

  /// The arc tangent of a number from 0 on, to 1e-16, from roots and a series only, so that it is
  /// the same on every platform.
  private static func arcTangent(_ value: Double) -> Double {
    if value == .infinity { return .pi / 2 }
    var reduced = value
    // Half angles: tan(a/2) = tan a / (1 + sqrt(1 + tan² a)).
    for _ in 0..<4 { reduced /= 1 + (1 + reduced * reduced).squareRoot() }
    let square = reduced * reduced
    var sum = 0.0
    for denominator in stride(from: 17.0, through: 1, by: -2) {
      sum = 1 / denominator - square * sum
    }
    return 16 * reduced * sum
  }
}
