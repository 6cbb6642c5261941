// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

/// Measures and datasets made up for tests.
enum MadeMeasures {
  static let houses = SectorSlice(.agriculture, .housing)
  static let farming = SectorSlice(.agriculture)

  static func day(_ text: String) throws -> CalendarDay {
    try #require(CalendarDay(text: text))
  }

  static func measure(
    _ id: String, _ scope: Territory = .nation, _ slice: SectorSlice = farming,
    from: String = "2027-01-01", to: String? = nil, effect: Double = 0.2, spread: Double? = 0.05,
    evidence: EvidenceGrade = .enforceableLaw, group: String? = nil, technique: String? = nil,
    line: Int = 2, file: String = "measures.csv"
  ) throws -> Measure {
    Measure(
      id: id, scope: scope, slice: slice, pollutant: .nh3, from: try day(from),
      to: try to.map(day), effect: Fraction(effect), spread: spread.map { Fraction($0) },
      evidence: evidence, overlapGroup: group, technique: technique,
      origin: RowReference(file: file, line: line))
  }

  static func dataset(
    _ measures: [Measure], plan: [PlanPoint] = [], name: String = "made"
  ) -> Dataset {
    Dataset(
      name: name, title: name, folder: name, grade: .made, boundary: nil, records: [], names: [:],
      files: [], measures: measures, plan: plan)
  }

  static func selection(_ measures: [Measure], _ more: [PolicyPack] = []) throws -> MeasureSelection
  {
    MeasureSelection(
      [dataset(measures)], policy: try RealData.requirePolicy(more),
      catalogue: try RealData.requireReference().catalogue)
  }

  static func ring(_ area: Int, _ label: String) throws -> Territory {
    .ring(AreaCode(rawValue: area), try #require(Ring(label: label)))
  }

  static func area(_ number: Int) -> Territory { .area(AreaCode(rawValue: number)) }

  /// F of a year: 1 - Σ over groups (1 - Π over portions q (1 - q (1 - Π (1 - weight / q · effect)))).
  static func factor(_ steps: [MeasureStep], _ year: Int) -> Double {
    var groups: [String: [String: (share: Double, left: Double)]] = [:]
    for step in steps {
      let group = step.group.map { "group \($0)" } ?? step.id
      let share = step.portion?.share ?? 1
      let portion = step.portion?.name ?? ""
      groups[group, default: [:]][portion, default: (share, 1)].left *=
        1 - step.weights[year] / share * step.effect
    }
    return 1
      - groups.values.reduce(0) { sum, portions in
        sum + 1 - portions.values.reduce(1) { $0 * (1 - $1.share * (1 - $1.left)) }
      }
  }
}
