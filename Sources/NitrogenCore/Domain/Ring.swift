// SPDX-License-Identifier: GPL-3.0-or-later

/// A distance class around an area: inside it, or a band outside between two distances in metres.
///
/// The inner bound belongs to the next ring inwards: a source at exactly 250 m is in `0-250`.
public enum Ring: Hashable, Sendable {
  /// Inside the site.
  case inside
  /// Outside the site, farther than `from` (m) and at most `to` (m) from its edge.
  case band(from: Int, to: Int)

  /// The label in files: `inside`, `0-250`, `250-500`.
  public var label: String {
    switch self {
    case .inside: "inside"
    case .band(let from, let to): "\(from)-\(to)"
    }
  }

  /// Reads a label; `nil` when it is not one or the outer bound is not beyond the inner.
  public init?(label: some StringProtocol) {
    if label == "inside" {
      self = .inside
      return
    }
    let pieces = label.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.count == 2, let from = Int(pieces[0]), let to = Int(pieces[1]), from >= 0,
      to > from, "\(from)-\(to)" == label
    else { return nil }
    self = .band(from: from, to: to)
  }

  /// The outer bound in metres, 0 for the inside.
  public var outerBound: Int {
    switch self {
    case .inside: 0
    case .band(_, let to): to
    }
  }
}

extension Ring {
  /// Whether some distance lies in both rings.
  public func overlaps(_ other: Ring) -> Bool {
    switch (self, other) {
    case (.inside, .inside): true
    case (.inside, .band), (.band, .inside): false
    case (.band(let from, let to), .band(let otherFrom, let otherTo)):
      from < otherTo && otherFrom < to
    }
  }

  /// The rings that a list of outer bounds in metres makes: inside, then from bound to bound.
  public static func rings(outerBounds: [Int]) -> [Ring] {
    let bounds = [0] + outerBounds.sorted()
    return [.inside] + zip(bounds, bounds.dropFirst()).map { .band(from: $0, to: $1) }
  }
}

extension Ring: Comparable {
  /// Whether the left comes before the right in every listing.
  public static func < (left: Ring, right: Ring) -> Bool {
    switch (left, right) {
    case (.inside, .inside): false
    case (.inside, .band): true
    case (.band, .inside): false
    case (.band(let from, let to), .band(let otherFrom, let otherTo)):
      (from, to) < (otherFrom, otherTo)
    }
  }
}
