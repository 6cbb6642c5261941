// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenWords

/// Where one series stands and is heading: the corridor asked for, ceilings, history by provenance, the fan
/// of the years ahead, the latest definitive year and the targets.
public enum CorridorFigure {
  /// Draws a series.
  ///
  /// - Parameters:
  ///   - assessment: the series.
  ///   - narrator: the words, and the result it is part of.
  /// - Returns: the figure; `nil` where no target applies or no year is known.
  public static func make(_ assessment: Assessment, narrator: Narrator) -> Figure? { nil }

  /// Draws several series small, side by side on the same scale.
  ///
  /// - Parameters:
  ///   - name: the name of the figure.
  ///   - title: its title.
  ///   - assessments: the series.
  ///   - narrator: the words, and the result they are part of.
  /// - Returns: the figure; `nil` where nothing can be drawn.
  public static func multiples(
    name: String, title: String, _ assessments: [Assessment], narrator: Narrator
  ) -> Figure? { nil }
}
