// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenRuns

/// How probabilities are worked out. What policy keys hold becomes an assumption of the user.
struct ProjectionOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The correlation between the inventory errors of two years, 0 to 1.",
      discussion: "Without it, or a pack that gives it, verdicts rest on the path alone."))
  var rho: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The correlation between the errors of two zones of a sector, 0 to 1.",
      discussion: "Without it, zones are not taken together."))
  var zoneCorrelation: Double?

  @Option(help: "How the years ahead follow: log-linear, robust, ar1, plan, steffen or none.")
  var projection: ProjectionModel?

  @Option(
    parsing: .unconditional,
    help: "How many draws probabilities rest on where there is no closed form.")
  var draws: Int = AssessmentOptions.defaultDraws

  @Option(parsing: .unconditional, help: "The seed of the draws, a whole number from 0 on.")
  var seed: UInt64 = 1

  func validate() throws {
    try check(rho, "--rho")
    try check(zoneCorrelation, "--zone-correlation")
    if !(100...10_000_000).contains(draws) {
      throw ValidationError("--draws takes a number from 100 to 10000000, found '\(draws)'.")
    }
  }

  private func check(_ correlation: Double?, _ option: String) throws {
    guard let correlation, !(0...1).contains(correlation) else { return }
    throw ValidationError("\(option) takes a correlation from 0 to 1, found '\(correlation)'.")
  }

  /// The setting with what was given here as assumptions, layered last.
  func adding(to request: SettingRequest) -> SettingRequest {
    var request = request
    func assume(_ key: String, _ value: String?) {
      if let value { request.assumptions.append("\(key)=\(value)") }
    }
    assume("uncertainty.rho", rho.map { "\($0)" })
    assume("uncertainty.zone-correlation", zoneCorrelation.map { "\($0)" })
    assume("projection.model", projection?.rawValue)
    return request
  }
}
