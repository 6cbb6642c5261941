// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@testable import NitrogenWords

/// Verdicts and summaries as people read them. The figures are those of the answers beside each dataset.
@Suite struct NarratorTests {
  private static func narrator(
    _ language: Language, _ path: String, _ assumptions: [String] = []
  ) throws -> Narrator {
    let result = try ToldResults.assess(
      [try RealData.requireDataset(path)], try ToldResults.policy(assumptions))
    return Narrator(result, words: Words(language))
  }

  private static let veluwe = AreaCode(rawValue: 57)

  // MARK: - Summaries

  @Test func theVeluweHasTheVerdictOfTheNation() throws {
    let area = Self.veluwe
    #expect(
      try Self.narrator(.dutch, "provinces/gelderland").summary(of: area)
        == """
        Veluwe: volgens het oordeel over heel Nederland ligt de industrie (NH₃, 2035) niet op koers; \
        de landbouw (NH₃, 2030 en 2035) loopt risico het doel niet te halen; voor een eigen oordeel \
        over het gebied zijn te weinig jaren bekend. De industrie, landelijk: de reductie is 5,7 % in \
        2023; het reductiepad vraagt dan 12,5 % en vroeg een jaar eerder al 9,4 %. Geen oordeel is er \
        over de mobiliteit (NOx, 2035): de bron heeft hier geen regels voor mobiliteit (NOx).
        """)
    #expect(
      try Self.narrator(.english, "provinces/gelderland").summary(of: area)
        == """
        Veluwe: by the verdict on the Netherlands as a whole, industry (NH₃, 2035) is off track; \
        agriculture (NH₃, 2030 and 2035) is at risk of not reaching the target; too few years are known \
        for a verdict on the area itself. Industry, nationally: the reduction is 5.7 % in 2023; the path \
        asks 12.5 % by then and asked 9.4 % already a year earlier. There is no verdict on mobility \
        (NOx, 2035): the source has no rows for mobility (NOx) here.
        """)
  }

  @Test func anAreaWithItsOwnSeriesHasItsOwnVerdictAndGap() throws {
    let narrator = try Self.narrator(.dutch, "made/rising/input")
    let area = try #require(narrator.result.assessments.compactMap(\.territory.area).first)
    #expect(
      narrator.summary(of: area)
        == """
        Vecht- en Beneden-Reggegebied: de landbouw (NH₃, 2030 en 2035) ligt niet op koers. De landbouw: \
        de reductie is −10,0 % (de uitstoot is gestegen) in 2023; het reductiepad vraagt dan 8,4 % en \
        vroeg een jaar eerder al 6,3 %. De restopgave van de landbouw voor 2035 is 520–560 kg NH₃ per \
        jaar. Geen oordeel is er over de industrie (NH₃, 2035) en de mobiliteit (NOx, 2035).
        """)
  }

  @Test func aTargetThatIsMetIsSaidToBeSo() throws {
    let area = Self.veluwe
    #expect(
      try Self.narrator(.dutch, "made/met-unproven/input").summary(of: area)
        == """
        Veluwe: de landbouw (NH₃, 2030 en 2035) heeft het doel gehaald, maar niet aantoonbaar. De \
        landbouw: de reductie is 24,0 % in 2030; gevraagd is 23,0 %. Geen oordeel is er over de \
        industrie (NH₃, 2035) en de mobiliteit (NOx, 2035).
        """)
  }

  @Test func severalStatusesStandWorstFirst() throws {
    let area = Self.veluwe
    let text = try Self.narrator(.english, "made/industry-and-mobility/input").summary(of: area)
    #expect(
      text.hasPrefix(
        "Veluwe: mobility (NOx, 2035) is at risk of not reaching the target; industry (NH₃, 2035) "
          + "is on track. Mobility: "))
  }

  @Test func anAreaWithoutAVerdictSaysWhy() throws {
    let area = Self.veluwe
    #expect(
      try Self.narrator(.dutch, "made/zero-baseline/input").summary(of: area)
        == """
        Veluwe: er is geen oordeel over de landbouw (NH₃, 2030 en 2035), de industrie (NH₃, 2035) en de \
        mobiliteit (NOx, 2035). De landbouw: de uitstoot in 2019 is 0 kg, dus een reductie bestaat niet.
        """)
  }

  @Test func anAreaThatNoDatasetHasSaysSo() throws {
    let narrator = try Self.narrator(.dutch, "made/zero-baseline/input")
    #expect(
      narrator.summary(of: AreaCode(rawValue: 1))
        .hasSuffix(": er zijn geen cijfers om te toetsen."))
  }

  // MARK: - Sentences

  private static func sentence(
    _ language: Language, _ sector: Sector, _ pollutant: Pollutant, _ year: Int?
  ) throws -> String {
    let narrator = try narrator(language, "provinces/gelderland")
    let row = try #require(
      narrator.result.assessments.first {
        $0.territory == .nation && $0.slice == SectorSlice(sector) && $0.pollutant == pollutant
          && $0.boundary.rawValue == "er-default"
      })
    return narrator.sentence(try #require(row.verdicts.first { $0.target == year }), of: row)
  }

  @Test func aVerdictIsOneSentenceWithItsReasons() throws {
    #expect(
      try Self.sentence(.dutch, .agriculture, .nh3, 2030)
        == """
        Nederland: de landbouw loopt risico het streefdoel voor 2030 (23,0–25,0 % minder NH₃ dan in \
        2019) niet te halen: de reductie is 7,8 % in 2023; het reductiepad vraagt dan 8,4 % en vroeg \
        een jaar eerder 6,3 %; het reductiepad alleen beslist, want de correlatie tussen de fouten van \
        twee jaren is niet bepaald (uncertainty.rho).
        """)
    #expect(
      try Self.sentence(.english, .agriculture, .nh3, 2035)
        == """
        Netherlands: agriculture is at risk of not reaching the target for 2035 (42.0–46.0 % less NH₃ \
        than in 2019): the reduction is 7.8 % in 2023; the path asks 8.4 % by then and asked 6.3 % a \
        year earlier; the path alone decides, since policy gives no correlation between the errors of \
        two years (uncertainty.rho).
        """)
  }

  @Test func whatPolicyIsSilentOnIsSaidOnce() throws {
    #expect(
      try Self.sentence(.dutch, .agriculture, .nox, nil)
        == """
        Nederland: voor landbouw (NOx) is er geen oordeel: het beleid geeft geen doel \
        (target.agriculture.NOx.2030, target.agriculture.NOx.2035).
        """)
  }

  // MARK: - Names

  @Test func ringsAndTerritoriesHaveNames() throws {
    let narrator = try Self.narrator(.dutch, "made/rising/input")
    let area = Self.veluwe
    #expect(narrator.name(.nation) == "Nederland")
    #expect(narrator.name(.ring(area, .band(from: 500, to: 1000))) == "Veluwe, 500–1.000 m")
    #expect(narrator.name(.ring(area, .inside)) == "Veluwe, in het gebied")
    #expect(narrator.name(.area(AreaCode(rawValue: 999))) == "gebied 999")
    #expect(narrator.slice(SectorSlice(.agriculture, .housing)) == "landbouw, stal")
  }

  @Test(arguments: [
    ("57 0-250 agriculture.housing NH3 2022", "landbouw, stal (NH₃), 0–250 m, 2022"),
    ("57 inside industry NH3 2021", "industrie (NH₃), in het gebied, 2021"),
    ("mobility NOx: no rows in the source", "mobiliteit (NOx): geen regels in de bron"),
    ("agriculture.field 2022", "landbouw, veld 2022"),
    (
      "Verkeer en vervoer (not split in the source, boundary er-default)",
      "Verkeer en vervoer (in de bron niet gesplitst, afbakening er-default)"
    ),
    ("Landbouw 2022", "Landbouw 2022"),
  ])
  func figuresThatAreNotKnownHaveNames(name: String, dutch: String) throws {
    #expect(try Self.narrator(.dutch, "made/rising/input").cell(name) == dutch)
  }

  @Test func sentencesBeginWithACapitalAndEndWithAStop() {
    #expect(Narrator.sentence("ijs smelt") == "IJs smelt.")
    #expect(Narrator.sentence("één jaar.") == "Één jaar.")
    #expect(Narrator.clause("Deel van de uitstoot.") == "deel van de uitstoot")
    #expect(Narrator.clause("NH₃ telt mee.") == "NH₃ telt mee")
  }
}
