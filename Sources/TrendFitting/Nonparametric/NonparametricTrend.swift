// SPDX-License-Identifier: GPL-3.0-or-later

/// The rank tests and slopes of a monthly series side by side.
public struct NonparametricTrend: Hashable, Sendable {
  /// Of all values, without regard to season or neighbours.
  public let mannKendall: MannKendall
  /// The median slope of all pairs.
  public let theilSen: TheilSen
  /// Month by month.
  public let seasonal: SeasonalKendall

  /// Tests a series.
  ///
  /// - Parameters:
  ///   - series: monthly values, with gaps.
  ///   - confidence: of the intervals, above 0 and below 1.
  /// - Throws: ``FitRefusal`` as ``MannKendall``, ``TheilSen`` and ``SeasonalKendall`` do.
  public init(_ series: MonthlySeries, confidence: Double = 0.95) throws(FitRefusal) {
    mannKendall = try MannKendall(series)
    theilSen = try TheilSen(series, confidence: confidence)
    seasonal = try SeasonalKendall(series, confidence: confidence)
  }

  /// The results by the names of the reference cases; `ci95` presumes a confidence of 0.95.
  public func namedValues() -> [(String, Double)] {
    mannKendall.namedValues() + theilSen.namedValues() + seasonal.namedValues()
  }
}
