// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenTestSupport
import Testing

@testable import NitrogenData

/// What holds of every table of sources, on seeded random ones.
@Suite struct SourceTableLawTests {
  private static let header = "id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage"

  private static var options: SourceOptions {
    var options = SourceOptions()
    options.boundary = BoundaryID(rawValue: "er-default")
    options.keepsOrigins = true
    return options
  }

  /// A table in some dialect, with quotes, delimiters and line ends in its cells.
  private static func made(seed: UInt64, rows: Int) -> (text: String, delimiter: Character) {
    var random = SplitMix64(seed: seed)
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    let delimiter: Character = pick([",", ";", "\t"])
    let decimal = delimiter == ";" ? "," : "."
    let end = pick(["\n", "\r\n"])
    var text = header.replacing(",", with: String(delimiter)) + end
    for row in 0..<rows {
      func number(_ whole: Int, _ digits: Int) -> String {
        let fraction = (0..<digits).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
        return digits == 0 ? "\(whole)" : "\(whole)\(decimal)\(fraction)"
      }
      let tail = pick(["", "", "\"", "\"\"x", ",", ";", "\n", "\r\n", "é", " ", "–", "''"])
      let cells = [
        "S\(row)\(tail)",
        number(Int.random(in: 0...399_999, using: &random), pick([0, 1, 2, 4, 9, 14])),
        number(Int.random(in: 200_000...949_999, using: &random), pick([0, 1, 2, 6])),
        pick(["agriculture", "agriculture.housing", "industry", "mobility", "other", "farmimg"]),
        pick(["NH3", "NOx", "CO2", "nh3"]), pick(["2019", "2022"]),
        pick([
          "", "0", "1e3", number(Int.random(in: 0...99_999, using: &random), pick([0, 3, 17])),
        ]),
        pick(["ER 2024", "ER 1990-2024 definitief", "ER 1990–2024", "V,1"]),
      ]
      let written = cells.map { cell in
        let mustQuote = cell.utf8.contains { "\"\n\r\t,;".utf8.contains($0) }
        guard mustQuote || Int.random(in: 0...5, using: &random) == 0, !cell.isEmpty else {
          return cell
        }
        return "\"\(cell.replacing("\"", with: "\"\""))\""
      }
      text += written.joined(separator: String(delimiter)) + end
    }
    return (text, delimiter)
  }

  /// The same table by the reader of small tables, row by row.
  private static func simply(_ text: String, _ delimiter: Character) throws -> [String] {
    var format = TableFormat()
    format.delimiter = try #require(delimiter.asciiValue)
    format.decimalMark = UInt8(ascii: delimiter == ";" ? "," : ".")
    var log = DiagnosticLog()
    var table = try #require(
      Table(text: Array(text.utf8), of: "made.csv", format: format, log: &log))
    var rows: [String] = []
    while table.next(&log) {
      guard let slice = SectorSlice(label: table.rawText(3)),
        let pollutant = ["NH3": "NH3", "nh3": "NH3", "NOx": "NOx"][table.rawText(4)]
      else { continue }
      let x = try DecimalNumber.parse(table.bytes(1), decimal: format.decimalMark)
      let y = try DecimalNumber.parse(table.bytes(2), decimal: format.decimalMark)
      let emission =
        table.isEmpty(6)
        ? "unknown" : "\(try DecimalNumber.parse(table.bytes(6), decimal: format.decimalMark))"
      rows.append(
        "\(table.line) \(table.rawText(0)): at \(x) \(y) \(emission) \(slice.label) by er-default, "
          + "\(pollutant), \(table.rawText(5)), \(table.rawText(7))")
    }
    let hasErrors = log.hasErrors
    #expect(!hasErrors)
    return rows
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func rowsAreThoseOfTheSimpleReader(_ seed: UInt64) throws {
    let (text, delimiter) = Self.made(seed: seed, rows: 80)
    let expected = try Self.simply(text, delimiter)
    var options = Self.options
    for (threads, blockSize) in [(1, nil), (1, 333), (2, 200)] {
      options.threads = threads
      let read = try SourceTableFixtures.read(Array(text.utf8), options, blockSize: blockSize)
      let hasErrors = read.reading.hasErrors
      #expect(!hasErrors, "\(DataFixtures.text(of: read.reading.diagnostics))")
      #expect(read.rows == expected)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func damagedTablesAreReadTheSameInAnyBlocksAndThreads(_ seed: UInt64) throws {
    var bytes = Array(Self.made(seed: seed, rows: 30).text.utf8)
    var random = SplitMix64(seed: seed &* 7919)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: position)
      case 2:
        bytes.insert(
          contentsOf: Array("\"\n;,é\u{0}".utf8).shuffled(using: &random).prefix(2), at: position)
      default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 0...40, using: &random)))
      }
    }
    var options = Self.options
    let whole = try SourceTableFixtures.words(SourceTableFixtures.read(bytes, options))
    for (threads, blockSize) in [(1, 1), (2, 150)] {
      options.threads = threads
      let read = try SourceTableFixtures.read(bytes, options, blockSize: blockSize)
      #expect(SourceTableFixtures.words(read) == whole, "\(threads) threads")
    }
  }

  @Test(arguments: 1...2_000)
  func numbersAreThoseOfTheStandardLibrary(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let digits = Int.random(in: 1...20, using: &random)
    var text = (0..<digits).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
    if Bool.random(using: &random) {
      let mark = Int.random(in: 0...digits, using: &random)
      text.insert(".", at: text.index(text.startIndex, offsetBy: mark))
    }
    if Bool.random(using: &random) { text = "-" + text }
    let expected = try #require(Double(text.hasSuffix(".") ? text + "0" : text))
    let bytes = Array((text + ",9999999").utf8)
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var at = start
      let read = SourceNumber(decimalMark: UInt8(ascii: ".")).read(&at)
      if let read {
        #expect(read == expected)
        #expect(at - start == text.utf8.count)
      } else {
        #expect(digits > 15)
        #expect(at == start)
      }
    }
  }

  @Test func tenThousandErrorsAreCountedAndAThousandListed() throws {
    let row = ",155000,463000,industry,NOx,2022,-1,ER 2024\n"
    let text = Self.header + "\n" + (1...10_000).map { "S\($0)" + row }.joined()
    for threads in 1...2 {
      var options = Self.options
      options.threads = threads
      let read = try SourceTableFixtures.read(Array(text.utf8), options, blockSize: 50_000)
      #expect(read.reading.diagnostics.count == 1001)
      #expect(
        read.reading.diagnostics.last?.text
          == "made.csv:1002: error: 9000 more problems of this file are not listed; mend the 1000 "
          + "above first")
      #expect(read.rows.isEmpty)
    }
  }

  @Test func aTableThatStandsTwiceIsListedInTheOrderOfTheFile() throws {
    let rows = (1...3000).map { "S\($0),155000,463000,industry,NOx,2022,1,ER 2024\n" }.joined()
    let text = Self.header + "\n" + rows + rows
    for threads in 1...2 {
      var options = Self.options
      options.threads = threads
      let read = try SourceTableFixtures.read(Array(text.utf8), options, blockSize: 5000)
      let found = read.reading.diagnostics
      #expect(found.count == 1001)
      #expect(found.dropLast().map(\.line) == Array(3002..<4002))
      #expect(found.dropLast().map(\.notes) == (2..<1002).map { ["the first is on line \($0)"] })
      #expect(found.last?.message.hasPrefix("2000 more problems") == true)
    }
  }

  @Test func aQuoteNeverClosedIsGivenUpOn() throws {
    let start = Self.header + "\nF1,155000,463000,industry,NOx,2022,1,ER 2024\n\"F2"
    let text = start + String(repeating: ",155000\n", count: 2_300_000)
    let read = try SourceTableFixtures.read(Array(text.utf8), Self.options)
    #expect(
      DataFixtures.text(of: read.reading.diagnostics)
        == "made.csv:3: error: the row is longer than 16 MB; expected a row a line\n"
        + "made.csv:3: note: a quote that is opened and never closed makes the rest of the file one "
        + "row\n")
  }

  @Test func namesWithoutEndAreGivenUpOn() throws {
    let rows = (1...2000).map { "S\($0),155000,463000,x\($0),NOx,2022,1,ER 2024\n" }.joined()
    let sectors = try SourceTableFixtures.read(
      Array((Self.header + "\n" + rows).utf8), Self.options)
    let error = sectors.reading.diagnostics.filter { $0.severity == .error }
    #expect(
      error.map(\.message) == [
        "more than 500 sectors and substances of the file are unknown; are 'sector' and 'pollutant' "
          + "the right columns?"
      ])
    #expect(error.first?.line == 502)
    let others = (1...2000).map { "S\($0),155000,463000,industry,NOx,2022,1,V\($0)\n" }.joined()
    let vintages = try SourceTableFixtures.read(
      Array((Self.header + "\n" + others).utf8), Self.options)
    #expect(
      vintages.reading.diagnostics.map(\.text) == [
        "made.csv:2: error: from the 2000 lines that begin here on the file has more than 500 "
          + "vintages; is 'vintage' the right column?"
      ])
  }

  @Test func equalHashesOfNamesThatDifferAreNoError() {
    // Two rows whose numbers are the same are a suspicion, and nothing else.
    let rows = SourceIdentities()
    rows.add(.init(id: 7, offset: 0, place: 1, group: 1))
    rows.add(.init(id: 7, offset: 50, place: 2, group: 1))
    rows.add(.init(id: 7, offset: 99, place: 1, group: 1))
    rows.add(.init(id: 8, offset: 120, place: 1, group: 1))
    var search = SourceTwinSearch()
    for part in 0..<SourceIdentities.partCount {
      search.search(part: part, of: [rows], before: 200)
    }
    search.sort()
    #expect(
      search.twins == [
        SourceTwins(first: 0, second: 50, isElsewhere: true),
        SourceTwins(first: 0, second: 99, isElsewhere: false),
      ])
    var early = SourceTwinSearch()
    for part in 0..<SourceIdentities.partCount { early.search(part: part, of: [rows], before: 60) }
    #expect(early.count == 1)
  }
}
