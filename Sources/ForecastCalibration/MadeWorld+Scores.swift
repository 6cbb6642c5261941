// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore

extension MadeWorld {
  /// Assesses made municipalities and holds the forecasts against the truth.
  ///
  /// - Parameters:
  ///   - count: how many municipalities.
  ///   - seed: of the world.
  ///   - reference: areas, boundaries and national figures.
  ///   - policy: the packs in force, a correlation of two years' errors among them.
  /// - Returns: the scores by target year, at the low edge of each target.
  public func scores(
    of count: Int, seed: UInt64, reference: ReferenceData, policy: Policy
  ) -> [Int: Scores] {
    let last = policy.targetYears(prefix: "target", .agriculture, .nh3).last ?? known.upperBound
    let made = (0..<count).map { make($0, seed: seed, last: last) }
    let result = Assessor.assess(
      [dataset(made)], reference: reference, policy: policy, options: AssessmentOptions())
    let truths = Dictionary(
      uniqueKeysWithValues: made.indices.map { (Self.code($0), made[$0].reduction) })
    var scores: [Int: Scores] = [:]
    for assessment in result.assessments {
      guard let truth = assessment.territory.code.flatMap({ truths[$0] }),
        let projection = assessment.projections.first
      else { continue }
      for target in assessment.targets {
        guard let fan = projection.fan.first(where: { $0.year == target.year }),
          let probability = projection.probability(of: target.year),
          let reduction = truth[target.year]
        else { continue }
        scores[target.year, default: Scores()].add(
          probability: probability.low, quantiles: fan.reductions.map(\.value), truth: reduction,
          target: target.band.low.value)
      }
    }
    return scores
  }
}
