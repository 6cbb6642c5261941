// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// What the boundary tables make of AERIUS sectors and GCN codes.
@Suite struct SourceBoundaryTests {
  private func tables() throws -> [BoundaryTable] {
    try DataFixtures.requireReference().boundaries.values.sorted { $0.id < $1.id }
      .filter { $0.id.rawValue != "er-nec" }
  }

  private func slice(_ table: String, _ classification: String, _ code: String) throws -> String {
    let boundary = try #require(
      DataFixtures.requireReference().boundaries[BoundaryID(rawValue: table)])
    let code = ActivityCode(classification: classification, sector: code, subsector: nil)
    switch boundary.resolve(code) {
    case .slice(let slice): return slice.label
    case .split: return "split"
    case .unknown: return "unknown"
    }
  }

  @Test func everyTableKnowsTheSameSectorsOfAERIUS() throws {
    let tables = try tables()
    let codes = Set(try #require(tables[0].map["aerius"]).keys)
    #expect(codes.count == 49)
    #expect(tables.allSatisfy { Set($0.map["aerius"]?.keys.map { $0 } ?? []) == codes })
  }

  @Test(arguments: [
    ("er-default", "aerius", "4110", "agriculture"), ("er-default", "aerius", "1800", "industry"),
    ("er-default", "aerius", "2100", "other"), ("er-default", "aerius", "1050", "other"),
    ("er-default", "aerius", "3111", "mobility"), ("er-default", "aerius", "7520", "other"),
    ("er-default", "aerius", "9999", "other"), ("er-default", "aerius", "4711", "unknown"),
    ("rivm-dash", "aerius", "4110", "agriculture.housing"),
    ("rivm-dash", "aerius", "4120", "agriculture.housing"),
    ("rivm-dash", "aerius", "4140", "agriculture.field"),
    ("rivm-dash", "aerius", "1050", "industry"), ("rivm-dash", "aerius", "7520", "mobility"),
    ("er-industry-energy-waste", "aerius", "2100", "industry"),
    ("er-road-only", "aerius", "3112", "mobility"), ("er-road-only", "aerius", "3220", "other"),
    ("er-agriculture-commercial", "aerius", "4160", "other"),
    ("er-default", "gcn", "1100", "industry"), ("er-default", "gcn", "2100", "other"),
    ("er-default", "gcn", "3811", "other"), ("er-main-sectors", "gcn", "3811", "mobility"),
    ("er-default", "gcn", "4111", "agriculture"), ("er-default", "gcn", "9120", "unknown"),
    ("rivm-dash", "gcn", "4130", "agriculture.field"), ("rivm-dash", "gcn", "5000", "industry"),
    ("er-agriculture-commercial", "gcn", "4111", "unknown"),
    ("er-nec", "aerius", "4110", "unknown"),
  ])
  func codesGoWhereTheTitleSays(
    _ table: String, _ classification: String, _ code: String, _ expected: String
  ) throws {
    #expect(try slice(table, classification, code) == expected)
  }

  /// Which tables agree on a sector decides which figures may be compared; codes of sources follow
  /// the choices made for the inventory and must not change that.
  @Test(arguments: Sector.allCases)
  func tablesAgreeAsTheyDoOnTheInventory(_ sector: Sector) throws {
    let tables = try tables()
    for one in tables {
      for other in tables where one.id < other.id {
        #expect(
          one.agrees(with: other, on: sector) == plain(one).agrees(with: plain(other), on: sector),
          "\(one.id) and \(other.id)")
      }
    }
  }

  private func plain(_ table: BoundaryTable) -> BoundaryTable {
    BoundaryTable(
      id: table.id, title: table.title, doubt: table.doubt,
      map: table.map.filter { $0.key != "aerius" && $0.key != "gcn" })
  }

  @Test(.enabled(if: FixturePaths.referenceData != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func everyCodeOfTheGCNFilesIsPlaced() throws {
    let path = (FixturePaths.referenceData ?? "") + "/data/emissions_gcn_code_2017.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
    let codes = Set(lines.map { String($0.split(separator: ",")[2]) })
    #expect(codes.count == 95)
    for code in codes { #expect(try slice("er-default", "gcn", code) != "unknown", "\(code)") }
  }
}
