// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// How one series changed from an old release to a new one, recalculation apart from real change.
///
/// With t1 the latest definitive year of the old release v1 and t2 that of the new release v2:
/// recalculation = E(t1, v2) - E(t1, v1), real change = E(t2, v2) - E(t1, v2), and their sum is
/// E(t2, v2) - E(t1, v1). Where E(t1, v2) is not known nothing is said of any of them: levels of
/// two releases meet only through a year that both hold.
public struct SeriesChange: Sendable {
  /// The ceiling of a target in both releases, at one edge of its band.
  public struct Ceiling: Hashable, Sendable {
    /// In the old release, kg/yr; `nil` where it is not known.
    public let old: EmissionRate?
    /// In the new release, kg/yr; `nil` where it is not known.
    public let new: EmissionRate?

    /// New minus old, kg/yr.
    public var change: EmissionRate? { old.flatMap { old in new.map { $0 - old } } }
  }

  /// The rebased ceilings of a target (A25).
  public struct Rebased: Hashable, Sendable {
    /// The target year.
    public let target: Int
    /// Where the reduction is that of the low edge.
    public let low: Ceiling
    /// Where the reduction is that of the high edge.
    public let high: Ceiling
  }

  /// What it is about.
  public let key: SeriesKey
  /// The name of the territory.
  public let name: String
  /// The old release.
  public let oldRelease: Vintage
  /// The new release.
  public let newRelease: Vintage
  /// t1; `nil` when the old release has no definitive year known in full.
  public let oldYear: Int?
  /// t2; `nil` when the new release has none.
  public let newYear: Int?
  /// E(t1, v1), kg/yr.
  public let old: EmissionRate?
  /// E(t1, v2), kg/yr.
  public let restated: EmissionRate?
  /// E(t2, v2), kg/yr.
  public let new: EmissionRate?
  /// The baseline in the old release.
  public let oldBaseline: SeriesStanding.Base?
  /// The baseline in the new release.
  public let newBaseline: SeriesStanding.Base?
  /// The ceilings, by target year.
  public let ceilings: [Rebased]
  /// What is not said, and why.
  public let reasons: [Reason]

  /// E(t1, v2) - E(t1, v1), kg/yr.
  public var recalculation: EmissionRate? { difference(restated, old) }

  /// E(t2, v2) - E(t1, v2), kg/yr.
  public var realChange: EmissionRate? { difference(new, restated) }

  /// E(t2, v2) - E(t1, v1), kg/yr; `nil` where it cannot be split.
  public var total: EmissionRate? {
    recalculation == nil || realChange == nil ? nil : difference(new, old)
  }

  /// New minus old baseline, kg/yr; `nil` where one is not known or their years differ.
  public var baselineChange: EmissionRate? {
    guard let oldBaseline, let newBaseline, oldBaseline.year == newBaseline.year else {
      return nil
    }
    return newBaseline.emission - oldBaseline.emission
  }

  /// The reduction at t1 in the old release.
  public var oldReduction: Fraction? { reduction(old, oldBaseline) }

  /// The reduction at t1 in the new release.
  public var restatedReduction: Fraction? { reduction(restated, newBaseline) }

  /// The reduction at t2 in the new release.
  public var newReduction: Fraction? { reduction(new, newBaseline) }

  private func difference(_ left: EmissionRate?, _ right: EmissionRate?) -> EmissionRate? {
    left.flatMap { left in right.map { left - $0 } }
  }

  private func reduction(_ emission: EmissionRate?, _ base: SeriesStanding.Base?) -> Fraction? {
    guard let emission, let base, base.emission > .zero else { return nil }
    return Fraction(1 - emission / base.emission)
  }
}

