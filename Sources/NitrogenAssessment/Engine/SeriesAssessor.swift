// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Holds one series after the other against baseline, path and targets.
///
/// A national verdict is computed once and handed to every series that inherits it.
struct SeriesAssessor {
  let context: AssessmentContext
  /// The emissions of the dataset that is being assessed.
  var emissions = EmissionLookup()
  /// The areas that were projected, in the order they were assessed.
  var drawn: [DrawnArea] = []
  private let rules: TargetRules
  private var nation: [NationKey: Assessment?] = [:]
  private var national: [SeriesKey: EmissionSeries?] = [:]
  private var noVintage: [ReasonKey: Reason] = [:]
  private var unresolved: [PolicyKey: Purpose] = [:]

  /// What a key was needed for.
  private struct Purpose {
    let sentence: String
    let telling: Telling
  }

  private struct NationKey: Hashable {
    let boundary: BoundaryID
    let sector: Sector
    let pollutant: Pollutant
    let vintage: Vintage
    let isVariant: Bool
  }

  private struct SeriesKey: Hashable {
    let boundary: BoundaryID
    let sector: Sector
    let pollutant: Pollutant
    let vintage: Vintage
  }

  private struct ReasonKey: Hashable {
    let boundary: BoundaryID
    let sector: Sector
    let pollutant: Pollutant
    let year: Int
  }

  init(context: AssessmentContext) {
    self.context = context
    self.rules = TargetRules(context: context)
  }

  /// The keys that were needed and that no pack fills, by key.
  var unresolvedKeys: [UnresolvedKey] {
    unresolved.keys.sorted().map { key in
      UnresolvedKey(
        key: key, entry: context.policy[key], neededFor: unresolved[key]?.sentence ?? "",
        telling: unresolved[key]?.telling)
    }
  }

  /// Remembers that a key was needed and is silent.
  mutating func note(
    unresolved key: PolicyKey, neededFor purpose: String, _ telling: Telling
  ) {
    if unresolved[key] == nil {
      unresolved[key] = Purpose(sentence: purpose, telling: telling)
    }
  }

  /// Remembers what another that started from this one projected and found policy silent on.
  mutating func note(unresolvedOf other: SeriesAssessor) {
    unresolved.merge(other.unresolved) { own, _ in own }
    drawn += other.drawn
  }

  // MARK: - One series

  /// What is known about a series before it is assessed.
  struct Subject {
    var series: EmissionSeries
    var dataset: String?
    var grade: SourceGrade
    /// A boundary shown beside the default one: it never flags.
    var isVariant = false
    /// Why there is no figure at all, where more is known than that there are no rows.
    var whyEmpty: Reason?
    var keys: [PolicyKey] = []
  }

  /// Assesses a series of a territory, rebuilding what it lacks by the national index.
  mutating func assess(_ subject: Subject) -> Assessment {
    let series = subject.series
    let sector = series.slice.sector
    var keys = subject.keys
    var reasons: [Reason] = []

    let baselineKey = PolicyKey.baselineYear(sector)
    let baselineYear = self.baselineYear(of: sector, keys: &keys, reasons: &reasons)
    let targets = rules.targets(
      for: series.slice, series.pollutant, in: series.territory, baselineYear: baselineYear)
    keys += targets.keys
    for key in targets.silent {
      note(
        unresolved: key,
        neededFor: "a target for \(sector.rawValue) \(series.pollutant.label)",
        Telling(
          "target",
          ["sector": .slice(SectorSlice(sector)), "pollutant": .pollutant(series.pollutant)]
        ))
    }

    var extended = series
    var index: NationalIndex?
    var isLocal = true
    if let baselineYear, series.territory != .nation, !series.points.isEmpty {
      let minimum = context.minimumStatedYears
      keys.append("local.minimum-stated-years")
      if minimum == nil {
        note(
          unresolved: "local.minimum-stated-years", neededFor: "a verdict on local series",
          Telling("localVerdict"))
      }
      isLocal = minimum.map { statedYears(of: series) >= $0 } ?? false
      let hasBaseline = series.point(in: baselineYear)?.emission != nil
      if !isLocal || !hasBaseline {
        index = nationalIndex(for: series, keys: &keys, reasons: &reasons)
        if let index {
          extended = series.extended(by: index, to: isLocal ? [baselineYear] : index.years)
        }
        if !isLocal, index != nil, extended.point(in: baselineYear)?.emission == nil,
          series.points.contains(where: { $0.emission != nil })
        {
          reasons.append(noIndexReason(for: series, baselineYear: baselineYear))
        }
      }
    }
    if baselineYear == nil { keys.append(baselineKey) }

    let evaluation = evaluate(
      extended, subject: subject, baselineYear: baselineYear, targets: targets,
      isLocal: isLocal, index: index, reasons: reasons, keys: &keys)
    return Assessment(
      territory: series.territory, dataset: subject.dataset, grade: subject.grade,
      slice: series.slice, pollutant: series.pollutant, boundary: series.boundary,
      isShadow: targets.isShadow || subject.isVariant, missing: evaluation.missing,
      baseline: evaluation.baseline, series: evaluation.years, path: evaluation.path,
      targets: targets.targets, verdicts: evaluation.verdicts,
      remainingGap: evaluation.gaps, pace: evaluation.pace,
      projections: evaluation.projections, noProjection: evaluation.noProjection,
      policyKeys: Set(keys).sorted())
  }

