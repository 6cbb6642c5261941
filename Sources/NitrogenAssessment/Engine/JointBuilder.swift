// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NumericMethods

/// An area with a projection of its own.
struct DrawnArea: Sendable {
  let area: AreaCode
  let slice: SectorSlice
  let pollutant: Pollutant
  let boundary: BoundaryID
  let baseline: EmissionRate
  let projectionCase: ProjectionCase
  let projection: Projection?
  let targets: [Target]
}

/// Takes the areas of one dataset together, sector by sector.
struct JointBuilder {
  let context: AssessmentContext
  let dataset: Dataset

  private struct Key: Hashable {
    let slice: SectorSlice
    let pollutant: Pollutant
    let boundary: BoundaryID
  }

  /// Projects sums.
  ///
  /// - Parameters:
  ///   - drawn: the areas with a projection of their own.
  ///   - areas: all areas of the dataset.
  /// - Returns: the sums that can be projected, in a fixed order, the silent keys for want of which
  ///   others cannot, and what else keeps areas apart.
  func joint(
    _ drawn: [DrawnArea], areas: [AreaCode]
  ) -> (found: [JointProjection], silent: [PolicyKey], findings: [Finding]) {
    var found: [JointProjection] = []
    var findings: [Finding] = []
    var silent: Set<PolicyKey> = []
    let groups = Dictionary(grouping: drawn) {
      Key(slice: $0.slice, pollutant: $0.pollutant, boundary: $0.boundary)
    }
    let keys = groups.keys.sorted {
      ($0.slice, $0.pollutant, $0.boundary) < ($1.slice, $1.pollutant, $1.boundary)
    }
    for key in keys {
      let members = alike(groups[key] ?? []).sorted { $0.area < $1.area }
      guard members.count > 1 else { continue }
      guard let correlation = correlation(of: members, key) else {
        silent.insert(Self.correlationKey)
        continue
      }
      do throws(JointError) {
        if let one = try together(members, key, correlation, areas: areas) { found.append(one) }
      } catch {
        findings.append(
          Finding(
            territory: nil, slice: key.slice, pollutant: key.pollutant, target: nil,
            code: "zonesNotTakenTogether", severity: .information, isFlag: false,
            message: "the areas of dataset \(dataset.name) are not taken together for "
              + "\(key.slice.label) \(key.pollutant.label): \(error.description)",
            telling: Telling(
              "zonesNotTakenTogether",
              [
                "dataset": .name(dataset.name), "slice": .slice(key.slice),
                "pollutant": .pollutant(key.pollutant), "why": .tellings([error.telling]),
              ])))
      }
    }
    return (found, silent.sorted(), findings)
  }

  private static let correlationKey: PolicyKey = "uncertainty.zone-correlation"

  /// The largest group with the same years ahead; of two as large the one that is known longest.
  private func alike(_ members: [DrawnArea]) -> [DrawnArea] {
    let byYears = Dictionary(grouping: members, by: \.projectionCase.years)
    return byYears.max { left, right in
      (left.value.count, left.key.first ?? 0, left.key.last ?? 0)
        < (right.value.count, right.key.first ?? 0, right.key.last ?? 0)
    }?.value ?? []
  }

  /// How the errors of areas hang together; `nil` where neither dataset nor policy says.
  private func correlation(of members: [DrawnArea], _ key: Key) -> JointCorrelation? {
    let shared = context.policy.number(Self.correlationKey)
    let own = dataset.correlations.contains {
      $0.sector == key.slice.sector && $0.pollutant == key.pollutant
    }
    guard own else { return shared.map { .shared($0) } }
    let matrix = ZoneCorrelationMatrix(
      of: members.map(\.area), from: dataset.correlations, key.slice.sector, key.pollutant,
      others: shared)
    return matrix.missing.isEmpty ? .matrix(Matrix(columns: matrix.rows)) : nil
  }

  private func together(
    _ members: [DrawnArea], _ key: Key, _ correlation: JointCorrelation, areas: [AreaCode]
  ) throws(JointError) -> JointProjection? {
    guard let first = members.first, let pattern = first.projection else { return nil }
    let targets = first.targets.filter { first.projectionCase.years.contains($0.year) }
    let sampler = JointSampler(draws: context.options.draws, seed: context.options.seed)
    let outcome = try sampler.outcome(
      of: members.map {
        JointCase($0.projectionCase, baseline: $0.baseline.kilogramsPerYear)
      },
      labels: [dataset.name, key.slice.label, key.pollutant.label, key.boundary.rawValue],
      correlation: correlation,
      targets: targets.map { ProjectionTarget(year: $0.year, band: $0.band) })
    let together = Set(members.map(\.area))
    var value: Double?
    if case .shared(let number) = correlation { value = number }
    let measures = Set(members.flatMap { $0.projection?.measures ?? [] }).sorted()
    return JointProjection(
      dataset: dataset.name, slice: key.slice, pollutant: key.pollutant,
      areas: members.map(\.area), leftOut: areas.filter { !together.contains($0) },
      zoneCorrelation: value,
      baseline: members.reduce(.zero) { $0 + $1.baseline },
      projection: Projection(
        model: pattern.model, measureSet: pattern.measureSet, measures: measures, trend: nil,
        uncertainty: pattern.uncertainty,
        probabilities: zip(pattern.probabilities, outcome.probabilities).map {
          Projection.AtCorrelation(rho: $0.rho, isGiven: $0.isGiven, targets: $1)
        },
        fanCorrelation: pattern.fanCorrelation, fan: outcome.fan, shares: outcome.shares,
        draws: outcome.draws))
  }
}
