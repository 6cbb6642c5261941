// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct SourceDatasetTests {
  @Test(arguments: DataFixtures.names(in: "sources/datasets"))
  func datasetsAreReadAsExpected(_ name: String) throws {
    let folder = DataFixtures.path("sources/datasets", name)
    let reference = try DataFixtures.requireReference()
    let reading = SourceDatasetReader.read(
      path: folder, options: SourceOptions(), reference: reference)
    var text = ""
    if let dataset = reading.value {
      text += "\(dataset.name), \(dataset.title), \(dataset.grade.rawValue)\n"
      for input in dataset.inputs {
        text += try SourceTableFixtures.words(SourceTableFixtures.read(input.file, input.options))
      }
    }
    text += DataFixtures.text(of: reading.diagnostics)
    let expected = URL(fileURLWithPath: folder).appendingPathComponent("expected.txt")
    GoldenFile(expected).expect(text)
  }

  @Test func aFileStandsForItself() throws {
    let file = DataFixtures.path("sources", "accepted", "plain", "sources.csv")
    var options = SourceOptions()
    options.layer = "x"
    let reading = try SourceDatasetReader.read(
      path: file, options: options, reference: DataFixtures.requireReference())
    let dataset = try #require(reading.value)
    #expect(dataset.name == "sources" && dataset.package == nil)
    #expect(dataset.inputs.map(\.file) == [file])
    #expect(dataset.inputs.first?.options.layer == "x")
  }

  @Test func foldersWithSourcesAreTold() {
    #expect(SourceDatasetReader.holdsSources(DataFixtures.path("sources", "datasets", "plain")))
    #expect(
      SourceDatasetReader.holdsSources(DataFixtures.path("sources", "datasets", "beside-zones")))
    #expect(
      !SourceDatasetReader.holdsSources(DataFixtures.path("sources", "datasets", "no-sources")))
    #expect(!SourceDatasetReader.holdsSources("nowhere"))
    #expect(SourceDatasetReader.holdsOnlySources(DataFixtures.path("sources", "datasets", "plain")))
    #expect(
      !SourceDatasetReader.holdsOnlySources(
        DataFixtures.path("sources", "datasets", "beside-zones")))
  }

  @Test func zonesBesideSourcesAreStillRead() throws {
    let folder = DataFixtures.path("sources", "datasets", "beside-zones")
    let reading = try DatasetReader.read(folder: folder, reference: DataFixtures.requireReference())
    #expect(reading.value?.records.count == 1)
    #expect(
      DataFixtures.text(of: reading.diagnostics)
        == "Fixtures/sources/datasets/beside-zones/datapackage.yaml:11:20: note: role 'sources' is "
        + "read apart from the others; the table is left alone here\n")
  }

  @Test func whatIsSaidOfTheFileCountsWhereTheDataPackageIsSilent() throws {
    var options = SourceOptions()
    options.boundary = BoundaryID(rawValue: "rivm-dash")
    let reference = try DataFixtures.requireReference()
    let silent = SourceDatasetReader.read(
      path: DataFixtures.path("sources", "datasets", "no-boundary"), options: options,
      reference: reference)
    #expect(silent.value?.inputs.first?.options.boundary?.rawValue == "rivm-dash")
    let plain = SourceDatasetReader.read(
      path: DataFixtures.path("sources", "datasets", "plain"), options: options,
      reference: reference)
    #expect(plain.value?.inputs.first?.options.boundary?.rawValue == "er-default")
  }
}
