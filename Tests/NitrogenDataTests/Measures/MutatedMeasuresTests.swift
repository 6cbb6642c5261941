// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Tables of measures with bytes changed at random: whatever comes, reading ends, says little, and
/// what it lets through keeps its bounds.
@Suite struct MutatedMeasuresTests {
  @Test(arguments: ["measures", "plan", "zone-correlations"])
  func changedBytesEndInABoundedList(_ table: String) throws {
    let source = URL(fileURLWithPath: DataFixtures.path("measures", "decimal-comma"))
    let good = try Data(contentsOf: source.appendingPathComponent("\(table).csv"))
    let reference = try DataFixtures.requireReference()
    var random = SplitMix64(seed: 6)
    try withTemporaryFolder { folder in
      let copy = folder.appendingPathComponent("copy")
      try FileManager.default.copyItem(at: source, to: copy)
      var refused = 0
      for _ in 0..<200 {
        var bytes = good
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
            in: 0x09...0x7E, using: &random)
        }
        try bytes.write(to: copy.appendingPathComponent("\(table).csv"))
        let reading = DatasetReader.read(folder: copy.path, reference: reference)
        #expect(reading.diagnostics.count <= 1001)
        guard let dataset = reading.value else {
          refused += 1
          continue
        }
        #expect(dataset.measures.allSatisfy { (0...1).contains($0.effect.value) })
        #expect(dataset.measures.allSatisfy { (0...0.5).contains($0.spread?.value ?? 0) })
        #expect(dataset.measures.allSatisfy { $0.to.map { to in to.year <= 2100 } ?? true })
        #expect(dataset.plan.allSatisfy { (0...1).contains($0.rate.value) })
        #expect(dataset.correlations.allSatisfy { (-1...1).contains($0.value) })
      }
      #expect(refused > 100)
    }
  }
}
