// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenGeography

/// Seeded points near outlines: the same number of them is always the same points.
struct MadePoints {
  /// Of each key, what stands in the file of sources; a year, a pollutant and a sector.
  static let keys: [String] = [2019, 2023].flatMap { year in
    Pollutant.allCases.flatMap { pollutant in
      slices.map { "\($0.label),\(pollutant.label),\(year)" }
    }
  }

  private static let slices =
    Sector.allCases.map { SectorSlice($0) }
    + SectorPart.allCases.map { SectorSlice(.agriculture, $0) }

  /// Of ten points so many lie within some kilometres of a boundary.
  static let usualShare = 0.9

  private let vertices: [RDPoint]
  private let share: Double
  private var random = SplitMix(state: 4)

  /// Makes a source of points.
  ///
  /// - Parameters:
  ///   - set: the outlines that a share of the points is near.
  ///   - share: that share, from 0 to 1; the others lie anywhere in the country.
  init(near set: OutlineSet, share: Double) {
    vertices = set.outlines.flatMap { $0.parts.flatMap { $0.exterior } }
    self.share = share
  }

  /// The next points, with coordinates and kilograms in tenths.
  mutating func next(_ count: Int) -> SourceBatch {
    var made = SourceBatch()
    for _ in 0..<count {
      var x = 10_000 + random.unit() * 270_000
      var y = 305_000 + random.unit() * 310_000
      if random.unit() < share {
        let vertex = vertices[Int(random.unit() * Double(vertices.count))]
        let spread = 20_000 * random.unit() * random.unit()
        let angle = 2 * Double.pi * random.unit()
        x = min(max(vertex.x + spread * cos(angle), -100_000), 400_000)
        y = min(max(vertex.y + spread * sin(angle), 200_000), 950_000)
      }
      made.x.append((x * 10).rounded() / 10)
      made.y.append((y * 10).rounded() / 10)
      made.emission.append((random.unit() * 5e4).rounded() / 10)
      made.key.append(Int32(random.unit() * Double(Self.keys.count)))
    }
    return made
  }

  /// Writes the next points to standard output as a table of sources, or a road segment from each.
  mutating func write(_ count: Int, asRoads: Bool) {
    let place = asRoads ? "geometry" : "x,y"
    var text = Array("id,\(place),sector,pollutant,year,emission_kg_per_yr,vintage\n".utf8)
    var number = 0
    while number < count {
      let batch = next(min(10_000, count - number))
      for row in 0..<batch.count {
        let (x, y) = (batch.x[row], batch.y[row])
        if asRoads {
          let road = Self.road(number, x: x, y: y)
          text += Array("r\(number + 1),\"LINESTRING (".utf8)
          Self.append(road.start.x, " ", road.start.y, to: &text)
          text += Array(", ".utf8)
          Self.append(road.end.x, " ", road.end.y, to: &text)
          text += Array(")\"".utf8)
        } else {
          text += Array("p\(number + 1),".utf8)
          Self.append(x, ",", y, to: &text)
        }
        number += 1
        text += Array(",\(Self.keys[Int(batch.key[row])]),".utf8)
        Self.appendTenths(batch.emission[row], to: &text)
        text += Array(",made sources\n".utf8)
      }
      FileHandle.standardOutput.write(Data(text))
      text.removeAll(keepingCapacity: true)
    }
  }

  /// A road segment of some 100 m from a place, none without length.
  static func road(_ number: Int, x: Double, y: Double) -> (start: RDPoint, end: RDPoint) {
    let start = RDPoint(
      x: min(max(x, -99_000), 399_000), y: min(max(y, 201_000), 949_000))
    return (
      start,
      RDPoint(x: start.x + Double(number % 200) - 99.5, y: start.y + Double(number % 171) - 85)
    )
  }

  private static func append(
    _ x: Double, _ between: String, _ y: Double, to text: inout [UInt8]
  ) {
    appendTenths(x, to: &text)
    text += Array(between.utf8)
    appendTenths(y, to: &text)
  }

  private static func appendTenths(_ value: Double, to text: inout [UInt8]) {
    if value < 0 { text.append(0x2D) }
    let tenths = Int((abs(value) * 10).rounded())
    text += Array("\(tenths / 10).\(tenths % 10)".utf8)
  }
}

/// The random numbers of Steele, Lea and Flood (2014).
struct SplitMix {
  var state: UInt64

  /// From 0 up to 1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) * 0x1p-53
  }
}
