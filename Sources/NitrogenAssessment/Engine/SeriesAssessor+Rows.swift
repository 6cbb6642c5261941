// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension SeriesAssessor {
  // MARK: - Nation

  /// The national rows: every sector and pollutant under the default boundary, and sectors that
  /// other boundaries draw differently beside them.
  mutating func nationalRows() -> [Assessment] {
    var rows: [Assessment] = []
    guard let boundary = context.defaultBoundary else {
      note(
        unresolved: "boundary.default", neededFor: "the national rows", Telling("nationalRows"))
      return []
    }
    let shown =
      context.options.boundary == nil
      ? (context.policy.list("boundary.also-shown") ?? []).map { BoundaryID(rawValue: $0) } : []
    for pollutant in Pollutant.allCases {
      let key = PolicyKey.nationVintage(pollutant)
      guard let name = context.policy.text(key) else {
        note(
          unresolved: key, neededFor: "the national rows of \(pollutant.label)",
          Telling("nationalRowsOf", ["pollutant": .pollutant(pollutant)]))
        continue
      }
      let vintage = Vintage(rawValue: name)
      for sector in Sector.allCases {
        rows.append(
          nationalRow(
            sector, pollutant, boundary: boundary, vintage: vintage, isVariant: false,
            keys: ["boundary.default", key]))
        for other in shown where differs(other, from: boundary, on: sector) {
          let row = nationalAssessment(
            sector, pollutant, boundary: other, vintage: vintage, isVariant: true,
            keys: ["boundary.also-shown", key])
          if let row, !row.targets.isEmpty { rows.append(row) }
        }
      }
    }
    return rows
  }

  private func differs(_ other: BoundaryID, from boundary: BoundaryID, on sector: Sector) -> Bool {
    guard let table = context.reference.boundaries[boundary],
      let variant = context.reference.boundaries[other]
    else { return false }
    return !table.agrees(with: variant, on: sector)
  }

  private mutating func nationalRow(
    _ sector: Sector, _ pollutant: Pollutant, boundary: BoundaryID, vintage: Vintage,
    isVariant: Bool, keys: [PolicyKey]
  ) -> Assessment {
    if let row = nationalAssessment(
      sector, pollutant, boundary: boundary, vintage: vintage, isVariant: isVariant, keys: keys)
    {
      return row
    }
    let empty = EmissionSeries(
      territory: .nation, slice: SectorSlice(sector), pollutant: pollutant, boundary: boundary,
      points: [])
    let whyEmpty = Reason(
      "boundaryNotResolvable",
      "\(vintage) does not tell \(sector.rawValue) \(pollutant.label) apart under boundary "
        + "\(boundary)",
      [
        "vintage": .name(vintage.rawValue), "sector": .slice(SectorSlice(sector)),
        "pollutant": .pollutant(pollutant), "boundary": .name(boundary.rawValue),
      ])
    return assess(
      Subject(
        series: empty, dataset: nil, grade: context.grade(of: vintage, pollutant),
        whyEmpty: whyEmpty, keys: keys))
  }

  // MARK: - Provinces and municipalities

  /// The rows of a dataset about provinces, municipalities or the nation.
  mutating func territoryRows(of dataset: Dataset) -> [Assessment] {
    guard let table = context.boundary(for: dataset) else { return [] }
    var groups: [Territory: [Pollutant: [EmissionRecord]]] = [:]
    for record in dataset.records where record.territory.area == nil {
      groups[record.territory, default: [:]][record.pollutant, default: []].append(record)
    }
    var rows: [Assessment] = []
    for territory in groups.keys.sorted() {
      for pollutant in Pollutant.allCases {
        let records = groups[territory]?[pollutant] ?? []
        let sums = ActivitySums(records, table: table)
        let boundary = self.boundary(of: records) ?? table.id
        var slices = sums.slices
        for sector in expectedSectors(pollutant) { slices.insert(SectorSlice(sector)) }
        for slice in slices.sorted() {
          let points = sums.points(of: slice) ?? []
          let series = EmissionSeries(
            territory: territory, slice: slice, pollutant: pollutant, boundary: boundary,
            points: points)
          rows.append(
            assess(
              Subject(
                series: series, dataset: dataset.name, grade: dataset.grade,
                keys: dataset.boundary == nil ? ["boundary.default"] : [])))
        }
      }
    }
    return rows
  }

  /// The boundary that unclassified records name themselves.
  private func boundary(of records: [EmissionRecord]) -> BoundaryID? {
    for record in records {
      if case .slice(_, let boundary) = record.activity { return boundary }
    }
    return nil
  }

  /// The sectors that must be shown for a pollutant since a target with a value exists for them.
  private func expectedSectors(_ pollutant: Pollutant) -> [Sector] {
    Sector.allCases.filter { sector in
      context.policy.targetYears(prefix: "target", sector, pollutant).contains {
        context.policy.band(.target(sector, pollutant, $0)) != nil
      }
    }
  }

  // MARK: - Zones

  /// The rows of a dataset about areas and the rings around them.
  mutating func zoneRows(of zones: DatasetZones) -> [Assessment] {
    let dataset = zones.dataset
    var rows: [Assessment] = []
    for area in zones.areas {
      var series = area.series
      for pollutant in Pollutant.allCases {
        for sector in expectedSectors(pollutant) where !area.has(sector, pollutant) {
          let territories = [Territory.area(area.area)] + area.rings.map { .ring(area.area, $0) }
          series += territories.map {
            EmissionSeries(
              territory: $0, slice: SectorSlice(sector), pollutant: pollutant,
              boundary: area.boundary, points: [])
          }
        }
      }
      for one in series {
        rows.append(
          assess(Subject(series: one, dataset: dataset.name, grade: dataset.grade)))
      }
    }
    return rows
  }
}
