// SPDX-License-Identifier: GPL-3.0-or-later

// Times the fits on 300 made stations of 240 months, in CPU seconds of this process. Writes the
// series for the peers first when given a file. Run by `make bench-fits`.

import Foundation
import NumericMethods
import TrendFitting

let stations = 300
let length = 240

func made(_ station: Int) throws -> MonthlySeries {
  var stream = PhiloxStream(seed: 7, labels: ["benchmark"], stream: UInt64(station))
  let months = (0..<length).map { Month(index: 2004 * 12 + $0) }
  let values: [Double?] = months.map { month in
    let angle = 2 * Double.pi * month.time
    return exp(
      1.8 - 0.03 * (month.time - 2014) + 0.1 * cos(angle) - 0.35 * sin(angle)
        + 0.2 * stream.normal())
  }
  return try MonthlySeries(months: months, values: values)
}

func cpuSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

func time(_ name: String, runs: Int, _ body: () throws -> Void) rethrows {
  var times: [Double] = []
  for _ in 0..<runs {
    let start = cpuSeconds()
    try body()
    times.append(cpuSeconds() - start)
  }
  times.sort()
  print(
    "\(name)\t"
      + String(format: "%.3f\t%.3f\t%.3f", times[0], times[runs / 2], times[runs - 1]))
}

let all = try (0..<stations).map(made)
if let file = CommandLine.arguments.dropFirst().first {
  var text = "station,year,month,value\n"
  for (station, series) in all.enumerated() {
    for (month, value) in zip(series.months, series.values) {
      text += "\(station),\(month.year),\(month.month),\(value)\n"
    }
  }
  try text.write(toFile: file, atomically: true, encoding: .utf8)
}
let design = TrendDesign(origin: 2014.5)
print("CPU seconds, \(stations) stations x \(length) months\tmin\tmedian\tmax")
try time("year effect, REML", runs: 7) {
  for series in all { _ = try YearEffectTrend(series, design: design) }
}
try time("exponential decline and harmonics", runs: 7) {
  for series in all { _ = try ExponentialDecline(series, origin: 2014.5) }
}
try time("Theil-Sen with interval", runs: 5) {
  for series in all { _ = try TheilSen(series) }
}
try time("Theil-Sen with 1,000 block bootstraps", runs: 1) {
  for (station, series) in all.enumerated() {
    _ = try SlopeBootstrap(series, replicates: 1_000, key: UInt64(station))
  }
}
