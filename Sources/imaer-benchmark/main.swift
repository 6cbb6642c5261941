// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the reading of made farms in AERIUS IMAER GML, or of a file of sources:
// imaer-benchmark [FARMS | FILE] [AREAS-FOLDER]

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
var path = arguments.count > 1 ? arguments[1] : "50000"
if let farms = Int(path) {
  path =
    FileManager.default.temporaryDirectory.path
    + "/stikstof-farms-\(ProcessInfo.processInfo.processIdentifier).gml"
  var file = FarmFile(farms: farms)
  try file.write(to: URL(fileURLWithPath: path))
  print("made \(farms) farms, \(file.kilograms) kg NH3")
}
defer {
  if path != arguments.dropFirst().first { try? FileManager.default.removeItem(atPath: path) }
}
let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
print("file: \(size / 1_000_000) MB")
var options = SourceOptions()
options.year = 2017
options.vintage = Vintage(rawValue: "benchmark")
let clock = ContinuousClock()
for _ in 0..<5 {
  var reading: SourceReading?
  let before = processorSeconds()
  let time = try clock.measure {
    reading = try SourceReader.read(
      path, options: options, reference: reference
    ) { _, _ in }
  }
  let used = processorSeconds() - before
  guard let reading, !reading.hasErrors else {
    print(reading?.diagnostics.last?.text ?? "nothing was read", "\(time), peak \(peakMemory())")
    continue
  }
  for (key, tally) in zip(reading.keys.all, reading.kept).prefix(4) {
    print(
      "\(key.pollutant.label): \(tally.rows) sources, \(tally.sum.kilograms) kg", terminator: "; ")
  }
  let unplaced = reading.dropped.filter {
    if case .otherSubstance = $0.key { false } else { true }
  }
  print("dropped \(unplaced.count); \(time) on the clock, \(used) s of processor")
}
print("peak memory \(peakMemory())")
