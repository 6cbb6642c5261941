// SPDX-License-Identifier: GPL-3.0-or-later

extension Month {
  /// The month with a number of months since the year 0; the inverse of ``index``.
  public init(index: Int) {
    let year = index >= 0 ? index / 12 : (index - 11) / 12
    self.init(year: year, month: index - year * 12 + 1)
  }
}

extension MonthlySeries {
  /// The part of the series in a range of months.
  ///
  /// - Parameter range: the first and the last month to keep.
  /// - Returns: a series of the months that have a value there.
  /// - Throws: ``FitRefusal`` when no value is left.
  public func restricted(to range: ClosedRange<Month>) throws(FitRefusal) -> MonthlySeries {
    let rows = months.indices.filter { range.contains(months[$0]) }
    return try MonthlySeries(
      months: rows.map { months[$0] }, values: rows.map { values[$0] },
      uncertainties: uncertainties.map { all in rows.map { all[$0] } })
  }

  /// The part of the series in a number of whole calendar years up to that of its last value.
  ///
  /// - Parameter years: the length of the window, in years, at least 1.
  /// - Returns: a series of the months that have a value there.
  /// - Throws: nothing in practice: the last value is in the window.
  public func lastYears(_ years: Int) throws(FitRefusal) -> MonthlySeries {
    precondition(years >= 1, "a window of at least one year")
    let last = months[count - 1].year
    return try restricted(
      to: Month(year: last - years + 1, month: 1)...Month(year: last, month: 12))
  }
}
