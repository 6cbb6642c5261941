// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenGeography
public import NitrogenWords

/// An area with its rings: by its outline where there is one, else schematically in its province.
public enum AreaMap {
  /// Draws an area.
  ///
  /// - Parameters:
  ///   - area: the area.
  ///   - outlines: the outlines at hand; `nil` for none.
  ///   - narrator: the words, and the result that is mapped.
  /// - Returns: the figure; `nil` where not even a point of the area is known.
  public static func make(_ area: AreaCode, outlines: OutlineSet?, narrator: Narrator) -> Figure? {
    nil
  }
}
