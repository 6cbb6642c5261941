// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Holds sums of zones against the figures they should agree with.
struct ClosureBuilder {
  let context: AssessmentContext

  private struct Cell: Hashable, Comparable {
    let slice: SectorSlice
    let pollutant: Pollutant
    let year: Int
    /// Levels of two releases are never added.
    let vintage: Vintage

    static func < (left: Cell, right: Cell) -> Bool {
      if left.slice != right.slice { return left.slice < right.slice }
      return (left.pollutant, left.year, left.vintage)
        < (right.pollutant, right.year, right.vintage)
    }
  }

  private struct Sum {
    var kilograms = 0.0
    var missing = 0
    var disclosure = Disclosure.published

    mutating func add(_ point: SeriesPoint) {
      disclosure = disclosure + point.disclosure
      kilograms += point.emission?.kilogramsPerYear ?? 0
      missing += point.missing.count
    }
  }

  /// The checks of one dataset, by kind, sector, pollutant and year.
  func checks(_ zones: DatasetZones) -> [ClosureCheck] {
    zones.areas.isEmpty ? [] : ringsToArea(zones) + zonesToProvince(zones)
  }

  // MARK: - Rings to area

  private func ringsToArea(_ zones: DatasetZones) -> [ClosureCheck] {
    var rings: [Cell: Sum] = [:]
    var areas: [Cell: Sum] = [:]
    for area in zones.areas {
      var inArea: [Cell: Sum] = [:]
      for series in area.series.sorted(by: { $0.territory < $1.territory }) {
        for point in series.points {
          let cell = Cell(
            slice: series.slice, pollutant: series.pollutant, year: point.year,
            vintage: point.vintage)
          if series.territory.ring == nil {
            areas[cell, default: Sum()].add(point)
          } else {
            inArea[cell, default: Sum()].add(point)
          }
        }
      }
      for (cell, sum) in inArea {
        rings[cell, default: Sum()].kilograms += sum.kilograms
        rings[cell, default: Sum()].missing += sum.missing
        rings[cell, default: Sum()].disclosure =
          (rings[cell]?.disclosure ?? .published) + sum.disclosure
      }
    }
    return rings.keys.sorted().map { cell in
      ClosureCheck(
        kind: .ringsToArea, territory: nil, dataset: zones.dataset.name, ring: nil,
        slice: cell.slice, pollutant: cell.pollutant, year: cell.year,
        sum: EmissionRate(kilogramsPerYear: rings[cell]?.kilograms ?? 0),
        reference: areas[cell].map { EmissionRate(kilogramsPerYear: $0.kilograms) },
        isUpperBound: false, isComplete: rings[cell]?.missing == 0,
        note: "rings of \(zones.areas.count) areas against the areas themselves",
        tellings: [Telling("ringsAgainstAreas", ["count": .count(zones.areas.count)])],
        disclosure: rings[cell]?.disclosure ?? .published)
    }
  }

  // MARK: - Zones to province

  /// The zones of the areas of a province against the provincial figures of the same edition.
  ///
  /// Only where the dataset is about one province and the figures are of the release that the
  /// provincial ones are of.
  private func zonesToProvince(_ zones: DatasetZones) -> [ClosureCheck] {
    let provinces = Set(
      zones.dataset.records.map(\.territory).filter { $0.kind == "province" })
    guard provinces.count == 1, let province = provinces.first,
      let name = zones.dataset.names[province]
    else { return [] }
    let figures = context.reference.inventory.provinceFigures.filter { $0.province == name }
    var sums: [Cell: Sum] = [:]
    var boundary: BoundaryID?
    for area in zones.areas {
      for series in area.series where series.territory.ring == nil {
        for point in series.points where point.vintage == figures.first?.vintage {
          boundary = series.boundary
          sums[
            Cell(
              slice: series.slice, pollutant: series.pollutant, year: point.year,
              vintage: point.vintage),
            default: Sum()
          ].add(point)
        }
      }
    }
    guard let boundary, let table = context.reference.boundaries[boundary] else { return [] }
    return sums.keys.sorted().map { cell in
      let reference = provincial(cell, figures, table)
      return ClosureCheck(
        kind: .zonesToProvince, territory: province, dataset: zones.dataset.name, ring: nil,
        slice: cell.slice, pollutant: cell.pollutant, year: cell.year,
        sum: EmissionRate(kilogramsPerYear: sums[cell]?.kilograms ?? 0),
        reference: reference.emission, isUpperBound: true,
        isComplete: sums[cell]?.missing == 0 && reference.missing.isEmpty,
        note: note(missing: sums[cell]?.missing ?? 0, absent: reference.missing),
        tellings: tellings(missing: sums[cell]?.missing ?? 0, absent: reference.missing),
        disclosure: sums[cell]?.disclosure ?? .published)
    }
  }