extension SeriesChange {
  /// Compares one series in two releases; `nil` when a side has no year or mixes releases.
  ///
  /// - Parameters:
  ///   - old: the series of the older release.
  ///   - new: the same series of the newer release.
  ///   - oldLimit: the latest emission year that counts on the old side; `nil` for no limit.
  ///   - newLimit: the same for the new side.
  public init?(
    from old: SeriesStanding, to new: SeriesStanding, oldLimit: Int? = nil, newLimit: Int? = nil
  ) {
    guard let oldRelease = old.releases.first, old.releases.count == 1,
      let newRelease = new.releases.first, new.releases.count == 1
    else { return nil }
    var reasons: [Reason] = []
    let before = old.latestDefinitive(upTo: oldLimit)
    let after = new.latestDefinitive(upTo: newLimit)
    if before == nil {
      reasons.append(
        Reason(
          "noDefinitiveYear", "the old release has no definitive year that is known in full",
          phrase: "noDefinitiveYearInOld"))
    }
    if after == nil {
      reasons.append(
        Reason(
          "noDefinitiveYear", "the new release has no definitive year that is known in full",
          phrase: "noDefinitiveYearInNew"))
    }
    var restated: EmissionRate?
    if let before {
      let again = new.year(before.year)
      if again?.isProvisional == true {
        reasons.append(
          Reason(
            "provisionalAgain", "\(before.year) is provisional in the new release",
            ["year": .year(before.year)]))
      } else {
        restated = again?.emission
        if restated == nil {
          let why = again == nil ? "has no \(before.year)" : "does not know \(before.year) in full"
          reasons.append(
            Reason(
              "notRestated",
              "the new release \(why), so recalculation and real change cannot be told apart",
              ["year": .year(before.year)],
              phrase: again == nil ? "notRestated" : "notRestatedInFull"))
        }
      }
    }
    reasons += Self.unknownLater(old, "old", than: before, oldLimit)
    reasons += Self.unknownLater(new, "new", than: after, newLimit)
    reasons += Self.reasons(old.baseline, new.baseline)
    let years = Set(old.targets.map(\.year)).union(new.targets.map(\.year)).sorted()
    self.init(
      key: new.key, name: new.name, oldRelease: oldRelease, newRelease: newRelease,
      oldYear: before?.year, newYear: after?.year, old: before?.emission, restated: restated,
      new: after?.emission, oldBaseline: old.baseline, newBaseline: new.baseline,
      ceilings: years.map { year in
        func ceiling(_ edge: (Band) -> Fraction) -> Ceiling {
          Ceiling(
            old: Self.ceiling(of: year, edge, in: old), new: Self.ceiling(of: year, edge, in: new))
        }
        return Rebased(target: year, low: ceiling { $0.low }, high: ceiling { $0.high })
      }, reasons: reasons)
  }

  /// Definitive years after the latest one that is known in full.
  private static func unknownLater(
    _ standing: SeriesStanding, _ side: String, than latest: SeriesStanding.Year?, _ limit: Int?
  ) -> [Reason] {
    guard let latest else { return [] }
    return standing.years.filter {
      $0.year > latest.year && $0.year <= limit ?? Int.max && !$0.isProvisional
    }.map {
      Reason(
        "laterYearUnknown",
        "\($0.year) of the \(side) release is not known in full, so \(latest.year) is compared",
        ["year": .year($0.year), "latest": .year(latest.year)],
        phrase: "laterYearUnknownIn\(side == "old" ? "Old" : "New")")
    }
  }

  private static func ceiling(
    of year: Int, _ edge: (Band) -> Fraction, in standing: SeriesStanding
  ) -> EmissionRate? {
    guard let base = standing.baseline,
      let band = standing.targets.first(where: { $0.year == year })?.band
    else { return nil }
    return base.emission * (1 - edge(band).value)
  }

  private static func reasons(
    _ old: SeriesStanding.Base?, _ new: SeriesStanding.Base?
  ) -> [Reason] {
    var reasons: [Reason] = []
    for (side, base) in [("old", old), ("new", new)] {
      if base == nil {
        reasons.append(
          Reason(
            "noBaseline", "the \(side) release has no baseline that is known in full",
            phrase: "noBaselineIn\(side == "old" ? "Old" : "New")"))
      } else if let base, base.isDerived {
        reasons.append(
          Reason(
            "derivedBaseline",
            "\(base.year) of the \(side) release is rebuilt by a national index, not stated",
            ["year": .year(base.year)],
            phrase: "derivedBaselineIn\(side == "old" ? "Old" : "New")"))
      }
    }
    if let old, let new, old.year != new.year {
      reasons.append(
        Reason(
          "baselineYearsDiffer",
          "the baseline is \(old.year) on the old side and \(new.year) on the new one",
          ["old": .year(old.year), "new": .year(new.year)]))
    }
    return reasons
  }
}
