// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct IMAERFileTests {
  static let bad = SourceFixtures.files(in: "imaer-bad", ending: ".gml")
  static let accepted = SourceFixtures.files(in: "imaer-accepted", ending: ".gml")

  private func read(
    _ bytes: [UInt8], blockSize: Int = 1 << 16, options: SourceOptions = SourceOptions()
  ) throws -> (words: String, reading: SourceReading) {
    var rows: [String] = []
    let reading = try IMAERFile.read(
      bytes: bytes, name: "made.gml", blockSize: blockSize, options: options,
      reference: DataFixtures.requireReference()
    ) { batch, keys in rows += SourceFixtures.words(batch, keys) }
    return (
      rows.joined(separator: "\n") + "\n" + DataFixtures.text(of: reading.diagnostics), reading
    )
  }

  @Test func everyDiagnosticHasACase() {
    #expect(Self.bad.count >= 50)
    #expect(Self.accepted.count >= 15)
  }

  @Test(arguments: bad)
  func whatIsWrongIsSaidInFull(_ name: String) throws {
    let (words, reading) = try read(SourceFixtures.bytes("imaer-bad", name))
    #expect(reading.hasErrors)
    GoldenFile(URL(fileURLWithPath: SourceFixtures.path("imaer-bad", name + ".txt"))).expect(words)
  }

  @Test(arguments: accepted)
  func sourcesReadAsExpected(_ name: String) throws {
    var options = SourceOptions()
    options.keepsOrigins = true
    let words = try SourceFixtures.words(
      SourceFixtures.path("imaer-accepted", name), options)
    GoldenFile(URL(fileURLWithPath: SourceFixtures.path("imaer-accepted", name + ".txt")))
      .expect(words)
  }

  @Test(arguments: accepted)
  func theSizeOfBlocksIsIrrelevant(_ name: String) throws {
    let bytes = try SourceFixtures.bytes("imaer-accepted", name)
    let whole = try read(bytes, blockSize: bytes.count).words
    for size in [1, 7, 64] { #expect(try read(bytes, blockSize: size).words == whole) }
  }

  @Test(arguments: [1, 3, 50])
  func aFileCutOffAnywhereIsAnError(_ step: Int) throws {
    let bytes = try SourceFixtures.bytes("imaer-accepted", "shapes.gml")
    let close = "</imaer:FeatureCollectionCalculator>".utf8.count
    for count in stride(from: 0, to: bytes.count - close, by: 97 * step) {
      #expect(try read(Array(bytes[..<count])).reading.hasErrors, "cut off after \(count) bytes")
    }
  }

  @Test func theOptionsFillTheYearAndGiveTheVintage() throws {
    var options = SourceOptions()
    options.year = 2019
    options.vintage = Vintage(rawValue: "ER 1990-2023 final")
    let missing = try read(SourceFixtures.bytes("imaer-bad", "year-missing.gml"), options: options)
    #expect(
      missing.reading.keys.all.map(\.year) == [2019]
        && missing.reading.keys.all.map(\.vintage.rawValue) == ["ER 1990-2023 final"])
    #expect(!missing.reading.hasErrors)
    let stated = try read(
      SourceFixtures.bytes("imaer-accepted", "shapes.gml"), options: options)
    #expect(Set(stated.reading.keys.all.map(\.year)) == [2024])
    let version = try read(
      SourceFixtures.bytes("imaer-bad", "version-missing.gml"), options: options)
    #expect(!version.reading.hasErrors)
  }

  @Test func aBoundaryThatDoesNotPlaceASectorDropsIt() throws {
    var options = SourceOptions()
    options.boundary = BoundaryID(rawValue: "er-nec")
    let (words, reading) = try read(
      SourceFixtures.bytes("imaer-accepted", "without-xml-declaration.gml"), options: options)
    #expect(reading.kept.isEmpty)
    #expect(reading.dropped[.unknownSector("4110")]?[.nh3]?.sum.kilograms == 100)
    #expect(
      words.contains(
        "sectorId 4110 of source 'ES.1' is in no boundary table 'er-nec'; its sources are left out")
    )
  }

  @Test func tagsAndCommentsBeyondAllMeasureAreRefused() throws {
    let text = String(
      decoding: try SourceFixtures.bytes("imaer-accepted", "without-xml-declaration.gml"),
      as: UTF8.self)
    let start = try #require(text.range(of: "  <imaer:featureMember>"))
    let long = String(repeating: "x", count: 11 << 20)
    for piece in ["<!--\(long)-->", "<a b=\"\(long)\"/>", "<\(long)/>"] {
      let (_, reading) = try read(
        Array((text[..<start.lowerBound] + piece + text[start.lowerBound...]).utf8))
      #expect(
        reading.diagnostics.map(\.text) == [
          "made.gml:3:1: error: a tag, an attribute or a comment that begins here is longer than 10 "
            + "MB; that is no IMAER, check the file"
        ])
    }
  }

  @Test func tenThousandErrorsAreSaidInAThousandLines() throws {
    let text = String(
      decoding: try SourceFixtures.bytes("imaer-bad", "emission-negative.gml"), as: UTF8.self)
    let start = try #require(text.range(of: "  <imaer:featureMember>"))
    let end = try #require(text.range(of: "</imaer:featureMember>\n"))
    let member = String(text[start.lowerBound..<end.upperBound])
    let many = (1...10_000).map { member.replacingOccurrences(of: "ES.1", with: "ES.\($0)") }
    let (_, reading) = try read(
      Array((text[..<start.lowerBound] + many.joined() + text[end.upperBound...]).utf8))
    #expect(reading.diagnostics.count == 1001)
    #expect(
      reading.diagnostics.last?.message
        == "9000 more problems of this file are not listed; mend the 1000 above first")
  }

  @Test func manyWarningsOfOneKindAreCountedAndNoError() throws {
    let text = String(
      decoding: try SourceFixtures.bytes("imaer-accepted", "without-xml-declaration.gml"),
      as: UTF8.self)
    let start = try #require(text.range(of: "  <imaer:featureMember>"))
    let end = try #require(text.range(of: "</imaer:featureMember>\n"))
    let member = String(text[start.lowerBound..<end.upperBound])
      .replacingOccurrences(
        of: "<imaer:emission>.*</imaer:emission>", with: "", options: .regularExpression)
    let many = (1...2000).map { member.replacingOccurrences(of: "ES.1", with: "ES.\($0)") }
    let (words, reading) = try read(
      Array((text[..<start.lowerBound] + many.joined() + text[end.upperBound...]).utf8))
    #expect(!reading.hasErrors)
    #expect(reading.kept.map(\.unknown) == [2000, 2000])
    #expect(words.contains("made.gml: warning: 3990 more emissions stay unknown\n"))
  }

  @Test func tooManyNamesAreRefused() throws {
    let text = String(
      decoding: try SourceFixtures.bytes("imaer-accepted", "without-xml-declaration.gml"),
      as: UTF8.self)
    let place = try #require(text.range(of: "  <imaer:featureMember>"))
    let names = (0..<20_000).map { "<a\($0)/>" }.joined()
    let (words, _) = try read(
      Array((text[..<place.lowerBound] + names + text[place.lowerBound...]).utf8))
    #expect(
      words.hasSuffix(
        "error: the file has more than 10000 different names of elements and attributes; that is no "
          + "IMAER, check the file\n"))
  }

  @Test func hugeTextIsRefusedInBoundedMemory() throws {
    let text = String(
      decoding: try SourceFixtures.bytes("imaer-accepted", "without-xml-declaration.gml"),
      as: UTF8.self)
    let long = String(repeating: "185000 450000 ", count: 1_300_000)
    let (words, _) = try read(
      Array(text.replacingOccurrences(of: "185000 450000", with: long).utf8))
    #expect(words.contains("the text of 'posList' is longer than 16777216 bytes; mend or split it"))
  }

  @Test func onlyItsNamespaceMakesAFileIMAER() throws {
    #expect(IMAERFile.isOne(SourceFixtures.path("imaer-accepted", "shapes.gml")))
    #expect(!IMAERFile.isOne(SourceFixtures.path("imaer-bad", "not-imaer.gml")))
    #expect(!IMAERFile.isOne("nowhere.gml"))
  }

  @Test func aFileThatIsNotThereSaysSo() throws {
    #expect(
      try SourceFixtures.words("nowhere.gml", SourceOptions())
        == "nowhere.gml: error: no such file; expected a file of sources\n")
  }
}

