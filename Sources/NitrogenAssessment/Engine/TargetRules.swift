// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The targets that apply to a sector and pollutant in a kind of territory.
struct TargetSet {
  /// The targets with a value, by year.
  let targets: [Target]
  /// Whether they are shown beside the official figures and never flag.
  let isShadow: Bool
  /// The path through them; `nil` without targets.
  let trajectory: Trajectory?
  /// What verdicts are read against.
  let basis: VerdictBasis
  /// The silent target keys of the sector and pollutant, by year.
  let silent: [PolicyKey]
  /// The keys that decided all this.
  let keys: [PolicyKey]
}

/// Reads targets from policy, with the readings of its ambiguities.
struct TargetRules {
  let context: AssessmentContext

  /// The targets of a sector and pollutant.
  ///
  /// - Parameters:
  ///   - slice: the sector; a part has no target of its own.
  ///   - pollutant: the compound.
  ///   - territory: the nation has the targets as the text states them; any other territory
  ///     inherits them as indicative ones, when the reading of A07 says so.
  ///   - baselineYear: where the path starts.
  /// - Returns: the targets and what decided them.
  func targets(
    for slice: SectorSlice, _ pollutant: Pollutant, in territory: Territory, baselineYear: Int?
  ) -> TargetSet {
    let policy = context.policy
    let isNation = territory == .nation
    var keys: [PolicyKey] = []
    var silent: [PolicyKey] = []
    var targets: [Target] = []
    let isShadow = self.isShadow(slice.sector, pollutant, keys: &keys)

    for year in policy.targetYears(prefix: "target", slice.sector, pollutant) {
      let key = PolicyKey.target(slice.sector, pollutant, year)
      guard let entry = policy[key] else { continue }
      if let band = policy.band(key) {
        targets.append(
          Target(
            year: year, band: band, kind: kind(of: entry, isNation: isNation, keys: &keys),
            entry: entry))
      } else {
        silent.append(key)
      }
    }
    for year in policy.targetYears(prefix: "shadow", slice.sector, pollutant)
    where !targets.contains(where: { $0.year == year }) {
      let key = PolicyKey.shadow(slice.sector, pollutant, year)
      guard let entry = policy[key], let band = policy.band(key) else { continue }
      let kind: TargetKind = isShadow ? .shadow : (isNation ? .statutory : .indicative)
      targets.append(Target(year: year, band: band, kind: kind, entry: entry))
      silent.removeAll { $0 == .target(slice.sector, pollutant, year) }
    }
    if isShadow {
      targets = targets.map {
        Target(year: $0.year, band: $0.band, kind: .shadow, entry: $0.entry)
      }
    }
    targets.sort { $0.year < $1.year }
    if !isNation && !targets.isEmpty {
      keys.append("reading.A07")
      if policy.text("reading.A07") != "inherit" {
        silent += ["reading.A07"]
        targets = []
      }
    }
    if slice.part != nil { targets = [] }
    keys += targets.map(\.entry.record.key)
    if !targets.isEmpty { keys += ["reading.A02", "reading.A08"] }

    let shape = context.shape
    let trajectory = baselineYear.flatMap { year in
      Trajectory(
        baselineYear: year,
        milestones: targets.map { Milestone(year: $0.year, band: $0.band) }, shape: shape)
    }
    let isStraight = targets.count < 2 || shape == .straight
    return TargetSet(
      targets: targets, isShadow: isShadow && !targets.isEmpty, trajectory: trajectory,
      basis: isStraight ? .straightLine : .path, silent: silent, keys: keys)
  }

  /// Whether a pollutant of industry is only a shadow indicator (A01).
  private func isShadow(
    _ sector: Sector, _ pollutant: Pollutant, keys: inout [PolicyKey]
  ) -> Bool {
    let policy = context.policy
    guard
      !policy.targetYears(prefix: "shadow", sector, pollutant == .nh3 ? .nox : .nh3).isEmpty
        || !policy.targetYears(prefix: "shadow", sector, pollutant).isEmpty
    else { return false }
    keys.append("reading.A01")
    let reading = policy.text("reading.A01")
    return reading != "both" && reading != pollutant.label
  }

  private func kind(
    of entry: PolicyEntry, isNation: Bool, keys: inout [PolicyKey]
  ) -> TargetKind {
    guard isNation else { return .indicative }
    let stated = entry.record.kind ?? .statutory
    guard stated == .aim else { return stated }
    keys.append("reading.A03")
    return context.policy.text("reading.A03") == "statutory" ? .statutory : .aim
  }
}