  private mutating func baselineYear(
    of sector: Sector, keys: inout [PolicyKey], reasons: inout [Reason]
  ) -> Int? {
    // What is in no sector with a target is counted from the same year as the rest, so that
    // totals close: the baseline of agriculture is the one the text states.
    let key = PolicyKey.baselineYear(sector == .other ? .agriculture : sector)
    keys.append(key)
    guard let year = context.policy.number(key) else {
      let facts: [String: Telling.Fact] = ["sector": .slice(SectorSlice(sector)), "key": .key(key)]
      note(
        unresolved: key, neededFor: "the baseline of \(sector.rawValue)", Telling("baseline", facts)
      )
      reasons.append(
        Reason(
          "unresolved(\(key))", "policy is silent on the baseline year of \(sector.rawValue)",
          facts, phrase: "unresolvedBaselineYear"))
      return nil
    }
    return Int(year)
  }

  /// How many definitive years up to the one asked about the source states, in full or in part: a
  /// total that lacks a component still speaks of the place itself.
  func statedYears(of series: EmissionSeries) -> Int {
    let limit = context.options.asOf ?? Int.max
    return series.points.count {
      $0.basis == .stated && $0.emission != nil && !$0.provisional && $0.year <= limit
    }
  }

  // MARK: - National index

  /// The index by which a series is rebuilt; notes a reason and `nil` when there is none.
  private mutating func nationalIndex(
    for series: EmissionSeries, keys: inout [PolicyKey], reasons: inout [Reason]
  ) -> NationalIndex? {
    let boundary = context.indexBoundary(for: series.boundary)
    if context.policy[.indexBoundary(series.boundary)] != nil {
      keys.append(.indexBoundary(series.boundary))
    }
    let key = PolicyKey.indexVintage(series.pollutant)
    keys.append(key)
    guard let name = context.policy.text(key) else {
      note(
        unresolved: key,
        neededFor: "rebuilding the baseline of \(series.pollutant.label) where it is not stated",
        Telling("rebuiltBaseline", ["pollutant": .pollutant(series.pollutant)]))
      reasons.append(
        Reason(
          "unresolved(\(key))", "policy names no release whose ratios rebuild the baseline",
          ["key": .key(key), "pollutant": .pollutant(series.pollutant)],
          phrase: "unresolvedIndexVintage"))
      if let year = series.points.last?.year {
        reasons.append(noVintageReason(for: series, boundary: boundary, year: year))
      }
      return nil
    }
    let vintage = Vintage(rawValue: name)
    guard
      let national = nationalSeries(
        vintage: vintage, boundary: boundary, sector: series.slice.sector,
        pollutant: series.pollutant)
    else {
      reasons.append(
        Reason(
          "noNationalIndex",
          "\(vintage) has no national \(series.slice.sector.rawValue) \(series.pollutant.label) "
            + "under boundary \(boundary)",
          [
            "vintage": .name(vintage.rawValue), "slice": .slice(SectorSlice(series.slice.sector)),
            "pollutant": .pollutant(series.pollutant), "boundary": .name(boundary.rawValue),
          ]))
      return nil
    }
    return NationalIndex(vintage: vintage, boundary: boundary, series: national)
  }

