// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// The emission factors of `Areas/factors/`.
@Suite struct FactorTests {
  @Test func thereAre85HousingFactorsAnd29OfFields() throws {
    let factors = try DataFixtures.requireReference().factors
    #expect(factors.housing.count == 85)
    #expect(factors.field.count == 29)
    #expect(Set(factors.housing.compactMap(\.code)).count == 9)
    #expect(factors.housing.allSatisfy { $0.citation.grade == .official })
  }

  @Test func aSystemHasOneFactorAYearAndACodeOneDefault() throws {
    let factors = try DataFixtures.requireReference().factors
    for year in 1990...2030 {
      let valid = factors.housing.filter { $0.years.contains(year) }
      let names = valid.map { "\($0.category) \($0.housing)" }
      #expect(Set(names).count == names.count, "\(year)")
      let codes = valid.filter(\.isDefaultOfCode).map(\.code)
      #expect(Set(codes).count == codes.count, "\(year)")
      let fields = factors.field.filter { $0.years.contains(year) }
        .map { "\($0.kind) \($0.land) \($0.technique)" }
      #expect(Set(fields).count == fields.count, "\(year)")
    }
  }

  /// RIVM report 2024-0015, tables A5.1 and 10.1; Staatscourant 2019, 68350, annex 1.
  @Test func someFactorsAreThoseOfTheirSource() throws {
    let factors = try DataFixtures.requireReference().factors
    let cows = try #require(factors.housing.first { $0.code == "A1.100" && $0.isDefaultOfCode })
    #expect(cows.kilogramsPerPlace == 13)
    #expect(cows.years == YearSpan(first: 2007, last: 2022))
    #expect(cows.citation.table == "A5.1")
    let plates = try #require(factors.housing.first { $0.code == "A1.23" })
    #expect(plates.kilogramsPerPlace == 6)
    #expect(plates.years.description == "from 2020 on")
    let slit = try #require(
      factors.field.first { $0.technique == "slit coulter" && $0.land == "grassland" })
    #expect(slit.loss.value == 0.217)
    #expect(slit.nitrogen == "TAN")
  }

  @Test(.enabled(if: FixturePaths.referenceData != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func everyRowOfTheSourceIsThere() throws {
    let folder = try #require(FixturePaths.referenceData) + "/data/"
    let factors = try DataFixtures.requireReference().factors
    let housing = try String(contentsOfFile: folder + "nh3_emission_factors.csv", encoding: .utf8)
    for factor in factors.housing {
      let found = housing.split(separator: "\n").filter { line in
        line.contains(factor.housing) && line.contains(",\(factor.category),")
          && line.contains(",\(factor.kilogramsPerPlace),")
          && line.hasSuffix(",\(factor.citation.table)")
      }
      #expect(!found.isEmpty, "\(factor.citation.origin)")
    }
    #expect(housing.split(separator: "\n").count == factors.housing.count + 1)
    let field = try String(
      contentsOfFile: folder + "nh3_emission_factors_field.csv", encoding: .utf8)
    for factor in factors.field {
      let percent = (factor.loss.value * 1000).rounded() / 10
      #expect(
        field.split(separator: "\n").contains {
          $0.contains(factor.technique) && $0.hasPrefix("\(factor.kind),\(factor.land),")
            && $0.hasSuffix("% of \(factor.nitrogen),\(percent)")
        }, "\(factor.citation.origin)")
    }
    #expect(field.split(separator: "\n").count == factors.field.count + 1)
  }

  @Test func spansAreSaidInWords() {
    #expect(YearSpan(first: 2007, last: 2022).description == "2007 to 2022")
    #expect(YearSpan(first: 2022, last: 2022).description == "2022")
    #expect(YearSpan(first: nil, last: 2006).description == "up to 2006")
    #expect(YearSpan(first: nil, last: nil).description == "any year")
  }

  @Test func badFactorsAreReportedAtTheirCell() throws {
    let problems = try withTemporaryFolder { folder in
      let factors = folder.appendingPathComponent("factors")
      try FileManager.default.createDirectory(at: factors, withIntermediateDirectories: true)
      try Data(
        """
        code,code_default,group,category,housing,factor_kg_nh3_per_place_yr,valid_from,valid_to,\
        publisher,release,source_table,grade
        A1.1,maybe,cattle,dairy cows,stall,13,2007,2022,RIVM,report,A5.1,official
        ,,cattle,dairy cows,stall,,2007,2022,RIVM,report,A5.1,official
        ,,cattle,dairy cows,stall,-1,2007,soon,RIVM,report,A5.1,hearsay

        """.utf8
      ).write(to: factors.appendingPathComponent("housing-factors.csv"))
      try Data(
        """
        kind,land,technique,loss_percent,of,valid_from,valid_to,publisher,release,source_table,grade
        manure,grass,slit,10,urea,,,RIVM,report,10.1,official

        """.utf8
      ).write(to: factors.appendingPathComponent("field-factors.csv"))
      return DataFixtures.text(
        of: ReferenceDataReader.read(areasFolder: folder.path).diagnostics.filter {
          $0.file.contains("/factors/")
        }
      ).replacingOccurrences(of: folder.path + "/factors/", with: "")
    }
    #expect(
      problems == """
        field-factors.csv:2:22: error: unknown nitrogen 'urea'; expected TAN or N
        housing-factors.csv:2:6: error: unknown flag 'maybe'; expected yes or no
        housing-factors.csv:3:27: error: the cell is empty; column 'factor_kg_nh3_per_place_yr' \
        needs a value
        housing-factors.csv:4:27: error: the factor must be 0 kg/yr or more, found '-1' kg/yr
        housing-factors.csv:4:35: error: 'soon' is not a year; expected four digits, such as 2019
        housing-factors.csv:4:57: error: unknown grade 'hearsay'; expected official, second-hand or \
        made

        """)
  }
}