/// The files of AERIUS and of its users, where the reference data are there.
@Suite(.enabled(if: FixturePaths.referenceData != nil, "STIKSTOF_REFERENCE_DATA is not set"))
struct RealIMAERTests {
  private func rows(_ name: String) throws -> String {
    let path = (FixturePaths.referenceData ?? "") + "/data/examples/" + name
    return try SourceFixtures.words(path, SourceOptions())
      .replacingOccurrences(of: path, with: name)
  }

  @Test func theFarmOf2019IsReadAndItsResultPointsAreNot() throws {
    #expect(
      try rows("imaer_2_2_farm_with_results.gml") == """
        aerius 4320 NH3 2020 'AERIUS 2019A' 10.0 kg point 136356.7 408119.04
        aerius 4320 NOx 2020 'AERIUS 2019A' 10.0 kg point 136356.7 408119.04
        left out: substance 'NO2' is neither NH3 nor NOx, any: 1 rows, 0.0 kg, 0 unknown
        left out: substance 'PM10' is neither NH3 nor NOx, any: 1 rows, 0.0 kg, 0 unknown
        imaer_2_2_farm_with_results.gml: note: left out what is no source: 4 ReceptorPoint

        """)
  }

  @Test func theFarmWith800PigsIsReadWhole() throws {
    #expect(
      try rows("imaer_5_1_farm_800_pigs_input.gml") == """
        aerius 4110 NH3 2024 'AERIUS 2023.2.2' 6400.0 kg point 185207.52364393612 316950.6359044108
        aerius 4110 NOx 2024 'AERIUS 2023.2.2' 0.0 kg point 185207.52364393612 316950.6359044108
        left out: substance 'NO2' is neither NH3 nor NOx, any: 1 rows, 0.0 kg, 0 unknown
        left out: substance 'PM10' is neither NH3 nor NOx, any: 1 rows, 0.0 kg, 0 unknown
        imaer_5_1_farm_800_pigs_input.gml: note: left out what is no source: 1 Building

        """)
  }

  @Test func theFarmWith120CowsIsReadWhole() throws {
    let words = try rows("imaer_6_0_farm_120_cows_input.gml")
    #expect(
      words.hasPrefix(
        "aerius 4110 NH3 2024 'AERIUS 2024.0.1' 960.0 kg surface 167805.49967807767 "
          + "569311.2950552639, 167830.7097565433 569317.0246185515, 167836.8212907168 "
          + "569282.6472388257, 167858.9756020957 569287.2308894558, 167863.94122361168 "
          + "569258.9650439033, 167819.63260085386 569249.4157717573, 167805.49967807767 "
          + "569311.2950552639\n"))
    #expect(!words.contains("warning") && !words.contains("error"))
  }
}
