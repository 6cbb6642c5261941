// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct RealDatasetTests {
  private static let provinces = DatasetReader.folders(
    in: FixturePaths.fixtures.path + "/provinces")

  private static func read(_ folder: String) throws -> Dataset {
    let reading = try DatasetReader.read(
      folder: folder, reference: DataFixtures.requireReference())
    return try #require(reading.value, "\(DataFixtures.text(of: reading.diagnostics))")
  }

  @Test func theProvincesAreTheTwelveOfTheCatalogue() throws {
    let slugs = try DataFixtures.requireReference().catalogue.provinces.map(\.slug)
    #expect(try Self.provinces.map { try Self.read($0).name } == slugs.sorted())
  }

  @Test func theProvincesReadWithoutAWord() throws {
    for folder in Self.provinces {
      let reading = try DatasetReader.read(
        folder: folder, reference: DataFixtures.requireReference())
      #expect(DataFixtures.text(of: reading.diagnostics) == "")
    }
  }

  @Test func theProvincesHold2880ZoneFiguresOfWhich141AreUnknown() throws {
    let records = try Self.provinces.flatMap { try Self.read($0).records }
      .filter { $0.territory.ring != nil }
    #expect(records.count == 2880)
    #expect(records.count { $0.emission == nil } == 141)
    #expect(Set(records.map(\.vintage.rawValue)) == ["DASH 2023"])
  }

  @Test func nijkerkIsSecondHandAndHasABoundaryOfItsOwn() throws {
    let dataset = try Self.read(FixturePaths.fixtures.path + "/municipalities/nijkerk")
    #expect(dataset.grade == .secondHand)
    #expect(dataset.boundary == BoundaryID(rawValue: "er-main-sectors"))
    #expect(dataset.names == [.municipality(code: "GM0267"): "Nijkerk"])
    #expect(
      dataset.files.map { $0.split(separator: "/").last } == [
        "datapackage.yaml", "territory-emissions.csv",
      ])
  }

  @Test func aFigureLeadsBackToItsRow() throws {
    let gelderland = FixturePaths.fixtures.path + "/provinces/gelderland"
    let first = try #require(try Self.read(gelderland).records.first)
    #expect(
      first.origin == RowReference(file: gelderland + "/zone-emissions.csv", line: 2))
    #expect(first.territory == .ring(AreaCode(rawValue: 38), .inside))
    #expect(first.emission == EmissionRate(kilogramsPerYear: 253_242))
  }

  @Test func foldersAreTheInputItselfOrTheDatasetsBelowIt() {
    let root = FixturePaths.fixtures.path
    #expect(Self.provinces.count == 12)
    #expect(Self.provinces.first == root + "/provinces/drenthe")
    #expect(DatasetReader.folders(in: root + "/provinces/zeeland") == [root + "/provinces/zeeland"])
    #expect(DatasetReader.folders(in: root).isEmpty)
    #expect(DatasetReader.folders(in: "nowhere").isEmpty)
    #expect(DatasetReader.passedOver(in: root + "/provinces").isEmpty)
  }
}
