// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenReports
import NitrogenTestSupport
import NitrogenWords
import Testing

/// `Fixtures/measures/made-overijssel`, whose README works out by hand what measures do to area 41.
@Suite struct MeasuresFigureTests {
  private static let area = AreaCode(rawValue: 41)

  private func result() throws -> AssessmentResult {
    Assessor.assess(
      [try RealData.requireDataset("measures/made-overijssel")],
      reference: try RealData.requireReference(), policy: try RealData.requirePolicy(),
      options: AssessmentOptions())
  }

  /// Of 1000 kg the law takes 0.5 · 0.2, scrubbers bring the group to 0.22, the strip takes 0.24 and feed
  /// 0.1 · 0.523590.
  @Test func gradesTakeAwayWhatTheReadMeWorksOut() throws {
    let result = try result()
    let series = try #require(
      result.assessments.first {
        $0.territory == .area(Self.area) && $0.slice == SectorSlice(.agriculture)
          && $0.pollutant == .nh3
      })
    let found = try #require(MeasureContributions(series, in: result))
    let year = try #require(found.years.last)
    #expect(found.latest == 2024)
    #expect(
      year.shares.map(\.grade) == [.enforceableLaw, .permitChanged, .contract, .planned])
    for (share, kilograms) in zip(year.shares, [100.0, 120, 240, 52.359]) {
      // Effects are cut off at 0 and 1, which moves their means by less than a thousandth.
      expectClose(share.taken.kilogramsPerYear, kilograms, relative: 2e-3)
    }
    // 42 and 46 % off 1100 kg, of which 100 are gone.
    expectClose(year.low.kilogramsPerYear, 362, relative: 1e-9)
    expectClose(year.high.kilogramsPerYear, 406, relative: 1e-9)
    #expect(year.open(year.high) == .zero)
  }

  @Test(arguments: Language.allCases) func theFigureSaysWhatIsLeftOpen(
    _ language: Language
  ) throws {
    let narrator = Narrator(try result(), words: Words(language))
    let enough = try #require(MeasuresFigure.make(Self.area, narrator: narrator))
    let words = language == .dutch ? "op papier genoeg" : "enough on paper"
    #expect(DrawnPicture(enough.svg).all("text").filter { $0.text == words }.count == 2)
    let other = try #require(MeasuresFigure.make(AreaCode(rawValue: 42), narrator: narrator))
    let picture = DrawnPicture(other.svg)
    #expect(picture.isSound)
    // 724 to 812 kg to go, of which 200 + 240 + 105 go by measures.
    let open = language == .dutch ? "restopgave 179–267 kg" : "left open: 179–267 kg"
    #expect(picture.text(open) != nil)
  }

  @Test func thereIsNothingWithoutMeasures() throws {
    let narrator = Narrator(try result(), words: Words(.dutch))
    #expect(MeasuresFigure.make(AreaCode(rawValue: 57), narrator: narrator) == nil)
  }
}
