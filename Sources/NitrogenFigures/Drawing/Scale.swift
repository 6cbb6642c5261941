// SPDX-License-Identifier: GPL-3.0-or-later

/// How values become places along one direction of a drawing.
struct Scale {
  /// The values from end to end.
  let values: ClosedRange<Double>
  /// Where the lower end is.
  let start: Double
  /// Where the upper end is; may lie before ``start``.
  let end: Double

  /// The place of a value; values beyond an end stand at it.
  func place(_ value: Double) -> Double {
    let inside = min(max(value, values.lowerBound), values.upperBound)
    let span = values.upperBound - values.lowerBound
    return span > 0 ? start + (inside - values.lowerBound) / span * (end - start) : start
  }

  /// Round values within the range, about so many.
  func marks(about count: Int) -> [Double] { Self.marks(values, about: count) }

  /// Round values within a range, about so many.
  static func marks(_ range: ClosedRange<Double>, about count: Int) -> [Double] {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite, count > 0 else { return [] }
    var step = 1.0
    while step * Double(count) < span { step *= 10 }
    while step * Double(count) > span { step /= 10 }
    for factor in [1.0, 2, 5, 10] where span / (step * factor) <= Double(count) + 0.5 {
      step *= factor
      break
    }
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard last >= first else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// How many decimals the marks of an axis need.
  static func decimals(_ marks: [Double]) -> Int {
    guard marks.count > 1 else { return 0 }
    let step = marks[1] - marks[0]
    return step >= 0.999 ? 0 : step >= 0.0999 ? 1 : 2
  }
}
