// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Collects what the reader must know: flags first, then what limits the result.
struct FindingsBuilder {
  let result: AssessmentResult
  /// The datasets that the result is about.
  let datasets: [Dataset]

  /// What is to be known of each dataset alone, and of the nation.
  func findings() -> [Finding] {
    flags() + policyFindings() + datasetFindings() + ringFindings()
  }

  // MARK: - Flags and risks

  private func flags() -> [Finding] {
    var found: [Finding] = []
    for assessment in result.assessments {
      for verdict in assessment.verdicts where !verdict.isInherited && !assessment.isShadow {
        guard [.offTrack, .missed, .atRisk].contains(verdict.status), let year = verdict.target
        else { continue }
        let kind = assessment.targets.first { $0.year == year }?.kind
        let sentence = verdict.reasons.map(\.sentence).joined(separator: "; ")
        found.append(
          Finding(
            territory: assessment.territory, slice: assessment.slice,
            pollutant: assessment.pollutant, target: year, code: verdict.status.rawValue,
            severity: kind == .statutory ? .hard : .soft, isFlag: verdict.isFlagged,
            message: sentence,
            telling: Telling("reasons", ["reasons": .tellings(verdict.reasons.map(\.telling))])))
      }
    }
    return found.filter(\.isFlag) + found.filter { !$0.isFlag }
  }

  // MARK: - Policy

  private func policyFindings() -> [Finding] {
    var found: [Finding] = []
    for pack in result.policy.packs where pack.isSecondHand {
      found.append(
        information(
          "secondHandPolicy",
          "policy pack \(pack.id) is second-hand: its original was not seen",
          ["pack": .name(pack.id)]))
    }
    for change in result.policy.overrides
    where change.later.record.value != change.earlier.record.value {
      found.append(
        information(
          "policyOverride", "\(change.later.citation) overrides \(change.earlier.citation)",
          ["later": .name(change.later.citation), "earlier": .name(change.earlier.citation)]))
    }
    for entry in result.policy.notInForce {
      found.append(
        information(
          "policyNotInForce",
          "\(entry.citation) does not hold on \(result.policy.date) and is left out",
          [
            "citation": .name(entry.citation),
            "day": CalendarDay(text: result.policy.date).map { .day($0) }
              ?? .name(result.policy.date),
          ]))
    }
    let used = Set(result.assessments.flatMap(\.policyKeys))
    for entry in result.policy.all where entry.isUserAssumption && used.contains(entry.record.key) {
      found.append(
        information(
          "userAssumption",
          "\(entry.citation) is an assumption of the user; results that depend on it say so",
          ["citation": .name(entry.citation)]))
    }
    return found
  }

  // MARK: - Data

  private func datasetFindings() -> [Finding] {
    var found: [Finding] = []
    for dataset in result.datasets where dataset.grade == .secondHand {
      found.append(
        information(
          "secondHandData", "the figures of dataset \(dataset.name) are second-hand",
          ["dataset": .name(dataset.name)]))
    }
    for dataset in result.datasets where dataset.unknownCells > 0 {
      found.append(
        information(
          "unknownCells",
          "\(dataset.unknownCells) of \(dataset.rows) figures of dataset \(dataset.name) "
            + "are unknown",
          [
            "unknown": .count(dataset.unknownCells), "count": .count(dataset.rows),
            "dataset": .name(dataset.name),
          ]))
    }
    return found
  }

  /// Datasets whose rings are not those of the policy pack.
  private func ringFindings() -> [Finding] {
    guard let bounds = result.policy.numbers("zone.rings") else { return [] }
    let expected = Ring.rings(outerBounds: bounds.map { Int($0) })
    return datasets.compactMap { dataset in
      let rings = Set(dataset.records.compactMap(\.territory.ring)).sorted()
      guard !rings.isEmpty, rings != expected else { return nil }
      return information(
        "ringsDiffer",
        "dataset \(dataset.name) has the rings \(Self.labels(rings)), policy the rings "
          + "\(Self.labels(expected)) (\(result.policy["zone.rings"]?.citation ?? ""))",
        [
          "dataset": .name(dataset.name), "rings": .rings(rings), "expected": .rings(expected),
          "citation": .name(result.policy["zone.rings"]?.citation ?? ""),
        ])
    }
  }

  private static func labels(_ rings: [Ring]) -> String {
    rings.map(\.label).joined(separator: ", ")
  }

  /// What concerns several datasets: territories that stand in more than one, and what the batch
  /// lacks for a sum over the country.
  func batchFindings() -> [Finding] {
    var seen: [Territory: Set<String>] = [:]
    for dataset in datasets {
      for record in dataset.records {
        let territory = record.territory.area.map { Territory.area($0) } ?? record.territory
        seen[territory, default: []].insert(dataset.name)
      }
    }
    let double = seen.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    var found = double.map { territory, names in
      Finding(
        territory: territory, slice: nil, pollutant: nil, target: nil,
        code: "inSeveralDatasets", severity: .information, isFlag: false,
        message:
          "\(result.name(of: territory)) stands in datasets "
          + names.sorted().joined(separator: ", ") + " and is assessed in each",
        telling: Telling(
          "inSeveralDatasets",
          ["territory": .territory(territory), "datasets": .names(names.sorted())]))
    }
    let areas = Set(seen.keys.compactMap(\.area)).count
    let covered = result.reference.inventory.zones.first?.areas
    if areas > 0, !result.closure.contains(where: { $0.kind == .zonesToNation }), let covered {
      found.append(
        information(
          "closureLeftOut",
          "zones are not held against the nation: its figures cover \(covered) areas, each once; "
            + "this run has \(areas)", ["covered": .count(covered), "areas": .count(areas)]))
    }
    return found
  }

  private func information(
    _ code: String, _ message: String, _ facts: [String: Telling.Fact]
  ) -> Finding {
    Finding(
      territory: nil, slice: nil, pollutant: nil, target: nil, code: code, severity: .information,
      isFlag: false, message: message, telling: Telling(code, facts))
  }
}
