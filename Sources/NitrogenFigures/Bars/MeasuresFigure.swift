// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
public import NitrogenCore
import NitrogenReports
public import NitrogenWords

/// What is to be gone at an area's targets, and what measures of each grade of evidence take away.
public enum MeasuresFigure {
  /// Draws the measures of an area; `nil` where there are none.
  ///
  /// - Parameters:
  ///   - area: the area.
  ///   - narrator: the words, and the result that holds the measures.
  /// - Returns: the figure; `nil` where no measure works on a series with a target ahead.
  public static func make(_ area: AreaCode, narrator: Narrator) -> Figure? {
    let result = narrator.result
    guard !result.measures.isEmpty else { return nil }
    let series = result.assessments.filter {
      $0.territory == .area(area) && $0.slice.part == nil && !$0.isShadow
    }
    let blocks = series.compactMap { one in
      MeasureContributions(one, in: result).map {
        MeasuresDrawing.Block(assessment: one, contributions: $0)
      }
    }
    guard !blocks.isEmpty else { return nil }
    return MeasuresDrawing(area: area, blocks: blocks, narrator: narrator).figure()
  }
}
