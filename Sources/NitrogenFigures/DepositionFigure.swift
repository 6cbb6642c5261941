// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenWords

/// Deposition by year beside the critical loads of the nature it falls on.
public enum DepositionFigure {
  /// Draws an area; `nil` where nothing is published about it.
  public static func make(_ area: AreaCode, narrator: Narrator) -> Figure? { nil }
}
