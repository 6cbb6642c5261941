// SPDX-License-Identifier: GPL-3.0-or-later

/// The refusals that several methods share.
enum Refuse {
  /// The largest magnitude with which differences and their sums stay finite.
  static let largestMagnitude = 1e150

  /// Too few values for what is named.
  static func short(_ count: Int, fewest: Int, _ what: String) throws(FitRefusal) {
    guard count >= fewest else {
      throw FitRefusal(.tooShort, "\(count) values, \(what) needs at least \(fewest)")
    }
  }

  /// A month of the year with fewer than two values; `counts` holds one count a month.
  static func missingSeason(_ counts: [Int]) throws(FitRefusal) {
    guard let season = counts.firstIndex(where: { $0 < 2 }) else { return }
    let values = counts[season] == 1 ? "1 value" : "\(counts[season]) values"
    throw FitRefusal(
      .seasonMissing, "month \(season + 1) has \(values), each month needs at least 2")
  }

  /// A value that is not finite, or too large to reckon with.
  static func notFinite(_ values: [Double]) throws(FitRefusal) {
    guard let index = values.firstIndex(where: { !(abs($0) <= largestMagnitude) }) else { return }
    throw FitRefusal(
      .notFinite, "value \(index + 1) is \(values[index]), expected a number of at most 1e150")
  }

  /// All values the same.
  static func constant(_ values: [Double]) throws(FitRefusal) {
    guard let first = values.first, !values.contains(where: { $0 != first }) else { return }
    throw FitRefusal(.constant, "all \(values.count) values are \(first)")
  }
}
