// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
public import NitrogenCore
import NitrogenReports
public import NitrogenWords

/// Deposition by year beside the critical loads of the nature it falls on.
public enum DepositionFigure {
  /// Draws an area; `nil` where nothing is published about it.
  ///
  /// - Parameters:
  ///   - area: the area.
  ///   - narrator: the words, and the result whose reference data hold what is published.
  /// - Returns: the figure; `nil` where nothing is published about the area.
  public static func make(_ area: AreaCode, narrator: Narrator) -> Figure? {
    let context = narrator.result.reference.context
    let deposition = context.deposition[area] ?? []
    let loads = (context.criticalLoads[area] ?? []).filter { $0.surface > 0 }
    guard !deposition.isEmpty || !loads.isEmpty else { return nil }
    return DepositionDrawing(
      area: area, deposition: deposition, loads: loads, narrator: narrator
    ).figure()
  }
}
