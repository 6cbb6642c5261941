// SPDX-License-Identifier: GPL-3.0-or-later

/// An emitting group (*sector, doelgroep*) as policy names it.
///
/// Which activities a sector holds is not said here: a ``BoundaryTable`` does.
public enum Sector: String, CaseIterable, Hashable, Sendable {
  /// Farming, with its parts.
  case agriculture
  /// Manufacturing; whether energy, refineries and waste belong to it is up to the boundary.
  case industry
  /// Traffic and transport.
  case mobility
  /// Everything else, so that totals close.
  case other

  /// The place of the sector in every listing.
  var order: Int {
    switch self {
    case .agriculture: 0
    case .industry: 1
    case .mobility: 2
    case .other: 3
    }
  }
}

extension Sector: Comparable {
  /// Whether the left comes before the right in every listing.
  public static func < (left: Sector, right: Sector) -> Bool { left.order < right.order }
}

/// A part of agriculture: where in the chain the emission arises.
public enum SectorPart: String, CaseIterable, Hashable, Sendable {
  /// Animal houses, with manure storage where the source does not split it off (*stal*).
  case housing
  /// Manure stores outside the house (*opslag*).
  case storage
  /// Grazing animals (*beweiding*).
  case grazing
  /// Manure application, fertiliser and other field emissions (*veld*).
  case field
}

extension SectorPart: Comparable {
  /// Whether the left comes before the right in every listing.
  public static func < (left: SectorPart, right: SectorPart) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A sector or one of its parts.
public struct SectorSlice: Hashable, Comparable, Sendable {
  /// The sector.
  public let sector: Sector
  /// The part, or `nil` for the sector as a whole.
  public let part: SectorPart?

  /// Makes a slice of a sector; without a part it is the whole sector.
  public init(_ sector: Sector, _ part: SectorPart? = nil) {
    self.sector = sector
    self.part = part
  }

  /// `agriculture` or `agriculture.housing`.
  public var label: String {
    if let part { "\(sector.rawValue).\(part.rawValue)" } else { sector.rawValue }
  }

  /// Whether the left comes before the right in every listing.
  public static func < (left: SectorSlice, right: SectorSlice) -> Bool {
    if left.sector != right.sector { return left.sector < right.sector }
    return (left.part?.rawValue ?? "") < (right.part?.rawValue ?? "")
  }
}

extension SectorSlice {
  /// Reads `agriculture` or `agriculture.housing`; `nil` when it is neither.
  public init?(label: some StringProtocol) {
    let pieces = label.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = pieces.first, let sector = Sector(rawValue: String(first)), pieces.count <= 2
    else { return nil }
    if pieces.count == 2 {
      guard let part = SectorPart(rawValue: String(pieces[1])) else { return nil }
      self.init(sector, part)
    } else {
      self.init(sector)
    }
  }
}
