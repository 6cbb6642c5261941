// SPDX-License-Identifier: GPL-3.0-or-later

/// A calendar month on an unbroken index, so that gaps keep their length.
public struct Month: Hashable, Comparable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The month of the year, 1 to 12.
  public let month: Int

  /// Makes a month; `month` must be 1 to 12.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month runs from 1 to 12")
    self.year = year
    self.month = month
  }

  /// Months since the year 0, without gaps.
  public var index: Int { year * 12 + month - 1 }

  /// The middle of the month in decimal years: year + (month - 0.5)/12.
  public var time: Double { Double(year) + (Double(month) - 0.5) / 12 }

  /// Whether the left month is the earlier.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

/// Monthly values with gaps: only the months that have a value, in order, each once.
public struct MonthlySeries: Sendable {
  /// The months that have a value, ascending.
  public let months: [Month]
  /// Their values, in the unit of the series.
  public let values: [Double]
  /// Their standard uncertainties, in the same unit; `nil` where the series has none.
  public let uncertainties: [Double]?

  /// Makes a series from months with or without a value, in any order.
  ///
  /// - Parameters:
  ///   - months: one month a row.
  ///   - values: the value of each row; `nil` is missing and left out.
  ///   - uncertainties: the standard uncertainty of each row, if there are any.
  /// - Throws: ``FitRefusal`` when a month stands twice, nothing is left, a value is not finite, or
  ///   an uncertainty is zero, negative or missing beside a value.
  public init(
    months: [Month], values: [Double?], uncertainties: [Double?]? = nil
  ) throws(FitRefusal) {
    precondition(months.count == values.count, "one value a month")
    precondition(uncertainties.map { $0.count == months.count } ?? true, "one uncertainty a month")
    let order = months.indices.sorted { months[$0] < months[$1] }
    var kept: [Month] = []
    var keptValues: [Double] = []
    var keptUncertainties: [Double] = []
    var last: Month?
    for row in order {
      if let last, last == months[row] {
        throw FitRefusal(
          .duplicateMonths,
          "month \(last.year)-\(last.month) stands twice; a series has one value a month")
      }
      last = months[row]
      guard let value = values[row] else { continue }
      guard value.isFinite else {
        throw FitRefusal(
          .notFinite, "the value of \(months[row].year)-\(months[row].month) is not finite")
      }
      if let uncertainties {
        guard let uncertainty = uncertainties[row], uncertainty.isFinite, uncertainty > 0 else {
          throw FitRefusal(
            .badWeight,
            "the uncertainty of \(months[row].year)-\(months[row].month) is "
              + "\(uncertainties[row].map { "\($0)" } ?? "missing"), expected a number above 0")
        }
        keptUncertainties.append(uncertainty)
      }
      kept.append(months[row])
      keptValues.append(value)
    }
    guard !kept.isEmpty else {
      throw FitRefusal(.allMissing, "none of \(months.count) months has a value")
    }
    self.months = kept
    self.values = keptValues
    self.uncertainties = uncertainties == nil ? nil : keptUncertainties
  }

  /// The number of months with a value.
  public var count: Int { months.count }
}
