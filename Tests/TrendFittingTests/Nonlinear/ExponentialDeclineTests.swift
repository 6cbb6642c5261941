// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import NumericMethods
import Testing
import TrendFitting

@Suite struct ExponentialDeclineTests {
  /// A made-up series: A 6, k 0.03 at 2019.5, a season and noise of standard deviation `noise`.
  static func series(
    years: Int = 20, noise: Double = 0.5
  ) throws -> MonthlySeries {
    var random = SplitMix64(seed: 7)
    let months = (0..<(12 * years)).map { Month(year: 2005 + $0 / 12, month: $0 % 12 + 1) }
    let values = months.map { month -> Double? in
      let angle = 2 * Double.pi * month.time
      let spread = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random)
      }
      let isGap = Int.random(in: 0..<20, using: &random) == 0
      guard !isGap else { return nil }
      return 6 * exp(-0.03 * (month.time - 2019.5)) + 0.7 * cos(angle) - 3 * sin(angle)
        - 1.4 * cos(2 * angle) + 0.2 * sin(2 * angle) + noise * spread
    }
    return try MonthlySeries(
      months: months, values: values, uncertainties: months.map { 0.3 + 0.1 * Double($0.month) })
  }

  @Test func withoutNoiseTheTruthComesBack() throws {
    let fit = try ExponentialDecline(Self.series(noise: 0), origin: 2019.5)
    for (value, truth) in zip(fit.coefficients, [6, 0.03, 0.7, -3, -1.4, 0.2]) {
      expectClose(value, truth, relative: 1e-10)
    }
  }

  @Test func theOriginMovesOnlyTheLevel() throws {
    let series = try Self.series()
    let early = try ExponentialDecline(series, origin: 2005)
    let late = try ExponentialDecline(series, origin: 2019.5)
    expectClose(early.level * exp(-early.rate * 14.5), late.level, relative: 1e-9)
    for index in 1..<6 {
      expectClose(early.coefficients[index], late.coefficients[index], relative: 1e-9)
      expectClose(
        early.standardErrors(.scaledSigma)[index], late.standardErrors(.scaledSigma)[index],
        relative: 1e-7)
    }
  }

  @Test func theUnitScalesEverythingButTheRate() throws {
    let series = try Self.series()
    let scaled = try MonthlySeries(
      months: series.months, values: series.values.map { 1e6 * $0 })
    let (fit, large) = (
      try ExponentialDecline(series, origin: 2015), try ExponentialDecline(scaled, origin: 2015)
    )
    expectClose(large.level, 1e6 * fit.level, relative: 1e-9)
    expectClose(large.rate, fit.rate, relative: 1e-8)
  }

  /// R² aside, known and scaled errors differ by the residual standard deviation.
  @Test func bothConventionsDifferByTheSpread() throws {
    let fit = try ExponentialDecline(Self.series(), origin: 2019.5, isWeighted: true)
    let spread = fit.fit.residualStandardDeviation
    for (scaled, known) in zip(fit.standardErrors(.scaledSigma), fit.standardErrors(.knownSigma)) {
      expectClose(scaled, spread * known)
    }
    let names = fit.namedValues().map(\.0)
    #expect(names.contains("w_se_known_sigma_k"))
    #expect(names.contains("w_se_scaled_A"))
    #expect(names.contains("w_coef_b2"))
    #expect(names.contains("w_rss"))
    #expect(Set(names).count == names.count)
  }

  @Test func valuesBelowZeroAreNoObstacle() throws {
    let series = try Self.series(noise: 3)
    #expect(series.values.contains { $0 <= 0 })
    #expect(throws: Never.self) { try ExponentialDecline(series, origin: 2019.5) }
  }

  @Test func hopelessSeriesAreRefused() throws {
    func code(_ series: MonthlySeries, isWeighted: Bool = false) -> FitRefusal.Code? {
      do throws(FitRefusal) {
        _ = try ExponentialDecline(series, origin: 2019.5, isWeighted: isWeighted)
        return nil
      } catch {
        return error.code
      }
    }
    let months = (0..<48).map { Month(year: 2005 + $0 / 12, month: $0 % 12 + 1) }
    #expect(code(try Self.series(years: 1)) == .tooShort)
    let flat = try MonthlySeries(months: months, values: months.map { _ in 4 })
    #expect(code(flat) == .constant)
    let plain = try MonthlySeries(months: months, values: months.map { Double($0.index % 7) })
    #expect(code(plain, isWeighted: true) == .badWeight)
    let winters = months.indices.map { months[$0].month <= 3 ? Double($0) : nil }
    let many = (0..<240).map { Month(year: 2005 + $0 / 12, month: $0 % 12 + 1) }
    let springs = many.indices.map { many[$0].month <= 3 ? Double($0 * $0 % 17) : nil }
    #expect(code(try MonthlySeries(months: months, values: winters)) == .tooShort)
    #expect(code(try MonthlySeries(months: many, values: springs)) == .seasonMissing)
  }

  static let reference = FixturePaths.referenceData.map { $0 + "/reference" }

  // scipy 1.17.1, the 229 valid months of ols_harmonic_pub.csv, w = 1 or 1/u:
  //
  //   f = least_squares(lambda p: w*(p[0]*exp(-p[1]*x) + C@p[2:] - y), [5, .03, 0, 0, 0, 0],
  //     jac=..., method='lm', xtol=1e-15, ftol=1e-15, gtol=1e-15)
  //   V = inv(f.jac.T @ f.jac)
  @Test(.enabled(if: reference != nil), arguments: [false, true])
  func agreesWithScipy(isWeighted: Bool) throws {
    let file = try #require(Self.reference) + "/statistics/ols_harmonic_pub.csv"
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let rows = lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    }
    let months = try rows.map {
      Month(year: Int(try #require($0[0])), month: Int(try #require($0[1])))
    }
    let series = try MonthlySeries(
      months: months, values: rows.map { $0[2] }, uncertainties: rows.map { $0[3] })
    let fit = try ExponentialDecline(series, origin: 2019.5, isWeighted: isWeighted)
    let expected: (coefficients: [Double], rss: Double, known: [Double], scaled: [Double]) =
      isWeighted
      ? (
        [
          6.511515589812947, 0.02861654138942521, 0.5484602667511563, -2.7439481393457643,
          -1.3599238630397654, 0.22276907887725186,
        ], 1604.7619387025659,
        [
          0.044104491067601864, 0.000830387291231967, 0.04918863129371109, 0.06197123230072895,
          0.05342880903837119, 0.05182337829850836,
        ],
        [
          0.11831387843373922, 0.0022275813335461076, 0.13195249740635073, 0.16624286251436685,
          0.1433271184953962, 0.13902042017982608,
        ]
      )
      : (
        [
          6.820727727758991, 0.03523749921495706, 0.7532377166527021, -3.1798716230863584,
          -1.5208600463615352, 0.22780232790335153,
        ], 796.2722633099378,
        [
          0.08527312678428374, 0.001436215123747018, 0.09347446879366673, 0.09353298467637942,
          0.09369061853628854, 0.0932712459474292,
        ],
        [
          0.16113524749869165, 0.002713925103412445, 0.17663280604191733, 0.17674337981350385,
          0.17704125057289194, 0.17624878865143614,
        ]
      )
    for index in 0..<6 {
      expectClose(fit.coefficients[index], expected.coefficients[index], relative: 1e-7)
      expectClose(fit.standardErrors(.knownSigma)[index], expected.known[index], relative: 1e-6)
      expectClose(fit.standardErrors(.scaledSigma)[index], expected.scaled[index], relative: 1e-6)
    }
    expectClose(fit.fit.sumOfSquares, expected.rss, relative: 1e-12)
  }
}
