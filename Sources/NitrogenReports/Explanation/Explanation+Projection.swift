// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore

extension Explanation {
  /// The chain behind the probability of a target, for each set of measures.
  func probability(of target: Int, _ lines: inout Lines) {
    if assessment.projections.isEmpty {
      noProbability(of: target, &lines)
      return
    }
    for (place, projection) in assessment.projections.enumerated() {
      lines.add("")
      lines.add(
        "probability with \(projection.measureWords), model \(projection.model.rawValue)", 1)
      if place > 0, projection.hasSameGround(as: assessment.projections[0]) {
        lines.add("trend and error of the inventory as above", 2)
      } else {
        trend(projection, &lines)
        inventory(projection, &lines)
      }
      measures(projection, &lines)
      course(projection, target, &lines)
      answer(projection, target, &lines)
    }
  }

  private func noProbability(of target: Int, _ lines: inout Lines) {
    guard let reason = assessment.noProjection else { return }
    lines.add("no probability of its own: \(reason.code): \(reason.sentence)", 1)
    guard assessment.isInherited, let nation = NationLookup(result).row(behind: assessment)
    else { return }
    for projection in nation.projections {
      lines.add(
        "the nation's, boundary \(nation.boundary), \(projection.measureWords), inherited", 2)
      answer(projection, target, of: nation, &lines, depth: 3)
    }
  }

  // MARK: - Trend

  private func trend(_ projection: Projection, _ lines: inout Lines) {
    guard let trend = projection.trend, let first = trend.years.min(),
      let last = trend.years.max()
    else {
      lines.add("no trend is drawn through the years that are known", 2)
      return
    }
    lines.add(
      "trend of ln E over \(first) to \(last), "
        + Shown.count(trend.years.count, "year", "years"), 2)
    for year in trend.years {
      guard let point = assessment.series.first(where: { $0.point.year == year })?.point,
        let emission = point.emission, emission > .zero
      else { continue }
      lines.add(
        "ln E(\(year)) = ln \(Shown.plain(emission.kilogramsPerYear)) = "
          + "\(digits(log(emission.kilogramsPerYear)))  " + rows(of: point), 3)
    }
    lines.add(
      "line ln E = a + b t with b = \(digits(trend.slope)) a year, standard error "
        + "\(digits(trend.standardError)); residual s = \(digits(trend.residual)), "
        + "\(Shown.plain(trend.degreesOfFreedom)) degrees of freedom", 2)
  }

  /// The rows of a year in brief; a figure made of many has them listed further up.
  private func rows(of point: SeriesPoint) -> String {
    guard let first = point.rows.first else { return "no rows" }
    let more = point.rows.count - 1
    return more == 0 ? "\(first)" : "\(first) and \(Shown.count(more)) more"
  }

  // MARK: - Inventory error

  private func inventory(_ projection: Projection, _ lines: inout Lines) {
    let keys = [
      assessment.slice.part.map { part in
        PolicyKey(
          rawValue: "uncertainty.\(assessment.slice.sector.rawValue).\(part.rawValue)"
            + ".\(assessment.pollutant.label)")
      },
      PolicyKey(
        rawValue: "uncertainty.\(assessment.slice.sector.rawValue).\(assessment.pollutant.label)"),
    ].compactMap { $0 }
    let key = keys.first { result.policy.number($0) == projection.uncertainty.value }
    lines.add(
      "U = \(percent(projection.uncertainty)), half of the 95 % interval of one year's figure: "
        + (key.map(citation) ?? "no record of policy has it"), 2)
    let correlations = ShownCorrelations(result).shown
    if let given = projection.given {
      lines.add(
        "rho = \(Shown.plain(given.rho)), the correlation of two years' errors: "
          + citation(ShownCorrelations.key), 2)
    } else {
      lines.add(
        "rho, the correlation of two years' errors: unresolved(\(ShownCorrelations.key)), "
          + citation(ShownCorrelations.key), 2)
    }
    lines.add(
      "shown at rho = \(correlations.map(Shown.plain).joined(separator: ", ")): "
        + citation(ShownCorrelations.shownKey), 2)
    for rho in projection.probabilities.map(\.rho) {
      let root = (2 * (1 - rho)).squareRoot()
      lines.add(
        "sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = "
          + "\(digits(projection.uncertainty.value / 2)) x sqrt(2 x \(digits(1 - rho))) = "
          + "\(digits(projection.uncertainty.value / 2)) x \(digits(root)) = "
          + digits(projection.uncertainty.value / 2 * root), 3)
      guard let trend = projection.trend else { continue }
      let unshared = projection.uncertainty.value / 2 * root / 2.0.squareRoot()
      let (both, seen) = (2 * unshared * unshared, trend.residual * trend.residual)
      lines.add(
        "of it in a year ahead, beside s: sqrt(max(0, 2 w - s^2)), w = (U/2)^2 (1 - rho), = sqrt("
          + "max(0, \(digits(both)) - \(digits(seen)))) = "
          + digits(max(0, both - seen).squareRoot()), 3)
    }
  }

