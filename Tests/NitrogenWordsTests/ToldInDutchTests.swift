// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenTestSupport
import Testing
import TrendFitting

@testable import NitrogenAssessment
@testable import NitrogenWords

/// Nothing that a result can say is left in English.
@Suite struct ToldInDutchTests {
  /// Words that no Dutch sentence has; names of releases, datasets and keys have none of them either.
  private static let english: Set<String> = [
    "the", "and", "has", "have", "not", "with", "are", "by", "from", "this", "that", "there",
    "which", "no", "for", "year", "years", "reduction", "policy", "silent", "figure", "figures",
    "measure", "left", "known", "probability", "path", "agriculture", "industry", "mobility",
    "housing", "storage", "grazing", "field", "inside", "source", "rows",
  ]

  private static func englishWords(in text: String) -> [String] {
    text.split { !$0.isLetter && $0 != "-" && $0 != "." && $0 != "#" && $0 != "/" }
      .map { $0.lowercased() }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
      .filter { english.contains($0) }
  }

  /// What was said, each text once, and what is wrong with it.
  private struct Hearing {
    var phrases: Set<String> = []
    var heard: Set<Said> = []

    mutating func hear(_ said: Said, _ telling: Telling? = nil) {
      heard.insert(said)
      if let telling { hear(telling) }
    }

    private mutating func hear(_ telling: Telling) {
      phrases.insert(telling.phrase)
      for case .tellings(let inner) in telling.facts.values { inner.forEach { hear($0) } }
    }

    var problems: [String] {
      heard.compactMap { said in
        if said.language != .dutch { return "stays English: \(said.text)" }
        let words = englishWords(in: said.text)
        return words.isEmpty ? nil : "has \(words): \(said.text)"
      }.sorted()
    }
  }

  /// Phrases that no dataset of `Fixtures` raises; ``whatNoFixtureRaisesIsSaidInDutch`` and the tests
  /// of notes, zones and measured series say them.
  private static let notRaised: Set<String> = Set(rare.map(\.telling.phrase))

  @Test func noResultOfAnyFixtureIsLeftInEnglish() throws {
    var hearing = Hearing()
    for result in try ToldResults.all() {
      let narrator = Narrator(result, words: Words(.dutch))
      for row in result.assessments {
        for reason in row.verdicts.flatMap(\.reasons) + (row.noProjection.map { [$0] } ?? []) {
          hearing.hear(narrator.said(reason), reason.telling)
        }
        for projection in row.projections {
          #expect(projection.notes.count == projection.tellings.count)
          for (note, telling) in zip(narrator.notes(of: projection), projection.tellings) {
            hearing.hear(note, telling)
          }
        }
        for verdict in row.verdicts {
          hearing.hear(Said(narrator.sentence(verdict, of: row), in: .dutch))
          if let consequence = verdict.consequence {
            hearing.hear(Said(narrator.consequence(consequence), in: .dutch))
          }
        }
        for name in row.missing { hearing.hear(Said(narrator.cell(name), in: .dutch)) }
      }
      for finding in result.findings { hearing.hear(narrator.said(finding), finding.telling) }
      for key in result.unresolved { hearing.hear(narrator.said(key), key.telling) }
      for check in result.closure {
        for telling in check.tellings { hearing.hear(narrator.said(check), telling) }
      }
      for area in Set(result.assessments.compactMap(\.territory.area)) {
        hearing.hear(Said(narrator.summary(of: area), in: .dutch))
      }
    }
    #expect(hearing.problems == [])
    #expect(hearing.heard.count > 500)
    let reasons = Set(ReasonPhrase.allCases.map(\.rawValue))
    #expect(reasons.subtracting(hearing.phrases).subtracting(Self.notRaised).sorted() == [])
    #expect(Self.notRaised.intersection(hearing.phrases).sorted() == [])
  }

