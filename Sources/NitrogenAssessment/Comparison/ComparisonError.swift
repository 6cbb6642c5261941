// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Why two sides cannot be compared.
public enum ComparisonError: Error, Hashable, Sendable {
  /// A series of one side has years of several releases.
  case mixedReleases(SeriesKey, side: String, releases: [Vintage])
  /// A side has a series twice.
  case givenTwice(SeriesKey, side: String)
  /// The sides draw a sector differently.
  case differentBoundaries(SeriesKey, old: BoundaryID, new: BoundaryID)
  /// No series has figures on both sides.
  case nothingInCommon
  /// Both sides are of one release and agree.
  case sameRelease(series: Int)
  /// Both sides name one release and have different figures.
  case differsUnderOneName(ReleaseComparison.Discrepancy)
}

extension ComparisonError: CustomStringConvertible {
  /// The text shown to people.
  public var description: String {
    switch self {
    case .mixedReleases(let key, let side, let releases):
      return "\(key.words) of the \(side) side has years of \(Self.quoted(releases)): levels of "
        + "two releases are never compared; give one release a side"
    case .givenTwice(let key, let side):
      return "\(key.words) stands twice on the \(side) side: give each territory in one dataset"
    case .differentBoundaries(let key, let old, let new):
      return "\(key.words) is drawn by boundary '\(old)' on the old side and by '\(new)' on the "
        + "new one: a change of boundary is no change of emission; compare figures of one boundary"
    case .nothingInCommon:
      return "no series has figures on both sides: expected the same territories, sectors and "
        + "pollutants in two releases"
    case .sameRelease(let series):
      return "both sides are of one release, and the figures of "
        + "\(series == 1 ? "the one series" : "all \(series) series") are the same: there is "
        + "nothing to compare"
    case .differsUnderOneName(let found):
      return "both sides name release '\(found.release)' and yet differ, first in "
        + "\(found.key.words), \(found.year): \(Self.words(found.old)) on the old side, "
        + "\(Self.words(found.new)) on the new one; give a release of other figures another name"
    }
  }

  private static func quoted(_ releases: [Vintage]) -> String {
    releases.map { "'\($0)'" }.joined(separator: " and ")
  }

  private static func words(_ emission: EmissionRate?) -> String {
    guard let emission else { return "nothing" }
    let kilograms = emission.kilogramsPerYear
    let isWhole = kilograms == kilograms.rounded() && abs(kilograms) < 1e15
    return "\(isWhole ? String(Int(kilograms)) : String(kilograms)) kg/yr"
  }
}
