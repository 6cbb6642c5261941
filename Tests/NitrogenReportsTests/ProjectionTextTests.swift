// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import Testing

@testable import enum NitrogenReports.Shown

@Suite struct ProjectionTextTests {
  /// The sections that projections bring.
  private func sections(rho: Double?) -> String {
    let lines = SampleProjections.text(TextFormat(), rho: rho).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("Probability of") } ?? lines.startIndex
    let end = lines.firstIndex { $0.hasPrefix("Provinces") } ?? lines.endIndex
    return lines[start..<end].joined(separator: "\n")
  }

  @Test func withAGivenCorrelationTheSectionsReadLikeThis() {
    #expect(sections(rho: 0.85) == Self.given)
  }

  @Test func withoutOneTheShownCorrelationsStandAlone() {
    #expect(sections(rho: nil) == Self.silent)
  }

  @Test(arguments: [nil, 0.85, 0.9], [100, 140])
  func linesKeepToTheWidth(rho: Double?, width: Int) {
    let text = SampleProjections.text(TextFormat(width: width), rho: rho)
    for line in text.split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
    }
  }

  @Test func whatDrivesItGivesWayOnANarrowTerminal() {
    let wide = SampleProjections.text(TextFormat(width: 100), rho: 0.85)
    let narrow = SampleProjections.text(TextFormat(width: 80), rho: 0.85)
    #expect(wide.contains("driven by") && wide.contains("T trend, Y year to year"))
    #expect(!narrow.contains("driven by") && !narrow.contains("T trend, Y year to year"))
  }

  @Test func aGivenCorrelationIsNotSaidTwice() throws {
    let lines = SampleProjections.text(TextFormat(), rho: 0.9).split(separator: "\n")
    let header = try #require(lines.first { $0.contains("year     asked") })
    #expect(header.contains(" 0.9     0.8   0.9  0.95 "))
  }

  @Test func growthBeyondTenfoldKeepsItsColumn() {
    #expect(Shown.reduction(Fraction(-9.99)) == "-999.0")
    #expect(Shown.reduction(Fraction(-1e30)) == "<-999")
    #expect(Shown.range(Fraction(-1e30), Fraction(1)) == "<-999 to 100.0")
  }

  @Test func nothingIsSaidWhereNothingIsKnownOfTheYearsAhead() {
    let text = SampleResult.text(TextFormat())
    #expect(!text.contains("Probability"))
    #expect(!text.contains("together"))
  }

  @Test func whatManyPlacesInheritIsSaidOnce() {
    let none = Reason("noLocalSeries", "one stated year says nothing of a trend")
    let provinces = (20...31).map { number in
      SampleProjections.with(
        SampleResult.assessment(
          .province(code: "PV\(number)"), .agriculture, kilograms: 1_000_000, dataset: "x",
          inherited: true), none: none)
    }
    let area = SampleProjections.with(
      SampleResult.assessment(
        .area(SampleResult.area), .agriculture, kilograms: 1_000, dataset: "x", inherited: true),
      none: none)
    let nation = SampleProjections.with(
      SampleResult.assessment(.nation, .agriculture, kilograms: 114_000_000, dataset: nil),
      SampleProjections.both(rho: 0.85))
    let text = SampleProjections.text(TextFormat(), of: [nation] + provinces + [area], rho: 0.85)
    let heading =
      "12 provinces, 1 area · undetermined: no local series · the nation's, boundary made-boundary"
    #expect(text.split(separator: "\n").count { $0 == heading } == 1)
    #expect(text.split(separator: "\n").count { $0.contains("agriculture NH3 u s n") } == 1)
  }

  @Test func whatIsInheritedFromNothingSaysSo() {
    let none = Reason("noLocalSeries", "one stated year says nothing of a trend")
    let province = SampleProjections.with(
      SampleResult.assessment(
        SampleResult.province, .agriculture, kilograms: 1_000_000, dataset: "x", inherited: true),
      none: none)
    let text = SampleProjections.text(TextFormat(), of: [province], rho: 0.85)
    #expect(
      text.contains(
        "no probability, no local series: agriculture NH3 of Fryslân (inherited from the nation, "
          + "which\n    has none)\n"))
  }

  @Test func pathOnlyIsMarkedWhereOthersHaveAProbability() {
    let few = Reason("tooFewYearsForProbability", "2 years are stated, 4 are needed")
    func town(_ code: String, _ status: Status, _ reasons: [Reason]) -> Assessment {
      SampleProjections.with(
        SampleResult.assessment(
          .municipality(code: code), .agriculture, kilograms: 399_100, dataset: "x"),
        reasons.isEmpty ? [SampleProjections.projection(rho: 0.85)] : [],
        none: reasons.first, status: status, reasons: reasons)
    }
    let text = SampleProjections.text(
      TextFormat(width: 120),
      of: [town("GM1", .met, []), town("GM2", .onTrack, [few]), town("GM3", .metUnproven, [])],
      rho: 0.85)
    #expect(text.contains("on track a "))
    #expect(!text.contains("met a "))
    #expect(text.contains("met: reached, and its probability shows it;"))
    #expect(text.contains("met, unproven: reached by the point, no probability shows it;"))
    #expect(
      text.contains(
        "by probability: met P >= 90 %, on track P >= 66 % and on the path, at risk P >= 33 %;"))
    #expect(text.contains("a from the path alone: tooFewYearsForProbability;"))
    #expect(
      text.contains(
        """
        own verdicts from the path alone, without a probability, by reason
          1  tooFewYearsForProbability

        """))
  }

  @Test func aPassedTargetShowsWhatWasReached() {
    let text = SampleProjections.text(
      TextFormat(), of: [SampleProjections.passed(rho: 0.9)], rho: 0.9)
    #expect(!text.contains("median and 95 %"))
    #expect(!text.contains("Probability of reaching the target"))
    // The correlations that the policy shows besides were not computed.
    #expect(
      text.contains("23 Fochteloërveen  agriculture NH3 u s     75   –  75    –     44.0    –\n"))
  }

  @Test func flagsSayHowProbableTheTargetIs() {
    let nation = SampleProjections.with(
      SampleResult.assessment(.nation, .agriculture, kilograms: 114_000_000, dataset: nil),
      SampleProjections.both(rho: 0.85))
    let text = SampleProjections.text(TextFormat(), of: [nation], rho: 0.85)
    #expect(text.contains("off track  12.5 % less in 2024, path 15.6–19.5, P 15 % u s\n"))
  }

  @Test(arguments: [
    (0.0, "<1"), (0.0049, "<1"), (0.005, "1"), (0.585, "59"), (0.752, "75"), (0.985, "99"),
    (0.9949, "99"), (0.995, ">99"), (1.0, ">99"),
  ])
  func probabilitiesAreWholePercents(probability: Double, text: String) {
    #expect(Shown.probability(probability) == text)
  }

  @Test func aTargetOfOneEdgeHasOneProbability() {
    let found = TargetProbability(year: 2035, low: 0.69, high: 0.41, standardError: 0)
    let band = Band(low: Fraction(0.42), high: Fraction(0.46))
    #expect(Shown.probability(found, of: band) == "69/41")
    #expect(Shown.probability(found, of: Band(low: band.low, high: band.low)) == "69")
    #expect(Shown.probability(found, of: nil) == "69/41")
    #expect(Shown.probability(nil, of: band) == "–")
  }

  @Test func aRangeBelowZeroIsNotReadAsADash() {
    #expect(Shown.range(Fraction(0.121), Fraction(0.25)) == "12.1–25.0")
    #expect(Shown.range(Fraction(-0.031), Fraction(0.25)) == "-3.1 to 25.0")
  }

  @Test(arguments: [
    ("noLocalSeries", "no local series"), ("incomplete", "incomplete"),
    ("unresolved(uncertainty.rho)", "unresolved(uncertainty.rho)"),
  ])
  func codesBecomeWords(code: String, words: String) {
    #expect(Shown.words(ofCode: code) == words)
  }

  private static let given = """
    Probability of reaching the target  %, low/high edge; rho: correlation of two years' errors
                                            given rho       rho shown            less, %
                            year     asked       0.85     0.8   0.9  0.95   median      95 % driven by
    Netherlands · NH3 · boundary made-boundary · made 2024 · made
      agriculture u s       2035 50.0–62.5      15/<1   17/<1 13/<1 10/<1     45.2 34.6–54.0 I49 T38 Y11
        additional                              63/<1   62/<1 64/<1 66/<1     51.4 42.1–59.3 I49 T38 Y11
      industry u s shadow   2035 50.0–62.5       7/<1    8/<1  5/<1  4/<1     42.9 31.9–52.1 I49 T38 Y13
    Fryslân · undetermined: no local series · the nation's, boundary made-boundary
      agriculture NH3 u s n 2035 50.0–62.5      15/<1   17/<1 13/<1 10/<1     45.2 34.6–54.0 I49 T38 Y11
        additional                              63/<1   62/<1 64/<1 66/<1     51.4 42.1–59.3 I49 T38 Y11
    additional: with all planned measures, not only those that are secured;
    median and 95 % at rho 0.85;
    share of the variance in %: T trend, Y year to year, M measures, I inventory;
    model log-linear, closed form or 10 000 draws; n the nation's, says nothing local;
    u rests on an assumption of the user; s rests on policy known second-hand
    no probability, too few years for probability: agriculture NH3 of Made
    no probability, unknown cell: industry NH3 of Fochteloërveen

    Netherlands by year  less in %: median, bounds of 68 % and 95 %, at rho 0.85
                     agriculture NH3           agriculture NH3 additional
      year    median       68 %       95 %    median       68 %       95 %
      2025      22.2  16.8–27.2  11.2–31.8      31.1  26.3–35.6  21.4–39.6
      2026      24.9  19.5–29.8  14.0–34.4      33.5  28.7–37.9  23.8–41.9
      2027      27.4  22.2–32.4  16.7–36.8      35.8  31.1–40.1  26.2–44.1
      2028      29.9  24.7–34.8  19.2–39.2      38.0  33.3–42.3  28.5–46.2
      2029      32.3  27.1–37.2  21.7–41.6      40.1  35.5–44.4  30.7–48.3
      2030      34.7  29.5–39.5  24.1–43.8      42.2  37.6–46.4  32.8–50.2
      2031      36.9  31.8–41.7  26.3–46.0      44.2  39.6–48.4  34.8–52.2
      2032      39.1  33.9–43.8  28.5–48.1      46.1  41.5–50.3  36.7–54.0
      2033      41.2  36.0–45.9  30.6–50.1      47.9  43.4–52.1  38.6–55.9
      2034      43.2  38.1–47.9  32.7–52.1      49.7  45.2–53.9  40.4–57.6
      2035      45.2  40.0–49.8  34.6–54.0      51.4  46.9–55.6  42.1–59.3

    Areas with a series of their own  probability of reaching the low edge, %
                                                      2035           less in 2035, %
      nr area                                  =0.85 0.8 0.9 0.95   median      95 %
      23 Fochteloërveen  agriculture NH3 u s      15  17  13   10     45.2 34.6–54.0
                           additional             63  62  64   66     51.4 42.1–59.3
    = the given rho; additional: with all planned measures, not only those that are secured;
    median and 95 % at rho 0.85; u rests on an assumption of the user;
    s rests on policy known second-hand

    Zones of fryslan together  probability in % that their sum reaches the target, low/high edge
                                   given rho       rho shown            less, %
                   year     asked       0.85     0.8   0.9  0.95   median      95 %  driven by
    agriculture NH3 · 2 areas, 126.4 t in the baseline year · correlation between zones: 0.5
      together     2035 50.0–62.5      15/<1   17/<1 13/<1 10/<1     45.2 34.6–54.0  I49 T38 Y11
        additional                     63/<1   62/<1 64/<1 66/<1     51.4 42.1–59.3  I49 T38 Y11
    additional: with all planned measures, not only those that are secured;
    median and 95 % at rho 0.85;
    share of the variance in %: T trend, Y year to year, M measures, I inventory;
    a source near two areas counts in both
    agriculture NH3: left out, without a projection of their own: 25

    """

  private static let silent = """
    Probability of reaching the target  %, low/high edge; rho: correlation of two years' errors
    given rho: unresolved(uncertainty.rho), so verdicts rest on the path alone; give it by --rho or in
      a policy pack
                                                 rho shown            less, %
                            year     asked     0.8   0.9  0.95   median      95 %  driven by
    Netherlands · NH3 · boundary made-boundary · made 2024 · made
      agriculture u s       2035 50.0–62.5   17/<1 13/<1 10/<1     45.2 35.6–53.3  T46 I39 Y13
        additional                           62/<1 64/<1 66/<1     51.4 43.0–58.7  T46 I39 Y13
      industry u s shadow   2035 50.0–62.5    8/<1  5/<1  4/<1     42.9 32.9–51.4  T46 I39 Y15
    Fryslân · undetermined: no local series · the nation's, boundary made-boundary
      agriculture NH3 u s n 2035 50.0–62.5   17/<1 13/<1 10/<1     45.2 35.6–53.3  T46 I39 Y13
        additional                           62/<1 64/<1 66/<1     51.4 43.0–58.7  T46 I39 Y13
    additional: with all planned measures, not only those that are secured;
    median and 95 % at rho 0.9;
    share of the variance in %: T trend, Y year to year, M measures, I inventory;
    model log-linear, closed form or 10 000 draws; n the nation's, says nothing local;
    u rests on an assumption of the user; s rests on policy known second-hand
    no probability, too few years for probability: agriculture NH3 of Made
    no probability, unknown cell: industry NH3 of Fochteloërveen

    Netherlands by year  less in %: median, bounds of 68 % and 95 %, at rho 0.9
                     agriculture NH3           agriculture NH3 additional
      year    median       68 %       95 %    median       68 %       95 %
      2025      22.2  17.7–26.5  13.0–30.4      31.1  27.1–34.9  23.0–38.4
      2026      24.9  20.4–29.1  15.7–33.0      33.5  29.5–37.2  25.4–40.7
      2027      27.4  22.9–31.7  18.3–35.6      35.8  31.8–39.5  27.7–42.9
      2028      29.9  25.4–34.2  20.8–38.1      38.0  34.0–41.7  29.8–45.1
      2029      32.3  27.8–36.6  23.1–40.5      40.1  36.1–43.9  31.9–47.3
      2030      34.7  30.1–38.9  25.4–42.8      42.2  38.1–45.9  34.0–49.3
      2031      36.9  32.4–41.2  27.6–45.0      44.2  40.1–47.9  35.9–51.3
      2032      39.1  34.5–43.4  29.7–47.2      46.1  42.0–49.9  37.8–53.3
      2033      41.2  36.6–45.5  31.7–49.3      47.9  43.8–51.7  39.6–55.1
      2034      43.2  38.6–47.5  33.7–51.4      49.7  45.6–53.5  41.3–56.9
      2035      45.2  40.5–49.5  35.6–53.3      51.4  47.3–55.3  43.0–58.7

    Areas with a series of their own  probability of reaching the low edge, %
                                                   2035        less in 2035, %
      nr area                                  0.8 0.9 0.95   median      95 %
      23 Fochteloërveen  agriculture NH3 u s    17  13   10     45.2 35.6–53.3
                           additional           62  64   66     51.4 43.0–58.7
    additional: with all planned measures, not only those that are secured;
    median and 95 % at rho 0.9; u rests on an assumption of the user;
    s rests on policy known second-hand

    Zones of fryslan together  probability in % that their sum reaches the target, low/high edge
                                        rho shown            less, %
                   year     asked     0.8   0.9  0.95   median      95 %  driven by
    agriculture NH3 · 2 areas, 126.4 t in the baseline year · correlation between zones: 0.5
      together     2035 50.0–62.5   17/<1 13/<1 10/<1     45.2 35.6–53.3  T46 I39 Y13
        additional                  62/<1 64/<1 66/<1     51.4 43.0–58.7  T46 I39 Y13
    additional: with all planned measures, not only those that are secured;
    median and 95 % at rho 0.9;
    share of the variance in %: T trend, Y year to year, M measures, I inventory;
    a source near two areas counts in both
    agriculture NH3: left out, without a projection of their own: 25

    """
}