  /// What no fixture raises, with the Dutch of it.
  private static let rare: [(telling: Telling, dutch: String)] = [
    (
      Telling("withheld", ["count": .count(5)]),
      "Het cijfer is afgeschermd: er staan minder dan 5 bedrijven achter, of een ander cijfer zou eruit "
        + "volgen."
    ),
    (
      Telling("withheldBySilence"),
      "Het cijfer is afgeschermd: het beleid zegt niet hoeveel bedrijven achter een cijfer moeten staan."
    ),
    (
      Telling("noBaseline", ["year": .year(2019)]),
      "Er is geen cijfer voor 2019, opgegeven noch herleid."
    ),
    (
      Telling("noFigureForTargetYear", ["target": .year(2030)]),
      "2030 is voorbij en er is geen definitief cijfer voor."
    ),
    (Telling("noReleaseHasAny"), "Geen ervan heeft ook maar één jaar."),
    (
      Telling("probabilityNotComputed"),
      "Er is geen kans bekend, dus het reductiepad alleen beslist."
    ),
    (
      Telling("tooFewStatedYears"), "Een eigen oordeel vraagt meer opgegeven jaren dan er zijn."
    ),
    (
      Telling("trendOfZero", ["year": .year(2023)]),
      "De uitstoot van 2023 is 0 en heeft dus geen logaritme."
    ),
    (
      Telling(
        "noTarget", ["slice": .slice(SectorSlice(.mobility)), "pollutant": .pollutant(.nox)]),
      "Geen beleidspakket heeft een doel voor mobiliteit (NOx)."
    ),
    (
      Telling(
        "notProven",
        ["target": .year(2030), "probability": .probability(0.75), "met": .probability(0.9)]),
      "De kans dat het doel voor 2030 is gehaald, is 75 %; om het aan te tonen is 90 % nodig."
    ),
    (Telling("trendNotFound"), "Door de bekende jaren is geen lijn te trekken."),
    (
      Telling("trendTooFewYears", ["count": .count(2)]),
      "Door 2 jaren gaat geen lijn met een spreiding, er zijn er 3 nodig."
    ),
    (
      Telling("noDefinitiveYearInOld"),
      "De oude uitgave heeft geen definitief jaar dat volledig bekend is."
    ),
    (
      Telling("noDefinitiveYearInNew"),
      "De nieuwe uitgave heeft geen definitief jaar dat volledig bekend is."
    ),
    (
      Telling("provisionalAgain", ["year": .year(2023)]),
      "2023 is voorlopig in de nieuwe uitgave."
    ),
    (
      Telling("notRestated", ["year": .year(2023)]),
      "De nieuwe uitgave heeft geen 2023, dus herberekening en echte verandering zijn niet te scheiden."
    ),
    (
      Telling("notRestatedInFull", ["year": .year(2023)]),
      "De nieuwe uitgave kent 2023 niet volledig, dus herberekening en echte verandering zijn niet te scheiden."
    ),
    (
      Telling("laterYearUnknownInOld", ["year": .year(2023), "latest": .year(2022)]),
      "2023 is in de oude uitgave niet volledig bekend, dus 2022 is vergeleken."
    ),
    (
      Telling("laterYearUnknownInNew", ["year": .year(2023), "latest": .year(2022)]),
      "2023 is in de nieuwe uitgave niet volledig bekend, dus 2022 is vergeleken."
    ),
    (
      Telling("noBaselineInOld"), "De oude uitgave heeft geen peiljaar dat volledig bekend is."
    ),
    (
      Telling("noBaselineInNew"), "De nieuwe uitgave heeft geen peiljaar dat volledig bekend is."
    ),
    (
      Telling("derivedBaselineInOld", ["year": .year(2019)]),
      "2019 is in de oude uitgave herleid met een landelijke index, niet opgegeven."
    ),
    (
      Telling("derivedBaselineInNew", ["year": .year(2019)]),
      "2019 is in de nieuwe uitgave herleid met een landelijke index, niet opgegeven."
    ),
    (
      Telling("baselineYearsDiffer", ["old": .year(2019), "new": .year(2020)]),
      "Het peiljaar is 2019 in de oude uitgave en 2020 in de nieuwe."
    ),
  ]

  private static func narrator(_ language: Language = .dutch) throws -> Narrator {
    Narrator(
      try ToldResults.assess([], try ToldResults.policy([])), words: Words(language))
  }

