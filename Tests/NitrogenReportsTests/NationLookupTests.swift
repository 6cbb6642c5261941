// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import Testing

@testable import struct NitrogenReports.NationLookup

@Suite struct NationLookupTests {
  private static let zones = BoundaryID(rawValue: "zones")
  private static let wide = BoundaryID(rawValue: "wide")

  /// Agriculture is the same under all boundaries, industry is more under `wide`.
  private static let reference: ReferenceData = {
    func table(_ id: BoundaryID, _ industry: [String]) -> BoundaryTable {
      var codes = ["farm": SectorSlice(.agriculture)]
      for code in industry { codes[code] = SectorSlice(.industry) }
      return BoundaryTable(id: id, title: id.rawValue, doubt: nil, map: ["made": codes])
    }
    return ReferenceData(
      catalogue: SampleResult.reference.catalogue,
      boundaries: [
        SampleResult.boundary: table(SampleResult.boundary, ["works"]),
        zones: table(zones, ["works"]), wide: table(wide, ["works", "waste"]),
      ],
      inventory: SampleResult.reference.inventory, files: [])
  }()

  private func row(
    _ territory: Territory, _ sector: Sector, _ boundary: BoundaryID, inherited: Bool = false
  ) -> Assessment {
    SampleResult.assessment(
      territory, sector, kilograms: 1_000, dataset: territory == .nation ? nil : "x",
      inherited: inherited, boundary: boundary)
  }

  private func lookup(_ assessments: [Assessment], national: [Assessment] = []) -> NationLookup {
    NationLookup(
      AssessmentResult(
        options: AssessmentOptions(), policy: SampleResult.policy, reference: Self.reference,
        datasets: [], assessments: assessments, closure: [], unresolved: [], findings: [],
        names: [:], national: national))
  }

  @Test func theSameBoundaryComesFirst() {
    let lookup = lookup([
      row(.nation, .agriculture, SampleResult.boundary), row(.nation, .agriculture, Self.zones),
    ])
    let area = row(.area(SampleResult.area), .agriculture, Self.zones, inherited: true)
    #expect(lookup.row(behind: area)?.boundary == Self.zones)
  }

  @Test func aBoundaryWithTheSameActivitiesServesAsWell() {
    let lookup = lookup([
      row(.nation, .agriculture, SampleResult.boundary),
      row(.nation, .industry, SampleResult.boundary),
    ])
    let farms = row(.area(SampleResult.area), .agriculture, Self.wide, inherited: true)
    let works = row(.area(SampleResult.area), .industry, Self.wide, inherited: true)
    #expect(lookup.row(behind: farms)?.boundary == SampleResult.boundary)
    #expect(lookup.row(behind: works) == nil)
  }

  @Test func datasetsAboutTheNationDoNotCount() {
    let own = SampleResult.assessment(.nation, .agriculture, kilograms: 1, dataset: "x")
    let area = row(.area(SampleResult.area), .agriculture, SampleResult.boundary, inherited: true)
    #expect(lookup([own]).row(behind: area) == nil)
  }

  @Test func aPartOfAResultStillShowsWhatIsInherited() {
    let nation = SampleProjections.with(
      row(.nation, .agriculture, SampleResult.boundary), SampleProjections.both(rho: 0.85))
    let province = SampleProjections.with(
      row(SampleResult.province, .agriculture, Self.zones, inherited: true),
      none: Reason("noLocalSeries", "one stated year says nothing of a trend"))
    let text = SampleProjections.text(
      TextFormat(), of: [province], rho: 0.85, national: [nation], reference: Self.reference)
    #expect(
      text.contains(
        "\nFryslân · undetermined: no local series · the nation's, boundary made-boundary\n"))
    #expect(!text.contains("Netherlands"))
  }
}