  /// The national series of a sector, made once.
  private mutating func nationalSeries(
    vintage: Vintage, boundary: BoundaryID, sector: Sector, pollutant: Pollutant
  ) -> EmissionSeries? {
    let key = SeriesKey(
      boundary: boundary, sector: sector, pollutant: pollutant, vintage: vintage)
    if let known = national[key] { return known }
    let series = context.nationalSeries(
      vintage: vintage, boundary: boundary, sector: sector, pollutant: pollutant)
    national.updateValue(series, forKey: key)
    return series
  }

  /// Why no release can serve as index: which years each of them has. Made once.
  private mutating func noVintageReason(
    for series: EmissionSeries, boundary: BoundaryID, year: Int
  ) -> Reason {
    let sector = series.slice.sector
    let key = ReasonKey(
      boundary: boundary, sector: sector, pollutant: series.pollutant, year: year)
    if let known = noVintage[key] { return known }
    var held: [String] = []
    var tellings: [Telling] = []
    for vintage in context.reference.inventory.vintages(of: series.pollutant) {
      let national = nationalSeries(
        vintage: vintage, boundary: boundary, sector: sector, pollutant: series.pollutant)
      let years = (national?.points ?? []).filter(\.isComplete).map(\.year)
      guard let first = years.first, let last = years.last else { continue }
      held.append(
        first == last ? "\(vintage) has \(first)" : "\(vintage) has \(first) to \(last)")
      tellings.append(
        Telling(
          first == last ? "releaseHasYear" : "releaseHasYears",
          ["vintage": .name(vintage.rawValue), "first": .year(first), "last": .year(last)]))
    }
    let baseline = context.policy.number(.baselineYear(sector == .other ? .agriculture : sector))
    let wanted = baseline.map { "\(Int($0)) and \(year)" } ?? "\(year)"
    let found = held.isEmpty ? "none has any year" : held.joined(separator: ", ")
    let reason = Reason(
      "noNationalIndex",
      "no release at hand holds \(wanted) for national \(sector.rawValue) "
        + "\(series.pollutant.label) under boundary \(boundary): \(found)",
      [
        "years": .years((baseline.map { [Int($0)] } ?? []) + [year]),
        "slice": .slice(SectorSlice(sector)), "pollutant": .pollutant(series.pollutant),
        "boundary": .name(boundary.rawValue),
        "held": .tellings(tellings.isEmpty ? [Telling("noReleaseHasAny")] : tellings),
      ], phrase: "noReleaseForIndex")
    noVintage[key] = reason
    return reason
  }

  private func noIndexReason(for series: EmissionSeries, baselineYear: Int) -> Reason {
    let years = series.points.map { String($0.year) }.joined(separator: ", ")
    return Reason(
      "noNationalIndex",
      "the national index has no whole figure for both \(baselineYear) and \(years)",
      ["baseline": .year(baselineYear), "years": .years(series.points.map(\.year))],
      phrase: "indexLacksYears")
  }

  // MARK: - The nation

  /// The nation's assessment in one release under one boundary; `nil` when the release has nothing
  /// that the boundary puts under the sector.
  mutating func nationalAssessment(
    _ sector: Sector, _ pollutant: Pollutant, boundary: BoundaryID, vintage: Vintage,
    isVariant: Bool, keys: [PolicyKey]
  ) -> Assessment? {
    let key = NationKey(
      boundary: boundary, sector: sector, pollutant: pollutant, vintage: vintage,
      isVariant: isVariant)
    if let known = nation[key] { return known }
    let series = nationalSeries(
      vintage: vintage, boundary: boundary, sector: sector, pollutant: pollutant)
    let assessment = series.map { series in
      assess(
        Subject(
          series: series, dataset: nil, grade: context.grade(of: vintage, pollutant),
          isVariant: isVariant, keys: keys))
    }
    nation.updateValue(assessment, forKey: key)
    return assessment
  }
}
