// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenTestSupport
import Testing

/// Files of outlines and sources with bytes changed, added and taken out: each is read or refused
/// with a reason, and nothing falls over.
@Suite struct MutatedGeodataTests {
  static let copies = 5

  /// Changes a few bytes, the same ones for the same seed.
  static func mutate(_ bytes: Data, _ random: inout SplitMix64) -> Data {
    var bytes = [UInt8](bytes)
    let marks = Array("0123456789-.eE[]{}<>/\",: \u{0}".utf8) + [0x7F, 0x80, 0xFF]
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5: bytes[place] = marks.randomElement(using: &random) ?? 0
      case 5..<7: bytes.removeSubrange(place..<min(place + 7, bytes.count))
      case 7..<9: bytes.insert(contentsOf: marks.shuffled(using: &random).prefix(5), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return Data(bytes)
  }

  /// Hands out mutated copies of a file, beside copies of what belongs to it.
  static func copies(of file: String, _ body: (String) throws -> Void) throws {
    let source = URL(fileURLWithPath: file)
    let whole = try Data(contentsOf: source)
    var random = SplitMix64(seed: UInt64(whole.count))
    try withTemporaryFolder { folder in
      for side in ["shx", "dbf", "prj"] {
        let name = source.deletingPathExtension().appendingPathExtension(side).lastPathComponent
        let from = source.deletingLastPathComponent().appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: from.path) {
          try FileManager.default.copyItem(at: from, to: folder.appendingPathComponent(name))
        }
      }
      let copy = folder.appendingPathComponent(source.lastPathComponent)
      for _ in 0..<copies {
        try mutate(whole, &random).write(to: copy)
        try body(copy.path)
      }
    }
  }

  @Test(arguments: DataFixtures.names(in: "outlines"))
  func outlinesAreReadOrRefusedWithAReason(_ name: String) throws {
    try Self.copies(of: OutlineReaderTests.file(name)) { path in
      let reading = OutlineReader.read(path)
      let isRefused = reading.diagnostics.contains { $0.severity == .error }
      #expect((reading.value == nil) == isRefused)
      #expect(reading.value?.areas.isEmpty != true)
    }
  }

  @Test(arguments: DataFixtures.names(in: "sources/geodata"))
  func sourcesAreInTheEnvelopeOrRefusedWithAReason(_ name: String) throws {
    try Self.copies(of: GeodataSourcesTests.file(name)) { path in
      var count = 0
      let reading = try SourceReader.read(
        path, options: GeodataSourcesTests.options(name),
        reference: DataFixtures.requireReference()
      ) { batch, keys in
        count += batch.count
        for row in 0..<batch.count {
          #expect(RDEnvelope.contains(x: batch.x[row], y: batch.y[row]))
          #expect(batch.emission[row] >= 0)
          #expect(Int(batch.key[row]) < keys.all.count)
        }
      }
      #expect(reading.kept.reduce(0) { $0 + $1.rows } == count)
      #expect(count > 0 || !reading.dropped.isEmpty || !reading.diagnostics.isEmpty)
    }
  }
}
