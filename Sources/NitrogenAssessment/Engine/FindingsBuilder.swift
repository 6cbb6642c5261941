// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Collects what the reader must know: flags first, then what limits the result.
struct FindingsBuilder {
  let result: AssessmentResult
  let zones: [DatasetZones]

  func findings() -> [Finding] {
    flags() + policyFindings() + datasetFindings()
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
            message: sentence))
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
          "policy pack \(pack.id) is second-hand: its original was not seen"))
    }
    for change in result.policy.overrides
    where change.later.record.value != change.earlier.record.value {
      found.append(
        information(
          "policyOverride", "\(change.later.citation) overrides \(change.earlier.citation)"))
    }
    for entry in result.policy.notInForce {
      found.append(
        information(
          "policyNotInForce",
          "\(entry.citation) does not hold on \(result.policy.date) and is left out"))
    }
    let used = Set(result.assessments.flatMap(\.policyKeys))
    for entry in result.policy.all where entry.isUserAssumption && used.contains(entry.record.key) {
      found.append(
        information(
          "userAssumption",
          "\(entry.citation) is an assumption of the user; results that depend on it say so"))
    }
    return found
  }

  // MARK: - Data

  private func datasetFindings() -> [Finding] {
    var found: [Finding] = []
    for dataset in result.datasets where dataset.grade == .secondHand {
      found.append(
        information("secondHandData", "the figures of dataset \(dataset.name) are second-hand"))
    }
    for dataset in result.datasets where dataset.unknownCells > 0 {
      found.append(
        information(
          "unknownCells",
          "\(dataset.unknownCells) of \(dataset.rows) figures of dataset \(dataset.name) "
            + "are unknown"))
    }
    var seen: [AreaCode: [String]] = [:]
    for dataset in zones {
      for area in dataset.areas { seen[area.area, default: []].append(dataset.dataset.name) }
    }
    for (area, names) in seen.sorted(by: { $0.key < $1.key }) where names.count > 1 {
      found.append(
        Finding(
          territory: .area(area), slice: nil, pollutant: nil, target: nil,
          code: "areaInSeveralDatasets", severity: .information, isFlag: false,
          message:
            "area \(area) stands in datasets \(names.joined(separator: ", ")); "
            + "sums over areas are not held against the nation"))
    }
    return found
  }

  private func information(_ code: String, _ message: String) -> Finding {
    Finding(
      territory: nil, slice: nil, pollutant: nil, target: nil, code: code, severity: .information,
      isFlag: false, message: message)
  }
}
