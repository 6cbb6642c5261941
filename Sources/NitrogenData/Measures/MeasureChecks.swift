// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Checks of measures, plans and correlations what no row shows by itself.
struct MeasureChecks {
  private struct PlanKey: Hashable {
    let territory: Territory
    let slice: SectorSlice
    let pollutant: Pollutant

    init(_ point: PlanPoint) {
      territory = point.territory
      slice = point.slice
      pollutant = point.pollutant
    }
  }

  private struct PairKey: Hashable {
    let sector: Sector
    let pollutant: Pollutant
    let lower: AreaCode
    let upper: AreaCode
  }

  private struct Step {
    let point: PlanPoint
    let place: Place
  }

  private var measures: [String: RowReference] = [:]
  private var plans: [PlanKey: [Int: Step]] = [:]
  private var pairs: [PairKey: ZoneCorrelation] = [:]

  /// Takes in a measure; `false`, with the reason in the log, when its name was there before.
  mutating func isNew(_ measure: Measure, at place: Place?, _ log: inout DiagnosticLog) -> Bool {
    guard let first = measures[measure.id] else {
      measures[measure.id] = measure.origin
      return true
    }
    log.error(
      place ?? Place(file: measure.origin.file, line: measure.origin.line),
      "measure '\(measure.id)' stands twice; give each measure a name of its own",
      notes: ["the first is \(Self.words(first, from: measure.origin))"])
    return false
  }

  /// Takes in a point of a plan; `false`, with the reason in the log, when its year was there before.
  mutating func isNew(_ point: PlanPoint, at place: Place?, _ log: inout DiagnosticLog) -> Bool {
    let place = place ?? Place(file: point.origin.file, line: point.origin.line)
    let key = PlanKey(point)
    guard let first = plans[key]?[point.year] else {
      plans[key, default: [:]][point.year] = Step(point: point, place: place)
      return true
    }
    log.error(
      Place(file: point.origin.file, line: point.origin.line),
      "the plan has year \(point.year) twice (\(Self.words(point))); take one out",
      notes: ["the first is \(Self.words(first.point.origin, from: point.origin))"])
    return false
  }

  /// Takes in a correlation; `false` when its pair was there before, which is an error where the
  /// values differ.
  mutating func isNew(
    _ pair: ZoneCorrelation, at place: Place?, _ log: inout DiagnosticLog
  ) -> Bool {
    let key = PairKey(
      sector: pair.sector, pollutant: pair.pollutant, lower: min(pair.first, pair.second),
      upper: max(pair.first, pair.second))
    guard let first = pairs[key] else {
      pairs[key] = pair
      return true
    }
    if first.value != pair.value {
      log.error(
        place ?? Place(file: pair.origin.file, line: pair.origin.line),
        "the areas \(key.lower) and \(key.upper) have correlation \(pair.value) here and "
          + "\(first.value) elsewhere (\(pair.sector.rawValue), \(pair.pollutant.label)); keep one",
        notes: ["the other is \(Self.words(first.origin, from: pair.origin))"])
    }
    return false
  }

  /// Reports what only whole tables show: a plan that takes back what it planned.
  func finish(log: inout DiagnosticLog) {
    let plans = plans.values.map { steps in
      steps.values.sorted { $0.point.year < $1.point.year }
    }
    for ordered in plans.sorted(by: { $0[0].point.origin < $1[0].point.origin }) {
      for (before, after) in zip(ordered, ordered.dropFirst())
      where after.point.rate < before.point.rate {
        log.warning(
          after.place,
          "the plan falls back from \(before.point.rate.value) in \(before.point.year) to "
            + "\(after.point.rate.value) in \(after.point.year) (\(Self.words(after.point))); check "
            + "the years and rates",
          notes: [
            "the year before is \(Self.words(before.point.origin, from: after.point.origin))"
          ])
      }
    }
  }

  private static func words(_ point: PlanPoint) -> String {
    "\(point.territory.words), \(point.slice.label), \(point.pollutant.label)"
  }

  /// `on line 3`, or `at plan.csv:3` when it is another file.
  private static func words(_ row: RowReference, from other: RowReference) -> String {
    row.file == other.file ? "on line \(row.line)" : "at \(row)"
  }
}
