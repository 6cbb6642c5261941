// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

@Suite struct ZoneCorrelationMatrixTests {
  private static let areas = [41, 35, 42].map(AreaCode.init(rawValue:))

  private static func matrix(
    _ areas: [AreaCode], _ sector: Sector, others: Double?
  ) throws -> ZoneCorrelationMatrix {
    ZoneCorrelationMatrix(
      of: areas, from: try RealData.requireDataset("measures/made-overijssel").correlations, sector,
      .nh3, others: others)
  }

  @Test func pairsStandWhereTheirAreasDo() throws {
    let matrix = try Self.matrix(Self.areas, .agriculture, others: nil)
    #expect(matrix.rows == [[1, 0.3, 0.6], [0.3, 1, 0.25], [0.6, 0.25, 1]])
    #expect(matrix.missing.isEmpty)
  }

  @Test func pairsNotGivenAreNamedUnlessPolicyHasOneForAll() throws {
    let more = Self.areas + [AreaCode(rawValue: 40)]
    let silent = try Self.matrix(more, .agriculture, others: nil)
    #expect(
      silent.missing
        == [(41, 40), (35, 40), (42, 40)].map {
          ZoneCorrelationMatrix.Pair(AreaCode(rawValue: $0), AreaCode(rawValue: $1))
        })
    let given = try Self.matrix(more, .agriculture, others: 0.5)
    #expect(given.missing.isEmpty)
    #expect(given.rows[3] == [0.5, 0.5, 0.5, 1])
  }

  @Test func anotherSectorHasNone() throws {
    #expect(try Self.matrix(Self.areas, .industry, others: nil).missing.count == 3)
  }
}
