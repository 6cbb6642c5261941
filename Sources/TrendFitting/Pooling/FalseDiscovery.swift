// SPDX-License-Identifier: GPL-3.0-or-later

/// The share of false alarms among several tests at once.
public enum FalseDiscovery {
  /// p-values adjusted after Benjamini and Hochberg, in the order given.
  ///
  /// With the m values sorted, p'ᵢ = min over j ≥ i of min(1, m pⱼ/j): the tests with p' ≤ q hold a
  /// share of at most q false alarms.
  ///
  /// Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289.
  ///
  /// - Parameter p: of independent or positively dependent tests, each of 0 ... 1.
  /// - Returns: the adjusted values.
  /// - Throws: ``FitRefusal`` with `notFinite` for a value that is no probability.
  public static func adjusted(_ p: [Double]) throws(FitRefusal) -> [Double] {
    if let index = p.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) {
      throw FitRefusal(
        .notFinite, "p-value \(index + 1) is \(p[index]), expected a number from 0 to 1")
    }
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var adjusted = p
    var smallest = 1.0
    for (place, index) in order.enumerated().reversed() {
      smallest = min(smallest, p[index] * (Double(p.count) / Double(place + 1)))
      adjusted[index] = smallest
    }
    return adjusted
  }
}
