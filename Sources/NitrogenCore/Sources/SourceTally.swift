// SPDX-License-Identifier: GPL-3.0-or-later

/// How many rows of sources, and what they emit.
public struct SourceTally: Hashable, Sendable {
  /// How many rows.
  public var rows = 0
  /// Their emission, as far as the file gives it.
  public var sum = ExactSum()
  /// How many of them have no emission in the file.
  public var unknown = 0

  /// Makes an empty tally.
  public init() {}

  /// Adds a row; `emission` in kg/yr, `nil` where the file leaves it open.
  public mutating func add(_ emission: Double?) {
    rows += 1
    if let emission { sum += ExactSum(emission) } else { unknown += 1 }
  }

  /// Adds another tally.
  public static func += (left: inout SourceTally, right: SourceTally) {
    left.rows += right.rows
    left.sum += right.sum
    left.unknown += right.unknown
  }
}

/// Why rows of a file are not among the sources.
public enum SourceDrop: Hashable, Sendable {
  /// No boundary and no list places the sector.
  case unknownSector(String)
  /// The substance is neither NH3 nor NOx.
  case otherSubstance(String)
  /// The row has no place, such as a total of a region.
  case noPlace(String)
  /// The region is kept apart from the land, such as the continental shelf.
  case keptApart(String)
  /// A reason of one kind of file, in words.
  case other(String)

  /// The reason in words.
  public var description: String {
    switch self {
    case .unknownSector(let name): "unknown sector '\(name)'"
    case .otherSubstance(let name): "substance '\(name)' is neither NH3 nor NOx"
    case .noPlace(let name): "no place: \(name)"
    case .keptApart(let name): "kept apart: \(name)"
    case .other(let reason): reason
    }
  }
}