  /// The record, its document, and whether it is silent.
  private func citation(_ key: PolicyKey) -> String {
    guard let entry = result.policy[key] else { return "\(key) is in no pack" }
    var pieces = [entry.record.value == nil ? "\(entry.citation) is silent" : entry.citation]
    if let reference = entry.record.reference { pieces.append(reference.text) }
    if entry.isUserAssumption { pieces.append("ASSUMPTION OF THE USER") }
    return pieces.joined(separator: ", ")
  }

  // MARK: - Result

  /// Where the point estimate leads, and how far around it the reduction may lie.
  private func course(_ projection: Projection, _ target: Int, _ lines: inout Lines) {
    guard let fan = projection.fan.first(where: { $0.year == target }), fan.reductions.count == 5
    else {
      passed(projection, target, &lines)
      return
    }
    if let year = projection.course.first(where: { $0.year == target }) {
      lines.add(
        "without measures ln(E(\(target))/B) = \(digits(year.location)), so r = 1 - exp("
          + "\(digits(year.location))) = \(percent(Fraction(1 - exp(min(year.location, 600)))))", 2)
    }
    // Beside 1, less than some 1e-16 of the baseline is nothing.
    let logarithm =
      fan.median.value < 1 ? "= \(digits(log(1 - fan.median.value)))" : "below -36"
    lines.add(
      "median r(\(target)) = \(percent(fan.median)), ln(E/B) \(logarithm)"
        + "; 68 % lies in \(percent(fan.reductions[1])) to "
        + "\(percent(fan.reductions[3])), 95 % in \(percent(fan.reductions[0])) to "
        + "\(percent(fan.reductions[4])), at rho \(Shown.plain(projection.fanCorrelation))", 2)
    if let shares = projection.shares.first(where: { $0.year == target }) {
      func share(_ value: Double) -> String { Shown.number(value * 100) + " %" }
      lines.add(
        "variance of ln(E/B): trend \(share(shares.parameters)), year to year "
          + "\(share(shares.residual)), measures \(share(shares.measures)), inventory "
          + share(shares.inventory), 2)
    }
  }

  /// A target whose year has passed: the reduction is known but for the inventory's error.
  private func passed(_ projection: Projection, _ target: Int, _ lines: inout Lines) {
    guard let year = assessment.series.first(where: { $0.point.year == target }),
      let reduction = year.reduction, reduction.value < 1,
      let band = assessment.targets.first(where: { $0.year == target })?.band
    else { return }
    let location = log(1 - reduction.value)
    lines.add(
      "\(target) has passed: ln(E/B) = ln(1 - \(digits(reduction.value))) = \(digits(location)), "
        + "uncertain by the error of the inventory alone", 2)
    guard projection.draws == nil, band.low.value < 1 else { return }
    let distance = log(1 - band.low.value) - location
    lines.add(
      "P(r >= \(percent(band.low))) = Phi((ln(1 - \(digits(band.low.value))) - ln(E/B)) / sd) = "
        + "Phi(\(digits(distance)) / sd)", 2)
    for rho in projection.probabilities.map(\.rho) {
      let spread = projection.uncertainty.value / 2 * (2 * (1 - rho)).squareRoot()
      guard spread > 0 else { continue }
      lines.add("Phi(\(digits(distance / spread))) at rho \(Shown.plain(rho))", 3)
    }
  }

  private func answer(_ projection: Projection, _ target: Int, _ lines: inout Lines) {
    answer(projection, target, of: assessment, &lines, depth: 2)
  }

  private func answer(
    _ projection: Projection, _ target: Int, of assessment: Assessment, _ lines: inout Lines,
    depth: Int
  ) {
    if let draws = projection.draws {
      lines.add("\(Shown.count(draws)) draws, seed \(result.options.seed)", depth)
    } else {
      lines.add("in closed form", depth)
    }
    let band = assessment.targets.first { $0.year == target }?.band
    for one in projection.probabilities {
      guard let found = one.targets.first(where: { $0.year == target }) else { continue }
      var text =
        "P(r(\(target)) >= \(band.map { percent($0.low) } ?? "low")) \(chance(found.low))"
      if band.map({ $0.low != $0.high }) ?? true {
        text +=
          ", P(r(\(target)) >= \(band.map { percent($0.high) } ?? "high")) \(chance(found.high))"
      }
      text += " at rho \(Shown.plain(one.rho))\(one.isGiven ? ", given" : "")"
      if found.standardError > 0 { text += ", standard error \(digits(found.standardError))" }
      lines.add(text, depth)
    }
  }

  /// A probability with four decimals.
  private func chance(_ value: Double) -> String {
    if value < 0.000_05 { return "< 0.0001" }
    return value >= 0.999_95 ? "> 0.9999" : "= " + Shown.number(value, decimals: 4)
  }

  /// A number with up to six digits behind the point.
  func digits(_ value: Double) -> String {
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == 0 ? "0" : Shown.plain(rounded)
  }
}

extension Projection {
  /// Whether trend, uncertainty and correlations are the same, so that measures alone differ.
  func hasSameGround(as other: Projection) -> Bool {
    trend == other.trend && uncertainty == other.uncertainty && model == other.model
      && probabilities.map(\.rho) == other.probabilities.map(\.rho)
  }
}
