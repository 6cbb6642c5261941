// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a seeded table of sources, or reads one and tells how long it took:
// source-benchmark make FILE.csv ROWS
// source-benchmark read FILE.csv THREADS AREAS-FOLDER BOUNDARY [keep]
// The second prints rows, wall seconds, CPU seconds, the peak memory in MB and the kilograms; the
// batches are let go unless they are to be kept.

import Foundation
import NitrogenCore
import NitrogenData

struct Random {
  var state: UInt64

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(bits() % UInt64(bound)) }
}

/// Farms with ammonia from house, store and field, stacks and roads with nitrogen oxides, in one of
/// two years: names in no order, each with one to three rows.
func make(_ file: String, rows: Int) throws {
  try Data().write(to: URL(fileURLWithPath: file))
  let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
  defer { try? handle.close() }
  var random = Random(state: 5)
  var text = "id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage\n"
  let parts = ["agriculture.housing", "agriculture.storage", "agriculture.field"]
  let others = ["industry", "mobility", "other"]
  var made = 0
  var name = 0
  while made < rows {
    name += 1
    // A step without a divisor in common with the modulus visits each number once.
    let id = "S\(10_000_000 + (name &* 7_654_321) % 10_000_019)"
    let x = 10_000 + random.below(2_700_000) / 10
    let y = 305_000 + random.below(3_100_000) / 10
    let place = "\(x).\(random.below(100)),\(y).\(random.below(100))"
    let year = random.below(2) == 0 ? 2019 : 2022
    let isFarm = random.below(3) > 0
    for row in 0..<min(isFarm ? 1 + random.below(3) : 1, rows - made) {
      let sector = isFarm ? parts[row] : others[random.below(3)]
      let emission = "\(random.below(5000)).\(random.below(1000))"
      text +=
        "\(id),\(place),\(sector),\(isFarm ? "NH3" : "NOx"),\(year),\(emission),ER 1990-2024 final\n"
      made += 1
    }
    if text.utf8.count > 1 << 20 {
      try handle.write(contentsOf: Data(text.utf8))
      text = ""
    }
  }
  try handle.write(contentsOf: Data(text.utf8))
}

func peakMemory() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
  return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
}

func cpuSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

func read(_ file: String, threads: Int, areas: String, boundary: String, keeps: Bool) throws {
  guard let reference = ReferenceDataReader.read(areasFolder: areas).value else {
    throw CocoaError(.fileReadCorruptFile)
  }
  var options = SourceOptions()
  options.boundary = BoundaryID(rawValue: boundary)
  options.threads = threads
  var kept: [SourceBatch] = []
  var rows = 0
  var reading: SourceReading?
  let begin = cpuSeconds()
  let time = try ContinuousClock().measure {
    reading = try SourceReader.read(file, options: options, reference: reference) { batch, _ in
      rows += batch.count
      if keeps { kept.append(batch) }
    }
  }
  let work = cpuSeconds() - begin
  guard let reading else { return }
  for diagnostic in reading.diagnostics.prefix(10) { print(diagnostic.text) }
  var sum = ExactSum()
  for tally in reading.kept { sum += tally.sum }
  let seconds = Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
  print(
    String(
      format: "%d\t%.3f\t%.3f\t%.0f\t%.3f", rows, seconds, work, Double(peakMemory()) / 1024,
      sum.kilograms))
}

let arguments = CommandLine.arguments
switch arguments.count > 2 ? arguments[1] : "" {
case "make":
  try make(arguments[2], rows: arguments.count > 3 ? Int(arguments[3]) ?? 5_000_000 : 5_000_000)
case "read" where arguments.count > 5:
  try read(
    arguments[2], threads: Int(arguments[3]) ?? 1, areas: arguments[4], boundary: arguments[5],
    keeps: arguments.count > 6 && arguments[6] == "keep")
default:
  print("source-benchmark make FILE ROWS | read FILE THREADS AREAS BOUNDARY [keep]")
  exit(64)
}
