// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What every part of the assessment looks things up in.
struct AssessmentContext: Sendable {
  let reference: ReferenceData
  let policy: Policy
  let options: AssessmentOptions
  /// The measures of the whole batch.
  let measures: MeasureSelection
  /// The datasets of the batch that hold plans.
  let planning: [Dataset]
  /// National figures by release and pollutant.
  private let national: [NationalKey: [InventoryRecord]]

  private struct NationalKey: Hashable {
    let vintage: Vintage
    let pollutant: Pollutant
  }

  /// Measures and plans are those of the whole batch.
  init(
    reference: ReferenceData, policy: Policy, options: AssessmentOptions, batch: [Dataset] = []
  ) {
    self.measures = MeasureSelection(batch, policy: policy, catalogue: reference.catalogue)
    self.planning = batch.filter { !$0.plan.isEmpty }
    self.reference = reference
    self.policy = policy
    self.options = options
    self.national = Dictionary(grouping: reference.inventory.records) {
      NationalKey(vintage: $0.record.vintage, pollutant: $0.record.pollutant)
    }
  }

  /// The boundary for the nation and for classified rows of datasets that name none.
  var defaultBoundary: BoundaryID? {
    options.boundary
      ?? policy.text("boundary.default").map { BoundaryID(rawValue: $0) }
  }

  /// The boundary to read a dataset's classified rows with.
  func boundary(for dataset: Dataset) -> BoundaryTable? {
    (options.boundary ?? dataset.boundary ?? defaultBoundary).flatMap { reference.boundaries[$0] }
  }

  /// The boundary whose national index rebuilds years of figures made with a boundary.
  func indexBoundary(for boundary: BoundaryID) -> BoundaryID {
    policy.text(.indexBoundary(boundary)).map { BoundaryID(rawValue: $0) } ?? boundary
  }

  /// The edge of a band that decides (A02).
  var edge: BandEdge { policy.text("reading.A02").flatMap { BandEdge(rawValue: $0) } ?? .lower }

  /// The shape of paths (A08).
  var shape: Trajectory.Shape {
    policy.text("reading.A08").flatMap { Trajectory.Shape(rawValue: $0) } ?? .piecewise
  }

  /// How many stated years a local verdict needs; `nil` where no pack says.
  var minimumStatedYears: Int? { policy.number("local.minimum-stated-years").map { Int($0) } }

  /// The national series of a sector in one release, under one boundary.
  ///
  /// - Returns: `nil` when the release has nothing that the boundary puts under the sector.
  func nationalSeries(
    vintage: Vintage, boundary: BoundaryID, sector: Sector, pollutant: Pollutant
  ) -> EmissionSeries? {
    guard let table = reference.boundaries[boundary] else { return nil }
    let records = national[NationalKey(vintage: vintage, pollutant: pollutant)] ?? []
    let sums = ActivitySums(records.map(\.record), table: table)
    guard let points = sums.points(of: SectorSlice(sector)), !points.isEmpty else { return nil }
    return EmissionSeries(
      territory: .nation, slice: SectorSlice(sector), pollutant: pollutant, boundary: boundary,
      points: points)
  }

  /// The worst grade among the national figures of a release.
  func grade(of vintage: Vintage, _ pollutant: Pollutant) -> SourceGrade {
    let records = national[NationalKey(vintage: vintage, pollutant: pollutant)] ?? []
    return records.contains { $0.grade == .secondHand } ? .secondHand : .official
  }
}

/// Classified figures of one territory and pollutant, added up to sectors by a boundary table.
struct ActivitySums {
  /// The slices that occur, sectors and parts.
  let slices: Set<SectorSlice>
  /// Codes that the table does not know.
  let unknown: Set<ActivityCode>
  private let records: [SectorSlice: [(component: String, record: EmissionRecord)]]
  private let unsplit: [Sector: Set<String>]
  private let tableID: BoundaryID

  init(_ records: [EmissionRecord], table: BoundaryTable) {
    var bySlice: [SectorSlice: [(component: String, record: EmissionRecord)]] = [:]
    var unsplit: [Sector: Set<String>] = [:]
    var unknown: Set<ActivityCode> = []
    func add(_ record: EmissionRecord, name: String, to slice: SectorSlice) {
      bySlice[SectorSlice(slice.sector), default: []].append((name, record))
      if slice.part != nil { bySlice[slice, default: []].append((name, record)) }
    }
    for record in records {
      switch record.activity {
      case .slice(let slice, _):
        add(record, name: slice.label, to: slice)
      case .code(let code):
        switch table.resolve(code) {
        case .slice(let slice): add(record, name: code.label, to: slice)
        case .split(let slices):
          for slice in slices { unsplit[slice.sector, default: []].insert(code.label) }
        case .unknown: unknown.insert(code)
        }
      }
    }
    self.records = bySlice
    self.unsplit = unsplit
    self.unknown = unknown
    self.tableID = table.id
    self.slices = Set(bySlice.keys).union(unsplit.keys.map { SectorSlice($0) })
  }

  /// The points of a slice; `nil` when nothing belongs to it.
  ///
  /// An activity that the table splits and the source does not is missing from each of the sectors
  /// it falls apart over, in every year.
  func points(of slice: SectorSlice) -> [SeriesPoint]? {
    guard let found = records[slice] else { return nil }
    let points = SeriesBuilder.sum(found)
    guard let codes = unsplit[slice.sector] else { return points }
    let names = codes.sorted().map { "\($0) (not split in the source, boundary \(tableID))" }
    return points.map { point in
      SeriesPoint(
        year: point.year, emission: point.emission, missing: point.missing + names,
        provenance: point.provenance, vintage: point.vintage, basis: point.basis,
        provisional: point.provisional, rows: point.rows, sources: point.sources,
        disclosure: point.disclosure)
    }
  }

  /// The activities that keep a slice from being told apart.
  func unsplitActivities(of slice: SectorSlice) -> [String] {
    (unsplit[slice.sector] ?? []).sorted()
  }
}
