// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What tells one series from another, across releases and monitoring rounds.
public struct SeriesKey: Hashable, Sendable {
  /// What the series is about.
  public let territory: Territory
  /// The sector or part.
  public let slice: SectorSlice
  /// The compound.
  public let pollutant: Pollutant
  /// The sector boundary.
  public let boundary: BoundaryID

  /// Makes a key.
  public init(
    territory: Territory, slice: SectorSlice, pollutant: Pollutant, boundary: BoundaryID
  ) {
    self.territory = territory
    self.slice = slice
    self.pollutant = pollutant
    self.boundary = boundary
  }

  /// `area 57, ring 0-250, agriculture NH3`, for messages.
  public var words: String {
    var pieces: [String] = []
    switch territory {
    case .nation: pieces.append("nation")
    case .province(let code), .municipality(let code): pieces.append("\(territory.kind) \(code)")
    case .area(let area): pieces.append("area \(area)")
    case .ring(let area, let ring): pieces += ["area \(area)", "ring \(ring.label)"]
    }
    pieces.append("\(slice.label) \(pollutant.label)")
    return pieces.joined(separator: ", ")
  }
}

extension SeriesKey: Comparable {
  /// Whether the left comes before the right in every listing.
  public static func < (left: SeriesKey, right: SeriesKey) -> Bool {
    if left.territory != right.territory { return left.territory < right.territory }
    if left.slice != right.slice { return left.slice < right.slice }
    if left.pollutant != right.pollutant { return left.pollutant < right.pollutant }
    return left.boundary < right.boundary
  }
}
