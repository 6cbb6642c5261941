// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct GNFRReaderTests {
  @Test func everyActivityOfTheReleasesHasASector() throws {
    let table = try #require(GNFRReader.read(areasFolder: FixturePaths.areas.path).value)
    let inventory = try RealData.requireReference().inventory
    var count = 0
    for record in inventory.records.map(\.record)
    where table.releases[record.pollutant] == record.vintage {
      guard case .code(let code) = record.activity else { continue }
      count += 1
      #expect(table.sectors(of: code)?.isEmpty == false, "\(code.label)")
    }
    #expect(count > 50)
  }

  @Test func whatIsNoSectorIsRefused() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent(GNFRTable.file)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try """
      releases: {NH3: made}
      map:
        er:
          "Landbouw": [agriculture]
      """.write(to: file, atomically: true, encoding: .utf8)
      let reading = GNFRReader.read(areasFolder: folder.path)
      #expect(reading.value == nil)
      #expect(
        reading.diagnostics.first?.text.contains(
          "expected names of GNFR sectors such as 'K_AgriLivestock', found 'agriculture'") == true)
    }
  }
}
