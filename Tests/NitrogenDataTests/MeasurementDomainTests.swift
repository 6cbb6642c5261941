// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct MeasurementDomainTests {
  /// Day numbers by Foundation's calendar.
  @Test func dayNumbersAreThoseOfTheCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for year in [1583, 1899, 1900, 1969, 1970, 1999, 2000, 2019, 2020, 2100] {
      for month in 1...12 {
        for day in [1, 15, CalendarDay.days(in: month, of: year)] {
          let date = try #require(
            calendar.date(from: DateComponents(year: year, month: month, day: day)))
          let number = Int((date.timeIntervalSince1970 / 86_400).rounded())
          #expect(CalendarDay(year: year, month: month, day: day)?.dayNumber == number)
        }
      }
    }
  }

  @Test func daysThatTheCalendarLacksAreNone() {
    #expect(CalendarDay(text: "2019-02-29") == nil)
    #expect(CalendarDay(text: "2020-02-29")?.description == "2020-02-29")
    #expect(CalendarDay(text: "1900-02-29") == nil)
    #expect(CalendarDay(text: "2020-2-29") == nil)
    #expect(CalendarDay(year: 2020, month: 13, day: 1) == nil)
    #expect(CalendarDay(firstOfMonth: 0, of: 2020).description == "2019-12-01")
    #expect(CalendarDay(firstOfMonth: 14, of: 2020).description == "2021-02-01")
  }

  @Test(arguments: [
    (MeasurementPeriod.month(year: 2020, month: 2), "2020-02", "2020-02-01", "2020-03-01", 696),
    (.month(year: 2019, month: 12), "2019-12", "2019-12-01", "2020-01-01", 744),
    (.quarter(year: 2019, quarter: 1), "2019-Q1", "2019-02-01", "2019-05-01", 2136),
    (.quarter(year: 2019, quarter: 4), "2019-Q4", "2019-11-01", "2020-02-01", 2208),
    (.year(2019), "2019", "2019-01-01", "2020-01-01", 8760),
    (.year(2020), "2020", "2020-01-01", "2021-01-01", 8784),
  ])
  func aPeriodKnowsItsDays(
    _ period: MeasurementPeriod, _ label: String, _ first: String, _ after: String, _ hours: Int
  ) {
    #expect(period.label == label)
    #expect(period.firstDay.description == first)
    #expect(period.dayAfter.description == after)
    #expect(period.hours == hours)
  }

  @Test func neighboursDifferByOne() {
    let quarters = (1...4).map { MeasurementPeriod.quarter(year: 2019, quarter: $0).index }
    #expect(quarters == Array(quarters[0]...quarters[0] + 3))
    #expect(MeasurementPeriod.quarter(year: 2020, quarter: 1).index == quarters[3] + 1)
    #expect(
      MeasurementPeriod.month(year: 2020, month: 1).index
        == MeasurementPeriod.month(year: 2019, month: 12).index + 1)
  }

  @Test func theMiddleIsInYears() {
    #expect(MeasurementPeriod.year(2019).middle == 2019.5)
    #expect(MeasurementPeriod.month(year: 2019, month: 4).middle == 2019 + 3.5 / 12)
    #expect(MeasurementPeriod.quarter(year: 2019, quarter: 4).middle == 2019 + 11.5 / 12)
  }

  /// Twelve months of which some are known: a year needs nine of them.
  @Test(arguments: [(9, 5.0), (8, nil), (12, 6.5), (0, nil)])
  func aYearNeedsNineOfItsMonths(_ known: Int, _ mean: Double?) throws {
    let values = (1...12).map { month in
      MeasuredValue(
        period: .month(year: 2019, month: month), value: month <= known ? Double(month) : nil,
        origin: RowReference(file: "a.csv", line: month + 1))
    }
    let series = MeasurementSeries(
      station: Station(code: StationCode(rawValue: "X1")), quantity: .nh3, step: .month,
      values: values.reversed(), grade: .made)
    let years = try #require(series.annualMeans())
    #expect(years.step == .year)
    #expect(years.values.map(\.period) == [.year(2019)])
    #expect(years.values.first?.value == mean)
    #expect(years.values.first?.validFraction == Double(known) / 12)
    #expect(years.values.first?.origin.line == 2)
    #expect(years.annualMeans() == nil)
  }

  @Test func stationsSortByNumberThenName() {
    let codes = ["NL2", "10", "9", "NL10"].map(StationCode.init(rawValue:)).sorted()
    #expect(codes.map(\.rawValue) == ["9", "10", "NL10", "NL2"])
  }
}
