// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenWords

/// The pace so far beside the pace needed for each target still ahead.
public enum PaceFigure {
  /// Draws the pace of some series, a line each.
  public static func make(_ assessments: [Assessment], narrator: Narrator) -> Figure? { nil }
}
