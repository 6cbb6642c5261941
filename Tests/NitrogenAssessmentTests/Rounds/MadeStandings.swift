// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// Series made up for tests of comparisons and rounds.
enum MadeStandings {
  static let boundary = BoundaryID(rawValue: "rivm-dash")

  static func key(_ area: Int = 57, boundary: BoundaryID = boundary) -> SeriesKey {
    SeriesKey(
      territory: .ring(AreaCode(rawValue: area), .band(from: 0, to: 250)),
      slice: SectorSlice(.agriculture), pollutant: .nh3, boundary: boundary)
  }

  static func kilograms(_ value: Double) -> EmissionRate { EmissionRate(kilogramsPerYear: value) }

  /// A series whose baseline is 2019, from figures in kg/yr by year; `nil` is not known.
  static func series(
    _ key: SeriesKey = key(), release: String, _ figures: [(Int, Double?)],
    provisional: Set<Int> = []
  ) -> SeriesStanding {
    let base = figures.first { $0.0 == 2019 }?.1
    return SeriesStanding(
      key: key, name: "Veluwe", dataset: "made", isShadow: false,
      baseline: base.map {
        SeriesStanding.Base(year: 2019, emission: kilograms($0), isDerived: false)
      },
      years: figures.map { year, figure in
        SeriesStanding.Year(
          year: year, emission: figure.map { kilograms($0) }, release: Vintage(rawValue: release),
          isProvisional: provisional.contains(year))
      },
      targets: [
        SeriesStanding.Asked(year: 2030, band: Band(low: Fraction(0.23), high: Fraction(0.25)))
      ],
      stands: [])
  }

  /// A series with one verdict, on 2030.
  static func verdict(
    _ status: Status, key: SeriesKey = key(), isInherited: Bool = false, isShadow: Bool = false
  ) -> SeriesStanding {
    SeriesStanding(
      key: key, name: "Veluwe", dataset: "made", isShadow: isShadow, baseline: nil, years: [],
      targets: [],
      stands: [
        SeriesStanding.Stand(
          target: 2030, status: status, isInherited: isInherited,
          isFlagged: !isInherited && !isShadow && [.offTrack, .missed].contains(status))
      ])
  }
}
