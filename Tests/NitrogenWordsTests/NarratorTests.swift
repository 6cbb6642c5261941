// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@testable import NitrogenWords

/// Verdicts and summaries as people read them.
@Suite struct NarratorTests {
  private static func result(_ path: String, _ assumptions: [String] = []) throws
    -> AssessmentResult
  {
    try ToldResults.assess(
      [try RealData.requireDataset(path)], try ToldResults.policy(assumptions))
  }

  @Test func samples() throws {
    var text = ""
    for (path, assumptions) in [
      ("provinces/gelderland", []), ("made/inherited/input", []),
      ("made/met/input", ["uncertainty.rho=0.9"]),
      ("made/off-track/input", []), ("made/met-unproven/input", []), ("made/missed/input", []),
      ("made/at-risk/input", []), ("made/on-track/input", []), ("made/area-without-data/input", []),
      ("made/zero-baseline/input", []),
      ("made/industry-and-mobility/input", []), ("made/incomplete-total/input", []),
      ("made/rising/input", []),
      ("made/probability/input", ["uncertainty.rho=0.9"]),
      ("measures/made-overijssel", ["uncertainty.rho=0.9"]),
    ] as [(String, [String])] {
      let result = try Self.result(path, assumptions)
      for language in Language.allCases {
        let n = Narrator(result, words: Words(language))
        text += "\n=== \(path) \(language.rawValue)\n"
        let areas = Set(result.assessments.compactMap(\.territory.area)).sorted()
        for area in areas
        where path != "provinces/gelderland" || "\(area)" == "57" || "\(area)" == "058" {
          text += "SUMMARY " + n.summary(of: area) + "\n"
          for row in result.assessments where row.territory == .area(area) && row.slice.part == nil
          {
            for v in row.verdicts { text += "  * " + n.sentence(v, of: row) + "\n" }
          }
        }
        if path.hasPrefix("provinces") || path.hasPrefix("measures") {
          for f in result.findings { text += "  F " + n.finding(f) + "\n" }
          for u in result.unresolved { text += "  U " + n.unresolved(u) + "\n" }
          for c in result.closure.prefix(3) { text += "  C " + n.closure(c) + "\n" }
          for e in result.policy.all.prefix(400) {
            text += "  P \(e.record.key) = \(n.value(of: e.record))\n"
          }
          for row in result.assessments where row.territory == .nation {
            for v in row.verdicts { text += "  N " + n.sentence(v, of: row) + "\n" }
          }
        }
      }
    }
    try text.write(toFile: "/tmp/samples.txt", atomically: true, encoding: .utf8)
  }
}
