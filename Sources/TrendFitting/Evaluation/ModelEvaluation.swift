// SPDX-License-Identifier: GPL-3.0-or-later

/// How well a model gives what was measured, pair by pair.
///
/// The definitions are those of `modStats` of openair (Carslaw and Ropkins, Environmental Modelling
/// and Software 27-28 (2012) 52), with M modelled, O measured, Ō the mean of O, over the pairs in
/// which neither is missing.
public struct ModelEvaluation: Hashable, Sendable {
  /// The fewest pairs.
  public static let fewestPairs = 3

  /// The number of pairs used (n).
  public let count: Int
  /// The number of pairs left out because a value was missing.
  public let missingPairs: Int
  /// The share of pairs with 0.5 ≤ M/O ≤ 2, among those where M and O are not both 0; `nil` where
  /// there are none.
  public let fac2: Double?
  /// Mean bias Σ(M − O)/n, in the unit of the values.
  public let meanBias: Double
  /// Mean gross error Σ|M − O|/n, in the unit of the values.
  public let meanGrossError: Double
  /// Normalised mean bias Σ(M − O)/ΣO; `nil` where ΣO is 0.
  public let normalisedMeanBias: Double?
  /// Normalised mean gross error Σ|M − O|/ΣO; `nil` where ΣO is 0.
  public let normalisedMeanGrossError: Double?
  /// √(Σ(M − O)²/n), in the unit of the values.
  public let rootMeanSquareError: Double
  /// Pearson's correlation; `nil` where M or O is constant.
  public let correlation: Double?
  /// Coefficient of efficiency 1 − Σ|M − O|/Σ|O − Ō|: 1 is perfect, 0 no better than Ō; `nil` where O
  /// is constant (Legates and McCabe, International Journal of Climatology 33 (2013) 1053).
  public let coefficientOfEfficiency: Double?
  /// Index of agreement, −1 to 1: with E = Σ|M − O| and D = 2 Σ|O − Ō|, 1 − E/D where E ≤ D, else
  /// D/E − 1; `nil` where O is constant (Willmott et al., ibid. 32 (2012) 2088).
  public let indexOfAgreement: Double?

  /// Compares pairs in any order.
  ///
  /// - Parameters:
  ///   - measured: O, `nil` where missing.
  ///   - modelled: M, one for every O, `nil` where missing.
  /// - Throws: ``FitRefusal`` with `allMissing`, `tooShort` below ``fewestPairs`` or `notFinite`.
  public init(measured: [Double?], modelled: [Double?]) throws(FitRefusal) {
    precondition(measured.count == modelled.count, "one modelled value a measured one")
    var observed: [Double] = []
    var model: [Double] = []
    for (o, m) in zip(measured, modelled) {
      guard let o, let m else { continue }
      observed.append(o)
      model.append(m)
    }
    guard !observed.isEmpty else {
      throw FitRefusal(.allMissing, "none of \(measured.count) pairs is complete")
    }
    guard observed.count >= Self.fewestPairs else {
      throw FitRefusal(
        .tooShort,
        "\(observed.count) complete pairs, a comparison needs at least \(Self.fewestPairs)")
    }
    try Refuse.notFinite(observed)
    try Refuse.notFinite(model)

    let n = Double(observed.count)
    let differences = zip(model, observed).map { $0 - $1 }
    let bias = differences.reduce(0, +)
    let gross = differences.reduce(0) { $0 + abs($1) }
    let total = observed.reduce(0, +)
    let mean = total / n
    let isVarying = observed.contains { $0 != observed[0] }
    let spread = isVarying ? observed.reduce(0) { $0 + abs($1 - mean) } : 0
    func ratio(_ numerator: Double, _ denominator: Double) -> Double? {
      let ratio = numerator / denominator
      return denominator != 0 && ratio.isFinite ? ratio : nil
    }
    count = observed.count
    missingPairs = measured.count - observed.count
    fac2 = Self.fac2(observed, model)
    meanBias = bias / n
    meanGrossError = gross / n
    normalisedMeanBias = ratio(bias, total)
    normalisedMeanGrossError = ratio(gross, total)
    rootMeanSquareError = (differences.reduce(0) { $0 + $1 * $1 } / n).squareRoot()
    correlation = Self.correlation(observed, model)
    coefficientOfEfficiency = ratio(gross, spread).map { 1 - $0 }
    indexOfAgreement =
      spread > 0 ? (gross <= 2 * spread ? 1 - gross / (2 * spread) : 2 * spread / gross - 1) : nil
  }

  /// The results by the names of openair; what is `nil` is left out.
  public func namedValues() -> [(String, Double)] {
    let named: [(String, Double?)] = [
      ("n", Double(count)), ("FAC2", fac2), ("MB", meanBias), ("MGE", meanGrossError),
      ("NMB", normalisedMeanBias), ("NMGE", normalisedMeanGrossError),
      ("RMSE", rootMeanSquareError), ("r", correlation), ("COE", coefficientOfEfficiency),
      ("IOA", indexOfAgreement),
    ]
    return named.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func fac2(_ observed: [Double], _ model: [Double]) -> Double? {
    var (inside, defined) = (0, 0)
    for (o, m) in zip(observed, model) where o != 0 || m != 0 {
      defined += 1
      if m / o >= 0.5, m / o <= 2 { inside += 1 }
    }
    return defined > 0 ? Double(inside) / Double(defined) : nil
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    guard x.contains(where: { $0 != x[0] }), y.contains(where: { $0 != y[0] }) else { return nil }
    let n = Double(x.count)
    let meanX = x.reduce(0, +) / n
    let meanY = y.reduce(0, +) / n
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      xx += (x - meanX) * (x - meanX)
      yy += (y - meanY) * (y - meanY)
      xy += (x - meanX) * (y - meanY)
    }
    let r = xy / (xx.squareRoot() * yy.squareRoot())
    return r.isFinite ? min(1, max(-1, r)) : nil
  }
}
