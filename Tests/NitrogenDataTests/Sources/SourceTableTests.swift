// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct SourceTableTests {
  @Test func everyFormAndEveryDiagnosticHasACase() {
    #expect(DataFixtures.names(in: "sources/accepted").count >= 24)
    #expect(DataFixtures.names(in: "sources/bad").count >= 34)
  }

  @Test(arguments: DataFixtures.names(in: "sources/accepted"))
  func sourcesAreReadAsExpected(_ name: String) throws {
    let folder = DataFixtures.path("sources/accepted", name)
    let read = try SourceTableFixtures.read(
      folder + "/sources.csv", SourceTableFixtures.options(in: folder))
    let expected = URL(fileURLWithPath: folder).appendingPathComponent("expected.txt")
    GoldenFile(expected).expect(SourceTableFixtures.words(read))
    #expect(!read.reading.hasErrors)
  }

  @Test(arguments: DataFixtures.names(in: "sources/bad"))
  func diagnosticsReadAsExpected(_ name: String) throws {
    let folder = DataFixtures.path("sources/bad", name)
    let read = try SourceTableFixtures.read(
      folder + "/sources.csv", SourceTableFixtures.options(in: folder))
    let expected = URL(fileURLWithPath: folder).appendingPathComponent("expected.txt")
    GoldenFile(expected).expect(DataFixtures.text(of: read.reading.diagnostics))
    #expect(read.reading.hasErrors)
  }

  @Test(
    arguments: DataFixtures.names(in: "sources/accepted") + ["../bad/duplicates", "../bad/cells"])
  func smallBlocksAndTwoThreadsChangeNothing(_ name: String) throws {
    let folder = DataFixtures.path("sources/accepted", name)
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder + "/sources.csv")))
    var options = try SourceTableFixtures.options(in: folder)
    let whole = try SourceTableFixtures.words(SourceTableFixtures.read(bytes, options))
    for (threads, blockSize) in [(1, 1), (1, 64), (2, 1), (2, 100)] {
      options.threads = threads
      let read = try SourceTableFixtures.read(bytes, options, blockSize: blockSize)
      #expect(SourceTableFixtures.words(read) == whole, "\(threads) threads, \(blockSize) bytes")
    }
  }

  @Test func batchesAreBoundedAndInTheOrderOfTheFile() throws {
    let header = "id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage\n"
    // A multiple of 21 rows, the seven emissions times the three vintages, and of ten names a row.
    let count = 1_050_000
    var bytes = Array(header.utf8)
    let ends = (0..<21).map { row in
      Array(",100000,400000,industry,NOx,2022,\(row % 7),V\(row % 3)\n".utf8)
    }
    for row in 0..<count {
      var number = row
      repeat {
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
        number /= 10
      } while number > 0
      bytes += ends[row % 21]
    }
    var options = SourceOptions()
    options.boundary = BoundaryID(rawValue: "er-default")
    options.threads = 2
    var next = 0
    var misplaced = 0
    var counts: [Int] = []
    let reading = try SourceTable.read(
      bytes: bytes, name: "made.csv", options: options,
      reference: DataFixtures.requireReference()
    ) { batch, keys in
      counts.append(batch.count)
      for row in 0..<batch.count {
        let isRight = batch.emission[row] == Double(next % 7) && batch.key[row] == Int32(next % 3)
        misplaced += isRight ? 0 : 1
        next += 1
      }
      #expect(keys.all.map(\.vintage.rawValue) == ["V0", "V1", "V2"])
    }
    #expect(misplaced == 0)
    #expect(counts == [1 << 20, count - 1 << 20])
    #expect(reading.kept.map(\.rows) == [350_000, 350_000, 350_000])
    #expect(reading.kept.map(\.sum.kilograms) == [1_050_000, 1_050_000, 1_050_000])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func whatTheTakerThrowsComesThrough() throws {
    struct Enough: Error {}
    let header = "id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage\n"
    let rows = (0..<100).map { "\($0),155000,463000,industry,NOx,2022,1,V\n" }.joined()
    var options = SourceOptions()
    options.boundary = BoundaryID(rawValue: "er-default")
    for threads in 1...2 {
      options.threads = threads
      let reference = try DataFixtures.requireReference()
      #expect(throws: Enough.self) {
        try SourceTable.read(
          bytes: Array((header + rows).utf8), name: "made.csv", options: options,
          reference: reference, blockSize: 100
        ) { _, _ in throw Enough() }
      }
    }
  }
}
