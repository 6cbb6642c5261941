// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import Testing

@Suite struct ExplanationTests {
  private static let measures = [
    Measure(
      id: "stable", title: "other stables", scope: .nation, slice: SectorSlice(.agriculture),
      pollutant: .nh3, from: CalendarDay(firstOfMonth: 1, of: 2030), effect: Fraction(0.04),
      spread: Fraction(0.01), evidence: .contract, overlapGroup: "stables", technique: "scrubber",
      origin: RowReference(file: "measures.csv", line: 2))
  ]

  private static let dataset = Dataset(
    name: "fryslan", title: "Fryslân, made", folder: "made/fryslan", grade: .made, boundary: nil,
    records: [], names: [:], files: [], measures: measures)

  private func text(_ assessment: Assessment, rho: Double?) -> String {
    Explanation(
      assessment, in: SampleProjections.result(rho: rho), datasets: [Self.dataset]
    ).text(target: 2035)
  }

  /// The lines of the probability.
  private func probability(_ place: Int, rho: Double?) -> String {
    probability(SampleProjections.result(rho: rho).assessments[place], rho: rho)
  }

  private func probability(_ assessment: Assessment, rho: Double?) -> String {
    let lines = text(assessment, rho: rho).split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.contains("probability") } ?? lines.startIndex
    let end =
      lines.firstIndex { $0.hasPrefix("pace so far") || $0 == "policy lines" } ?? lines.endIndex
    return lines[start..<end].joined(separator: "\n")
  }

  @Test func drawsAreLedBackToTrendErrorAndMeasures() {
    #expect(probability(4, rho: 0.85) == Self.drawn)
  }

  @Test func aSilentCorrelationIsUnresolved() {
    #expect(probability(6, rho: nil) == Self.silent)
  }

  @Test func whatIsInheritedIsTheNations() {
    #expect(probability(2, rho: 0.85) == Self.inherited)
  }

  @Test func tooFewYearsAreSaid() {
    #expect(
      probability(3, rho: 0.85) == """
          no probability of its own: tooFewYearsForProbability: 2 years are stated, 4 are needed

        """)
  }

  @Test func aYearOfManyRowsNamesTheFirst() {
    let row = SampleProjections.result(rho: 0.85).assessments[6]
    let point = SeriesPoint(
      year: 2024, emission: EmissionRate(kilogramsPerYear: 10.5), provenance: .stated,
      vintage: SampleResult.vintage, basis: .stated,
      rows: (2...4).map { RowReference(file: "made.csv", line: $0) })
    let many = Assessment(
      territory: row.territory, dataset: row.dataset, grade: row.grade, slice: row.slice,
      pollutant: row.pollutant, boundary: row.boundary, isShadow: row.isShadow, missing: [],
      baseline: row.baseline, series: [AssessedYear(point: point, reduction: Fraction(0.125))],
      path: row.path, targets: row.targets, verdicts: row.verdicts, remainingGap: [],
      pace: row.pace, projections: row.projections, policyKeys: row.policyKeys)
    #expect(
      probability(many, rho: 0.85).contains(
        "ln E(2024) = ln 10.5 = 2.351375  made.csv:2 and 2 more\n"))
  }

  @Test func aPassedTargetRestsOnTheInventoryAlone() {
    #expect(probability(SampleProjections.passed(rho: 0.9), rho: 0.9) == Self.passed)
  }

  private static let drawn = """
      probability with existing measures, model log-linear
        trend of ln E over 2019 to 2024, 2 years
          ln E(2019) = ln 63200 = 11.05406  made, "x".csv:2
          ln E(2024) = ln 55300 = 10.920528  made, "x".csv:3
        line ln E = a + b t with b = -0.035 a year, standard error 0.004; residual s = 0.015, 8 degrees of freedom
        U = 23 %, half of the 95 % interval of one year's figure: made-chances#uncertainty.agriculture.NH3, made-report, Table 1
        rho = 0.85, the correlation of two years' errors: made-chances#uncertainty.rho, made-report, Table 1
        shown at rho = 0.8, 0.9, 0.95: made-chances#uncertainty.rho.shown, made-report, Table 1
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 0.15) = 0.115 x 0.547723 = 0.062988
          of it in a year ahead, beside s: sqrt(max(0, 2 w - s^2)), w = (U/2)^2 (1 - rho), = sqrt(max(0, 0.003968 - 0.000225)) = 0.061176
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 0.2) = 0.115 x 0.632456 = 0.072732
          of it in a year ahead, beside s: sqrt(max(0, 2 w - s^2)), w = (U/2)^2 (1 - rho), = sqrt(max(0, 0.00529 - 0.000225)) = 0.071169
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 0.1) = 0.115 x 0.447214 = 0.05143
          of it in a year ahead, beside s: sqrt(max(0, 2 w - s^2)), w = (U/2)^2 (1 - rho), = sqrt(max(0, 0.002645 - 0.000225)) = 0.049193
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 0.05) = 0.115 x 0.316228 = 0.036366
          of it in a year ahead, beside s: sqrt(max(0, 2 w - s^2)), w = (U/2)^2 (1 - rho), = sqrt(max(0, 0.001323 - 0.000225)) = 0.033129
        measures that count: 1
          fryslan/stable: other stables, contract, takes away 4 %, standard deviation 1 %, from 2030-01-01, overlap group stables, technique scrubber  measures.csv:2
          they leave, at their effects on paper: F(2030 to 2035) = 0.96
        without measures ln(E(2035)/B) = -0.56, so r = 1 - exp(-0.56) = 42.8791 %
        median r(2035) = 45.1639 %, ln(E/B) = -0.600822; 68 % lies in 40.0418 % to 49.8485 %, 95 % in 34.6115 % to 54.0134 %, at rho 0.85
        variance of ln(E/B): trend 38.1 %, year to year 10.7 %, measures 2.0 %, inventory 49.2 %
        10 000 draws, seed 7
        P(r(2035) >= 50 %) = 0.1519, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.85, given, standard error 0.005
        P(r(2035) >= 50 %) = 0.1703, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.8, standard error 0.005
        P(r(2035) >= 50 %) = 0.1304, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.9, standard error 0.005
        P(r(2035) >= 50 %) = 0.1049, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.95, standard error 0.005

      probability with additional measures, model log-linear
        trend and error of the inventory as above
        measures that count: 2
          fryslan/stable: other stables, contract, takes away 4 %, standard deviation 1 %, from 2030-01-01, overlap group stables, technique scrubber  measures.csv:2
          fryslan/buyout
          they leave, at their effects on paper: F(2030 to 2035) = 0.85
        without measures ln(E(2035)/B) = -0.56, so r = 1 - exp(-0.56) = 42.8791 %
        median r(2035) = 51.4472 %, ln(E/B) = -0.722519; 68 % lies in 46.912 % to 55.595 %, 95 % in 42.1039 % to 59.2827 %, at rho 0.85
        variance of ln(E/B): trend 38.1 %, year to year 10.7 %, measures 2.0 %, inventory 49.2 %
        10 000 draws, seed 7
        P(r(2035) >= 50 %) = 0.6282, P(r(2035) >= 62.5 %) = 0.0020 at rho 0.85, given, standard error 0.005
        P(r(2035) >= 50 %) = 0.6191, P(r(2035) >= 62.5 %) = 0.0038 at rho 0.8, standard error 0.005
        P(r(2035) >= 50 %) = 0.6397, P(r(2035) >= 62.5 %) = 0.0008 at rho 0.9, standard error 0.005
        P(r(2035) >= 50 %) = 0.6551, P(r(2035) >= 62.5 %) = 0.0002 at rho 0.95, standard error 0.005

    """

  private static let silent = """
      probability with existing measures, model log-linear
        trend of ln E over 2019 to 2024, 2 years
          ln E(2019) = ln 12 = 2.484907  made, "x".csv:2
          ln E(2024) = ln 10.5 = 2.351375  made, "x".csv:3
        line ln E = a + b t with b = -0.035 a year, standard error 0.004; residual s = 0.015, 8 degrees of freedom
        U = 23 %, half of the 95 % interval of one year's figure: made-chances#uncertainty.agriculture.NH3, made-report, Table 1
        rho, the correlation of two years' errors: unresolved(uncertainty.rho), made-chances#uncertainty.rho is silent, made-report, Table 1
        shown at rho = 0.8, 0.9, 0.95: made-chances#uncertainty.rho.shown, made-report, Table 1
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 0.2) = 0.115 x 0.632456 = 0.072732
          of it in a year ahead, beside s: sqrt(max(0, 2 w - s^2)), w = (U/2)^2 (1 - rho), = sqrt(max(0, 0.00529 - 0.000225)) = 0.071169
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 0.1) = 0.115 x 0.447214 = 0.05143
          of it in a year ahead, beside s: sqrt(max(0, 2 w - s^2)), w = (U/2)^2 (1 - rho), = sqrt(max(0, 0.002645 - 0.000225)) = 0.049193
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 0.05) = 0.115 x 0.316228 = 0.036366
          of it in a year ahead, beside s: sqrt(max(0, 2 w - s^2)), w = (U/2)^2 (1 - rho), = sqrt(max(0, 0.001323 - 0.000225)) = 0.033129
        no measures count
        without measures ln(E(2035)/B) = -0.56, so r = 1 - exp(-0.56) = 42.8791 %
        median r(2035) = 42.8791 %, ln(E/B) = -0.56; 68 % lies in 38.0196 % to 47.3576 %, 95 % in 32.9063 % to 51.3695 %, at rho 0.9
        variance of ln(E/B): trend 45.6 %, year to year 15.2 %, measures 0.0 %, inventory 39.2 %
        in closed form
        P(r(2035) >= 50 %) = 0.0847, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.8
        P(r(2035) >= 50 %) = 0.0524, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.9
        P(r(2035) >= 50 %) = 0.0352, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.95

    """

  private static let inherited = """
      no probability of its own: noLocalSeries: one stated year says nothing of a trend
        the nation's, boundary made-boundary, existing measures, inherited
          10 000 draws, seed 7
          P(r(2035) >= 50 %) = 0.1519, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.85, given, standard error 0.005
          P(r(2035) >= 50 %) = 0.1703, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.8, standard error 0.005
          P(r(2035) >= 50 %) = 0.1304, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.9, standard error 0.005
          P(r(2035) >= 50 %) = 0.1049, P(r(2035) >= 62.5 %) < 0.0001 at rho 0.95, standard error 0.005
        the nation's, boundary made-boundary, additional measures, inherited
          10 000 draws, seed 7
          P(r(2035) >= 50 %) = 0.6282, P(r(2035) >= 62.5 %) = 0.0020 at rho 0.85, given, standard error 0.005
          P(r(2035) >= 50 %) = 0.6191, P(r(2035) >= 62.5 %) = 0.0038 at rho 0.8, standard error 0.005
          P(r(2035) >= 50 %) = 0.6397, P(r(2035) >= 62.5 %) = 0.0008 at rho 0.9, standard error 0.005
          P(r(2035) >= 50 %) = 0.6551, P(r(2035) >= 62.5 %) = 0.0002 at rho 0.95, standard error 0.005

    """

  private static let passed = """
      probability with existing measures, model none
        no trend is drawn through the years that are known
        U = 23 %, half of the 95 % interval of one year's figure: made-chances#uncertainty.agriculture.NH3, made-report, Table 1
        rho = 0.9, the correlation of two years' errors: made-chances#uncertainty.rho, made-report, Table 1
        shown at rho = 0.8, 0.9, 0.95: made-chances#uncertainty.rho.shown, made-report, Table 1
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 0.1) = 0.115 x 0.447214 = 0.05143
          sd(ln ratio) = (U/2) sqrt(2 (1 - rho)) = 0.115 x sqrt(2 x 1) = 0.115 x 1.414214 = 0.162635
        no measures count
        2035 has passed: ln(E/B) = ln(1 - 0.44) = -0.579818, uncertain by the error of the inventory alone
        P(r >= 42 %) = Phi((ln(1 - 0.42) - ln(E/B)) / sd) = Phi(0.035091 / sd)
          Phi(0.682318) at rho 0.9
          Phi(0.215768) at rho 0
        in closed form
        P(r(2035) >= 42 %) = 0.7520, P(r(2035) >= 46 %) = 0.4000 at rho 0.9, given
        P(r(2035) >= 42 %) = 0.5850, P(r(2035) >= 46 %) = 0.4000 at rho 0

    """
}
