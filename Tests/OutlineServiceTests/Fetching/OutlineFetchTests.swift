// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenGeography
import Testing

@testable import NitrogenRuns
@testable import OutlineService

extension ServerTests {
  /// A fetch from the first question to the stored file.
  @Suite struct OutlineFetchTests {
    @Test func allPagesAreStoredWithTheirRecord() async throws {
      try await Fetching.with({ MadeService.reply($1) }) { fetching in
        let stored = try await fetching.run()
        #expect(
          fetching.steps == [
            "5 features in 3 pages from \(fetching.server.address)",
            "page 1 of 3: fetched, 2 features", "page 2 of 3: fetched, 2 features",
            "page 3 of 3: fetched, 1 feature",
          ])
        #expect(fetching.server.asked == ["hits", "0", "2", "4"])
        #expect(fetching.files() == ["out.gpkg", "out.gpkg.json"])

        let layer = try StoredLayer(fetching.output)
        #expect(layer.name == "made")
        #expect(
          layer.fields == [
            "nr", "naam", "bescherming", "sitecode_vr", "sitecode_hr", "status", "feature",
          ])
        #expect(
          layer.rows == [
            ["2", "Tweede Voorbeeld", "HR", nil, "NL2", nil, "made.3"],
            ["3", "Derde Voorbeeld", "HR", nil, "NL3", nil, "made.5"],
            ["57", "Eerste Voorbeeld", "HR", nil, "NL57", nil, "made.1"],
            ["57", "Eerste Voorbeeld", "HR", nil, "NL57", nil, "made.2"],
            ["900", "Vijfde Voorbeeld", "HR", nil, "NL900", nil, "made.4"],
          ])
        // Rings of five points; the first feature of 57 has a hole.
        #expect(layer.ringSizes == [[5], [5], [5, 5], [5], [5]])
        #expect(layer.isRDNew)
        // When the file says it was changed.
        let bytes = try Data(contentsOf: URL(fileURLWithPath: fetching.output))
        #expect(bytes.range(of: Data("2026-11-23T09:00:00.000Z".utf8)) != nil)

