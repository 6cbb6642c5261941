// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// The emission in the rings around an area in one year, by sector and part.
struct RingContent {
  /// What is known of a sector or part in a ring.
  enum State: Hashable {
    case known(EmissionRate, isDerived: Bool)
    case unknown
    case withheld
  }

  /// A sector or part in a ring.
  struct Cell {
    let slice: SectorSlice
    let state: State

    /// The emission, where it is known.
    var emission: EmissionRate? {
      if case .known(let emission, _) = state { emission } else { nil }
    }
  }

  /// A ring with what is emitted in it.
  struct Row {
    let ring: Ring
    let cells: [Cell]

    /// The sum of what is known.
    var known: EmissionRate { cells.compactMap(\.emission).reduce(.zero, +) }
    /// Whether something in it is not known or not shown.
    var isOpen: Bool { cells.contains { $0.emission == nil } }
    /// Whether nothing in it is known.
    var isUnknown: Bool { cells.allSatisfy { $0.emission == nil } }
    /// Whether something in it is known and not shown.
    var isWithheld: Bool { cells.contains { $0.state == .withheld } }
  }

  let year: Int
  let slices: [SectorSlice]
  let rows: [Row]
  let vintage: Vintage?

  /// What is known of the rings of an area; `nil` where the result has no ring with a figure.
  ///
  /// The year is the latest definitive one that a source states; where none does, the latest there is.
  init?(_ area: AreaCode, _ pollutant: Pollutant, of result: AssessmentResult) {
    // By index, so that nothing is copied of what is passed over.
    let every = result.assessments
    let all = every.indices.filter { index in
      guard every[index].pollutant == pollutant, case .ring(area, _) = every[index].territory else {
        return false
      }
      return true
    }.map { every[$0] }
    guard let dataset = all.first(where: { !$0.series.isEmpty })?.dataset else { return nil }
    struct Key: Hashable {
      let ring: Ring
      let slice: SectorSlice
    }
    var found: [Key: Assessment] = [:]
    for one in all where one.dataset == dataset {
      guard let ring = one.territory.ring else { continue }
      let key = Key(ring: ring, slice: one.slice)
      if let known = found[key], !known.isShadow || one.isShadow { continue }
      found[key] = one
    }
    let limit = result.options.asOf ?? Int.max
    func definitive(_ isStated: Bool) -> [SeriesPoint] {
      found.values.flatMap(\.series).map(\.point).filter {
        !$0.provisional && $0.year <= limit && $0.emission != nil
          && (!isStated || $0.basis == .stated)
      }
    }
    guard
      let year = definitive(true).map(\.year).max() ?? definitive(false).map(\.year).max()
    else { return nil }
    // A sector that has parts is shown by them.
    let divided = Set(found.keys.filter { $0.slice.part != nil }.map(\.slice.sector))
    let slices = Set(found.keys.map(\.slice)).filter {
      ($0.part != nil) == divided.contains($0.sector)
    }.sorted(by: Self.comesBefore)
    self.year = year
    self.slices = slices
    rows = Set(found.keys.map(\.ring)).sorted().map { ring in
      Row(
        ring: ring,
        cells: slices.map { slice in
          let point = found[Key(ring: ring, slice: slice)]?.series.first { $0.point.year == year }
          return Cell(slice: slice, state: Self.state(point?.point))
        })
    }
    vintage = found.values.flatMap(\.series).map(\.point).filter { $0.year == year }
      .map(\.vintage).min()
    guard rows.contains(where: { $0.known > .zero || !$0.isUnknown }) else { return nil }
  }

  /// Sectors in their order, parts from the animal house to the field.
  private static func comesBefore(_ left: SectorSlice, _ right: SectorSlice) -> Bool {
    guard left.sector == right.sector else { return left < right }
    func place(_ slice: SectorSlice) -> Int {
      slice.part.flatMap { SectorPart.allCases.firstIndex(of: $0) } ?? -1
    }
    return place(left) < place(right)
  }

  private static func state(_ point: SeriesPoint?) -> State {
    guard let point else { return .unknown }
    if point.isWithheld { return .withheld }
    if let emission = point.completeEmission {
      return .known(emission, isDerived: CorridorContent.isDerived(point))
    }
    return .unknown
  }

  /// The sum of what is known in all rings.
  var total: EmissionRate { rows.map(\.known).reduce(.zero, +) }
  /// Whether something is not known or not shown.
  var isOpen: Bool { rows.contains(where: \.isOpen) }
}
