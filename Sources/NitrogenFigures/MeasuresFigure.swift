// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenWords

/// What is to be gone at an area's targets, and what measures of each grade of evidence take away.
public enum MeasuresFigure {
  /// Draws the measures of an area; `nil` where there are none.
  public static func make(_ area: AreaCode, narrator: Narrator) -> Figure? { nil }
}
