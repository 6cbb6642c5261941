// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// All measures of a batch, and how they work on a series. The rules: `Measures.md`.
///
/// A measure of any dataset works in the whole batch, by its scope. One that several datasets hold,
/// alike in all that counts, is one measure, of the first of them.
public struct MeasureSelection: Sendable {
  /// A measure with the dataset it stands in.
  public struct Entry: Hashable, Sendable {
    /// The name of the dataset.
    public let dataset: String
    /// The measure.
    public let measure: Measure

    /// Takes a measure of a dataset.
    public init(dataset: String, measure: Measure) {
      self.dataset = dataset
      self.measure = measure
    }

    /// `dataset/measure`: unique in the batch, so that draws do not depend on what else is in it.
    public var name: String { "\(dataset)/\(measure.id)" }
  }

  /// What makes a measure the same in two datasets.
  struct Substance: Hashable {
    let id: String
    let scope: Territory
    let slice: SectorSlice
    let pollutant: Pollutant
    let days: [CalendarDay?]
    let shares: [Fraction?]
    let evidence: EvidenceGrade
    let names: [String?]

    init(_ measure: Measure) {
      id = measure.id
      scope = measure.scope
      slice = measure.slice
      pollutant = measure.pollutant
      days = [measure.from, measure.to]
      shares = [measure.effect, measure.spread]
      evidence = measure.evidence
      names = [measure.overlapGroup, measure.technique]
    }
  }

  /// What decides which measures can work on a series at all.
  private struct Key: Hashable {
    let sector: Sector
    let pollutant: Pollutant
  }

  /// The key of the grades that count as secured.
  public static let securedGradesKey: PolicyKey = "measure.secured-grades"

  /// The measures, by dataset, then in file order.
  public let entries: [Entry]
  /// The grades that count as secured; `nil` where policy is silent.
  public let securedGrades: Set<EvidenceGrade>?
  let reach: MeasureReach
  private let index: [Key: [Int]]
  private let policy: Policy

  /// Takes the measures of all datasets of a batch.
  ///
  /// - Parameters:
  ///   - datasets: the datasets; their order does not matter.
  ///   - policy: the packs in force.
  ///   - catalogue: the areas with their provinces.
  public init(_ datasets: [Dataset], policy: Policy, catalogue: AreaCatalogue) {
    var seen: Set<Substance> = []
    self.init(
      entries: datasets.sorted { $0.name < $1.name }.flatMap { dataset in
        dataset.measures.filter { seen.insert(Substance($0)).inserted }
          .map { Entry(dataset: dataset.name, measure: $0) }
      }, policy: policy, catalogue: catalogue)
  }

  /// Takes the measures of a batch as its result lists them, each once.
  ///
  /// - Parameters:
  ///   - entries: the measures.
  ///   - policy: the packs in force.
  ///   - catalogue: the areas with their provinces.
  public init(entries: [Entry], policy: Policy, catalogue: AreaCatalogue) {
    self.entries = entries
    self.policy = policy
    self.securedGrades = policy.list(Self.securedGradesKey).map {
      Set($0.compactMap(EvidenceGrade.init(rawValue:)))
    }
    self.reach = MeasureReach(catalogue: catalogue)
    self.index = Dictionary(grouping: entries.indices) {
      Key(sector: entries[$0].measure.slice.sector, pollutant: entries[$0].measure.pollutant)
    }
  }

