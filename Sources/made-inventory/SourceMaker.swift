// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenGeography
import NumericMethods

/// Places the sources of a plan and writes their rows.
struct SourceMaker {
  /// A place is tried so often before it is taken as it falls.
  private static let tries = 200
  /// Land and coast, RD metres.
  private static let country = (x: 14_000.0...277_000.0, y: 308_000.0...612_000.0)

  private let plan: MadePlan
  private let set: OutlineSet
  private let seed: UInt64
  private let years: [Int]
  private var indexes: [AreaCode: ZoneIndex] = [:]
  /// The areas with published figures, out to the outermost ring that has one.
  private let published: ZoneIndex?
  private var output: [UInt8] = []
  private var number = 0

  init(set: OutlineSet, plan: MadePlan, seed: UInt64, years: [Int]) {
    self.set = set
    self.plan = plan
    self.seed = seed
    self.years = years
    let areas = Set(plan.lots.compactMap(\.zone?.area))
    let widest = plan.lots.compactMap(\.zone?.ring.outerBound).max() ?? 0
    published = try? ZoneIndex(
      outlines: OutlineSet(areas.compactMap { area in set[area].map { (area, $0) } }),
      scheme: RingScheme(outerBounds: [widest]))
  }

  /// Writes header and rows to standard output.
  mutating func write() {
    output += Array("id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage\n".utf8)
    for (lotNumber, lot) in plan.lots.enumerated() {
      var random = PhiloxStream(seed: seed, labels: ["made-inventory", "\(lotNumber)"])
      // Sizes differ as those of farms do; together they make the figure.
      let sizes = (0..<lot.count).map { _ in exp(0.9 * random.normal()) }
      let scale = lot.kilograms / sizes.reduce(0, +)
      let trend = 0.75 + 0.25 * random.uniform()
      for size in sizes {
        let place = place(of: lot, &random)
        row(lot, place, size * scale, trend, &random)
      }
    }
    flush()
  }

  private mutating func row(
    _ lot: MadePlan.Lot, _ place: RDPoint, _ kilograms: Double, _ trend: Double,
    _ random: inout PhiloxStream
  ) {
    number += 1
    for (position, year) in years.enumerated() {
      let change = position == 0 ? 1 : trend * (0.9 + 0.2 * random.uniform())
      let text =
        "s\(number),\(tenths(place.x)),\(tenths(place.y)),\(lot.slice.label),"
        + "\(lot.pollutant.label),\(year),\(tenths(kilograms * change)),made inventory\n"
      output += Array(text.utf8)
    }
    if output.count > 1 << 20 { flush() }
  }

  private func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(scaled % 10)"
  }

  private mutating func flush() {
    FileHandle.standardOutput.write(Data(output))
    output.removeAll(keepingCapacity: true)
  }

  // MARK: - Places

  private mutating func place(of lot: MadePlan.Lot, _ random: inout PhiloxStream) -> RDPoint {
    guard let (area, ring) = lot.zone, let outline = set[area] else {
      return anywhere(lot, &random)
    }
    let index = index(of: area, outline)
    var place = RDPoint(x: 0, y: 0)
    for _ in 0..<Self.tries {
      place = candidate(ring, outline, &random)
      if isIn(ring, place, index) { break }
    }
    return place
  }

  /// A place in the country; for sectors with published figures one that no figure is about.
  private func anywhere(_ lot: MadePlan.Lot, _ random: inout PhiloxStream) -> RDPoint {
    var place = RDPoint(x: 0, y: 0)
    for _ in 0..<Self.tries {
      place = RDPoint(x: within(Self.country.x, &random), y: within(Self.country.y, &random))
      guard plan.hasFigures(lot.slice), let published else { break }
      if (try? published.pairs(x: [place.x], y: [place.y]))?.count == 0 { break }
    }
    return place
  }

  private mutating func index(of area: AreaCode, _ outline: Outline) -> ZoneIndex {
    if let known = indexes[area] { return known }
    guard let set = try? OutlineSet([(area, outline)]),
      let scheme = try? RingScheme(outerBounds: [RingScheme.farthestBound])
    else { preconditionFailure("one outline makes a set") }
    let index = ZoneIndex(outlines: set, scheme: scheme)
    indexes[area] = index
    return index
  }

  private func isIn(_ ring: Ring, _ place: RDPoint, _ index: ZoneIndex) -> Bool {
    let distance = index.distance(from: place, area: 0)
    switch ring {
    case .inside: return distance == 0
    case .band(let from, let to): return distance > Double(from) && distance <= Double(to)
    }
  }

  /// For the inside a place of the box of some part, for a band one at its distance from some
  /// point of the boundary, in any direction.
  private func candidate(
    _ ring: Ring, _ outline: Outline, _ random: inout PhiloxStream
  ) -> RDPoint {
    let part = outline.parts[random.integer(below: outline.parts.count)].exterior
    switch ring {
    case .inside:
      let (x, y) = (part.map(\.x), part.map(\.y))
      return RDPoint(
        x: within((x.min() ?? 0)...(x.max() ?? 0), &random),
        y: within((y.min() ?? 0)...(y.max() ?? 0), &random))
    case .band(let from, let to):
      let corner = random.integer(below: part.count - 1)
      let along = random.uniform()
      let (a, b) = (part[corner], part[corner + 1])
      let distance = within(Double(from)...Double(to), &random)
      let angle = 2 * Double.pi * random.uniform()
      return RDPoint(
        x: a.x + (b.x - a.x) * along + distance * cos(angle),
        y: a.y + (b.y - a.y) * along + distance * sin(angle))
    }
  }

  private func within(_ range: ClosedRange<Double>, _ random: inout PhiloxStream) -> Double {
    range.lowerBound + random.uniform() * (range.upperBound - range.lowerBound)
  }
}
