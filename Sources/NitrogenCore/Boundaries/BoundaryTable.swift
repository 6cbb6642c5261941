// SPDX-License-Identifier: GPL-3.0-or-later

/// The name of a sector boundary, such as `er-default`.
public struct BoundaryID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The name.
  public let rawValue: String

  /// Makes a boundary name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Whether the left comes before the right in every listing.
  public static func < (left: BoundaryID, right: BoundaryID) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension BoundaryID: CustomStringConvertible {
  /// The text shown to people.
  public var description: String { rawValue }
}

/// Says which activities of an inventory belong to which policy sector.
///
/// The coalition agreement names sectors without saying what they hold, and the choice moves the
/// 2019 baseline by more than the width of a target band; so a boundary is data with a name, and
/// every figure carries the name of the boundary it was made with.
public struct BoundaryTable: Sendable {
  /// The name of the boundary.
  public let id: BoundaryID
  /// What it holds, in one line.
  public let title: String
  /// What is not sure about it; `nil` when nothing is.
  public let doubt: String?
  /// classification → `Sector` or `Sector/Subsector` → slice.
  public let map: [String: [String: SectorSlice]]
  private let slicesBySector: [String: [String: Set<SectorSlice>]]

  /// Makes a boundary table.
  ///
  /// - Parameters:
  ///   - id: the name of the boundary.
  ///   - title: what it holds, in one line.
  ///   - doubt: what is not sure about it.
  ///   - map: classification → `Sector` or `Sector/Subsector` → slice.
  public init(
    id: BoundaryID, title: String, doubt: String?, map: [String: [String: SectorSlice]]
  ) {
    self.id = id
    self.title = title
    self.doubt = doubt
    self.map = map
    self.slicesBySector = map.mapValues { entries in
      var slices: [String: Set<SectorSlice>] = [:]
      for (code, slice) in entries {
        let sector = code.prefix { $0 != "/" }
        slices[String(sector), default: []].insert(slice)
      }
      return slices
    }
  }

  /// What a boundary makes of an activity.
  public enum Resolution: Hashable, Sendable {
    /// The activity belongs to this slice.
    case slice(SectorSlice)
    /// The activity falls apart over these slices and the source does not split it.
    case split(Set<SectorSlice>)
    /// The table does not know the activity.
    case unknown
  }

  /// The slice an activity belongs to.
  ///
  /// `Sector/Subsector` is looked up as it stands, then as `Sector`. A bare `Sector` resolves only
  /// when every entry of the table for that sector goes to one slice.
  public func resolve(_ code: ActivityCode) -> Resolution {
    guard let entries = map[code.classification] else { return .unknown }
    if code.subsector != nil, let slice = entries[code.label] { return .slice(slice) }
    if code.subsector != nil {
      return entries[code.sector].map { .slice($0) } ?? .unknown
    }
    guard let slices = slicesBySector[code.classification]?[code.sector] else { return .unknown }
    if let only = slices.first, slices.count == 1 { return .slice(only) }
    return .split(slices)
  }

  /// The codes of a classification that go to a sector, parts included, in order.
  public func codes(of sector: Sector, in classification: String) -> [String] {
    (map[classification] ?? [:]).filter { $0.value.sector == sector }.keys.sorted()
  }

  /// Whether two boundaries hold the same activities under a sector, in every classification that
  /// both of them know.
  public func agrees(with other: BoundaryTable, on sector: Sector) -> Bool {
    let classifications = Set(map.keys).intersection(other.map.keys)
    return classifications.allSatisfy {
      codes(of: sector, in: $0) == other.codes(of: sector, in: $0)
    }
  }
}
