// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct OPSFileTests {
  static let bad = SourceFixtures.files(in: "ops-bad", ending: ".brn")
  static let accepted = SourceFixtures.files(in: "ops-accepted", ending: ".brn")

  private static func options(for name: String) -> SourceOptions {
    var options = SourceOptions()
    if name != "no-year.brn" { options.year = 2017 }
    if name != "no-vintage.brn" { options.vintage = Vintage(rawValue: "GCN 2019") }
    options.keepsOrigins = true
    return options
  }

  private func read(_ name: String, bytes: [UInt8], blockSize: Int) throws -> String {
    var rows: [String] = []
    let reading = try OPSSources.read(
      bytes: bytes, name: "made.brn", blockSize: blockSize, options: Self.options(for: name),
      reference: DataFixtures.requireReference()
    ) { batch, keys in rows += SourceFixtures.words(batch, keys) }
    return rows.map { $0 + "\n" }.joined() + DataFixtures.text(of: reading.diagnostics)
  }

  @Test func everyDiagnosticHasACase() {
    #expect(Self.bad.count >= 20)
    #expect(Self.accepted.count >= 14)
  }

  @Test(arguments: bad)
  func whatIsWrongIsSaidInFull(_ name: String) throws {
    let words = try SourceFixtures.words(
      SourceFixtures.path("ops-bad", name), Self.options(for: name))
    #expect(words.contains("error: "))
    GoldenFile(URL(fileURLWithPath: SourceFixtures.path("ops-bad", name + ".txt"))).expect(words)
  }

  @Test(arguments: accepted)
  func sourcesReadAsExpected(_ name: String) throws {
    let words = try SourceFixtures.words(
      SourceFixtures.path("ops-accepted", name), Self.options(for: name))
    GoldenFile(URL(fileURLWithPath: SourceFixtures.path("ops-accepted", name + ".txt")))
      .expect(words)
  }

  @Test(arguments: accepted)
  func theSizeOfBlocksIsIrrelevant(_ name: String) throws {
    let bytes = try SourceFixtures.bytes("ops-accepted", name)
    let whole = try read(name, bytes: bytes, blockSize: bytes.count)
    for size in [1, 7, 64] {
      #expect(try read(name, bytes: bytes, blockSize: size) == whole)
    }
  }

  @Test func theSubstanceOfTheOptionsCountsWhereTheFileHasOnlyARemark() throws {
    var options = Self.options(for: "")
    options.pollutant = .nox
    let words = try SourceFixtures.words(
      SourceFixtures.path("ops-accepted", "other-substance.brn"), options)
    #expect(
      words.hasPrefix(
        "1 line 2: gcn 3111 NOx 2017 'GCN 2019' 31536.0 kg point 155000.0 385000.0\n"
          + "2 line 3: gcn 3111 NOx 2017 'GCN 2019' 31536.0 kg point 155000.0 385000.0\n"
          + "3 line 4: gcn 3111 NH3 2017 'GCN 2019' 63072.0 kg point 155000.0 385000.0\n"))
  }

  @Test func aCircleHasTheSurfaceOfItsDiameter() throws {
    let circle = OPSSource(
      number: 1, x: 1000, y: 2000, gramsPerSecond: 1, height: 1, diameter: -100, category: 4110,
      component: "NH3")
    guard case .surface(let parts) = circle.shape else {
      Issue.record("\(circle.shape)")
      return
    }
    let ring = parts[0][0]
    let twice = zip(ring, ring.dropFirst()).reduce(0) { sum, pair in
      sum + (pair.0.x - 1000) * (pair.1.y - 2000) - (pair.1.x - 1000) * (pair.0.y - 2000)
    }
    #expect(twice / 2 > 0)
    #expect(abs(twice / 2 - .pi * 50 * 50) < 1e-6)
  }

  @Test func aYearOfSecondsHas365Days() {
    #expect(EmissionRate.gramsPerSecond(1).kilogramsPerYear == 365 * 86_400 / 1000)
    #expect(EmissionRate(kilogramsPerYear: 31_536).gramsPerSecond == 1)
  }
}

/// Files of RIVM, where the reference data are there.
@Suite(.enabled(if: FixturePaths.referenceData != nil, "STIKSTOF_REFERENCE_DATA is not set"))
struct RealOPSTests {
  /// Rows and kg by GCN code, summed with Python's decimals from the columns of the files.
  static let sums: [String: [String: (rows: Int, kilograms: Double)]] = [
    "ops_energy_nh3_2017.brn": ["2100": (9, 22_038.365952)],
    "ops_industry_nh3_2017.brn": [
      "1100": (2755, 367_208.6182704), "1300": (205, 725_971.4369645328),
      "1400": (252, 343_966.368672), "1500": (159, 30_426.52788432), "1700": (3, 2_318.0726016),
      "1800": (257, 52_854.417741312),
    ],
  ]

  private func path(_ name: String) -> String {
    (FixturePaths.referenceData ?? "") + "/data/examples/" + name
  }

  @Test(arguments: sums.keys.sorted())
  func everyStackAndCellIsRead(_ name: String) throws {
    var options = SourceOptions()
    options.year = 2017
    options.vintage = Vintage(rawValue: "GCN 2019")
    var sides: [Double: Int] = [:]
    let reading = try SourceReader.read(
      path(name), options: options, reference: DataFixtures.requireReference()
    ) { batch, _ in
      for row in batch.x.indices {
        if case .cell(let cell) = batch.shape(row) { sides[cell.maxX - cell.minX, default: 0] += 1 }
      }
    }
    #expect(reading.diagnostics.isEmpty && reading.dropped.isEmpty)
    #expect(sides == (name.contains("industry") ? [7: 43, 9: 1, 1000: 3409] : [:]))
    let expected = try #require(Self.sums[name])
    #expect(reading.keys.all.count == expected.count)
    for (key, tally) in zip(reading.keys.all, reading.kept) {
      guard case .code(let code) = key.activity, let sum = expected[code.sector] else {
        Issue.record("\(key)")
        continue
      }
      #expect(key.pollutant == .nh3 && tally.rows == sum.rows)
      #expect(abs(tally.sum.kilograms - sum.kilograms) < 1e-6)
    }
  }

  @Test(arguments: sums.keys.sorted() + ["ops_brn_version1.brn"])
  func whatIsWrittenReadsTheSame(_ name: String) throws {
    let sources = try #require(OPSFile.read(path(name)).value)
    try withTemporaryFolder { folder in
      for version in [nil, OPSVersion.stack, .building] {
        var text = ""
        try OPSFile.write(sources, version: version, to: &text)
        let file = folder.appendingPathComponent("again.brn")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let again = try #require(OPSFile.read(file.path).value)
        #expect(
          again.map { Self.plain($0) } == sources.map { Self.plain($0) } && !again.isEmpty)
      }
    }
  }

  @Test func theFixedFormOfRIVMComesBackToTheByte() throws {
    let name = "ops_industry_nh3_2017.brn"
    let sources = try #require(OPSFile.read(path(name)).value)
    var text = ""
    try OPSFile.write(sources, version: .fixed, to: &text)
    let numbers = { (text: String) in text.split(separator: "\n").dropFirst().map { $0.prefix(72) }
    }
    let original = numbers(try String(contentsOfFile: path(name), encoding: .utf8))
    #expect(numbers(text) == original)
  }

  /// Without the stack and building that a later version adds as unknown.
  private static func plain(_ source: OPSSource) -> OPSSource {
    var source = source
    source.stack = nil
    source.building = nil
    return source
  }
}