  @Test func whatNoFixtureRaisesIsSaidInDutch() throws {
    let narrator = try Self.narrator()
    for (telling, dutch) in Self.rare {
      #expect(
        narrator.said(narrator.tell(telling, by: ReasonPhrase.self), or: "")
          == Said(dutch, in: .dutch))
    }
  }

  /// Every note on a measure that there is.
  @Test func everyNoteOnAMeasureIsSaidInBothLanguages() throws {
    let day = try #require(CalendarDay(text: "2030-07-01"))
    let reasons: [MeasureNote.Reason] = [
      .notSecured(.planned), .smallerTerritory, .severalProvinces(["Drenthe", "Fryslân"]),
      .unknownOverlap, .unknownShare(year: 2023), .noEmission(year: 2023), .inFigures(year: 2023),
      .ended(day), .later(day), .comesBack(day), .techniqueUnknown("air-scrubber"),
      .takenAsCertain,
    ]
    for language in Language.allCases {
      let narrator = try Self.narrator(language)
      var hearing = Hearing()
      for reason in reasons {
        let telling = MeasureNote(measure: "d/m", reason: reason).telling
        hearing.hear(narrator.said(narrator.tell(telling, by: NotePhrase.self), or: ""), telling)
      }
      #expect(hearing.heard.count == reasons.count)
      #expect(hearing.heard.allSatisfy { $0.language == language && $0.text.contains("d/m") })
      if language == .dutch { #expect(hearing.problems == []) }
    }
  }

  /// Every reason for which zones are not taken together.
  @Test func everyRefusalToJoinZonesIsSaidInDutch() throws {
    let narrator = try Self.narrator()
    let errors: [JointError] = [
      .noCases, .twins(labels: ["a"]), .otherYears(labels: ["a"], found: [1], expected: [2]),
      .otherInventories(labels: ["a"], found: 1, expected: 2),
      .baseline(labels: ["a"], kilograms: 0), .shared(1.5), .size(rows: 1, columns: 2, cases: 3),
      .diagonal(labels: ["a"], found: 0.5),
      .asymmetric(first: ["a"], second: ["b"], found: 0.5, other: 0.4),
      .correlation(first: ["a"], second: ["b"], found: 1.5),
      .notPositiveDefinite(at: ["c"], after: 2),
    ]
    for error in errors {
      let clause = try #require(narrator.tell(error.telling, by: FindingPhrase.self))
      #expect(Self.englishWords(in: clause) == [])
    }
  }

  /// Every reason for which a measured series has no answer.
  @Test(arguments: FitRefusal.Code.allCases)
  func everyRefusalOfAMeasuredSeriesIsSaid(code: FitRefusal.Code) throws {
    let telling = Telling(
      "breakRefused", ["series": .name("S"), "why": .tellings([Telling(code.rawValue)])])
    for language in Language.allCases {
      let clause = try Self.narrator(language).tell(telling, by: FindingPhrase.self)
      #expect(try #require(clause).hasPrefix("S: "))
    }
  }

  @Test func anUnknownCodeFallsBackToItsEnglishSentence() throws {
    let narrator = try Self.narrator()
    #expect(
      narrator.said(Reason("somethingNew", "nobody said this yet"))
        == Said("Nobody said this yet.", in: .english))
    // A known code without its figures, as a result made by hand has it.
    #expect(
      narrator.said(Reason("belowPath", "too little")) == Said("Too little.", in: .english))
    let finding = Finding(
      territory: nil, slice: nil, pollutant: nil, target: nil, code: "somethingNew",
      severity: .information, isFlag: false, message: "nobody said this either")
    #expect(narrator.said(finding) == Said("Nobody said this either.", in: .english))
  }

  /// One decimal, and more where two figures would look alike and are not.
  @Test func figuresThatDifferLookDifferent() throws {
    let narrator = try Self.narrator()
    func told(_ reduction: Double, _ now: Double) -> String? {
      narrator.tell(
        Telling(
          "onOrAbovePath",
          [
            "reduction": .share(Fraction(reduction)), "year": .year(2030),
            "now": .share(Fraction(now)),
          ]),
        by: ReasonPhrase.self)
    }
    #expect(told(0.25, 0.23) == "de reductie is 25,0 % in 2030; het reductiepad vraagt dan 23,0 %")
    #expect(
      told(0.2304, 0.23) == "de reductie is 23,04 % in 2030; het reductiepad vraagt dan 23,00 %")
  }
}
