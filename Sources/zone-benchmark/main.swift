// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the assignment of seeded points to the rings around real outlines:
// zone-benchmark OUTLINES.json [POINTS] [CHUNK] [SHARE-NEAR-AREAS]

import Foundation
import NitrogenCore
import NitrogenGeography

func outlines(of path: String) throws -> OutlineSet {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any],
    let features = root["features"] as? [[String: Any]]
  else { throw CocoaError(.fileReadCorruptFile) }
  return try OutlineSet(
    features.map { feature in
      guard let number = (feature["properties"] as? [String: Any])?["nr"] as? Int,
        let geometry = feature["geometry"] as? [String: Any],
        let parts = geometry["coordinates"] as? [[[[Double]]]]
      else { throw CocoaError(.fileReadCorruptFile) }
      let rings = parts.map { $0.map { $0.map { RDPoint(x: $0[0], y: $0[1]) } } }
      return (
        AreaCode(rawValue: number),
        try Outline(parts: rings.map { .init(exterior: $0[0], holes: Array($0.dropFirst())) })
      )
    })
}

struct Random {
  var state: UInt64
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) * 0x1p-53
  }
}

/// A share within some kilometres of a boundary point, the others anywhere in the country.
func points(_ count: Int, near set: OutlineSet, share: Double) -> SourceBatch {
  var random = Random(state: 4)
  let vertices = set.outlines.flatMap { $0.parts.flatMap { $0.exterior } }
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
    made.key.append(Int32(random.unit() * 40))
  }
  return made
}

func peakMemory() -> String {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  return status.split(separator: "\n").filter { $0.hasPrefix("VmHWM") }.joined()
}

let arguments = CommandLine.arguments
let count = arguments.count > 2 ? Int(arguments[2]) ?? 1_000_000 : 1_000_000
let chunk = arguments.count > 3 ? Int(arguments[3]) ?? 1 << 20 : 1 << 20
let clock = ContinuousClock()
let set = try outlines(of: arguments[1])
let scheme = try RingScheme(outerBounds: [250, 500, 1000, 2000, 5000, 10_000, 25_000])
var built: ZoneIndex?
print("index", clock.measure { built = ZoneIndex(outlines: set, scheme: scheme) })
guard let index = built else { exit(1) }
let near = arguments.count > 4 ? Double(arguments[4]) ?? 0.9 : 0.9
let sources = points(count, near: set, share: near)
print("before", peakMemory())
for _ in 0..<3 {
  var totals = ZoneTotals(index: index, keyCount: 40)
  let time = try clock.measure {
    for start in stride(from: 0, to: sources.count, by: chunk) {
      try index.add(sources, rows: start..<min(start + chunk, sources.count), to: &totals)
    }
  }
  var pairs = 0
  var kilograms = ExactSum()
  for area in 0..<totals.areaCount {
    for ring in 0..<totals.ringCount {
      for key in 0..<totals.keyCount {
        let cell = totals[area: area, ring: ring, key: key]
        pairs += cell.sources
        kilograms += cell.sum
      }
    }
  }
  print("totals", time, "pairs", pairs, "kg", kilograms.kilograms)
}
print(peakMemory())
if count <= 1_000_000 {
  for distances in [false, true] {
    var pairs: ZonePairs?
    let time = try clock.measure {
      pairs = try index.pairs(x: sources.x, y: sources.y, distances: distances)
    }
    print(distances ? "pairs with distances" : "pairs", time, pairs?.count ?? 0)
  }
  print(peakMemory())
}

// Road segments of some 100 m, then the 1 km cells of the country.
let lines = zip(sources.x, sources.y).enumerated().map { number, place in
  let (x, y) = (min(max(place.0, -99_000), 399_000), min(max(place.1, 201_000), 949_000))
  return (
    start: RDPoint(x: x, y: y),
    end: RDPoint(x: x + Double(number % 200) - 100, y: y + Double(number % 171) - 85)
  )
}
print(
  "lines \(lines.count)",
  try clock.measure { _ = try index.shares(lines: lines) })
let cells = (0..<270).flatMap { column in
  (0..<315).map { row in
    CellBox(
      minX: 10_000 + Double(column) * 1000, minY: 305_000 + Double(row) * 1000,
      maxX: 11_000 + Double(column) * 1000, maxY: 306_000 + Double(row) * 1000)
  }
}
print("cells \(cells.count)", try clock.measure { _ = try index.shares(cells: cells) })
print(peakMemory())