  /// The measures that work on a series.
  ///
  /// - Parameters:
  ///   - territory: what the series is about.
  ///   - slice: its sector or part.
  ///   - pollutant: its compound.
  ///   - set: which measures count.
  ///   - years: the years wanted, ascending.
  ///   - latest: the latest known year of the series. What a measure did in it is in the figures.
  ///   - emission: the emission of a territory, slice and compound in a year; `nil` where unknown.
  /// - Returns: the steps with what there is to say about them.
  public func selected(
    on territory: Territory, _ slice: SectorSlice, _ pollutant: Pollutant, set: MeasureSet,
    years: [Int], latest: Int,
    emission: (Territory, SectorSlice, Pollutant, Int) -> EmissionRate?
  ) -> SelectedMeasures {
    if set == .existingMeasures && securedGrades == nil {
      return SelectedMeasures(unresolved: Self.securedGradesKey)
    }
    var found = SelectedMeasures()
    for position in index[Key(sector: slice.sector, pollutant: pollutant)] ?? [] {
      let entry = entries[position]
      let measure = entry.measure
      func note(_ reason: MeasureNote.Reason) {
        found.notes.append(MeasureNote(measure: entry.name, reason: reason))
      }
      guard let common = Self.common(measure.slice, slice) else { continue }
      let place: Territory
      switch reach.of(measure.scope, on: territory) {
      case .apart: continue
      case .left(let reason):
        note(reason)
        continue
      case .within(let inside): place = inside
      }
      if set == .existingMeasures, securedGrades?.contains(measure.evidence) != true {
        note(.notSecured(measure.evidence))
        continue
      }
      var share = 1.0
      if place != territory || common != slice {
        let part = emission(place, common, pollutant, latest)?.kilogramsPerYear
        let whole = emission(territory, slice, pollutant, latest)?.kilogramsPerYear
        guard let part, let whole, whole > 0, part >= 0, part <= whole * (1 + 1e-9) else {
          note(.unknownShare(year: latest))
          continue
        }
        guard part > 0 else {
          note(.noEmission(year: latest))
          continue
        }
        share = min(part / whole, 1)
      }
      let force = MeasureForce(measure, latest: latest)
      if force.comesBack(by: years.last ?? latest), let to = measure.to { note(.comesBack(to)) }
      let weights = years.map { share * force.weight(in: $0) }
      guard weights.contains(where: { $0 > 0 }) else {
        note(force.reasonForNothing)
        continue
      }
      let performance = measure.technique.flatMap(performance(of:))
      if let technique = measure.technique, performance == nil {
        note(.techniqueUnknown(technique))
      }
      if measure.spread == nil { note(.takenAsCertain) }
      found.names.append(entry.name)
      found.steps.append(
        MeasureStep(
          id: entry.name, effect: measure.effect.value, spread: measure.spread?.value ?? 0,
          weights: weights, performance: performance, group: measure.overlapGroup,
          portion: share < 1
            ? MeasureStep.Portion(
              name: "\(place.kind) \(place.area?.rawValue ?? 0) \(place.ring?.label ?? "") "
                + "\(place.code ?? "") \(common.label)", share: share) : nil))
    }
    return found
  }

  /// What a measure of a slice works on in a series of another: the narrower of the two; `nil` where
  /// they have nothing in common.
  static func common(_ measure: SectorSlice, _ series: SectorSlice) -> SectorSlice? {
    guard measure.sector == series.sector else { return nil }
    if measure.part == nil || measure.part == series.part { return series }
    return series.part == nil ? measure : nil
  }

  /// Between which shares of its rated effect a technique was measured to perform.
  ///
  /// Neither edge is above 1: the effect of a measure is what is counted on, and a technique that
  /// does better than it is rated adds nothing to it.
  ///
  /// - Returns: `nil` where policy does not say both what is required and what was measured.
  public func performance(of technique: String) -> Band? {
    guard
      let required = policy.number(PolicyKey(rawValue: "technique.required.\(technique)")),
      let measured = policy.band(PolicyKey(rawValue: "technique.measured.\(technique)")),
      required > 0
    else { return nil }
    return Band(
      low: Fraction(min(measured.low.value / required, 1)),
      high: Fraction(min(measured.high.value / required, 1)))
  }
}

/// The measures that work on one series.
public struct SelectedMeasures: Hashable, Sendable {
  /// How each works on it, by dataset, then in file order.
  public fileprivate(set) var steps: [MeasureStep] = []
  /// The names of those in ``steps``, in their order.
  public fileprivate(set) var names: [String] = []
  /// Measures left out, and what is to be known of those counted.
  public fileprivate(set) var notes: [MeasureNote] = []
  /// The silent policy key for want of which there is no such set of measures.
  public fileprivate(set) var unresolved: PolicyKey?

  fileprivate init(unresolved: PolicyKey? = nil) { self.unresolved = unresolved }
}
