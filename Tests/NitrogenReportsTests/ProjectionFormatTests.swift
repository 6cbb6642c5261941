// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenTestSupport
import Testing

@Suite struct ProjectionFormatTests {
  private func document(rho: Double?) throws -> ParsedJSON {
    let text = SampleProjections.text(JSONFormat(), rho: rho)
    return try JSONDecoder().decode(ParsedJSON.self, from: Data(text.utf8))
  }

  // MARK: - JSON

  @Test(arguments: [nil, 0.85, 0.9])
  func theDocumentKeepsToItsSchema(rho: Double?) throws {
    #expect(try SchemaCheck("assessment").problems(of: document(rho: rho)) == [])
  }

  @Test func theSchemaLetsNothingElseIn() throws {
    let text = SampleProjections.text(JSONFormat(), rho: 0.85)
    let broken = [
      (#""model": "log-linear""#, #""model": "loglinear""#, "model: not one of the values"),
      (#""fanCorrelation": 0.85"#, #""fanCorrelation": 1.85"#, "fanCorrelation: above 1.0"),
      (#""fanCorrelation": 0.85,"#, "", ": lacks fanCorrelation"),
      (#""fanCorrelation": 0.85,"#, #""fanCorrelation": 0.85, "x": 1,"#, ": has x"),
      (#""draws": 10000"#, #""draws": 1.5"#, "draws: no integer or null"),
      (#""given": true"#, #""given": 1"#, "given: no boolean"),
    ]
    for (old, new, problem) in broken {
      let changed = text.replacingOccurrences(of: old, with: new)
      #expect(changed != text)
      let document = try JSONDecoder().decode(ParsedJSON.self, from: Data(changed.utf8))
      let problems = try SchemaCheck("assessment").problems(of: document)
      #expect(problems.contains { $0.hasSuffix(problem) }, "\(problem): \(problems)")
    }
  }

  @Test func projectionsHoldAllThatIsKnown() throws {
    let document = try document(rho: 0.85)
    let nation = try #require(document["assessments"]?.list.first)
    let projections = try #require(nation["projections"]?.list)
    #expect(
      projections.map { $0["measureSet"] } == [
        .text("existingMeasures"), .text("additionalMeasures"),
      ]
    )
    #expect(nation["noProjection"] == .null)
    let first = try #require(projections.first)
    #expect(first["measures"] == .list([.text("fryslan/stable")]))
    #expect(first["trend"]?["df"] == .number(8))
    #expect(first["draws"] == .number(10_000))
    let probabilities = try #require(first["probabilities"]?.list)
    #expect(probabilities.map { $0["rho"]?.number } == [0.85, 0.8, 0.9, 0.95])
    #expect(
      probabilities.map { $0["given"] } == [.flag(true), .flag(false), .flag(false), .flag(false)])
    #expect(first["fan"]?.list.map { $0["year"]?.number } == (2025...2035).map { Double($0) })
    for year in first["fan"]?.list ?? [] {
      let quantiles = ["q025", "q16", "q50", "q84", "q975"].compactMap { year[$0]?.number }
      #expect(quantiles.count == 5 && quantiles == quantiles.sorted())
    }
    let shadow = try #require(document["assessments"]?.list[1])
    #expect(shadow["projections"]?.list.first?["draws"] == .null)
    let province = try #require(document["assessments"]?.list[2])
    #expect(province["projections"] == .list([]))
    #expect(province["noProjection"]?["code"] == .text("noLocalSeries"))
    let joint = try #require(document["joint"]?.list)
    #expect(joint.count == 2)
    #expect(joint.first?["areas"] == .list([.number(23), .number(24)]))
    #expect(joint.first?["leftOut"] == .list([.number(25)]))
    #expect(joint.first?["baselineKgPerYear"] == .number(126_400))
  }

  @Test func aYearOfTheFanStandsOnOneLine() {
    let lines = SampleProjections.text(JSONFormat(), rho: 0.85).split(separator: "\n")
    #expect(lines.count { $0.contains("\"q025\"") } == 11 * 8)
  }

  // MARK: - CSV

  @Test(arguments: [nil, 0.85, 0.9])
  func everyRowHasTheCellsOfTheHeader(rho: Double?) {
    let rows = SampleProjections.text(CSVFormat(), rho: rho).split(separator: "\n")
    #expect(String(rows[0]) == CSVFormat.header(of: SampleProjections.result(rho: rho)))
    let columns = rows[0].split(separator: ",").count
    #expect(rows.count == 8)
    for row in rows {
      #expect(row.split(separator: ",", omittingEmptySubsequences: false).count == columns)
    }
  }

  @Test func shownCorrelationsHaveColumnsOfTheirOwn() {
    #expect(
      CSVFormat.header(of: SampleProjections.result(rho: nil)).dropFirst(CSVFormat.header.count)
        == """
        ,projection_model,projection_draws,reduction_median,reduction_q025,reduction_q975,rho,\
        probability_low,probability_high,probability_low_at_rho_0.8,probability_high_at_rho_0.8,\
        probability_low_at_rho_0.9,probability_high_at_rho_0.9,probability_low_at_rho_0.95,\
        probability_high_at_rho_0.95,additional_projection_model,additional_projection_draws,\
        additional_reduction_median,additional_reduction_q025,additional_reduction_q975,\
        additional_rho,additional_probability_low,additional_probability_high,\
        additional_probability_low_at_rho_0.8,additional_probability_high_at_rho_0.8,\
        additional_probability_low_at_rho_0.9,additional_probability_high_at_rho_0.9,\
        additional_probability_low_at_rho_0.95,additional_probability_high_at_rho_0.95,\
        no_projection
        """)
  }

  private func cells(row: Int, rho: Double?) -> [String: String] {
    let rows = SampleProjections.text(CSVFormat(), rho: rho).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(uniqueKeysWithValues: zip(rows[0], rows[row]))
  }

  @Test func aRowHoldsBothSetsOfMeasures() throws {
    let cells = cells(row: 1, rho: 0.85)
    #expect(cells["projection_model"] == "log-linear")
    #expect(cells["projection_draws"] == "10000")
    #expect(cells["rho"] == "0.85")
    // Φ((ln 0.5 + 0.56 - ln 0.96) / √((0.23/2)² 2 (1 - 0.85) + 0.064²)), worked out apart.
    let low = try #require(cells["probability_low"].flatMap(Double.init))
    #expect(abs(low - 0.151939) < 1e-6)
    #expect(cells["probability"] == cells["probability_low"])
    let additional = try #require(cells["additional_probability_low"].flatMap(Double.init))
    #expect(abs(additional - 0.628200) < 1e-6)
    let median = try #require(cells["reduction_median"].flatMap(Double.init))
    #expect(abs(median - (1 - 0.96 * exp(-0.56))) < 1e-12)
    #expect(cells["no_projection"] == "")
  }

  @Test func withoutACorrelationItsCellsAreEmpty() {
    let cells = cells(row: 1, rho: nil)
    #expect(cells["rho"] == "")
    #expect(cells["probability_low"] == "")
    #expect(cells["probability"] == "")
    #expect(cells["probability_low_at_rho_0.9"] != "")
  }

  @Test func whyThereIsNoneHasACell() {
    let cells = cells(row: 3, rho: 0.85)
    #expect(cells["no_projection"] == "noLocalSeries")
    #expect(cells["projection_model"] == "")
    #expect(cells["additional_rho"] == "")
  }

  @Test func flagsHaveTheProbability() throws {
    var flags = ""
    FlagsTable.write(SampleProjections.result(rho: 0.85), to: &flags)
    let rows = flags.split(separator: "\n")
    #expect(rows[0].hasSuffix(",probability"))
    let nation = try #require(rows[1].split(separator: ",").last.flatMap { Double($0) })
    #expect(abs(nation - 0.151939) < 1e-6)
    // The flag of a province that inherits has no verdict of its own behind it.
    #expect(rows[2].hasSuffix(","))
  }
}
