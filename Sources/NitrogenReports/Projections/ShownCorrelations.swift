// SPDX-License-Identifier: GPL-3.0-or-later

package import NitrogenAssessment
import NitrogenCore

/// The correlations between the inventory errors of two years that the probabilities of a result
/// hold for.
struct ShownCorrelations {
  /// The one that policy or the user gives; `nil` where none is given.
  let given: Double?
  /// Those always shown beside it, ascending.
  let shown: [Double]

  /// Those of a result: what policy asks to be shown, else what was computed.
  init(_ result: AssessmentResult) {
    let all = result.assessments.lazy.flatMap(\.projections) + result.joint.map(\.projection)
    let first = all.first?.probabilities ?? []
    given = first.first(where: \.isGiven)?.rho
    shown =
      result.policy.numbers(Self.shownKey)?.sorted()
      ?? first.filter { !$0.isGiven }.map(\.rho).sorted()
  }

  /// The key of the correlation itself.
  static let key: PolicyKey = "uncertainty.rho"
  /// The key of those shown beside it.
  static let shownKey: PolicyKey = "uncertainty.rho.shown"
}

extension Projection {
  /// The probabilities at the correlation that policy or the user gives.
  package var given: AtCorrelation? { probabilities.first(where: \.isGiven) }

  /// The probability of a target at a correlation; `nil` where it was not computed.
  func probability(of year: Int?, at rho: Double) -> TargetProbability? {
    probabilities.first { $0.rho == rho }?.targets.first { $0.year == year }
  }

  /// The name of the measures that count.
  package var measureWords: String {
    measureSet == .existingMeasures ? "existing measures" : "additional measures"
  }
}
