// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenTestSupport
import Testing

/// The simplified outlines of the 160 areas, where the reference data are there.
private enum RealOutlineFile {
  static let path: String? = FixturePaths.referenceData
    .map { $0 + "/data/natura2000_areas_rd.geojson" }
    .flatMap { FileManager.default.isReadableFile(atPath: $0) ? $0 : nil }
}

@Suite(
  .enabled(if: RealOutlineFile.path != nil, "STIKSTOF_REFERENCE_DATA leads to no outlines"))
struct RealOutlineTests {
  @Test func allAreReadWithoutAWord() throws {
    let path = try #require(RealOutlineFile.path)
    let reading = try OutlineReader.read(
      path, catalogue: DataFixtures.requireReference().catalogue)
    #expect(reading.diagnostics.map(\.text) == [])
    let outlines = try #require(reading.value).outlines
    let parts = outlines.flatMap(\.parts)
    #expect(outlines.count == 160)
    #expect(parts.count == 598)
    #expect(parts.reduce(0) { $0 + $1.holes.count } == 3604)
    #expect(parts.flatMap(\.rings).reduce(0) { $0 + $1.count } == 109_418)
  }

  @Test func surfacesAreThoseOfTheCatalogue() throws {
    let catalogue = try DataFixtures.requireReference().catalogue
    let path = try #require(RealOutlineFile.path)
    let set = try #require(OutlineReader.read(path).value)
    for (code, outline) in zip(set.areas, set.outlines) {
      let known = try #require(catalogue[code]?.surface)
      let found = OutlineReaderTests.surface(of: outline) / 10_000
      // The outlines are simplified to 5 m, which changes surfaces by at most 0.6 %.
      #expect(abs(found - known) <= 0.006 * known, "area \(code): \(found) ha, \(known) ha")
    }
  }
}
