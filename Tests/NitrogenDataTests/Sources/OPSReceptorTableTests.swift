// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct OPSReceptorTableTests {
  private func read(_ text: String) throws -> ([String]?, [String]) {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("places.csv")
      try text.write(to: file, atomically: true, encoding: .utf8)
      let reading = OPSReceptorTable.read(file.path)
      return (
        reading.value?.map { "\($0.name) \($0.place.x) \($0.place.y)" },
        reading.diagnostics.map {
          $0.text.replacingOccurrences(of: file.path, with: "places.csv")
        }
      )
    }
  }

  @Test func placesAreReadInBothDialects() throws {
    #expect(try read("name,x,y\na b,185000.5,450000\n").0 == ["a b 185000.5 450000.0"])
    #expect(try read("name;y;x\na;450000,5;185000\n").0 == ["a 185000.0 450000.5"])
  }

  @Test func whatIsNoPlaceIsRefused() throws {
    let (swapped, words) = try read("name,x,y\na,450000,185000\nb,,1\n")
    #expect(swapped == nil)
    #expect(
      words == [
        "places.csv:2: error: 'x' and 'y', 450000.0 and 185000.0, lie outside RD New; expected x "
          + "from -100 to 400 km and y from 200 to 950 km: they look swapped",
        "places.csv:3:3: error: the cell is empty; column 'x' needs a value",
      ])
    #expect(
      try read("name,x,y\n").1 == [
        "places.csv: error: the table holds no receptors; expected a row for each"
      ])
  }
}
