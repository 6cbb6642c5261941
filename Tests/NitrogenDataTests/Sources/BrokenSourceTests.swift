// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Files broken at random: whatever comes out of them is usable or has been called wrong.
@Suite struct BrokenSourceTests {
  /// Changes, removes, repeats or inserts some bytes.
  private static func broken(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    let odd = Array("<>/\"'& \n-.0123456789eENaN!\u{e9}".utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes[place] = odd[Int.random(in: 0..<odd.count, using: &random)]
      default: bytes.insert(odd[Int.random(in: 0..<odd.count, using: &random)], at: place)
      }
    }
    return bytes
  }

  private static func isSound(_ batch: SourceBatch, _ keys: SourceKeys) -> Bool {
    batch.x.indices.allSatisfy { row in
      RDEnvelope.contains(x: batch.x[row], y: batch.y[row]) && batch.emission[row] >= 0
        && batch.emission[row].isFinite && keys.all.indices.contains(Int(batch.key[row]))
    }
  }

  @Test(arguments: SourceFixtures.files(in: "imaer-accepted", ending: ".gml"))
  func brokenIMAERIsSoundOrCalledWrong(_ name: String) throws {
    let bytes = try SourceFixtures.bytes("imaer-accepted", name)
    var random = SplitMix64(seed: UInt64(name.utf8.count))
    var wrong = 0
    for round in 0..<60 {
      let broken = Self.broken(bytes, &random)
      let reading = try IMAERFile.read(
        bytes: broken, name: name, blockSize: round.isMultiple(of: 2) ? 1 << 16 : 13,
        options: SourceOptions(), reference: DataFixtures.requireReference()
      ) { batch, keys in #expect(Self.isSound(batch, keys)) }
      if reading.hasErrors { wrong += 1 }
    }
    #expect(wrong > 20)
  }

  @Test(arguments: SourceFixtures.files(in: "ops-accepted", ending: ".brn"))
  func brokenOPSIsSoundOrCalledWrong(_ name: String) throws {
    let bytes = try SourceFixtures.bytes("ops-accepted", name)
    var random = SplitMix64(seed: UInt64(name.utf8.count))
    var options = SourceOptions()
    options.year = 2017
    options.vintage = Vintage(rawValue: "made")
    var wrong = 0
    for round in 0..<60 {
      let broken = Self.broken(bytes, &random)
      let reading = try OPSSources.read(
        bytes: broken, name: name, blockSize: round.isMultiple(of: 2) ? 1 << 16 : 13,
        options: options, reference: DataFixtures.requireReference()
      ) { batch, keys in #expect(Self.isSound(batch, keys)) }
      if reading.hasErrors { wrong += 1 }
    }
    #expect(wrong > 10)
  }
}
