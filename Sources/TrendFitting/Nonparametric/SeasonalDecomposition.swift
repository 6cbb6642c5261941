// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// A monthly series as season + trend + remainder, by STL with period 12.
///
/// A month without a value has weight 0: season and trend run through the gap, remainder does not.
///
/// Cleveland, Cleveland, McRae and Terpenning, STL: a seasonal-trend decomposition procedure based on
/// loess, Journal of Official Statistics 6 (1990) 3.
public struct SeasonalDecomposition: Hashable, Sendable {
  /// The months of a year.
  public static let period = 12

  /// All months from the first value to the last, gaps included.
  public let months: [Month]
  /// The values, `nil` in a gap, in the unit of the series.
  public let values: [Double?]
  /// The season of every month, in the unit of the series.
  public let seasonal: [Double]
  /// The trend of every month, in the unit of the series.
  public let trend: [Double]
  /// The robustness weights of every month, 0 to 1; 1 without robustness.
  public let weights: [Double]

  /// Value less season less trend; `nil` in a gap.
  public var remainder: [Double?] {
    values.indices.map { index in values[index].map { $0 - seasonal[index] - trend[index] } }
  }

  /// The series without its season: the months with a value, value less season.
  ///
  /// - Throws: ``FitRefusal`` as ``MonthlySeries`` does.
  public func deseasonalised() throws(FitRefusal) -> MonthlySeries {
    try MonthlySeries(
      months: months,
      values: values.indices.map { index in values[index].map { $0 - seasonal[index] } })
  }

  /// Takes a series apart.
  ///
  /// - Parameters:
  ///   - series: at least two years, each month of the year with at least two values.
  ///   - options: windows, degrees and robustness.
  /// - Throws: ``FitRefusal`` with `tooShort`, `seasonMissing` or `notFinite`.
  public init(_ series: MonthlySeries, options: Options = Options()) throws(FitRefusal) {
    try Refuse.notFinite(series.values)
    let first = series.months[0].index
    let count = (series.months.last?.index ?? first) - first + 1
    guard count >= 2 * Self.period else {
      throw FitRefusal(
        .tooShort, "\(count) months from first to last, taking off a season needs at least 24")
    }
    var values = [Double?](repeating: nil, count: count)
    var tally = [Int](repeating: 0, count: Self.period)
    for (month, value) in zip(series.months, series.values) {
      values[month.index - first] = value
      tally[month.month - 1] += 1
    }
    try Refuse.missingSeason(tally)
    var loops = DecompositionLoops(values: values, options: options)
    loops.run()
    self.months = (first..<(first + count)).map { Month(year: $0 / 12, month: $0 % 12 + 1) }
    self.values = values
    self.seasonal = loops.seasonal
    self.trend = loops.trend
    self.weights = loops.weights
  }
}

extension SeasonalDecomposition {
  /// Windows, degrees and robustness of an STL.
  public struct Options: Hashable, Sendable {
    /// The window of the season in years, odd, at least 7 as a rule; `nil` for one and the same
    /// season in all years.
    public var seasonalWindow: Int?
    /// The window of the trend in months, odd.
    public var trendWindow: Int
    /// The window of the low-pass filter in months, odd.
    public var lowPassWindow: Int
    /// The degree of the local polynomial for the season.
    public var seasonalDegree: Loess.Degree
    /// The degree of the local polynomial for the trend.
    public var trendDegree: Loess.Degree
    /// The number of passes through the inner loop.
    public var innerLoops: Int
    /// The number of reweightings; 0 is without robustness.
    public var outerLoops: Int

    /// Makes options; those left out are as recommended by Cleveland et al. 1990.
    ///
    /// - Parameters:
    ///   - seasonalWindow: odd, at least 3; `nil` for one season in all years.
    ///   - trendWindow: odd; `nil` is the smallest odd number of at least 18/(1 − 1.5/seasonalWindow).
    ///   - lowPassWindow: odd; the smallest odd number above the period by default.
    ///   - seasonalDegree: of the local polynomial for the season.
    ///   - trendDegree: of the local polynomial for the trend.
    ///   - robust: reweights 15 times with 2 inner loops each; otherwise 5 inner loops.
    public init(
      seasonalWindow: Int? = 7, trendWindow: Int? = nil, lowPassWindow: Int = 13,
      seasonalDegree: Loess.Degree = .line, trendDegree: Loess.Degree = .line, robust: Bool = false
    ) {
      self.seasonalWindow = seasonalWindow
      if let trendWindow {
        self.trendWindow = trendWindow
      } else {
        let share = seasonalWindow.map { 1 - 1.5 / Double($0) } ?? 1
        let smallest = Int((1.5 * Double(period) / share).rounded(.up))
        self.trendWindow = smallest + (smallest % 2 == 0 ? 1 : 0)
      }
      self.lowPassWindow = lowPassWindow
      self.seasonalDegree = seasonalDegree
      self.trendDegree = trendDegree
      self.innerLoops = robust ? 2 : 5
      self.outerLoops = robust ? 15 : 0
      for window in [seasonalWindow ?? 3, self.trendWindow, lowPassWindow] {
        precondition(window >= 3 && window % 2 == 1, "a window is odd and at least 3")
      }
    }
  }
}
