// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension Reason {
  /// The code of what is known and held back.
  static let withheldCode = "withheld"

  /// Why a figure is held back.
  static func withheld(_ rule: DisclosureRule?) -> Reason {
    guard let rule else {
      return Reason(
        withheldCode, "withheld: policy does not say how many farms must stand behind a figure",
        phrase: "withheldBySilence")
    }
    return Reason(
      withheldCode, "withheld (fewer than \(rule.minimumFarms) farms)",
      ["count": .count(rule.minimumFarms)])
  }
}

extension Assessment {
  /// The same without any figure of its own: what it is about, what policy asks of it, and that the
  /// figures are held back.
  func withheld(_ reason: Reason) -> Assessment {
    Assessment(
      territory: territory, dataset: dataset, grade: grade, slice: slice, pollutant: pollutant,
      boundary: boundary, isShadow: isShadow, missing: missing, baseline: nil,
      series: series.map { year in
        AssessedYear(
          point: SeriesPoint(
            year: year.point.year, emission: nil, missing: year.point.missing,
            provenance: year.point.provenance, vintage: year.point.vintage,
            basis: year.point.basis, provisional: year.point.provisional, rows: [],
            disclosure: .protected, isWithheld: true),
          reduction: nil)
      },
      path: path, targets: targets, verdicts: verdicts.map { $0.withheld(reason) },
      remainingGap: [], pace: .unknown, projections: [],
      noProjection: targets.isEmpty ? nil : reason, policyKeys: policyKeys.adding(.privacy),
      isWithheld: true)
  }

  /// The same without what measures do to it: that tells which share of it lies where they work.
  func withoutMeasures(_ reason: Reason) -> Assessment {
    guard projections.contains(where: { !$0.measures.isEmpty || !$0.notes.isEmpty }) else {
      return self
    }
    return Assessment(
      territory: territory, dataset: dataset, grade: grade, slice: slice, pollutant: pollutant,
      boundary: boundary, isShadow: isShadow, missing: missing, baseline: baseline, series: series,
      path: path, targets: targets, verdicts: verdicts.map { $0.withheld(reason) },
      remainingGap: remainingGap, pace: pace, projections: [], noProjection: reason,
      policyKeys: policyKeys.adding(.privacy))
  }
}

extension Verdict {
  /// A verdict that is given and not shown: a status tells between which bounds a reduction lies.
  fileprivate func withheld(_ reason: Reason) -> Verdict {
    Verdict(
      target: target, status: .undetermined, basis: nil, assessedYear: assessedYear,
      isInherited: false, isFlagged: false, reasons: [reason])
  }
}

extension [PolicyKey] {
  /// The keys with others, in order.
  fileprivate func adding(_ others: [PolicyKey]) -> [PolicyKey] { Set(self + others).sorted() }
}

extension [PolicyKey] {
  /// The keys that withheld figures depend on.
  fileprivate static var privacy: [PolicyKey] {
    [DisclosureRule.minimumKey, DisclosureRule.protectionKey]
  }
}
