// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenGeography
public import NitrogenWords

/// All areas of the country by status, over the provinces.
public enum NationalMap {
  /// Draws the country.
  ///
  /// - Parameters:
  ///   - outlines: the outlines at hand; `nil` for none.
  ///   - narrator: the words, and the result that is mapped.
  ///   - page: the page of an area, to link to; `nil` for none.
  /// - Returns: the figure.
  public static func make(
    outlines: OutlineSet?, narrator: Narrator, page: (AreaCode) -> String?
  ) -> Figure? { nil }
}
