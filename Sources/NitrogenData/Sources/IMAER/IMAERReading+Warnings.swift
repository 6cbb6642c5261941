// SPDX-License-Identifier: GPL-3.0-or-later

/// Warnings that many sources can give: the first few are said with their place, the others counted.
struct IMAERWarnings {
  /// What a warning is about.
  enum Kind: Int, CaseIterable {
    /// Stated emission and number times factor differ.
    case differs
    /// A stated 0 for animals whose factor is not in the file.
    case zero
    /// No emission in the file.
    case unknown
  }

  /// How many of a kind are said one by one.
  static let listed = 10

  private(set) var counts = [0, 0, 0]

  /// Counts a warning; whether it is one of the first.
  mutating func count(_ kind: Kind) -> Bool {
    counts[kind.rawValue] += 1
    return counts[kind.rawValue] <= Self.listed
  }
}

extension IMAERReading {
  /// Says how many warnings were only counted.
  mutating func finishWarnings() {
    for kind in IMAERWarnings.Kind.allCases {
      let more = warnings.counts[kind.rawValue] - IMAERWarnings.listed
      guard more > 0 else { continue }
      let words =
        switch kind {
        case .differs: "stated emissions differ from number times factor"
        case .zero: "sources state 0 kg for animals whose factor is not in the file"
        case .unknown: "emissions stay unknown"
        }
      log.warning(Place(file: file), "\(more) more \(words)")
    }
  }
}
