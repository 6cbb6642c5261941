// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenTestSupport
import NitrogenWords
import Testing

@testable import NitrogenFigures

/// The figures of the embedded provinces.
@Suite struct RealFigureTests {
  private static func figures(_ language: Language) throws -> [Figure] {
    let result = Assessor.assess(
      [
        try RealData.requireDataset("provinces/gelderland"),
        try RealData.requireDataset("municipalities/nijkerk"),
      ], reference: try RealData.requireReference(), policy: try RealData.requirePolicy(),
      options: AssessmentOptions())
    let narrator = Narrator(result, words: Words(language))
    let whole = result.assessments.filter { $0.territory.ring == nil && $0.slice.part == nil }
    let areas = Set(whole.compactMap(\.territory.area)).sorted()
    return whole.compactMap { CorridorFigure.make($0, narrator: narrator) }
      + areas.flatMap { area in
        Pollutant.allCases.compactMap { RingFigure.make(area, $0, narrator: narrator) }
          + [PaceFigure.make(whole.filter { $0.territory == .area(area) }, narrator: narrator)]
          .compactMap { $0 }
      }
  }

  @Test(arguments: Language.allCases) func allAreSoundAndFitTheirPage(_ language: Language) throws {
    let figures = try Self.figures(language)
    #expect(figures.count > 40)
    for figure in figures {
      let picture = DrawnPicture(figure.svg)
      #expect(picture.isSound, "\(figure.title)")
      #expect(!figure.title.isEmpty && !figure.alternative.isEmpty && !figure.table.rows.isEmpty)
      let size = (picture.elements.first?.attributes["viewBox"] ?? "").split(separator: " ")
        .compactMap { Double($0) }
      try #require(size.count == 4)
      for text in picture.all("text") {
        let box = try #require(Self.box(text))
        #expect(
          box.left > -2 && box.right < size[2] + 4 && box.bottom < size[3] + 1,
          "'\(text.text)' of \(figure.title)")
      }
    }
  }

  @Test(arguments: Language.allCases) func noTextCoversAnother(_ language: Language) throws {
    for figure in try Self.figures(language) {
      let boxes = try DrawnPicture(figure.svg).all("text").map {
        (text: $0.text, box: try #require(Self.box($0)))
      }
      for (index, one) in boxes.enumerated() {
        for other in boxes[..<index] where one.box.overlaps(other.box) {
          Issue.record("'\(one.text)' covers '\(other.text)' in \(figure.title)")
        }
      }
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    #expect(try Self.figures(.dutch).map(\.svg) == Self.figures(.dutch).map(\.svg))
  }

  private static func box(_ text: DrawnPicture.Element) -> Box? {
    guard let x = text.number("x"), let y = text.number("y"), let size = text.number("font-size")
    else { return nil }
    return Box(
      of: text.text, at: (x, y), size: size, isBold: text.attributes["font-weight"] == "bold",
      anchor: text.attributes["text-anchor"].flatMap(Drawing.Anchor.init) ?? .start)
  }
}
