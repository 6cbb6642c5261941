// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenReports
import Testing

@Suite struct JSONFormatTests {
  private static let text = SampleResult.text(JSONFormat())

  private func object() throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(Self.text.utf8))
    return try #require(parsed as? [String: Any])
  }

  private func assessments() throws -> [[String: Any]] {
    try #require(try object()["assessments"] as? [[String: Any]])
  }

  @Test func keysStandInTheOrderOfTheSchema() throws {
    let keys = [
      "schema", "datasets", "manifest", "assessments", "joint", "closure", "unresolved", "findings",
      "assumptions", "policyOverrides",
    ]
    let places = try keys.map { try #require(Self.text.range(of: "\n  \"\($0)\": ")).lowerBound }
    #expect(places == places.sorted())
    #expect(Set(try object().keys) == Set(keys))
  }

  @Test func whatIsUnknownIsNull() throws {
    let unknown = try assessments()[4]
    #expect(unknown["baseline"] is NSNull)
    #expect(unknown["part"] is NSNull)
    #expect(unknown["complete"] as? Bool == false)
    let year = try #require((unknown["series"] as? [[String: Any]])?.first)
    #expect(year["kgPerYear"] is NSNull)
    #expect(year["reduction"] is NSNull)
    let pace = try #require(unknown["pace"] as? [String: Any])
    #expect(pace["soFarPerYear"] is NSNull)
    #expect(pace["fit"] is NSNull)
    #expect(unknown["projections"] as? [String] == [])
    #expect(unknown["noProjection"] is NSNull)
    let verdict = try #require((unknown["verdicts"] as? [[String: Any]])?.first)
    #expect(verdict["target"] is NSNull)
    #expect(verdict["probability"] is NSNull)
    #expect(verdict["reasons"] as? [String] == ["unknownCell"])
  }

  @Test func territoriesHaveWhatTheirKindHas() throws {
    let territories = try assessments().map { try #require($0["territory"] as? [String: Any]) }
    #expect(Set(territories[0].keys) == ["kind", "name", "provinces"])
    #expect(Set(territories[2].keys) == ["kind", "code", "name", "provinces"])
    #expect(Set(territories[3].keys) == ["kind", "area", "name", "provinces"])
    #expect(Set(territories[5].keys) == ["kind", "area", "ring", "name", "provinces"])
    #expect(territories[5]["provinces"] as? [String] == ["Drenthe", "Fryslân"])
  }

  @Test func everyFigureLeadsBackToRowsAndPolicy() throws {
    let nation = try assessments()[0]
    #expect(
      nation["policy"] as? [String] == [
        "made-law#boundary.default", "mine#reading.A02", "made-law#target.agriculture.NH3.2035",
      ])
    #expect(nation["userAssumptions"] as? [String] == ["mine#reading.A02"])
    let year = try #require((nation["series"] as? [[String: Any]])?.last)
    #expect(year["rows"] as? [String] == ["made, \"x\".csv:3"])
  }

  @Test func assumptionsInForceAreListed() throws {
    let assumptions = try #require(try object()["assumptions"] as? [[String: Any]])
    #expect(assumptions.map { $0["key"] as? String } == ["boundary.default", "reading.A02"])
    #expect(assumptions.map { $0["user"] as? Bool } == [false, true])
  }

  @Test func theManifestNamesOutputsOnlyOnItsOwn() {
    var manifest = ""
    ManifestDocument.write(SampleResult.run, to: &manifest)
    #expect(manifest.contains("\"outputs\": []"))
    #expect(manifest.hasSuffix("}\n"))
    #expect(!Self.text.contains("\"outputs\""))
    #expect(manifest.contains(#""path": "made, \"x\".csv""#))
  }

  @Test func twoRunsGiveTheSameBytes() {
    #expect(Self.text == SampleResult.text(JSONFormat()))
  }
}
