// SPDX-License-Identifier: GPL-3.0-or-later

/// The Mann-Kendall test for a monotone trend.
///
/// S = Σ_{i<j} sgn(yⱼ − yᵢ), with the variance corrected for ties, Z with continuity correction,
/// and the two-sided p of the normal approximation. Values are taken as independent: autocorrelation
/// and season make p too small, see ``HamedRao`` and ``SeasonalKendall``.
///
/// Mann, Econometrica 13 (1945) 245; Kendall, Rank correlation methods, 4th ed. (1975).
public struct MannKendall: Hashable, Sendable {
  /// The fewest values for which the normal approximation serves (Kendall 1975).
  public static let fewestValues = 10

  /// The number of values.
  public let count: Int
  /// S: pairs that rise less pairs that fall.
  public let score: Int
  /// The variance of S without trend, corrected for ties.
  public let variance: Double
  /// (S ∓ 1)/√variance; 0 where S is 0.
  public let z: Double
  /// The probability of a |Z| as large without trend.
  public let pTwoSided: Double
  /// Kendall's τa = S/(n(n − 1)/2).
  public let tauA: Double
  /// Kendall's τb, of which the denominator leaves out ties.
  public let tauB: Double

  /// Tests a series; months without a value are left out.
  ///
  /// - Throws: ``FitRefusal`` with `tooShort` below ``fewestValues``, or `constant`.
  public init(_ series: MonthlySeries) throws(FitRefusal) {
    try self.init(values: series.values)
  }

  /// Tests values in order of time, each at a time of its own.
  ///
  /// - Throws: ``FitRefusal`` with `tooShort` below ``fewestValues``, `notFinite` or `constant`.
  public init(values: [Double]) throws(FitRefusal) {
    try Refuse.short(values.count, fewest: Self.fewestValues, "a Mann-Kendall test")
    try Refuse.notFinite(values)
    try Refuse.constant(values)
    let kendall = KendallScore(values)
    let pairs = Double(values.count) * Double(values.count - 1) / 2
    self.count = values.count
    self.score = kendall.score
    self.variance = kendall.variance
    self.z = KendallScore.z(score: Double(kendall.score), variance: kendall.variance)
    self.pTwoSided = Tail.normalTwoSided(z)
    self.tauA = Double(kendall.score) / pairs
    self.tauB =
      Double(kendall.score) / (pairs.squareRoot() * (pairs - kendall.tiedPairs).squareRoot())
  }

  /// The results by the names of the reference cases.
  public func namedValues() -> [(String, Double)] {
    [
      ("n_valid", Double(count)), ("mk_S", Double(score)), ("mk_varS", variance), ("mk_Z", z),
      ("mk_p_two_sided", pTwoSided), ("tau_a", tauA), ("tau_b", tauB),
    ]
  }
}

/// Kendall's S of values in order of time, and its variance without trend.
struct KendallScore {
  /// Pairs that rise less pairs that fall.
  let score: Int
  /// (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over groups of t equal values.
  let variance: Double
  /// The number of pairs of equal values.
  let tiedPairs: Double

  init(_ values: [Double]) {
    var score = 0
    for i in values.indices {
      let value = values[i]
      for j in (i + 1)..<max(values.count, i + 1) {
        score += (values[j] > value ? 1 : 0) - (values[j] < value ? 1 : 0)
      }
    }
    let sorted = values.sorted()
    var eighteenths = Self.term(values.count)
    var tiedPairs = 0.0
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      eighteenths -= Self.term(end - start)
      tiedPairs += Double(end - start) * Double(end - start - 1) / 2
      start = end
    }
    self.score = score
    self.variance = eighteenths / 18
    self.tiedPairs = tiedPairs
  }

  private static func term(_ count: Int) -> Double {
    Double(count) * Double(count - 1) * Double(2 * count + 5)
  }

  /// Z with continuity correction: S brought 1 nearer to 0, over the standard deviation.
  static func z(score: Double, variance: Double) -> Double {
    guard score != 0, variance > 0 else { return 0 }
    return (score - (score > 0 ? 1 : -1)) / variance.squareRoot()
  }
}
