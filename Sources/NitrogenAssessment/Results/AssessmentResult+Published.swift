// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension AssessmentResult {
  /// The result as it may leave the building: nothing in it tells of fewer farms than policy asks for, not
  /// even from its totals.
  ///
  /// Figures of datasets that are published are left as they are. Of the others those are held back
  /// behind which too few farms stand in any year, and with them those from which they would follow;
  /// see <doc:Disclosure>. Where policy is silent on the number, all of them are.
  public func published() -> AssessmentResult { published(withSecondary: true) }

  /// The same; only tests leave out the figures from which others would follow.
  func published(withSecondary: Bool) -> AssessmentResult {
    let rule = DisclosureRule(policy)
    let control = DisclosureControl(assessments, rule: rule, withSecondary: withSecondary)
    let sums = closure.filter { $0.disclosure == .protected }
    guard control.isWithheld.contains(true) || !sums.isEmpty else { return self }
    let reason = Reason.withheld(rule)
    let shown = assessments.enumerated().map { number, one in
      if control.isWithheld[number] { return one.withheld(reason) }
      return control.isBesideWithheld[number] ? one.withoutMeasures(reason) : one
    }
    let sectors = WithheldSectors(shown)
    let closure = closure.filter { $0.disclosure == .published || sectors.allow($0) }
    let joint = joint.filter(sectors.allow)
    return AssessmentResult(
      options: options, policy: policy, reference: reference, datasets: datasets,
      assessments: shown, joint: joint, closure: closure, unresolved: unresolved,
      findings: publicFindings(shown, control, rule)
        + sumFindings(closure: closure.count, joint: joint.count),
      names: names, national: national, measures: measures)
  }

  /// The findings without those about figures that are held back.
  private func publicFindings(
    _ shown: [Assessment], _ control: DisclosureControl, _ rule: DisclosureRule?
  ) -> [Finding] {
    struct Subject: Hashable {
      let territory: Territory
      let slice: SectorSlice
      let pollutant: Pollutant
    }
    func subject(_ one: Assessment) -> Subject {
      Subject(territory: one.territory, slice: one.slice, pollutant: one.pollutant)
    }
    var changed: Set<Subject> = []
    for (number, one) in shown.enumerated()
    where control.isWithheld[number] || control.isBesideWithheld[number] {
      changed.insert(subject(one))
    }
    let bySubject = Dictionary(
      grouping: shown.filter { changed.contains(subject($0)) }, by: subject)
    var kept = findings.filter { finding in
      guard let territory = finding.territory, let slice = finding.slice,
        let pollutant = finding.pollutant,
        let rows = bySubject[
          Subject(territory: territory, slice: slice, pollutant: pollutant)]
      else { return true }
      // The same figure may be shown of another dataset.
      return rows.contains { row in
        row.verdicts.contains {
          $0.target == finding.target && $0.status.rawValue == finding.code
            && $0.reasons.map(\.sentence).joined(separator: "; ") == finding.message
        }
      }
    }
    let count = control.isWithheld.count { $0 }
    if count > 0 {
      let why =
        rule.map {
          "fewer than \($0.minimumFarms) farms stand behind them, or they would tell of such"
        } ?? "policy does not say how many farms must stand behind a figure"
      var facts: [String: Telling.Fact] = [
        "count": .count(count), "all": .count(control.protectedCount),
      ]
      if let rule { facts["farms"] = .count(rule.minimumFarms) }
      kept.append(
        information(
          "withheld", "\(count) of \(control.protectedCount) series are withheld: \(why)",
          Telling(rule == nil ? "withheldBySilence" : "withheld", facts)))
    }
    return kept
  }

  /// What is to be told of sums that are held back.
  private func sumFindings(closure: Int, joint: Int) -> [Finding] {
    let sums = self.closure.count - closure
    let together = self.joint.count - joint
    guard sums + together > 0 else { return [] }
    return [
      information(
        "sumsWithheld",
        "\(sums) sums of zones and \(together) projections of zones taken together are withheld: "
          + "they hold figures that are",
        Telling("sumsWithheld", ["sums": .count(sums), "together": .count(together)]))
    ]
  }

  private func information(_ code: String, _ message: String, _ telling: Telling) -> Finding {
    Finding(
      territory: nil, slice: nil, pollutant: nil, target: nil, code: code, severity: .information,
      isFlag: false, message: message, telling: telling)
  }
}

/// Of which sums over areas some part is held back.
private struct WithheldSectors {
  private struct Key: Hashable {
    let dataset: String?
    let slice: SectorSlice
    let pollutant: Pollutant
  }

  private var figures: Set<Key> = []
  private var projections: Set<Key> = []

  init(_ shown: [Assessment]) {
    for one in shown {
      guard case .area = one.territory else { continue }
      let key = Key(dataset: one.dataset, slice: one.slice, pollutant: one.pollutant)
      if one.isWithheld { figures.insert(key) }
      if one.isWithheld || one.noProjection?.code == Reason.withheldCode {
        projections.insert(key)
      }
    }
  }

  /// Whether all that a check adds up is shown: then it tells nothing more. The parts of a sum over
  /// several datasets are not all at hand.
  func allow(_ check: ClosureCheck) -> Bool {
    guard let dataset = check.dataset else { return false }
    return !figures.contains(
      Key(dataset: dataset, slice: check.slice, pollutant: check.pollutant))
  }

  func allow(_ joint: JointProjection) -> Bool {
    !projections.contains(
      Key(dataset: joint.dataset, slice: joint.slice, pollutant: joint.pollutant))
  }
}
