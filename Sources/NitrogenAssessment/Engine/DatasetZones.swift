// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The zone figures of a dataset, per ring and summed to areas.
struct DatasetZones {
  let dataset: Dataset
  /// The areas that have figures, by number.
  let areas: [AreaZones]

  /// Some of the areas of a dataset.
  init(_ dataset: Dataset, areas: [AreaZones]) {
    self.dataset = dataset
    self.areas = areas
  }

  init(_ dataset: Dataset) {
    self.dataset = dataset
    var byArea: [AreaCode: [EmissionRecord]] = [:]
    var rings: Set<Ring> = []
    for record in dataset.records {
      guard case .ring(let area, let ring) = record.territory else { continue }
      byArea[area, default: []].append(record)
      rings.insert(ring)
    }
    let ordered = rings.sorted()
    self.areas = byArea.keys.sorted().map {
      AreaZones($0, rings: ordered, records: byArea[$0] ?? [])
    }
  }
}

/// The figures of one area: every ring, every slice, every pollutant that occurs, and the sums.
///
/// What one ring has, every ring must have: a ring of the dataset without a row for a sector that
/// other rings of the area have is unknown there, not zero.
struct AreaZones {
  let area: AreaCode
  let rings: [Ring]
  /// The boundary of the figures; the first where rows differ.
  let boundary: BoundaryID
  /// The series, per ring and for the area.
  let series: [EmissionSeries]

  private struct Cell: Hashable {
    let ring: Ring
    let slice: SectorSlice
    let pollutant: Pollutant
  }

  /// Adds up the figures of an area.
  ///
  /// - Parameters:
  ///   - area: the area.
  ///   - rings: the rings of the dataset, inside first.
  ///   - records: the figures of the area.
  init(_ area: AreaCode, rings: [Ring], records: [EmissionRecord]) {
    var cells: [Cell: [EmissionRecord]] = [:]
    var leaves: [Sector: [Pollutant: Set<SectorSlice>]] = [:]
    var boundary: BoundaryID?
    for record in records {
      guard case .ring(_, let ring) = record.territory,
        case .slice(let slice, let recordBoundary) = record.activity
      else { continue }
      boundary = boundary ?? recordBoundary
      cells[Cell(ring: ring, slice: slice, pollutant: record.pollutant), default: []].append(record)
      leaves[slice.sector, default: [:]][record.pollutant, default: []].insert(slice)
    }
    let bound = boundary ?? BoundaryID(rawValue: "")
    var series: [EmissionSeries] = []

    func points(_ ring: Ring, _ slice: SectorSlice, _ pollutant: Pollutant) -> [SeriesPoint] {
      let name = "\(area) \(ring.label) \(slice.label) \(pollutant.label)"
      let found = cells[Cell(ring: ring, slice: slice, pollutant: pollutant)] ?? []
      return SeriesBuilder.points(of: found, named: name)
    }
    func make(
      _ territory: Territory, _ slice: SectorSlice, _ pollutant: Pollutant, _ points: [SeriesPoint]
    ) {
      series.append(
        EmissionSeries(
          territory: territory, slice: slice, pollutant: pollutant, boundary: bound,
          points: points))
    }
    for (sector, byPollutant) in leaves {
      for (pollutant, slices) in byPollutant {
        let ordered = slices.sorted()
        let whole = SectorSlice(sector)
        let parts = ordered.filter { $0.part != nil }
        for part in parts {
          let perRing = rings.map { ($0, points($0, part, pollutant)) }
          for (ring, points) in perRing { make(.ring(area, ring), part, pollutant, points) }
          make(
            .area(area), part, pollutant,
            SeriesBuilder.total(
              of: perRing.map { ring, points in
                ("\(area) \(ring.label) \(part.label) \(pollutant.label)", points)
              }, mayShareSources: part.mayLieInSeveralRings))
        }
        let totals = rings.map { ring in
          (
            ring,
            SeriesBuilder.total(
              of: ordered.map { leaf in
                (
                  "\(area) \(ring.label) \(leaf.label) \(pollutant.label)",
                  points(ring, leaf, pollutant)
                )
              })
          )
        }
        for (ring, points) in totals { make(.ring(area, ring), whole, pollutant, points) }
        make(
          .area(area), whole, pollutant,
          SeriesBuilder.total(
            of: totals.map { ring, points in
              ("\(area) \(ring.label) \(whole.label) \(pollutant.label)", points)
            }, mayShareSources: parts.contains(where: \.mayLieInSeveralRings)))
      }
    }
    self.area = area
    self.rings = rings
    self.boundary = bound
    self.series = series
  }

  /// The sectors and pollutants that occur.
  func has(_ sector: Sector, _ pollutant: Pollutant) -> Bool {
    series.contains { $0.slice.sector == sector && $0.pollutant == pollutant }
  }
}

extension SectorSlice {
  /// Whether what a single farm has of it may lie in several rings, as its land may; houses and stores
  /// count where the building stands.
  var mayLieInSeveralRings: Bool { part == .field || part == .grazing }
}
