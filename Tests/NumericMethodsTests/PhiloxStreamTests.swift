// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct PhiloxStreamTests {
  /// `philox4x32 10` of `tests/kat_vectors` of Random123 (DEShawResearch/random123): counter, key,
  /// result.
  static let knownAnswers: [([UInt32], UInt64, [UInt32])] = [
    (
      [0, 0, 0, 0], 0,
      [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
    ),
    (
      [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], 0xffff_ffff_ffff_ffff,
      [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
    ),
    (
      [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], 0x299f_31d0_a409_3822,
      [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
    ),
  ]

  @Test(arguments: knownAnswers)
  func blocksMatchTheKnownAnswers(counter: [UInt32], key: UInt64, expected: [UInt32]) {
    let words = PhiloxStream.block(
      counter: (counter[0], counter[1], counter[2], counter[3]), key: key)
    #expect([words.0, words.1, words.2, words.3] == expected)
  }

  @Test func streamsReadBlocksInOrder() {
    var stream = PhiloxStream(key: 0)
    #expect(stream.next() == 0xe169_c58d_6627_e8d5)
    #expect(stream.next() == 0x9b00_dbd8_bc57_ac4c)
    let block = PhiloxStream.block(counter: (1, 0, 0, 0), key: 0)
    #expect(stream.next() == UInt64(block.0) | UInt64(block.1) << 32)
    #expect(stream.position == 3)
  }

  @Test func labelsPartStreams() {
    let keys = [
      PhiloxStream(seed: 1, labels: ["57", "agriculture"]).key,
      PhiloxStream(seed: 2, labels: ["57", "agriculture"]).key,
      PhiloxStream(seed: 1, labels: ["agriculture", "57"]).key,
      PhiloxStream(seed: 1, labels: ["57agriculture"]).key,
      PhiloxStream(seed: 1, labels: ["57", "agriculture", ""]).key,
      PhiloxStream(seed: 1, labels: ["57", "agriculturf"]).key,
      PhiloxStream(seed: 1, labels: []).key,
    ]
    #expect(Set(keys).count == keys.count)
    var one = PhiloxStream(seed: 1, labels: ["57"], stream: 3)
    var other = PhiloxStream(seed: 1, labels: ["57"], stream: 4)
    #expect((0..<8).map { _ in one.next() } != (0..<8).map { _ in other.next() })
  }

  @Test func uniformNumbersFillTheInterval() {
    var stream = PhiloxStream(key: 42)
    var tally = [Int](repeating: 0, count: 100)
    for _ in 0..<100_000 {
      let number = stream.uniform()
      #expect(number >= 0 && number < 1)
      tally[Int(number * 100)] += 1
    }
    // χ² with 99 degrees of freedom: P(χ² > 148.2) = 0.001, scipy.stats.chi2.isf(0.001, 99).
    #expect(tally.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 } < 148.2)
  }

  @Test(arguments: [1, 2, 3, 7, 1000, Int.max])
  func integersStayBelowTheBound(bound: Int) {
    var stream = PhiloxStream(key: 5)
    for _ in 0..<1000 { #expect((0..<bound).contains(stream.integer(below: bound))) }
  }

  @Test func integersAreEquallyLikely() {
    // 2⁶⁴ is 8/3 times 3 · 2⁶¹: without rejection the remainders 0, 1, 2 come as 3 : 3 : 2.
    let bound = 3 << 61
    var stream = PhiloxStream(key: 6)
    var thirds = [0, 0, 0]
    for _ in 0..<30_000 { thirds[stream.integer(below: bound) % 3] += 1 }
    // χ² with 2 degrees of freedom: P(χ² > 13.8) = 0.001.
    let square = thirds.reduce(0.0) {
      $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000
    }
    #expect(square < 13.8)
  }

  @Test func normalNumbersFollowTheNormalDistribution() {
    var stream = PhiloxStream(key: 7)
    let count = 100_000
    var numbers = (0..<count).map { _ in stream.normal() }
    #expect(stream.position == UInt64(count))
    numbers.sort()
    var distance = 0.0
    for (place, number) in numbers.enumerated() {
      let cdf = StandardNormal.cdf(number)
      distance = max(
        distance, cdf - Double(place) / Double(count), Double(place + 1) / Double(count) - cdf)
    }
    // Kolmogorov: P(√n D > 1.95) = 0.001, scipy.special.kolmogi(0.001).
    #expect(distance * Double(count).squareRoot() < 1.95)
  }

  @Test func openUniformNumbersRoundTripThroughTheNormal() {
    var stream = PhiloxStream(key: 8)
    var twin = stream
    for _ in 0..<1000 {
      let probability = twin.openUniform()
      #expect(probability > 0 && probability < 1)
      expectClose(StandardNormal.cdf(stream.normal()), probability, relative: 1e-13)
    }
  }
}
