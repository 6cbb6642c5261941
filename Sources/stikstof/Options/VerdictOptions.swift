// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenRuns

/// What is asked of verdicts.
struct VerdictOptions: ParsableArguments {
  @Option(help: "From which status on a territory is flagged.")
  var failOn: AssessmentOptions.FailOn = .offTrack

  @Option(
    help: ArgumentHelp(
      "The latest emission year that verdicts rest on; later ones are shown.", valueName: "year"))
  var asOf: Int?

  @Option(
    help: ArgumentHelp(
      "The sector boundary for the nation and for rows in an inventory's own sectors.",
      valueName: "id"))
  var boundary: String?

  func validate() throws {
    if let asOf, !(1990...2100).contains(asOf) {
      throw ValidationError("--as-of takes a year from 1990 to 2100, found '\(asOf)'.")
    }
  }

  /// The boundary asked for.
  var boundaryID: BoundaryID? { boundary.map { BoundaryID(rawValue: $0) } }

  /// The options of an assessment.
  func options(_ projection: ProjectionOptions) -> AssessmentOptions {
    AssessmentOptions(
      asOf: asOf, boundary: boundaryID, failOn: failOn, draws: projection.draws,
      seed: projection.seed)
  }
}
