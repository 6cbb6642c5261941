// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import TrendFitting

extension MeasurementPeriod {
  /// The month a fit takes the period for: its middle one.
  var fitMonth: Month {
    switch self {
    case .month(let year, let month): return Month(year: year, month: month)
    case .quarter:
      let first = firstDay
      return Month(index: first.year * 12 + first.month - 1 + 1)
    case .year(let year): return Month(year: year, month: 7)
    }
  }
}

extension MeasurementSeries {
  /// The series as a fit takes it, within a window.
  ///
  /// - Parameters:
  ///   - from: the first month that counts.
  ///   - to: the last month that counts.
  ///   - withUncertainties: whether the uncertainties are taken along.
  /// - Returns: the months with a value, in order.
  /// - Throws: ``FitRefusal`` when a month stands twice, nothing is left, or an uncertainty is not
  ///   above 0.
  func months(
    from: Month?, to: Month?, withUncertainties: Bool
  ) throws(FitRefusal) -> MonthlySeries {
    let kept = values.filter { value in
      let month = value.period.fitMonth
      return (from.map { month >= $0 } ?? true) && (to.map { month <= $0 } ?? true)
    }
    guard !kept.isEmpty else {
      throw FitRefusal(.allMissing, "no value lies in the window asked for")
    }
    return try MonthlySeries(
      months: kept.map(\.period.fitMonth), values: kept.map(\.value),
      uncertainties: withUncertainties ? kept.map(\.uncertainty) : nil)
  }

  /// The series in the steps of another: monthly values as annual means where the other is annual.
  ///
  /// - Parameter other: the series it is held against.
  /// - Returns: the series as it can be compared.
  /// - Throws: ``FitRefusal`` where the steps differ otherwise.
  func inSteps(of other: MeasurementSeries) throws(FitRefusal) -> MeasurementSeries {
    if step == other.step { return self }
    if other.step == .year, step == .month, let means = annualMeans(DataCompleteness()) {
      return means
    }
    throw FitRefusal(
      .tooShort,
      "a modelled series of \(step.rawValue)s cannot be held against a measured one of "
        + "\(other.step.rawValue)s; give both in one step")
  }

  /// The months whose value is only known to lie below it.
  func censoredMonths() -> Set<Month> {
    Set(values.filter { $0.isCensored && $0.value != nil }.map(\.period.fitMonth))
  }

  /// How many harmonics the steps of the series can carry.
  var mostHarmonics: Int {
    switch step {
    case .month: 5
    case .quarter: 1
    case .year: 0
    }
  }
}
