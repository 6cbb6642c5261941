// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// The outlines of a set of sites, sorted by national number.
public struct OutlineSet: Hashable, Sendable {
  /// The sites, rising.
  public let areas: [AreaCode]
  /// The outlines, in the order of ``areas``.
  public let outlines: [Outline]

  /// Makes a set; a number that occurs twice is an error.
  public init(_ pairs: some Sequence<(AreaCode, Outline)>) throws(GeographyError) {
    let sorted = pairs.sorted { $0.0 < $1.0 }
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.0 == right.0 {
      throw .duplicateArea(left.0.rawValue)
    }
    self.areas = sorted.map(\.0)
    self.outlines = sorted.map(\.1)
  }

  /// The outline of a site; `nil` when the set has none.
  public subscript(area: AreaCode) -> Outline? {
    areas.firstIndex(of: area).map { outlines[$0] }
  }
}
