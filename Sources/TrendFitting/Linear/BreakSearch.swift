// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A search for one break on an unknown date: is there one, and when?
///
/// For every month that leaves enough on both sides a column is added to the design and its F statistic
/// computed, with AR(1) errors whose φ is estimated with the best column in place (at least 0), so that
/// a run of high months is not taken for a step. The p-value of the largest statistic allows for the
/// search by Worsley's improved Bonferroni inequality with the exact correlations of neighbouring
/// statistics (Biometrika 69 (1982) 297): an upper bound, given φ. The confidence set holds the months
/// whose profile likelihood is near the best, by Hansen's limit −2 ln(1 − √c) (Econometrica 68 (2000)
/// 575), made for a step. For a kink it is wider than χ² with 1 degree of freedom, under which 1 set in
/// 10 missed in simulations, φ being estimated.
public struct BreakSearch: Sendable {
  /// What changes.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The level, from the month on.
    case step
    /// The slope, from the start of the month on.
    case kink
  }

  /// What the search came to.
  public enum Outcome: Hashable, Sendable {
    /// A break, dated within its confidence set.
    case located
    /// None stands out from the noise; the sentence says by how much not.
    case absent(String)
    /// Something changed, but the date may be almost any.
    case vague(String)
  }

  /// What changes.
  public let kind: Kind
  /// What the search came to. Unless `located`, nothing should be read from the best month.
  public let outcome: Outcome
  /// The month with the highest likelihood: the first after the break.
  public let month: Month
  /// The size of the break there, on the scale of the design: a level, or a slope per year.
  public let effect: Double
  /// Its standard error, as if the month had been known.
  public let effectStandardError: Double
  /// The largest F statistic, of 1 and n − p − 1 degrees of freedom.
  public let statistic: Double
  /// An upper bound of the p-value of "no break", the search allowed for.
  public let pValue: Double
  /// The months that the values do not rule out, ascending.
  public let confidenceSet: [Month]
  /// φ of the errors.
  public let phi: Double
  /// Every month tried, with its F statistic.
  public let profile: [(month: Month, statistic: Double)]

  /// The fewest months with a value on either side of a break.
  public static let fewestOnEitherSide = 12

  /// Searches for a break.
  ///
  /// - Parameters:
  ///   - series: the series; its uncertainties, if any, are not used.
  ///   - design: the model without the break.
  ///   - kind: what changes.
  ///   - trim: the share of the months with a value left free on either side, at least
  ///     ``fewestOnEitherSide``.
  ///   - significance: the largest p-value of a break that is named.
  ///   - confidence: of the confidence set.
  /// - Throws: ``FitRefusal`` as for ``AutoregressiveTrend``, and for a series too short to have two
  ///   sides.
  public init(
    _ series: MonthlySeries, design: TrendDesign, kind: Kind, trim: Double = 0.15,
    significance: Double = 0.05, confidence: Double = 0.95
  ) throws(FitRefusal) {
    precondition(trim >= 0 && trim < 0.5, "a trim from 0 to below one half")
    precondition(significance > 0 && significance < 1, "a significance between 0 and 1")
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    let rows = try TrendRows(series, design, spare: 4)
    let side = max(Self.fewestOnEitherSide, Int((trim * Double(rows.count)).rounded(.up)))
    guard rows.count >= 2 * side + design.names.count else {
      throw FitRefusal(
        .tooShort,
        "\(rows.count) months with a value, expected at least \(2 * side + design.names.count) for "
          + "\(side) on either side of a break")
    }
    try rows.requireSpread(rows.basis().residual(of: rows.response))
    let candidates = Self.candidates(rows, side, kind)
    let phi = try Self.phi(rows, candidates, kind)
    let scan = try BreakScan(rows, candidates, kind, phi: phi)
    guard let best = scan.best else {
      throw FitRefusal(.rankDeficient, "no month gives a break that the model could tell apart")
    }
    self.kind = kind
    self.phi = phi
    (month, effect) = (best.month, best.effect)
    effectStandardError = best.standardError
    statistic = best.statistic
    pValue = scan.pValue
    profile = scan.entries.map { ($0.month, $0.statistic) }

    let freedom = Double(rows.count - design.names.count - 1)
    let limit = -2 * log(1 - confidence.squareRoot())
    let set = scan.entries.filter {
      freedom * ($0.sumOfSquares / best.sumOfSquares - 1) <= limit
    }.map(\.month)
    confidenceSet = set
    outcome = Self.outcome(scan, set, significance)
  }

  /// The months that leave enough on both sides; for a step only those with a value, since others give
  /// the same column.
  private static func candidates(_ rows: TrendRows, _ side: Int, _ kind: Kind) -> [Month] {
    switch kind {
    case .step: Array(rows.months[side...(rows.count - side)])
    case .kink:
      (rows.months[side].index...rows.months[rows.count - side].index).map { Month(index: $0) }
    }
  }

  private static func phi(
    _ rows: TrendRows, _ candidates: [Month], _ kind: Kind
  ) throws(FitRefusal) -> Double {
    guard let best = try BreakScan(rows, candidates, kind, phi: 0).best else { return 0 }
    let column = BreakScan.column(rows.months, best.month, kind)
    let columns = (0..<rows.matrix.columns).map { rows.matrix.column($0) } + [column]
    let basis: OrthonormalBasis
    do throws(OrthonormalBasis.DependentColumn) {
      basis = try OrthonormalBasis(Matrix(columns: columns))
    } catch {
      throw FitRefusal(.rankDeficient, "the break cannot be told from the rest of the model")
    }
    let profile = AutoregressiveProfile(
      basis: basis, response: rows.response, months: rows.months)
    return try max(0, profile.bestPhi(.restricted))
  }

  private static func outcome(
    _ scan: BreakScan, _ set: [Month], _ significance: Double
  ) -> Outcome {
    guard scan.pValue <= significance else {
      return .absent(
        "the best break of \(scan.entries.count) months has a p-value of up to "
          + "\(rounded(scan.pValue)), the search allowed for; expected at most "
          + "\(rounded(significance))")
    }
    guard let first = set.first, let last = set.last, let start = scan.entries.first?.month,
      let end = scan.entries.last?.month
    else { return .absent("no month was tried") }
    let (width, whole) = (last.index - first.index + 1, end.index - start.index + 1)
    guard 2 * width <= whole else {
      return .vague(
        "the break may lie in any of \(width) of the \(whole) months searched, from "
          + "\(first.year)-\(first.month) to \(last.year)-\(last.month)")
    }
    return .located
  }

  private static func rounded(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let scale = pow(10, 2 - floor(log10(value)))
    return (value * scale).rounded() / scale
  }
}
