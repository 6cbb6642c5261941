// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

@Suite struct AreaRankingTests {
  private func ranking(_ names: [String]? = nil) throws -> AreaRanking {
    let datasets: [Dataset]
    if let names {
      datasets = try names.map(RealData.requireDataset)
    } else {
      datasets = try RealData.requireProvinces()
    }
    return AreaRanking(try RealAssessmentTests.assess(datasets))
  }

  @Test func areasComeByWhatIsLeftToDo() throws {
    let entries = try ranking().entries
    #expect(entries.count == 120)
    let gaps = entries.compactMap { $0.gap?.kilogramsPerYear }
    #expect(gaps == gaps.sorted(by: >))
    #expect(entries.compactMap(\.place) == Array(1...gaps.count))
  }

  /// 42 % of 1,082.3 t NH3 less the 7.81 % that is gone, and half of 12.56 t of industry less 5.74 %, as
  /// nitrogen (14.0067 / 17.031); mobility is not in the published zones.
  @Test func theGapAddsSectorsUpAsNitrogen() throws {
    let veluwe = try #require(try ranking().entries.first { $0.area.rawValue == 57 })
    let expected = (1_082_325.09 * (0.42 - 0.078144) + 12_563 * (0.5 - 0.0574)) * 14.0067 / 17.031
    let gap = try #require(veluwe.gap)
    expectClose(gap.kilogramsPerYear, expected, relative: 1e-3)
    #expect(veluwe.unknown.map { $0.0.sector } == [.mobility])
  }

  @Test func sharesAreOfOneWhole() throws {
    let ranking = try ranking()
    #expect(ranking.shared.map { "\($0.0.label) \($0.1.label)" } == ["agriculture NH3"])
    let sum = ranking.entries.compactMap { $0.share?.value }.reduce(0, +)
    expectClose(sum, 1, relative: 1e-12)
  }

  /// The Veluwe and the two sites of the Peel are named; two names leave three of the five that
  /// policy asks for at least.
  @Test func priorityAreasAreTheNamedAndThoseWithMostLeftToDo() throws {
    let ranking = try ranking()
    let priority = ranking.priority
    #expect(ranking.leastCount == 5)
    #expect(Set(priority.prefix(3).map(\.area.rawValue)) == [57, 139, 140])
    #expect(priority.prefix(3).allSatisfy { $0.priorityName != nil })
    let others = ranking.entries.filter { $0.priorityName == nil }.prefix(3)
    #expect(priority.dropFirst(3).map(\.area) == others.map(\.area))
  }

  @Test func whereNoneIsNamedTheFirstFiveArePriority() throws {
    let ranking = try ranking(["provinces/limburg"])
    let named = ranking.entries.filter { $0.priorityName != nil }
    let names = Set(named.compactMap(\.priorityName)).count
    #expect(ranking.priority.count == named.count + 5 - names)
  }
}
