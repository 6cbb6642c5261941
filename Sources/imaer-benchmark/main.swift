// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the reading of made farms in AERIUS IMAER GML:
// imaer-benchmark [FARMS] [AREAS-FOLDER]

import Foundation
import NitrogenCore
import NitrogenData

func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func peakMemory() -> String {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    .map { $0.split(whereSeparator: \.isWhitespace).dropFirst().joined(separator: " ") } ?? "?"
}

let arguments = CommandLine.arguments
let areas = arguments.count > 2 ? arguments[2] : "Areas"
guard let reference = ReferenceDataReader.read(areasFolder: areas).value else {
  print("no usable folder '\(areas)'; run it from the package or name one")
  exit(2)
}
let url = FileManager.default.temporaryDirectory.appendingPathComponent(
  "stikstof-farms-\(ProcessInfo.processInfo.processIdentifier).gml")
defer { try? FileManager.default.removeItem(at: url) }
var file = FarmFile(farms: arguments.count > 1 ? Int(arguments[1]) ?? 50_000 : 50_000)
try file.write(to: url)
let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int ?? 0
print("file: \(file.farms) farms, \(size / 1_000_000) MB, \(file.kilograms) kg NH3")
let clock = ContinuousClock()
for _ in 0..<5 {
  var reading: SourceReading?
  let before = processorSeconds()
  let time = try clock.measure {
    reading = try SourceReader.read(
      url.path, options: SourceOptions(), reference: reference
    ) { _, _ in }
  }
  let used = processorSeconds() - before
  guard let reading, !reading.hasErrors else {
    print(reading?.diagnostics.first?.text ?? "nothing was read")
    exit(1)
  }
  for (key, tally) in zip(reading.keys.all, reading.kept) {
    print(
      "\(key.pollutant.label): \(tally.rows) farms, \(tally.sum.kilograms) kg", terminator: "; ")
  }
  let unplaced = reading.dropped.filter {
    if case .otherSubstance = $0.key { false } else { true }
  }
  print("dropped \(unplaced.count); \(time) on the clock, \(used) s of processor")
}
print("peak memory \(peakMemory())")
