// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import Testing

/// How many sources stand behind a sum, at the least.
@Suite struct SourceCountTests {
  private static func points(
    _ counts: [Int?], disclosure: Disclosure = .protected
  ) -> [(name: String, points: [SeriesPoint])] {
    counts.enumerated().map { number, count in
      (
        "part \(number)",
        [
          SeriesPoint(
            year: 2019, emission: EmissionRate(kilogramsPerYear: 1), provenance: .stated,
            vintage: Vintage(rawValue: "made"), basis: .stated, rows: [], sources: count,
            disclosure: disclosure)
        ]
      )
    }
  }

  @Test func theSameSourcesMayStandBehindTheParts() throws {
    let sum = try #require(SeriesBuilder.total(of: Self.points([3, 7, 5])).first)
    #expect(sum.sources == 7)
  }

  @Test func sourcesOfRingsAddUp() throws {
    let sum = try #require(
      SeriesBuilder.total(of: Self.points([3, 7, 5]), mayShareSources: false).first)
    #expect(sum.sources == 15)
  }

  @Test func oneCountThatIsNotToldLeavesTheSumUncounted() throws {
    let sum = try #require(
      SeriesBuilder.total(of: Self.points([3, nil, 5]), mayShareSources: false).first)
    #expect(sum.sources == nil)
  }

  @Test func aSumWithAProtectedPartIsProtected() throws {
    let parts = Self.points([3], disclosure: .published) + Self.points([9])
    #expect(SeriesBuilder.total(of: parts).first?.disclosure == .protected)
    #expect(
      SeriesBuilder.total(of: Self.points([3, 4], disclosure: .published)).first?.disclosure
        == .published)
  }
}
