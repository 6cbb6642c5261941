// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import NitrogenWords
import Testing

/// What policy says, in both languages.
@Suite struct PolicyWordsTests {
  @Test func everyMeaningTitleAndNoteIsInBothLanguages() throws {
    let library = try RealData.requireLibrary()
    #expect(library.keys.filter { $0.dutchMeaning == nil }.map(\.pattern) == [])
    #expect(library.packs.filter { $0.dutchTitle == nil }.map(\.id) == [])
    let records = library.packs.flatMap { pack in
      pack.records.filter { ($0.note == nil) != ($0.dutchNote == nil) }.map {
        "\(pack.id)#\($0.key)"
      }
    }
    #expect(records == [])
    let translated: [PolicyRecord] = library.packs.flatMap(\.records).filter { $0.dutchNote != nil }
    #expect(translated.count > 100)
    // A translation is not the original.
    let untranslatedKeys = library.keys.filter { $0.dutchMeaning == $0.meaning }.map(\.pattern)
    #expect(untranslatedKeys == [])
    let noted: [PolicyRecord] = library.packs.flatMap(\.records).filter { $0.note != nil }
    let untranslated = noted.filter { $0.note == $0.dutchNote }.map(\.key)
    #expect(untranslated == [])
  }

  private static func narrator(_ language: Language, _ more: [PolicyPack] = []) throws -> Narrator {
    let result = Assessor.assess(
      [], reference: try RealData.requireReference(), policy: try RealData.requirePolicy(more),
      options: AssessmentOptions())
    return Narrator(result, words: Words(language))
  }

  @Test func meaningsAreInTheLanguageAskedFor() throws {
    let dutch = try Self.narrator(.dutch)
    #expect(
      dutch.said(meaningOf: "target.agriculture.NH3.2035")
        == Said(
          "Deel van de uitstoot van een sector in het peiljaar dat in het jaar weg moet zijn; "
            + "onder- en bovenrand.", in: .dutch))
    let english = try Self.narrator(.english)
    #expect(
      english.meaning(of: "uncertainty.rho")
        == "Correlation between the inventory errors of two years.")
    #expect(dutch.said(meaningOf: "no.such.key") == nil)
    #expect(dutch.meaning(of: "no.such.key") == "no.such.key")
  }

  @Test func whereAUsersPackHasNoDutchTheEnglishStandsAndSaysSo() throws {
    let record = PolicyRecord(
      key: "target.agriculture.NOx.2035", value: .band(low: 0.3, high: 0.3), unit: "fraction",
      status: .assumed, note: "A round number.", origin: RowReference(file: "", line: 1))
    let pack = PolicyPack(
      id: "mine", title: "My own", date: "2026-11-01", kind: .user, isDefault: false,
      isSecondHand: false, order: 90, records: [record], file: "")
    let narrator = try Self.narrator(.dutch, [pack])
    #expect(narrator.said(noteOf: record) == Said("A round number.", in: .english))
    #expect(narrator.said(titleOf: pack) == Said("My own", in: .english))
  }

  private static func record(_ key: PolicyKey, _ value: PolicyValue?, _ unit: String)
    -> PolicyRecord
  {
    PolicyRecord(
      key: key, value: value, unit: unit, status: value == nil ? .silent : .stated,
      origin: RowReference(file: "", line: 1))
  }

  @Test(
    arguments: [
      (PolicyValue.band(low: 0.42, high: 0.46), "fraction", "42,0–46,0 %", "42.0–46.0 %"),
      (.band(low: 0.5, high: 0.5), "fraction", "50,0 %", "50.0 %"),
      (.number(0.23), "fraction", "23 %", "23 %"), (.number(2019), "year", "2019", "2019"),
      (.number(5), "count", "5", "5"), (.number(0.9), "correlation", "0,9", "0.9"),
      (.numbers([0.8, 0.9, 0.95]), "correlation", "0,8; 0,9 en 0,95", "0.8, 0.9 and 0.95"),
      (.numbers([250, 500, 1000]), "m", "250, 500 en 1.000 m", "250, 500 and 1,000 m"),
      (.number(70), "mol/ha/yr", "70 mol/ha/jaar", "70 mol/ha/yr"),
      (.number(0.164), "kg NH3/right", "0,164 kg NH₃ per recht", "0.164 kg NH₃ per right"),
      (.number(9), "months", "9 maanden", "9 months"), (.number(1), "months", "1 maand", "1 month"),
      (.number(10), "yr", "10 jaar", "10 yr"), (.flag(true), "none", "ja", "yes"),
      (.date("2032-12-31"), "none", "31 december 2032", "31 December 2032"),
      (
        .list(["agriculture", "industry"]), "none", "landbouw en industrie",
        "agriculture and industry"
      ),
      (.text("point-estimate"), "none", "point-estimate", "point-estimate"),
    ] as [(PolicyValue, String, String, String)])
  func valuesHaveTheirUnit(value: PolicyValue, unit: String, dutch: String, english: String) throws
  {
    let record = Self.record("boundary.default", value, unit)
    #expect(try Self.narrator(.dutch).value(of: record) == dutch)
    #expect(try Self.narrator(.english).value(of: record) == english)
  }

  @Test func silenceIsADashAndTheWord() throws {
    let record = Self.record("uncertainty.rho", nil, "correlation")
    #expect(try Self.narrator(.dutch).value(of: record) == "– (niet bepaald)")
    #expect(try Self.narrator(.english).value(of: record) == "– (not stated)")
  }

  @Test func gradesAndConsequencesHaveNames() throws {
    let grades = Self.record(
      "measure.secured-grades", .list(["enforceable-law", "contract"]), "none")
    #expect(try Self.narrator(.dutch).value(of: grades) == "afdwingbare wet en contract")
    let cut = Self.record("consequence.agriculture.2035", .text("cut-of-rights"), "none")
    #expect(
      try Self.narrator(.dutch).value(of: cut)
        == "als laatste middel een korting op dier- of fosfaatrechten")
  }
}
