// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// How many sources of each kind lie where, and what they emit together.
struct MadePlan {
  /// Sources of a sector and pollutant in one ring of an area, or anywhere.
  struct Lot {
    /// The area and ring; `nil` for anywhere in the country.
    let zone: (area: AreaCode, ring: Ring)?
    let slice: SectorSlice
    let pollutant: Pollutant
    let kilograms: Double
    var count = 0
  }

  private(set) var lots: [Lot] = []
  private let slicesWithFigures: Set<SectorSlice>

  /// Plans for published zone figures and the national totals of their boundary.
  ///
  /// - Parameters:
  ///   - figures: emissions of rings, of one year and release.
  ///   - inventory: national series; the largest total of a pollutant is taken for the country.
  ///   - boundaries: tells the sectors of the national series.
  ///   - sources: how many in all, divided by emission, at least one a lot.
  init(
    figures: [EmissionRecord], inventory: NationalInventory,
    boundaries: [BoundaryID: BoundaryTable], sources: Int
  ) {
    slicesWithFigures = Set(
      figures.compactMap { figure in
        if case .slice(let slice, _) = figure.activity { slice } else { nil }
      })
    var zoned: [Pollutant: Double] = [:]
    for figure in figures {
      guard case .slice(let slice, _) = figure.activity, let emission = figure.emission,
        case .ring(let area, let ring) = figure.territory, emission > .zero
      else { continue }
      zoned[figure.pollutant, default: 0] += emission.kilogramsPerYear
      lots.append(
        Lot(
          zone: (area, ring), slice: slice, pollutant: figure.pollutant,
          kilograms: emission.kilogramsPerYear))
    }
    for pollutant in Pollutant.allCases {
      let records = inventory.records.map(\.record).filter { $0.pollutant == pollutant }
      let totals = Dictionary(grouping: records) { [$0.vintage.rawValue, "\($0.year)"] }
        .mapValues { $0.reduce(0) { $0 + ($1.emission?.kilogramsPerYear ?? 0) } }
      let rest = (totals.values.max() ?? 0) - zoned[pollutant, default: 0]
      let slices: [(SectorSlice, Double)] =
        pollutant == .nh3
        ? [
          (SectorSlice(.agriculture, .housing), 0.5), (SectorSlice(.agriculture, .field), 0.4),
          (SectorSlice(.industry), 0.02), (SectorSlice(.other), 0.08),
        ]
        : [
          (SectorSlice(.mobility), 0.6), (SectorSlice(.industry), 0.2),
          (SectorSlice(.other), 0.2),
        ]
      for (slice, share) in slices where rest > 0 {
        lots.append(
          Lot(zone: nil, slice: slice, pollutant: pollutant, kilograms: rest * share))
      }
    }
    let all = lots.reduce(0) { $0 + $1.kilograms }
    var left = sources
    for number in lots.indices {
      let count = max(1, Int(Double(sources) * lots[number].kilograms / all))
      lots[number].count = count
      left -= count
    }
    if left > 0, let last = lots.indices.max(by: { lots[$0].count < lots[$1].count }) {
      lots[last].count += left
    }
  }

  /// Whether rings have figures of a sector or part.
  func hasFigures(_ slice: SectorSlice) -> Bool { slicesWithFigures.contains(slice) }
}
