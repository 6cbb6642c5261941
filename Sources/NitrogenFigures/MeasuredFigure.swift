// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore
public import NitrogenWords

/// Measured trends with their intervals beside the trend of modelled emissions.
public enum MeasuredFigure {
  /// Draws the stations of an area, or all where no area is asked for.
  public static func make(_ fits: NetworkFit, area: AreaCode?, narrator: Narrator) -> Figure? {
    nil
  }
}
