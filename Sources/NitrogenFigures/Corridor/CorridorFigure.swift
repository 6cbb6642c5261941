// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
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
  public static func make(_ assessment: Assessment, narrator: Narrator) -> Figure? {
    guard let content = CorridorContent(assessment, options: narrator.result.options) else {
      return nil
    }
    let name = FigureName.make("corridor", assessment, in: narrator.result)
    let wording = CorridorWording(content, narrator)
    var drawing = CorridorDrawing(content, wording, name: name)
    drawing.draw()
    return Figure(
      name: name, title: wording.title, alternative: wording.alternative,
      svg: drawing.drawing.document(title: wording.title, alternative: wording.alternative),
      table: wording.table(name: name))
  }

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
  ) -> Figure? {
    let contents = contents(assessments, narrator)
    guard !contents.isEmpty else { return nil }
    return CorridorMultiples(
      name: name, title: title, contents: contents, frame: contents,
      undrawn: assessments.count - contents.count, narrator: narrator
    ).figure()
  }

  /// Draws many series small in several figures that each fit a printed page, all on the same scale.
  ///
  /// - Parameters:
  ///   - name: the stem of the names of the figures.
  ///   - title: their title; each says which part of them it is.
  ///   - assessments: the series.
  ///   - most: how many series a figure holds at most.
  ///   - narrator: the words, and the result they are part of.
  /// - Returns: the figures, in the order of the series; none where nothing can be drawn.
  public static func multiples(
    name: String, title: String, _ assessments: [Assessment], most: Int, narrator: Narrator
  ) -> [Figure] {
    let contents = contents(assessments, narrator)
    let starts = Array(stride(from: 0, to: contents.count, by: max(most, 1)))
    return starts.enumerated().map { number, start in
      let part = starts.count > 1 ? " (\(number + 1)/\(starts.count))" : ""
      return CorridorMultiples(
        name: starts.count > 1 ? "\(name)-\(number + 1)" : name, title: title + part,
        contents: Array(contents[start..<min(start + max(most, 1), contents.count)]),
        frame: contents, undrawn: number == 0 ? assessments.count - contents.count : 0,
        narrator: narrator
      ).figure()
    }
  }

  private static func contents(
    _ assessments: [Assessment], _ narrator: Narrator
  ) -> [CorridorContent] {
    assessments.compactMap { CorridorContent($0, options: narrator.result.options) }
  }
}
