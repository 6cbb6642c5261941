// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A case with what follows from it before anything is drawn.
struct PreparedCase: Sendable {
  let one: ProjectionCase
  let measures: MeasureFactor
  /// ln F by year with every measure at its mean.
  let logMeasures: [Double]

  init(_ one: ProjectionCase) {
    precondition(
      one.targets.allSatisfy { one.years.contains($0.year) }, "a target year is a year of the case")
    precondition(
      (one.location + one.residual + one.inventory + one.parameters.joined())
        .allSatisfy { !$0.isNaN }, "a case holds numbers")
    self.one = one
    let measures = MeasureFactor(one.measures)
    self.measures = measures
    logMeasures = one.years.indices.map { measures.logarithmAtMean($0) }
  }

  /// Whether the answer is known without drawing: certain measures only shift ln(E/B).
  var hasClosedForm: Bool { !measures.isUncertain }

  /// ln(E/B) of a year at the point estimate, measures counted.
  func centre(_ year: Int) -> Double { location(year) + logMeasures[year] }

  /// The same without measures; of an emission that is gone altogether a finite number too.
  func location(_ year: Int) -> Double { max(one.location[year], log(MeasureFactor.least)) }

  /// The place of a target's year.
  func place(of target: ProjectionTarget) -> Int { one.years.firstIndex(of: target.year) ?? 0 }

  /// The squared scales of ln(E/B) in a year by where they come from, at the first inventory error.
  func variance(_ year: Int) -> VarianceParts {
    var parts = VarianceParts()
    for component in one.parameters { parts.parameters += component[year] * component[year] }
    parts.residual = one.residual[year] * one.residual[year]
    parts.inventory = one.inventory[0] * one.inventory[0]
    for (slope, measure) in zip(measures.slopes(year), measures.uncertain) {
      parts.measures += slope * slope * measure.variance
    }
    return parts
  }
}
