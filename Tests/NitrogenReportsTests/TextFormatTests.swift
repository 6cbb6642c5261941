// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports
import Testing

@testable import enum NitrogenReports.Shown

@Suite struct TextFormatTests {
  @Test(arguments: [
    (0.0, "0.0"), (12_345.67, "12 345.7"), (-1_234_567.0, "-1 234 567.0"), (-0.04, "0.0"),
    (999.95, "1 000.0"), (0.05, "0.1"), (100.0, "100.0"),
  ])
  func numbersHaveOneDecimalAndSpacedThousands(number: Double, text: String) {
    #expect(Shown.number(number) == text)
  }

  @Test func whatIsUnknownIsADash() {
    #expect(Shown.number(nil) == "–")
    #expect(Shown.band(nil) == "–")
  }

  @Test(arguments: [100, 140])
  func linesKeepToTheWidth(width: Int) {
    for line in SampleResult.text(TextFormat(width: width)).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
    }
  }

  @Test(arguments: [false, true])
  func colourChangesNothingElse(hasProjections: Bool) {
    func text(_ format: TextFormat) -> String {
      hasProjections ? SampleProjections.text(format, rho: 0.85) : SampleResult.text(format)
    }
    let plain = text(TextFormat())
    let coloured = text(TextFormat(colour: true))
    #expect(!plain.contains("\u{1B}"))
    var stripped = ""
    var isCode = false
    for character in coloured {
      if character == "\u{1B}" { isCode = true }
      if !isCode { stripped.append(character) }
      if character == "m" { isCode = false }
    }
    #expect(stripped == plain)
  }

  @Test func theReportReadsLikeThis() {
    #expect(SampleResult.text(TextFormat()) == Self.expected)
  }

  private static let expected = """
    stikstof 0.0.0 · policy made-law (SECOND-HAND) + mine (assumptions of the user) · as of 2025 ·
      boundary made-boundary
    FAILED made/broken: 2 errors in its files

    Netherlands  kt/yr, points of the baseline
                            2019  latest       less       path           gap to 2035   pace, pt/yr
                              kt      kt year     %          %  2035         kt   pt  so far needed
    NH3 · boundary made-boundary · made 2024 · made
      agriculture u s      114.0    99.8 2024  12.5  15.6–19.5  off track  42.8 37.5     2.5    3.0
      industry u s shadow    2.6     2.3 2024  12.5  15.6–19.5  off track   1.0 37.5     2.5    3.0
    u rests on an assumption of the user; s rests on policy known second-hand

    Provinces  t/yr, points of the baseline · boundary made-boundary · made 2024 · made
                               2019    latest       less       path            gap to 2035  pace, pt/yr
                                  t         t year     %          % 2035            t   pt so far needed
    Fryslân · PV21
      agriculture NH3 u s  14 068.0  12 309.5 2024  12.5  15.6–19.5 off track 5 275.5 37.5    2.5    3.0
    u rests on an assumption of the user; s rests on policy known second-hand

    Areas by province  NH3 within the outermost ring, t/yr; less in %; gap to the low edge
                         agriculture                gap to industry
    nr area           2019   2024  less  2035         2035  2019
    Fryslân
    23 Fochteloërveen 63.2*  55.3  12.5  off n u s    23.7     –  ?
    on, off: on or off track; risk: at risk; met~: met, unproven; n inherited from the nation;
    * derived baseline; ? cells unknown, the sum of what is known, no verdict;
    u rests on an assumption of the user; s rests on policy known second-hand

    Flags  3
    hard Netherlands              agriculture NH3 2035 off track 12.5 % less in 2024, path 15.6–19.5 u s
    hard Fryslân                  agriculture NH3 2035 off track 12.5 % less in 2024, path 15.6–19.5 u s
    hard 23 Fochteloërveen inside agriculture NH3 2035 off track 12.5 % less in 2024, path 15.6–19.5 u s

    Closure  sums of zones held against other figures
    zones to province, agriculture NH3  year  zones, t  province, t  difference
      Fryslân                           2024      55.3     12 309.5     -99.6 %  incomplete
    zones cover the part of a province that lies near its areas; their sum is an upper bound, since a
      source near two areas counts twice

    Verdicts  of sectors, one for each target; parts of sectors have none
                    own  inherited  shadow
      off track       3          1       1
      undetermined    1          0       0
    undetermined, by reason (a verdict can have several; shadow rows left out)
      1  unknownCell

    What these figures rest on
    ╔══════════════════════════════════════════════════════════════════════════════════════════════════╗
    ║ UNRESOLVED: policy is silent, nothing is computed (1)                                            ║
    ║   target.mobility.NOx.2030: silent in made-law; needed for a target for mobility NOx             ║
    ║                                                                                                  ║
    ║ SECOND-HAND OR MADE: not checked against the original (3)                                        ║
    ║   policy pack made-law: A law made up for tests                                                  ║
    ║   national figures of made 2024                                                                  ║
    ║   dataset fryslan (made): Fryslân, made                                                          ║
    ║                                                                                                  ║
    ║ ASSUMPTIONS OF THE USER (1)                                                                      ║
    ║   reading.A02 = upper, mine (A02)                                                                ║
    ║                                                                                                  ║
    ║ ASSUMPTIONS IN FORCE: readings of what the text leaves open (1)                                  ║
    ║   boundary.default = made-boundary, made-law (A05)                                               ║
    ╚══════════════════════════════════════════════════════════════════════════════════════════════════╝

    """
}
