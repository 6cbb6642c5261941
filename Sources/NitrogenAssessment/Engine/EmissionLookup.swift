// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The emissions of the zones of a dataset by place, sector and year: what part of an area a measure
/// of a ring, or of a part of a sector, works on.
struct EmissionLookup: Sendable {
  private struct Key: Hashable {
    let territory: Territory
    let slice: SectorSlice
    let pollutant: Pollutant
  }

  private var series: [Key: EmissionSeries] = [:]

  init() {}

  /// - Parameters:
  ///   - zones: the zones of a dataset.
  ///   - isNeeded: whether anything will be looked up.
  init(_ zones: DatasetZones, isNeeded: Bool) {
    guard isNeeded else { return }
    for one in zones.areas.flatMap(\.series) {
      series[Key(territory: one.territory, slice: one.slice, pollutant: one.pollutant)] = one
    }
  }

  /// The emission; `nil` where it is not known in full.
  func emission(
    _ territory: Territory, _ slice: SectorSlice, _ pollutant: Pollutant, _ year: Int
  ) -> EmissionRate? {
    series[Key(territory: territory, slice: slice, pollutant: pollutant)]?
      .point(in: year)?.completeEmission
  }
}
