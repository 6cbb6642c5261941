// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

extension MeasureSelection {
  /// How many measures a message names.
  private static let longestList = 5
  /// How many diagnostics of one file are listed.
  private static let longestFile = 1000

  /// What is wrong with the measures and plans of a batch that no table shows by itself.
  ///
  /// - Parameters:
  ///   - datasets: the datasets; their order does not matter.
  ///   - policy: the packs in force, whose last target year is the horizon.
  ///   - catalogue: the areas with their provinces.
  /// - Returns: errors and warnings by place.
  public static func check(
    _ datasets: [Dataset], policy: Policy, catalogue: AreaCatalogue
  ) -> [Diagnostic] {
    guard datasets.contains(where: { !$0.measures.isEmpty || !$0.plan.isEmpty }) else { return [] }
    let datasets = datasets.sorted { $0.name < $1.name }
    let selection = MeasureSelection(datasets, policy: policy, catalogue: catalogue)
    var found = selection.tooMuch() + unknownGrades(policy) + twins(datasets) + twoPlans(datasets)
    if let horizon = horizon(of: policy) {
      found += datasets.flatMap(\.measures).filter { $0.from.year > horizon }.map {
        Diagnostic(
          file: $0.origin.file, line: $0.origin.line, severity: .warning,
          message: "\($0.from) lies after \(horizon), the last year of any target; measure "
            + "'\($0.id)' would change nothing")
      }
      found += datasets.flatMap { pointsBeyond(horizon, $0.plan) }
    }
    return bounded(found.sorted())
  }

  /// The last year for which any target stands in policy, silent or not.
  public static func horizon(of policy: Policy) -> Int? {
    policy.all.compactMap { entry in
      let pieces = entry.record.key.rawValue.split(separator: ".")
      return pieces.first == "target" ? pieces.last.flatMap { Int($0) } : nil
    }.max()
  }

  /// A point beyond the horizon still shapes the years up to it where none stands at the horizon.
  private static func pointsBeyond(_ horizon: Int, _ plan: [PlanPoint]) -> [Diagnostic] {
    let late = plan.filter { $0.year >= horizon }
    let first = late.reduce(into: [PlanPoint.Series: Int]()) { first, point in
      first[point.series] = min(first[point.series] ?? point.year, point.year)
    }
    return late.filter { $0.year > horizon && $0.year > first[$0.series] ?? horizon }.map {
      Diagnostic(
        file: $0.origin.file, line: $0.origin.line, severity: .warning,
        message:
          "year \($0.year) lies after \(horizon), the last year of any target; this point of "
          + "the plan would change nothing")
    }
  }

  /// At most ``longestFile`` diagnostics of one file, errors first; a last one counts the others.
  private static func bounded(_ found: [Diagnostic]) -> [Diagnostic] {
    Dictionary(grouping: found, by: \.file).flatMap { file, all in
      guard all.count > longestFile else { return all }
      let errors = all.filter { $0.severity == .error }
      let kept = (errors + all.filter { $0.severity != .error }).prefix(longestFile)
      return kept + [
        Diagnostic(
          file: file, line: all.compactMap(\.line).max().map { $0 + 1 },
          severity: errors.isEmpty ? .warning : .error,
          message: "\(all.count - longestFile) more problems of this file are not listed; mend the "
            + "\(longestFile) above first")
      ]
    }.sorted()
  }

  private static func unknownGrades(_ policy: Policy) -> [Diagnostic] {
    guard let entry = policy[securedGradesKey] else { return [] }
    let known = EvidenceGrade.allCases.map(\.rawValue)
    return (policy.list(securedGradesKey) ?? []).filter { !known.contains($0) }.map {
      Diagnostic(
        file: entry.record.origin.file, line: entry.record.origin.line,
        message: "unknown grade of evidence '\($0)' in '\(securedGradesKey)'; expected "
          + known.joined(separator: ", "))
    }
  }

  private static func twins(_ datasets: [Dataset]) -> [Diagnostic] {
    var first: [Substance: (dataset: String, measure: Measure)] = [:]
    var found: [Diagnostic] = []
    for dataset in datasets {
      for measure in dataset.measures {
        guard let other = first[Substance(measure)] else {
          first[Substance(measure)] = (dataset.name, measure)
          continue
        }
        found.append(
          Diagnostic(
            file: measure.origin.file, line: measure.origin.line, severity: .warning,
            message:
              "dataset '\(other.dataset)' has measure '\(measure.id)' too, alike in all that "
              + "counts; it counts once",
            notes: ["the other is at \(other.measure.origin)"]))
      }
    }
    return found
  }