  private func provincial(
    _ cell: Cell, _ figures: [ProvinceFigure], _ table: BoundaryTable
  ) -> (emission: EmissionRate?, missing: [String]) {
    guard let classification = figures.first?.activity.classification else { return (nil, []) }
    let wanted = table.codes(of: cell.slice.sector, in: classification).filter { code in
      cell.slice.part == nil || table.map[classification]?[code] == cell.slice
    }
    guard !wanted.isEmpty else { return (nil, []) }
    var total = 0.0
    var known = false
    var missing: [String] = []
    for code in wanted {
      let found = figures.filter {
        $0.activity.label == code && $0.pollutant == cell.pollutant && $0.year == cell.year
      }
      if let emission = found.first?.emission {
        total += emission.kilogramsPerYear
        known = true
      } else {
        missing.append(code)
      }
    }
    return (known ? EmissionRate(kilogramsPerYear: total) : nil, missing)
  }

  private func note(missing: Int, absent: [String]) -> String {
    var pieces = ["upper bound: a source near two areas counts twice"]
    if missing > 0 { pieces.append("\(missing) cells of the zones unknown") }
    if !absent.isEmpty {
      pieces.append("the provincial figure lacks \(Figures.list(absent, most: 4))")
    }
    return pieces.joined(separator: "; ")
  }

  private func tellings(missing: Int, absent: [String]) -> [Telling] {
    var pieces = [Telling("upperBound")]
    if missing > 0 { pieces.append(Telling("unknownZoneCells", ["count": .count(missing)])) }
    if !absent.isEmpty { pieces.append(Telling("provincialLacks", ["cells": .cells(absent)])) }
    return pieces
  }

  // MARK: - Zones to nation

  /// The zones of all areas against the national figures that count each source once; only when
  /// the run holds as many areas as those cover, each in one dataset.
  func zonesToNation(_ batch: [Dataset]) -> [ClosureCheck] {
    let areas = batch.flatMap { Set($0.records.compactMap(\.territory.area)) }
    let figures = context.reference.inventory.zones
    guard let covered = figures.first?.areas, Set(areas).count == areas.count,
      areas.count == covered
    else { return [] }
    let datasets = batch.map(DatasetZones.init)
    return figures.compactMap { figure in
      var sum = Sum()
      var found = false
      for zones in datasets {
        for area in zones.areas {
          for series in area.series
          where series.territory.ring == figure.ring && series.slice == figure.slice
            && series.pollutant == figure.pollutant
          {
            if let point = series.point(in: figure.year), point.vintage == figure.vintage {
              sum.add(point)
              found = true
            }
          }
        }
      }
      guard found else { return nil }
      return ClosureCheck(
        kind: .zonesToNation, territory: .nation, dataset: nil, ring: figure.ring,
        slice: figure.slice, pollutant: figure.pollutant, year: figure.year,
        sum: EmissionRate(kilogramsPerYear: sum.kilograms), reference: figure.emission,
        isUpperBound: true, isComplete: sum.missing == 0,
        note: note(missing: sum.missing, absent: []),
        tellings: tellings(missing: sum.missing, absent: []),
        disclosure: sum.disclosure)
    }.sorted { left, right in
      if left.slice != right.slice { return left.slice < right.slice }
      if left.pollutant != right.pollutant { return left.pollutant < right.pollutant }
      return (left.ring ?? .inside) < (right.ring ?? .inside)
    }
  }
}
