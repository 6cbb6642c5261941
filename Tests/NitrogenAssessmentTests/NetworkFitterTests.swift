// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing
import TrendFitting

/// What many stations say together.
@Suite struct NetworkFitterTests {
  /// A made station: a fall of 3 % a year, a season, months and years that scatter.
  static func station(_ code: String, seed: UInt64, areas: [Int] = [57]) -> MeasurementSeries {
    var random = SplitMix64(seed: seed)
    func scatter() -> Double {
      (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
    }
    var values: [MeasuredValue] = []
    for year in 2005..<2021 {
      let effect = 0.05 * scatter()
      for month in 1...12 {
        let time = Double(year) + (Double(month) - 0.5) / 12
        let season = 0.3 * sin(2 * Double.pi * time)
        values.append(
          MeasuredValue(
            period: .month(year: year, month: month),
            value: exp(2 - 0.03 * (time - 2019.5) + season + effect + 0.2 * scatter()),
            origin: RowReference(file: "made.csv", line: values.count + 2)))
      }
    }
    return MeasurementSeries(
      station: Station(
        code: StationCode(rawValue: code), name: nil, point: nil,
        areas: areas.map { AreaCode(rawValue: $0) }),
      quantity: .nh3, step: .month, values: values, grade: .made)
  }

  static func request() -> FitRequest {
    var request = FitRequest(baselineYear: 2019)
    request.targets = [FitRequest.Target(year: 2030, reduction: 0.23)]
    return request
  }

  static func combine(_ series: [MeasurementSeries]) -> NetworkFit {
    let request = request()
    let fitter = StationFitter(request)
    return NetworkFitter.combine(series.map { fitter.fit($0) }, request: request)
  }

  @Test func anAreaWithOneStationHasItsSlope() throws {
    let network = Self.combine([Self.station("A", seed: 1)])
    let area = try #require(network.areas.first)
    #expect(area.slope == network.stations.first?.estimate?.slope)
    #expect(area.p == network.stations.first?.estimate?.slopePValue)
    #expect(area.slopes == nil)
    #expect(network.pooled.isEmpty)
  }

  @Test func moreStationsNeverDetectLater() throws {
    let all = (1...6).map { Self.station("S\($0)", seed: UInt64($0)) }
    let network = Self.combine(all)
    let together = try #require(network.areas.first?.detection.first)
    #expect(together.target.name == "p23_2030")
    let alone = network.stations.compactMap { $0.value("detect_from_p23_2030") }
    #expect(alone.count == 6)
    #expect(Double(together.year) <= alone.max() ?? 0)
    #expect(together.year > 2019)
  }

  @Test func theOrderOfStationsDoesNotMatter() {
    let all = (1...4).map { Self.station("S\($0)", seed: UInt64($0)) }
    let forward = Self.combine(all)
    let backward = Self.combine(all.reversed())
    #expect(forward.stations.map(\.series.label) == backward.stations.map(\.series.label))
    #expect(forward.areas.map(\.slope) == backward.areas.map(\.slope))
    #expect(forward.adjusted == backward.adjusted)
  }

  @Test func adjustedProbabilitiesOfAreasAreNotBelowTheirOwn() {
    let all = (1...5).map { Self.station("S\($0)", seed: UInt64($0), areas: [50 + $0]) }
    let network = Self.combine(all)
    #expect(network.areas.count == 5)
    for area in network.areas {
      #expect((area.adjustedP ?? 0) >= (area.p ?? 1) * 0.999_999)
    }
  }

  @Test func aMonthlyModelIsHeldAgainstAnnualValuesAsAnnualMeans() throws {
    let monthly = Self.station("A", seed: 3)
    let annual = try #require(monthly.annualMeans(DataCompleteness()))
    let fit = StationFitter(Self.request()).fit(annual, modelled: monthly)
    let evaluation = try #require(fit.comparison?.evaluation)
    expectClose(evaluation.meanBias, 0, relative: 0, absolute: 1e-12)
    #expect(evaluation.count == 16)
    let reverse = StationFitter(Self.request()).fit(monthly, modelled: annual)
    #expect(reverse.comparison?.evaluation == nil)
    #expect(reverse.comparison?.refusal != nil)
  }
}
