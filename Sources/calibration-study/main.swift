// SPDX-License-Identifier: GPL-3.0-or-later

// Whether probabilities and 95 % ranges keep what they promise: municipalities are made with known
// truth, an inventory with known errors states six years of them, and the assessment forecasts. Run
// by `make calibration`, with the number of municipalities a world and a file for the picture.

import ForecastCalibration
import Foundation
import NitrogenCore
import NitrogenFigures
import NitrogenRuns

let arguments = CommandLine.arguments.dropFirst()
let count = arguments.first.flatMap { Int($0) } ?? 4_000
let picture = arguments.dropFirst().first
struct StudyError: Error { let message: String }

/// Law, geography and policy with assumptions of the study.
func setting(_ assumptions: [String] = []) throws -> RunSetting {
  let reading = try RunSetting.read(SettingRequest(assumptions: assumptions))
  guard let setting = reading.setting else {
    throw StudyError(message: reading.diagnostics.map { "\($0)" }.joined(separator: "\n"))
  }
  return setting
}

/// What the made worlds take from policy.
let policy = try setting().policy
guard let half = policy.number(.uncertainty(SectorSlice(.agriculture), .nh3)),
  let first = policy.number(.baselineYear(.agriculture)).map({ Int($0) })
else { throw StudyError(message: "policy is silent on uncertainty, baseline or target") }

func world(
  _ name: String, deviation: Double, rho: Double, persistence: Double = 0, turn: Double = 0
) -> MadeWorld {
  MadeWorld(
    name: name, deviation: deviation, persistence: persistence, rho: rho, uncertainty: half,
    turn: turn, known: first...(first + 5))
}

// What the model assumes, then what it does not.
let worlds = [
  world("scatter 0.5 %, rho 0.8", deviation: 0.005, rho: 0.8),
  world("scatter 0.5 %, rho 0.95", deviation: 0.005, rho: 0.95),
  world("scatter 2 %, rho 0", deviation: 0.02, rho: 0),
  world("scatter 2 %, rho 0.8", deviation: 0.02, rho: 0.8),
  world("scatter 2 %, rho 0.95", deviation: 0.02, rho: 0.95),
  world("scatter 5 %, rho 0.9", deviation: 0.05, rho: 0.9),
  world("scatter 2 %, rho 0.99", deviation: 0.02, rho: 0.99),
]
let strained = [
  world("years follow each other (0.6)", deviation: 0.02, rho: 0.95, persistence: 0.6),
  world("the pace turns (1 point a year)", deviation: 0.02, rho: 0.95, turn: 0.01),
]

func scores(of world: MadeWorld, assumedRho: Double) throws -> [Int: Scores] {
  let setting = try setting(["uncertainty.rho=\(assumedRho)"])
  return world.scores(
    of: count, seed: 1, reference: setting.reference, policy: setting.policy)
}

func percent(_ value: Double) -> String { String(format: "%.1f", 100 * value) }

do {
  print("Forecasts for \(count) made municipalities a world, six years known, seed 1.")
  print("")
  print("| world | target | inside 95 % | inside 68 % | Brier | skill | reliability error |")
  print("|---|---|---|---|---|---|---|")
  var panels: [CalibrationPlot.Panel] = []
  for world in worlds + strained {
    let found = try scores(of: world, assumedRho: world.rho)
    for (year, score) in found.sorted(by: { $0.key < $1.key }) {
      print(
        "| \(world.name) | \(year) | \(percent(score.coverage.wide)) | "
          + "\(percent(score.coverage.narrow)) | \(String(format: "%.3f", score.brier)) | "
          + "\(String(format: "%.2f", score.skill)) | \(percent(score.reliabilityError)) |")
    }
    if let score = found.max(by: { $0.key < $1.key }) {
      panels.append(
        CalibrationPlot.Panel(
          title: world.name, target: score.key, coverage: score.value.coverage.wide,
          brier: score.value.brier, points: score.value.points))
    }
  }
  print("")
  print("A wrong rho, in the world \(worlds[0].name), target of the last year:")
  print("")
  print("| assumed rho | inside 95 % | Brier | reliability error |")
  print("|---|---|---|---|")
  for rho in [0, 0.5, 0.8, 0.95, 1] {
    guard
      let score = try scores(of: worlds[0], assumedRho: rho).max(by: { $0.key < $1.key })?.value
    else { continue }
    print(
      "| \(rho) | \(percent(score.coverage.wide)) | \(String(format: "%.3f", score.brier)) | "
        + "\(percent(score.reliabilityError)) |")
  }
  if let picture {
    try Data(CalibrationPlot.svg(panels).utf8).write(
      to: URL(fileURLWithPath: picture), options: .atomic)
    print("")
    print("wrote \(picture)")
  }
} catch let error as StudyError {
  FileHandle.standardError.write(Data((error.message + "\n").utf8))
  exit(2)
}
