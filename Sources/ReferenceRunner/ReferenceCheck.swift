// SPDX-License-Identifier: GPL-3.0-or-later

/// One expected number beside what came out.
struct ReferenceCheck: Sendable {
  let name: String
  let expected: Double
  /// `nil` where the tool gave no number of this name.
  let actual: Double?
  let allowed: Double

  /// Whether |x − expected| ≤ max(absolute, relative · |expected|).
  var passes: Bool {
    guard let actual else { return false }
    return abs(actual - expected) <= allowed
  }

  /// |x − expected| / |expected|, or the plain difference where 0 is expected.
  var relativeError: Double {
    guard let actual else { return .infinity }
    let difference = abs(actual - expected)
    return expected == 0 ? difference : difference / abs(expected)
  }

  /// How much of the tolerance is used; above 1 the check fails.
  var severity: Double {
    guard let actual else { return .infinity }
    let difference = abs(actual - expected)
    if difference == 0 { return 0 }
    return allowed > 0 ? difference / allowed : .infinity
  }

  /// Compares every expected number; one that is missing, or a list of another length, fails.
  static func compare(
    _ values: [String: [Double]], with expected: [ReferenceCase.Expected], suffix: String = ""
  ) -> [ReferenceCheck] {
    expected.flatMap { entry -> [ReferenceCheck] in
      let found = values[entry.name]
      let isComplete = found?.count == entry.values.count
      return entry.values.indices.map { index in
        let value = entry.values[index]
        return ReferenceCheck(
          name: entry.name + (entry.isList ? "[\(index)]" : "") + suffix, expected: value,
          actual: isComplete ? found?[index] : nil,
          allowed: max(entry.absolute, entry.relative * abs(value)))
      }
    }
  }
}

extension ReferenceCheck: CustomStringConvertible {
  var description: String {
    guard let actual else { return "\(name): no such number, expected \(expected)" }
    return "\(name): found \(actual), expected \(expected), allowed difference \(allowed)"
  }
}
