// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the assignment of seeded sources to the rings around real outlines, in this process:
//   zone-benchmark OUTLINES.json [POINTS] [CHUNK] [SHARE-NEAR-AREAS]   points, roads and cells
//   zone-benchmark --lines COUNT OUTLINES.json                         only so many road segments
//   zone-benchmark --points COUNT OUTLINES.json [SHARE-NEAR-AREAS]     writes the points as CSV
//   zone-benchmark --roads COUNT OUTLINES.json [SHARE-NEAR-AREAS]      writes road segments as CSV

import Foundation
import NitrogenCore
import NitrogenGeography

func peakMemory() -> String {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  return status.split(separator: "\n").filter { $0.hasPrefix("VmHWM") }.joined()
}

/// The 1 km cells of the country.
func nationalCells() -> [CellBox] {
  (0..<270).flatMap { column in
    (0..<315).map { row in
      CellBox(
        minX: 10_000 + Double(column) * 1000, minY: 305_000 + Double(row) * 1000,
        maxX: 11_000 + Double(column) * 1000, maxY: 306_000 + Double(row) * 1000)
    }
  }
}

func measurePoints(_ sources: SourceBatch, chunk: Int, index: ZoneIndex) throws {
  for _ in 0..<3 {
    var totals = ZoneTotals(index: index, keyCount: MadePoints.keys.count)
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
  guard sources.count <= 1_000_000 else { return }
  for distances in [false, true] {
    var pairs: ZonePairs?
    let time = try clock.measure {
      pairs = try index.pairs(x: sources.x, y: sources.y, distances: distances)
    }
    print(distances ? "pairs with distances" : "pairs", time, pairs?.count ?? 0)
  }
  print(peakMemory())
}

func measureLines(_ sources: SourceBatch, index: ZoneIndex) throws {
  let lines = zip(sources.x, sources.y).enumerated().map {
    MadePoints.road($0, x: $1.0, y: $1.1)
  }
  print("lines \(lines.count)", try clock.measure { _ = try index.shares(lines: lines) })
}

func number(_ position: Int, or usual: Int) -> Int {
  arguments.count > position ? Int(arguments[position]) ?? usual : usual
}

func share(_ position: Int) -> Double {
  arguments.count > position
    ? Double(arguments[position]) ?? MadePoints.usualShare : MadePoints.usualShare
}

let arguments = CommandLine.arguments
let clock = ContinuousClock()
let scheme = try RingScheme(outerBounds: [250, 500, 1000, 2000, 5000, 10_000, 25_000])
if arguments.count > 3, ["--points", "--roads"].contains(arguments[1]) {
  var made = MadePoints(near: try outlines(of: arguments[3]), share: share(4))
  made.write(number(2, or: 1_000_000), asRoads: arguments[1] == "--roads")
} else if arguments.count > 3, arguments[1] == "--lines" {
  let set = try outlines(of: arguments[3])
  var made = MadePoints(near: set, share: MadePoints.usualShare)
  try measureLines(
    made.next(number(2, or: 3_000_000)), index: ZoneIndex(outlines: set, scheme: scheme))
  print(peakMemory())
} else if arguments.count > 1 {
  let set = try outlines(of: arguments[1])
  var built: ZoneIndex?
  print("index", clock.measure { built = ZoneIndex(outlines: set, scheme: scheme) })
  guard let index = built else { exit(1) }
  var made = MadePoints(near: set, share: share(4))
  let sources = made.next(number(2, or: 1_000_000))
  print("before", peakMemory())
  try measurePoints(sources, chunk: number(3, or: 1 << 20), index: index)
  try measureLines(sources, index: index)
  let cells = nationalCells()
  print("cells \(cells.count)", try clock.measure { _ = try index.shares(cells: cells) })
  print(peakMemory())
} else {
  FileHandle.standardError.write(
    Data(
      "zone-benchmark: error: say OUTLINES.json, or --points, --roads or --lines with a number\n"
        .utf8))
  exit(2)
}
