// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenTestSupport
import NitrogenWords
import Testing

@testable import NitrogenFigures

@Suite struct DrawingTests {
  @Test func placedLabelsNeverCoverEachOther() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<50 {
      let room = Box(left: 0, top: 0, right: 300, bottom: 200)
      var placer = LabelPlacer(room: room)
      var boxes: [Box] = []
      for _ in 0..<30 {
        let label = LabelPlacer.Label(
          lines: ["2035: 54,0–58,0 t", "risico"],
          candidates: (0..<6).map { _ in
            (
              (
                Double.random(in: 0...300, using: &random),
                Double.random(in: 0...200, using: &random)
              ),
              .middle
            )
          })
        guard let (place, anchor) = placer.place(label) else { continue }
        let box = label.box(place, anchor)
        #expect(room.holds(box))
        #expect(!boxes.contains { $0.overlaps(box) })
        boxes.append(box)
      }
      #expect(boxes.count > 1)
    }
  }

  @Test func aLabelCoversALineOnlyWhereThereIsNoOtherRoom() {
    var placer = LabelPlacer(room: Box(left: 0, top: 0, right: 200, bottom: 100))
    placer.avoid([(0, 50), (200, 50)])
    let over: Place = (100, 53)
    let free: Place = (100, 90)
    let choice = LabelPlacer.Label(lines: ["a"], candidates: [(over, .middle), (free, .middle)])
    #expect(placer.place(choice)?.place.y == 90)
    let forced = LabelPlacer.Label(lines: ["b"], candidates: [(over, .middle)])
    #expect(placer.place(forced)?.place.y == 53)
  }

  @Test(arguments: [
    (0.0, "0"), (1.04, "1"), (1.06, "1.1"), (-0.04, "0"), (-12.34, "-12.3"), (1_000, "1000"),
    (99.96, "100"), (0.25, "0.3"),
  ])
  func coordinatesHaveAtMostOneDecimal(_ value: Double, _ text: String) {
    var drawing = Drawing(name: "a", width: 10, height: 10)
    drawing.line([(value, 0), (5, 5)], role: .axis)
    let written = drawing.document(title: "", alternative: "")
    #expect(written.contains("points=\"\(text),0 5,5\""), "\(written)")
  }

  @Test func roundMarksSpanTheRange() {
    #expect(Scale.marks(0...110, about: 5) == [0, 20, 40, 60, 80, 100])
    #expect(Scale.marks(-1...4.2, about: 5) == [-1, 0, 1, 2, 3, 4])
    #expect(Scale.marks(0...0, about: 5) == [])
  }

  @Test func everyPhraseHasATextInBothLanguagesWithTheSamePlaces() {
    let names = FigurePhrase.allCases.map(\.rawValue).sorted()
    for language in Language.allCases {
      #expect(FigurePhrase.catalogue.names(in: language) == names, "\(language)")
    }
    for phrase in FigurePhrase.allCases {
      let places = Language.allCases.map { language in
        let text = FigurePhrase.catalogue.text(phrase.rawValue, in: language) ?? ""
        return Set(
          text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
            $0.split(separator: "}").first?.split(separator: "|").first
          })
      }
      #expect(places[0] == places[1], "\(phrase)")
    }
  }

  @Test func namesOfFiguresAreLowerCaseLettersDigitsAndHyphens() {
    #expect(
      FigureName.sound("Corridor <A> & 'B' agriculture.NH3") == "corridor-a-b-agriculture-nh3")
    #expect(FigureName.sound("--") == "")
  }
}
