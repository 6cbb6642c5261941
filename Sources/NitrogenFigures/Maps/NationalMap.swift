// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
public import NitrogenCore
public import NitrogenGeography
import NitrogenReports
public import NitrogenWords

/// All areas of the country by status, over the provinces.
public enum NationalMap {
  /// Draws the country.
  ///
  /// - Parameters:
  ///   - outlines: the outlines at hand; `nil` for none.
  ///   - narrator: the words, and the result that is mapped.
  ///   - page: the page of an area, to link to; `nil` for none.
  /// - Returns: the figure; `nil` where the result has no areas.
  public static func make(
    outlines: OutlineSet?, narrator: Narrator, page: (AreaCode) -> String?
  ) -> Figure? {
    let standings = AreaStanding.all(in: narrator.result)
    guard !standings.isEmpty else { return nil }
    let drawing = NationalDrawing(standings: standings, outlines: outlines, narrator: narrator)
    let words = narrator.words
    let title = words(MapPhrase.nationTitle)
    let alternative =
      words(
        MapPhrase.nationAlternative,
        [
          "areas": .count(standings.count),
          "statuses": .text(words.list(drawing.counts.map(drawing.legend))),
        ]) + " " + words(MapPhrase.nationNote)
    return Figure(
      name: "map-nation", title: title, alternative: alternative,
      svg: drawing.svg(title: title, description: alternative, page: page),
      table: drawing.table)
  }
}
