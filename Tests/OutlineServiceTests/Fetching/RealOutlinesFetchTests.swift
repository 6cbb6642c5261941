// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenTestSupport
import Testing

@testable import NitrogenRuns
@testable import OutlineService

extension ServerTests {
  /// The real outlines, served page by page and stored: nothing of them gets lost.
  @Suite struct RealOutlinesFetchTests {
    private static let file = FixturePaths.referenceData.map {
      $0 + "/data/natura2000_areas_rd.geojson"
    }

    @Test(.enabled(if: file != nil, "STIKSTOF_REFERENCE_DATA is not set"))
    func allPointsOfAllRingsAreStored() async throws {
      let data = try Data(contentsOf: URL(fileURLWithPath: try #require(Self.file)))
      let whole = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let features = try #require(whole?["features"] as? [[String: Any]])
      // As published with the outlines: 160 areas, 598 parts, 3,604 holes, 109,418 points of which
      // the last of a ring repeats its first.
      #expect(features.count == 160)
      let pages = try stride(from: 0, to: 160, by: 50).map { start in
        let page =
          ["type": "FeatureCollection", "features": Array(features.dropFirst(start).prefix(50))]
          as [String: Any]
        return try JSONSerialization.data(withJSONObject: page)
      }
      try await Fetching.with({ _, query in
        guard let start = query["startIndex"].flatMap({ Int($0) }) else {
          return .xml(MadeService.hits("160"))
        }
        return .answer(200, [:], pages[start / 50])
      }) { fetching in
        fetching.pageSize = 50
        fetching.columns = [("nr", "nr"), ("naam", "name")].map {
          OutlineSource.Column(name: $0.0, property: $0.1)
        }
        let record = try await fetching.run().record
        #expect(record.areas == 160)
        let layer = try StoredLayer(fetching.output)
        #expect(layer.rows.count == 160)
        #expect(layer.rows.first { $0[0] == "57" }?[1] == "Veluwe")
        #expect(layer.partCount == 598)
        #expect(layer.ringSizes.joined().count == 598 + 3604)
        #expect(layer.ringSizes.joined().reduce(0, +) == 109_418)
      }
    }
  }
}
