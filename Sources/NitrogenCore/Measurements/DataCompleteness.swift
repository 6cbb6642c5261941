// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a period must be valid before its mean counts.
public struct DataCompleteness: Hashable, Sendable {
  /// The share of the hours of a month, 0 to 1.
  public var ofMonth: Double
  /// The share of the months of a year, 0 to 1.
  public var ofYear: Double

  /// Makes a rule; three quarters of either where nothing is said.
  public init(ofMonth: Double = 0.75, ofYear: Double = 0.75) {
    self.ofMonth = ofMonth
    self.ofYear = ofYear
  }
}

extension MeasurementSeries {
  /// The means of calendar years from a series of months.
  ///
  /// Months weigh alike. A year with too few known months keeps its place with no value, so that
  /// it is seen; its valid fraction is the share of its months. A year is censored when one of its
  /// months is; uncertainties are dropped, since how they go together is not known.
  ///
  /// - Parameter completeness: how many of its months a year needs.
  /// - Returns: the series of years; `nil` when this one is not of months.
  public func annualMeans(_ completeness: DataCompleteness = DataCompleteness())
    -> MeasurementSeries?
  {
    guard step == .month else { return nil }
    let years = Dictionary(grouping: values, by: \.period.year)
    let means = years.compactMap { year, months -> MeasuredValue? in
      guard let origin = months.map(\.origin).min() else { return nil }
      let known = months.compactMap(\.value)
      let share = Double(known.count) / 12
      let isComplete = !known.isEmpty && share >= completeness.ofYear
      return MeasuredValue(
        period: .year(year), value: isComplete ? known.reduce(0, +) / Double(known.count) : nil,
        isCensored: isComplete && months.contains { $0.isCensored && $0.value != nil },
        validFraction: share, origin: origin)
    }
    return MeasurementSeries(
      station: station, quantity: quantity, step: .year, values: means, changes: changes,
      grade: grade)
  }
}
