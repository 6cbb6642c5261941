// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Files that are no workbook, or one that must not be read.
@Suite struct BadWorkbookTests {
  private static func problems(
    _ bytes: Data, _ options: SourceOptions = SourceOptions()
  ) throws -> String {
    try ReadSources(bytes: bytes, as: "er.xlsx", options).diagnostics
  }

  private static let good: [[MadeWorkbook.Cell]] = [
    ["Stofcode", "Sector", "Gebied", "Jaar_2019", "Eenheid", "Dataset"],
    [301, "Landbouw", "Nederland", 12, "kg", "ER Reeks 1990-2023 Definitief"],
  ]

  @Test func anEmptyFileIsNoWorkbook() throws {
    #expect(
      try Self.problems(Data()) == "er.xlsx: error: the file is empty; expected an XLSX workbook\n")
  }

  @Test func textIsNoWorkbook() throws {
    #expect(
      try Self.problems(Data("<html><body>Log in</body></html>".utf8))
        == "er.xlsx: error: the file is no XLSX workbook, which is a zip archive; it begins with "
        + "'<html><body>Log in</body></html>'\n")
    #expect(
      try Self.problems(Data([0, 1, 2, 3]))
        == "er.xlsx: error: the file is no XLSX workbook, which is a zip archive\n")
  }

  /// A compound file of one sector with a directory that names a stream.
  private static func compoundFile(_ stream: String) -> Data {
    var bytes = [UInt8](repeating: 0, count: 512)
    bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    bytes[30] = 9
    let name: [UInt8] = stream.utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    return Data(bytes + name + [UInt8](repeating: 0, count: 512 - name.count))
  }

  @Test func anOldWorkbookAndAProtectedOneAreToldApart() throws {
    #expect(
      try Self.problems(Self.compoundFile("Workbook"))
        == "er.xlsx: error: the file is an old Excel workbook (XLS), whatever its name; save it as "
        + "XLSX\n")
    #expect(
      try Self.problems(Self.compoundFile("EncryptedPackage"))
        == "er.xlsx: error: the workbook is protected by a password; save it without one\n")
  }

  @Test func aFileCutShortIsReported() throws {
    let whole = try Data(
      contentsOf: URL(fileURLWithPath: DataFixtures.path("sources/er-wide/export.xlsx")))
    for count in [10, 100, whole.count / 2, whole.count - 30] {
      #expect(
        try Self.problems(whole.prefix(count))
          == "er.xlsx: error: the workbook is a zip archive whose directory cannot be read; the file "
          + "is cut short or damaged: download it again\n")
    }
  }

  @Test func damagedBytesAreNoticedByTheirChecksum() throws {
    var bytes = try Data(
      contentsOf: URL(fileURLWithPath: DataFixtures.path("sources/er-wide/export.xlsx")))
    // The middle of what is packed as the second sheet.
    let name = try #require(bytes.range(of: Data("xl/worksheets/sheet2.xml".utf8)))
    bytes[name.upperBound + 900] ^= 0xFF
    #expect(
      try Self.problems(bytes).split(separator: "\n").last
        == "er.xlsx:4: error: sheet 'Emissies': 'xl/worksheets/sheet2.xml' in the workbook cannot be "
        + "unpacked; the file is cut short or damaged: download it again")
  }

  @Test func anotherZipArchiveIsNoWorkbook() throws {
    #expect(
      try Self.problems(MadeWorkbook.zip([("hello.txt", Array("hello".utf8), nil)]))
        == "er.xlsx: error: the file is no XLSX workbook: it is a zip archive without "
        + "'xl/workbook.xml'\n")
  }

  @Test func aSheetThatIsNotThereIsReportedWithThoseThatAre() throws {
    #expect(
      try Self.problems(MadeWorkbook.of(Self.good, sheet: "Emisies"))
        == "er.xlsx: error: the workbook has no sheet 'Emissies'; nearest is 'Emisies'; it has "
        + "'Emisies'\n")
    var options = SourceOptions()
    options.layer = "Emisies"
    #expect(try Self.problems(MadeWorkbook.of(Self.good, sheet: "Emisies"), options) == "")
  }

  @Test func anEntityBombIsRefused() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData>
      </worksheet>
      """
    #expect(
      try Self.problems(MadeWorkbook.workbook(sheetXML: bomb))
        == "er.xlsx: error: 'xl/worksheets/sheet1.xml' in the workbook declares a document type, "
        + "which no workbook does; refused, as it may hold entities that grow without end\n")
  }

  @Test func aSheetThatEndsInTheMiddleIsReportedAtItsLastRow() throws {
    let xml = MadeWorkbook.sheetXML(Self.good)
    #expect(
      try Self.problems(MadeWorkbook.workbook(sheetXML: String(xml.dropLast(60))))
        == "er.xlsx:2: error: sheet 'Emissies': 'xl/worksheets/sheet1.xml' in the workbook is cut "
        + "short or no proper XML: download the file again\n")
  }

  @Test func aSharedTextThatIsNotThereIsReportedAtItsCell() throws {
    let rows = Self.good + [[.raw(#"<c t="s"><v>7</v></c>"#)]]
    #expect(
      try Self.problems(MadeWorkbook.of(rows, strings: ["only one"]))
        == "er.xlsx:3:1: error: sheet 'Emissies', cell A3: the cell points at shared string '7', and "
        + "the workbook has 1 shared string: it is damaged\n")
  }

  @Test func rowsAndCellsThatGoBackwardsAreRefused() throws {
    let start = "<worksheet><sheetData>"
    #expect(
      try Self.problems(
        MadeWorkbook.workbook(sheetXML: start + #"<row r="0"/></sheetData></worksheet>"#))
        == "er.xlsx: error: the first row of the sheet is '0'; rows must rise from 1 to at most "
        + "1048576: the workbook is damaged\n")
    #expect(
      try Self.problems(
        MadeWorkbook.workbook(
          sheetXML: start + #"<row r="5"/><row r="5"/></sheetData></worksheet>"#))
        == "er.xlsx:5: error: sheet 'Emissies': row '5' follows row 5; rows must rise to at most "
        + "1048576: the workbook is damaged\n")
    #expect(
      try Self.problems(
        MadeWorkbook.workbook(
          sheetXML: start + #"<row r="1"><c r="C1"/><c r="B1"/></row></sheetData></worksheet>"#))
        == "er.xlsx:1: error: sheet 'Emissies': cell 'B1' does not come after column 3; the workbook "
        + "is damaged\n")
    #expect(
      try Self.problems(
        MadeWorkbook.workbook(
          sheetXML: start + #"<row r="1"><c r="ZZZZ1"/></row></sheetData></worksheet>"#))
        == "er.xlsx:1: error: sheet 'Emissies': cell 'ZZZZ1' does not come after column 0; the "
        + "workbook is damaged\n")
  }

  @Test func aSheetLargerThanTheLimitIsRefusedAndTheLimitCanBeRaised() throws {
    let rows = Self.good + Array(repeating: [.text("filler")], count: 40_000)
    let bytes = MadeWorkbook.of(rows)
    var options = SourceOptions()
    options.unpackedLimit = 1 << 20
    #expect(
      try Self.problems(bytes, options)
        == "er.xlsx: error: 'xl/worksheets/sheet1.xml' in the workbook unpacks to more than 1 MB, "
        + "the limit; if the file can be trusted, raise the limit\n")
    options.unpackedLimit = 1 << 22
    #expect(!(try Self.problems(bytes, options)).contains("unpacks to more than"))
  }

  @Test func aZipBombIsRefusedByWhatItDeclares() throws {
    let bomb = MadeWorkbook.zip([
      ("xl/workbook.xml", Array("<workbook/>".utf8), nil),
      ("xl/worksheets/sheet1.xml", Array("<worksheet/>".utf8), 4_000_000_000),
    ])
    #expect(
      try Self.problems(bomb)
        == "er.xlsx: error: the workbook of 0 kB says it unpacks to 3814 MB, more than 200 times as "
        + "much; refused as a zip bomb\n")
  }
}
