// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenReports
import NitrogenTestSupport
import NitrogenWords
import Testing
import TrendFitting

@Suite struct MeasuredFigureTests {
  /// A made station that falls by 3 % a year and scatters, or one with a single year.
  private static func station(_ code: String, years: Range<Int>) -> MeasurementSeries {
    var random = SplitMix64(seed: 7)
    let values = years.flatMap { year in
      (1...12).map { month in
        MeasuredValue(
          period: .month(year: year, month: month),
          value: exp(
            2 - 0.03 * Double(year - 2019) + 0.1 * Double.random(in: -1...1, using: &random)),
          origin: RowReference(file: "made.csv", line: 2))
      }
    }
    return MeasurementSeries(
      station: Station(code: StationCode(rawValue: code), areas: [MadeSeries.area]),
      quantity: .nh3, step: .month, values: values, grade: .made)
  }

  private static let fits: NetworkFit = {
    let request = FitRequest(baselineYear: 2019)
    let fitter = StationFitter(request)
    return NetworkFitter.combine(
      [station("A", years: 2010..<2022), station("B", years: 2020..<2021)].map {
        fitter.fit($0)
      }, request: request)
  }()

  private func figure(_ language: Language = .english) throws -> Figure {
    try #require(
      MeasuredFigure.make(
        Self.fits, area: MadeSeries.area, narrator: MadeSeries.narrator([], language)))
  }

  @Test func slopesStandInPercentAYear() throws {
    let estimate = try #require(Self.fits.stations.first?.estimate)
    let figure = try figure()
    let row = try #require(figure.table.rows.first)
    guard case .number(let slope) = row[2] else {
      Issue.record("no slope in \(row)")
      return
    }
    expectClose(slope, 100 * estimate.slope, relative: 1e-12)
    expectClose(slope, -3, relative: 0, absolute: 1)
    let picture = DrawnPicture(figure.svg)
    #expect(picture.isSound)
    #expect(picture.all("circle").count == 1)
  }

  @Test func refusalsStandInWords() throws {
    let english = DrawnPicture(try figure().svg)
    #expect(english.all("text").contains { $0.text.hasPrefix("no trend: ") })
    let dutch = try figure(.dutch)
    #expect(DrawnPicture(dutch.svg).all("text").contains { $0.text.hasPrefix("geen trend: ") })
    #expect(dutch.table.rows.last?[2] == .missing)
  }

  @Test func stationsOfOtherAreasAreLeftOut() {
    let other = AreaCode(rawValue: 57)
    #expect(
      MeasuredFigure.make(Self.fits, area: other, narrator: MadeSeries.narrator([])) == nil)
  }
}
