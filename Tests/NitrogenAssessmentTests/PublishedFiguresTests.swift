// SPDX-License-Identifier: GPL-3.0-or-later

@testable import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

/// Figures that others published, reproduced from the embedded tables.
@Suite struct PublishedFiguresTests {
  /// Sensitive area of all areas together, RIVM KN-2025-0016 (2025), ha.
  static let sensitiveSurface = 170_757.0

  /// Cumulative yield per ring from the unrounded figures of RIVM KN-2025-0016; published rounded
  /// as 4.0, 3.4, 3.0 and 2.6 %.
  @Test(arguments: [
    ("inside", 4.04, 4.0), ("0-250", 3.43, 3.4), ("250-500", 3.03, 3.0), ("500-1000", 2.58, 2.6),
  ])
  func zoneYieldsAreThoseOfRIVM(outermost: String, unrounded: Double, published: Double) throws {
    let limit = try #require(Ring(label: outermost))
    let figures = try RealData.requireReference().inventory.zones.filter { $0.ring <= limit }
    let nitrogen = figures.map { NitrogenRate($0.emission, of: $0.pollutant) }
      .reduce(NitrogenRate.zero, +)
    let deposition = figures.compactMap(\.meanDeposition).reduce(DepositionRate.zero, +)
    let yield = try #require(
      deposition.yield(
        over: Self.sensitiveSurface, from: nitrogen, molarMass: MolarMass.roundedNitrogen))
    expectClose(yield.points, unrounded, relative: 0, absolute: 0.01, "yield to \(outermost)")
    #expect((yield.points * 10).rounded() / 10 == published)
  }

  /// Agriculture to 2030 needs 2.09 to 2.27 points a year from 2019, then 3.4 to 4.6 to 2035.
  @Test func thePaceAfter2030IsSteeper() throws {
    let policy = try RealData.requirePolicy()
    let aim = try #require(policy.band(.target(.agriculture, .nh3, 2030)))
    let goal = try #require(policy.band(.target(.agriculture, .nh3, 2035)))
    expectClose(aim.low.points / 11, 2.09, relative: 0, absolute: 0.005)
    expectClose(aim.high.points / 11, 2.27, relative: 0, absolute: 0.005)
    expectClose((goal.low.points - aim.high.points) / 5, 3.4, relative: 1e-12)
    expectClose((goal.high.points - aim.low.points) / 5, 4.6, relative: 1e-12)
  }

  /// Emissieregistratie 1990-2022, province export, sums by sector in kt.
  @Test(arguments: [
    ("Landbouw", Pollutant.nh3, 110.22), ("Consumenten", .nh3, 4.24),
    ("Verkeer en vervoer", .nh3, 3.77), ("Afvalverwijdering", .nh3, 1.25),
    ("Overige industrie", .nh3, 0.865), ("Handel, Diensten en Overheid (HDO)", .nh3, 0.589),
    ("Chemische Industrie", .nh3, 0.378), ("Energiesector", .nh3, 0.026),
    ("Raffinaderijen", .nh3, 0.012), ("Verkeer en vervoer", .nox, 212.6),
    ("Landbouw", .nox, 36.6), ("Energiesector", .nox, 11.6), ("Overige industrie", .nox, 11.4),
    ("Chemische Industrie", .nox, 7.9), ("Consumenten", .nox, 5.9), ("Raffinaderijen", .nox, 4.8),
    ("Afvalverwijdering", .nox, 3.6),
  ])
  func sectorTotalsOf2022AreThoseOfTheInventory(
    sector: String, pollutant: Pollutant, kilotonnes: Double
  ) throws {
    let records = try RealData.requireReference().inventory.records.map(\.record)
    let total = records.filter { record in
      guard case .code(let code) = record.activity else { return false }
      return record.vintage.rawValue == "ER 1990-2022 final" && record.year == 2022
        && record.pollutant == pollutant && code.sector == sector
    }.compactMap(\.emission).reduce(EmissionRate.zero, +)
    let tolerance = kilotonnes < 1 ? 0.0006 : 0.051
    expectClose(total.kilotonnesPerYear, kilotonnes, relative: 0, absolute: tolerance, sector)
  }

  /// One year, three releases: why a vintage is part of every number.
  @Test(arguments: [
    ("ER 1990-2022 final", 121.36), ("ER 1990-2023 final", 120.57), ("ER 1990-2024", 121.47),
  ])
  func theTotalOf2022DiffersByRelease(vintage: String, kilotonnes: Double) throws {
    let totals = try RealData.requireReference().inventory.totals
    let total = try #require(
      totals.first {
        $0.vintage.rawValue == vintage && $0.year == 2022 && $0.pollutant == .nh3
      })
    expectClose(total.emission.kilotonnesPerYear, kilotonnes, relative: 0, absolute: 0.005)
    #expect((total.grade == .secondHand) == (vintage == "ER 1990-2024"))
  }

  /// Industry NH3 2019 over 2021 by boundary.
  @Test(arguments: [
    ("rivm-dash", 0.8977), ("er-default", 0.8755), ("er-industry-energy-waste", 0.9035),
  ])
  func theIndustryIndexDependsOnTheBoundary(boundary: String, ratio: Double) throws {
    let context = AssessmentContext(
      reference: try RealData.requireReference(), policy: try RealData.requirePolicy(),
      options: AssessmentOptions())
    let vintage = Vintage(rawValue: "ER 1990-2023 final")
    let series = try #require(
      context.nationalSeries(
        vintage: vintage, boundary: BoundaryID(rawValue: boundary), sector: .industry,
        pollutant: .nh3))
    let index = NationalIndex(
      vintage: vintage, boundary: BoundaryID(rawValue: boundary), series: series)
    let found = try #require(index.ratio(of: 2019, to: 2021))
    expectClose(found, ratio, relative: 0, absolute: 0.00005)
  }
}