  private static func twoPlans(_ datasets: [Dataset]) -> [Diagnostic] {
    struct Key: Hashable {
      let series: PlanPoint.Series
      let year: Int
    }
    var first: [Key: (dataset: String, point: PlanPoint)] = [:]
    var found: [Diagnostic] = []
    for dataset in datasets {
      for point in dataset.plan {
        let key = Key(series: point.series, year: point.year)
        guard let other = first[key] else {
          first[key] = (dataset.name, point)
          continue
        }
        guard other.point.rate != point.rate || other.point.spread != point.spread else { continue }
        found.append(
          Diagnostic(
            file: point.origin.file, line: point.origin.line,
            message: "dataset '\(other.dataset)' has another plan for \(point.year) of "
              + "\(point.series.words); keep one",
            notes: ["the other is at \(other.point.origin)"]))
      }
    }
    return found
  }

  // MARK: - More than there is

  /// Measures that take away more than there is, at the first that does.
  private func tooMuch() -> [Diagnostic] {
    struct Key: Hashable {
      let scope: Territory
      let sector: Sector
      let pollutant: Pollutant
    }
    let byScope = Dictionary(grouping: entries.indices) {
      let measure = entries[$0].measure
      return Key(scope: measure.scope, sector: measure.slice.sector, pollutant: measure.pollutant)
    }
    var reported: Set<Int> = []
    var found: [Diagnostic] = []
    for key in byScope.keys.sorted(by: {
      ($0.scope, $0.sector, $0.pollutant) < ($1.scope, $1.sector, $1.pollutant)
    }) {
      let holders = reach.holders(of: key.scope)
      let inPlace = holders.flatMap {
        byScope[Key(scope: $0, sector: key.sector, pollutant: key.pollutant)] ?? []
      }.sorted()
      let slices = Set(inPlace.map { entries[$0].measure.slice }).sorted()
      for slice in slices {
        let acting = inPlace.filter {
          let own = entries[$0].measure.slice
          return own.part == nil || own == slice
        }
        guard let excess = excess(of: acting), reported.insert(excess.last).inserted else {
          continue
        }
        found.append(
          diagnostic(excess, "\(slice.label) \(key.pollutant.label) of \(key.scope.inWords)"))
      }
    }
    return found
  }

  private struct Excess {
    let year: Int
    let sum: Double
    let members: [Int]
    let last: Int
  }

  /// The first year in which measures on one emission take away more than all of it.
  private func excess(of acting: [Int]) -> Excess? {
    guard acting.count > 1 else { return nil }
    // The sum grows in years in which a measure begins, and in the first full year after.
    let years = Set(
      acting.flatMap { [entries[$0].measure.from.year, entries[$0].measure.from.year + 1] })
    for year in years.sorted() {
      var left: [String: Double] = [:]
      var sum = 0.0
      var members: [Int] = []
      for position in acting {
        let measure = entries[position].measure
        let taken = MeasureForce.share(of: measure, in: year) * measure.effect.value
        guard taken > 0 else { continue }
        members.append(position)
        if let group = measure.overlapGroup {
          let before = left[group] ?? 1
          left[group] = before * (1 - taken)
          sum += before * taken
        } else {
          sum += taken
        }
        if sum > 1 + 1e-9 { return Excess(year: year, sum: sum, members: members, last: position) }
      }
    }
    return nil
  }

  private func diagnostic(_ excess: Excess, _ emission: String) -> Diagnostic {
    let last = entries[excess.last].measure
    let others = excess.members.filter { $0 != excess.last }
    let home = entries[excess.last].dataset
    var names = (others.suffix(Self.longestList - 1) + [excess.last]).map {
      entries[$0].dataset == home ? "'\(entries[$0].measure.id)'" : "'\(entries[$0].name)'"
    }
    let end = names.popLast() ?? ""
    let more = excess.members.count - names.count - 1
    let sum = (excess.sum * 1000).rounded() / 1000
    return Diagnostic(
      file: last.origin.file, line: last.origin.line,
      message: "measures \(names.joined(separator: ", ")) and \(end)"
        + (more > 0 ? " with \(more) more" : "")
        + " together take away \(sum) of the emission \(emission) in \(excess.year), expected at most "
        + "1; lower an effect, or give those that work on the same emission one overlap_group",
      notes: others.suffix(Self.longestList - 1).map {
        let measure = entries[$0].measure
        return measure.origin.file == last.origin.file
          ? "'\(measure.id)' is on line \(measure.origin.line)"
          : "'\(entries[$0].name)' is at \(measure.origin)"
      })
  }
}

extension PlanPoint {
  /// What a plan is about.
  struct Series: Hashable {
    let territory: Territory
    let slice: SectorSlice
    let pollutant: Pollutant

    var words: String { "\(territory.inWords), \(slice.label), \(pollutant.label)" }
  }

  var series: Series { Series(territory: territory, slice: slice, pollutant: pollutant) }
}

extension Territory {
  /// The territory in words, for messages.
  fileprivate var inWords: String {
    switch self {
    case .nation: "the nation"
    case .province(let code): "province \(code)"
    case .municipality(let code): "municipality \(code)"
    case .area(let area): "area \(area)"
    case .ring(let area, let ring): "area \(area), ring \(ring.label)"
    }
  }
}