        let record = stored.record
        #expect(record.file == "out.gpkg")
        #expect(record.sha256 == (try FileHash.sha256(ofFile: fetching.output)))
        #expect(record.retrieved.formatted(.iso8601) == OutlineServer.isoDate)
        #expect(record.timeStamp == "2026-11-23T10:00:00")
        #expect(record.numberMatched == 5)
        #expect(record.areas == 4)
        #expect(record.missingAreas == [60])
        #expect(record.unknownAreas == [900])
        #expect(record.pages.map(\.features) == [2, 2, 1])
        #expect(
          record.pages[2].sha256
            == FileHash.sha256(
              of: Array(
                MadeService.collection(MadeService.features.suffix(1), matched: "5").utf8)))
        #expect(record.summary == "5 features of 4 areas, retrieved 2026-11-23T09:00:00Z")
        #expect(OutlineStore.content(of: fetching.output) == .whole(record))
        #expect(
          stored.warnings.map(\.text) == [
            "\(fetching.output): warning: 1 of the 4 areas of the catalogue have no outline: 60",
            "\(fetching.output): warning: the catalogue of areas does not have every outline's "
              + "area: 900",
          ])
      }
    }

    @Test func whatIsStoredReadsAsOutlines() async throws {
      try await Fetching.with({ MadeService.reply($1) }) { fetching in
        _ = try await fetching.run()
        let reading = OutlineReader.read(fetching.output)
        let outlines = try #require(reading.value, "\(reading.diagnostics.map(\.text))")
        #expect(outlines.areas.map(\.rawValue) == [2, 3, 57, 900])
      }
    }

    @Test func theSamePagesGiveTheSameBytes() async throws {
      var bytes: [Data] = []
      var records: [Data] = []
      for breaksOff in [false, true] {
        try await Fetching.with({ number, query in
          breaksOff && number == 3 ? .answer(404, [:], Data()) : MadeService.reply(query)
        }) { fetching in
          // Another clock each time: what the service dates is not ours to date.
          fetching.now = Date(timeIntervalSince1970: breaksOff ? 1e9 : 2e9)
          if breaksOff { await #expect(throws: RunError.self) { try await fetching.run() } }
          _ = try await fetching.run()
          bytes.append(try Data(contentsOf: URL(fileURLWithPath: fetching.output)))
          let record = try String(contentsOfFile: fetching.output + ".json", encoding: .utf8)
          records.append(
            Data(record.replacingOccurrences(of: fetching.server.address, with: "SERVICE").utf8))
        }
      }
      #expect(bytes[0] == bytes[1])
      #expect(records[0] == records[1])
    }

    @Test func withoutADateOfTheServiceOursIsTaken() async throws {
      try await Fetching.with({ _, query in
        guard case .answer(let status, var headers, let body) = MadeService.reply(query) else {
          return .silence
        }
        headers["Date"] = "yesterday"
        return .answer(status, headers, body)
      }) { fetching in
        fetching.now = Date(timeIntervalSince1970: 1_800_000_000.75)
        let record = try await fetching.run().record
        #expect(OutlineStore.content(of: fetching.output) == .whole(record))
        #expect(record.retrieved.formatted(.iso8601) == "2027-01-15T08:00:00Z")
        #expect(Set(record.pages.map(\.retrieved)) == [record.retrieved])
      }
    }

    @Test func namelessFeaturesAreToldApartByTheirContent() async throws {
      let nameless = MadeService.features.map {
        MadeService.Feature(nr: $0.nr, naam: $0.naam, hole: $0.hole, x: $0.x)
      }
      try await Fetching.with({ MadeService.reply($1, features: nameless) }) { fetching in
        let stored = try await fetching.run()
        #expect(stored.record.numberMatched == 5)
        let rows = try StoredLayer(fetching.output).rows
        #expect(rows.allSatisfy { $0[6] == nil })
      }
    }

    @Test func aPropertyThatNoFeatureHasIsToldOf() async throws {
      try await Fetching.with({ MadeService.reply($1) }) { fetching in
        fetching.columns[1] = OutlineSource.Column(name: "naam", property: "name")
        let stored = try await fetching.run()
        #expect(
          stored.warnings.last?.message
            == "no feature has the property 'name', and column 'naam' is empty: look at "
            + "natura2000/outlines.yaml in the areas folder")
        let rows = try StoredLayer(fetching.output).rows
        #expect(rows.allSatisfy { $0[1] == nil })
      }
    }

    @Test func pagesStayWhereTheyAreAskedTo() async throws {
      try await Fetching.with({ MadeService.reply($1) }) { fetching in
        fetching.keepsPages = true
        let first = try await fetching.run()
        #expect(
          fetching.files(in: ".pages")
            == ["page-00001.json", "page-00002.json", "page-00003.json", "pages.json"])
        // The same again, without a page asked for.
        let second = try await fetching.run()
        #expect(second.record == first.record)
        #expect(fetching.server.asked == ["hits", "0", "2", "4", "hits"])
      }
    }

    @Test func aPageThatIsSilentOrMovedIsHadAllTheSame() async throws {
      try await Fetching.with({ number, query in
        if number == 2 { return .silence }
        guard query["path"] == "/wfs", query["startIndex"] == "2" else {
          return MadeService.reply(query)
        }
        let kept = query.filter { !["path", "agent"].contains($0.key) }
        let items = kept.map { URLQueryItem(name: $0.key, value: $0.value) }
        let moved = URL(fileURLWithPath: "/moved").appending(queryItems: items)
        return .redirect(to: moved.absoluteString.replacingOccurrences(of: "file://", with: ""))
      }) { fetching in
        // Far more attempts than are needed: a machine may be slow.
        fetching.client = MadeService.client(timeout: 2, wholeTimeout: 100, attempts: 60)
        let record = try await fetching.run().record
        #expect(record.numberMatched == 5)
        #expect(fetching.server.log.contains { $0["path"] == "/moved" })
      }
    }
  }
}
