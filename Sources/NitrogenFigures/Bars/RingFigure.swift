// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
public import NitrogenCore
import NitrogenReports
public import NitrogenWords

/// The emission in the rings around an area by sector and part, as stacked bars.
public enum RingFigure {
  /// Draws the rings of an area in the latest definitive year.
  ///
  /// - Parameters:
  ///   - area: the area.
  ///   - pollutant: the compound.
  ///   - narrator: the words, and the result that holds the rings.
  /// - Returns: the figure; `nil` where the result has no ring of the area with a figure.
  public static func make(_ area: AreaCode, _ pollutant: Pollutant, narrator: Narrator) -> Figure? {
    guard let content = RingContent(area, pollutant, of: narrator.result) else { return nil }
    return RingDrawing(
      name: FigureName.sound("rings-\(pollutant.label)"), area: area, pollutant: pollutant,
      content: content, narrator: narrator
    ).figure()
  }
}
