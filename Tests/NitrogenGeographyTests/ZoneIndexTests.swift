// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenTestSupport
import Testing

@Suite struct ZoneIndexTests {
  private func sources(_ points: [RDPoint], seed: UInt64) -> SourceBatch {
    var random = SplitMix64(seed: seed)
    return batch(
      x: points.map(\.x), y: points.map(\.y),
      emission: points.map { _ in random.between(0, 1) * random.between(0, 1e5) },
      key: points.map { _ in Int32(random.next() % 3) })
  }

  private func batch(
    x: [Double], y: [Double], emission: [Double], key: [Int32]
  ) -> SourceBatch {
    var batch = SourceBatch()
    batch.x = x
    batch.y = y
    batch.emission = emission
    batch.key = key
    return batch
  }

  private func totals(_ index: ZoneIndex, _ sources: SourceBatch, chunk: Int = 1 << 20) throws
    -> ZoneTotals
  {
    var totals = ZoneTotals(index: index, keyCount: 3)
    for start in stride(from: 0, to: sources.count, by: chunk) {
      try index.add(
        sources, rows: start..<min(start + chunk, sources.count), to: &totals)
    }
    return totals
  }

  @Test func totalsAreThoseOfThePairs() throws {
    let set = try MadeUpOutlines.all()
    let index = ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: [100, 3000, 9000]))
    let sources = sources(adversarialPoints(set, count: 5000, seed: 5), seed: 6)
    let totals = try totals(index, sources)
    let pairs = try index.pairs(x: sources.x, y: sources.y)
    var expected: [[Int]: (Int, Double)] = [:]
    var once = [Int](repeating: 0, count: 4)
    for source in 0..<sources.count {
      for pair in pairs[source] {
        expected[[pair.area, pair.ring, Int(sources.key[source])], default: (0, 0)].0 += 1
        expected[[pair.area, pair.ring, Int(sources.key[source])], default: (0, 0)].1 +=
          sources.emission[source]
      }
      if let ring = pairs[source].map(\.ring).min() { once[ring] += 1 }
    }
    for area in 0..<4 {
      for ring in 0..<4 {
        for key in 0..<3 {
          let cell = totals[area: area, ring: ring, key: key]
          let sum = expected[[area, ring, key]] ?? (0, 0)
          #expect(cell.sources == sum.0)
          #expect(abs(cell.kilograms - sum.1) <= 1e-9 * sum.1)
        }
      }
    }
    for ring in 0..<4 {
      #expect((0..<3).map { totals.once(ring: ring, key: $0).sources }.reduce(0, +) == once[ring])
    }
  }

  @Test func orderChunksAndMergingDoNotMatter() throws {
    let set = try MadeUpOutlines.all()
    let index = ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: [100, 3000, 9000]))
    let sources = sources(adversarialPoints(set, count: 5000, seed: 7), seed: 8)
    let whole = try totals(index, sources)
    let turned = batch(
      x: sources.x.reversed(), y: sources.y.reversed(), emission: sources.emission.reversed(),
      key: sources.key.reversed())
    #expect(try totals(index, turned) == whole)
    for chunk in [1, 7, 1000] { #expect(try totals(index, sources, chunk: chunk) == whole) }
    func part(_ range: Range<Int>) throws -> ZoneTotals {
      try totals(
        index,
        batch(
          x: Array(sources.x[range]), y: Array(sources.y[range]),
          emission: Array(sources.emission[range]), key: Array(sources.key[range])))
    }
    var merged = try part(2500..<5000)
    merged.merge(try part(0..<2500))
    #expect(merged == whole)
  }

  @Test func distancesDoNotDependOnTheCompany() throws {
    let set = try MadeUpOutlines.all()
    let index = ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: [25_000]))
    let points = adversarialPoints(set, count: 3000, seed: 9)
    let together = try index.pairs(x: points.map(\.x), y: points.map(\.y), distances: true)
    for (source, point) in points.enumerated() {
      let alone = try index.pairs(x: [point.x], y: [point.y], distances: true)[0]
      #expect(alone == together[source])
      for pair in alone {
        #expect(pair.distance == index.distance(from: point, area: pair.area))
        #expect(pair.distance == set.outlines[pair.area].distance(to: point))
      }
    }
  }

  @Test func ringsPartitionTheDiscAndWiderOnesLoseNothing() throws {
    let set = try MadeUpOutlines.all()
    let fine = ZoneIndex(
      outlines: set,
      scheme: try RingScheme(outerBounds: Array(stride(from: 100, to: 8001, by: 100)))
    )
    let points = adversarialPoints(set, count: 5000, seed: 10)
    let (x, y) = (points.map(\.x), points.map(\.y))
    let finePairs = try fine.pairs(x: x, y: y)
    for bound in [100, 900, 4000, 8000] {
      let disc = try fine.with(scheme: RingScheme(outerBounds: [bound])).pairs(x: x, y: y)
      for source in points.indices {
        let kept = finePairs[source].filter { $0.ring <= bound / 100 }
        #expect(disc[source].map(\.area) == kept.map(\.area))
        #expect(disc[source].map { $0.ring == 0 } == kept.map { $0.ring == 0 })
      }
    }
  }

  @Test func nothingIsAnswerToNothing() throws {
    let index = ZoneIndex(
      outlines: try MadeUpOutlines.all(), scheme: try RingScheme(outerBounds: [250]))
    #expect(try index.pairs(x: [], y: []).count == 0)
    let none = ZoneIndex(outlines: try OutlineSet([]), scheme: try RingScheme(outerBounds: [250]))
    #expect(try none.pairs(x: [1000], y: [400_000])[0].isEmpty)
    #expect(throws: GeographyError.unequalColumns([1, 2, 0])) { try none.pairs(x: [0], y: [1, 2]) }
  }

  @Test func unusableSourcesAreNamed() throws {
    let index = ZoneIndex(
      outlines: try MadeUpOutlines.all(), scheme: try RingScheme(outerBounds: [250]))
    var totals = ZoneTotals(index: index, keyCount: 1)
    let good = batch(
      x: [1e5, 1e5, 1e5], y: [4e5, 4e5, 4e5], emission: [1, 1, 1], key: [0, 0, 0])
    var bad = good
    bad.y[2] = 1e6
    #expect(throws: GeographyError.sourceOutsideEnvelope(index: 2, x: 1e5, y: 1e6)) {
      try index.add(bad, to: &totals)
    }
    bad = good
    bad.emission[1] = .infinity
    #expect(throws: GeographyError.unusableEmission(index: 1, kilograms: .infinity)) {
      try index.add(bad, to: &totals)
    }
    bad = good
    bad.key[1] = 1
    #expect(throws: GeographyError.unknownKey(index: 1, key: 1)) {
      try index.add(bad, to: &totals)
    }
  }
}

@Suite struct ExactSumTests {
  @Test func termsComeBackWhole() {
    for value in [0, 1, -1, 0.1, 1e-3, 12_345.678, -0x1p40, 0x1p40, 1e9 + 0.1] {
      #expect(ExactSum(value).kilograms == value)
    }
  }

  @Test func aSmallTermIsNotLostAmongLargeOnes() {
    var sum = ExactSum(1e12)
    sum += ExactSum(1e-6)
    sum += ExactSum(-1e12)
    #expect(abs(sum.kilograms - 1e-6) < 1e-18)
  }
}
