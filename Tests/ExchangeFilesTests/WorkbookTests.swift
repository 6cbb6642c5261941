// SPDX-License-Identifier: GPL-3.0-or-later

import ExchangeFiles
import Foundation
import GeodataFiles
@testable import NitrogenData
import NitrogenReports
import NitrogenTestSupport
import NitrogenWords
import Testing

@Suite struct WorkbookTests {
  typealias Book = ExchangeFiles.Workbook

  static let about = DataTable(
    name: "about", title: "About",
    columns: [DataTable.Column("topic", title: "Topic"), DataTable.Column("text", title: "Text")],
    rows: [["What", "A made-up workbook"]])

  static let table = DataTable(
    name: "made", title: "Made", note: "Made up",
    columns: [
      DataTable.Column("name", title: "Name"), DataTable.Column("year", title: "Year", .year),
      DataTable.Column("emission", title: "Emission", unit: "kg/yr", .number(decimals: 1)),
      DataTable.Column("status", title: "Status"), DataTable.Column("status_code", title: "Code"),
    ],
    rows: [
      ["=1+1", .integer(2030), .number(1234.5), "on track", "onTrack"],
      ["Groote Peel <&> \"x\"", .missing, .number(-0.25), .missing, .missing],
      ["line\nbreak\u{1}", .integer(2035), .withheld, "missed", "missed"],
    ])

  static func book(
    _ tables: [DataTable] = [about, table], rowsOfSheet: Int = Book.mostRows
  ) -> Book {
    Book(
      tables, words: Words(.english),
      properties: Book.Properties(title: "A <title>", author: "stikstof 0"),
      rowsOfSheet: rowsOfSheet)
  }

  /// The cells of the sheets of a workbook, read by the reader of spreadsheets that people give us.
  static func read(_ book: Book) throws -> [(name: String, rows: [[Int: String]])] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("made.xlsx").path
      try book.write(to: file)
      let reader = try NitrogenData.Workbook(file: file, limit: 1 << 27)
      return try reader.sheets.map { sheet in
        var rows: [[Int: String]] = []
        try reader.read(sheet) { row in
          rows.append(
            Dictionary(
              row.cells.map { ($0.column, row.text($0.column) ?? "") },
              uniquingKeysWith: { first, _ in first }))
          return true
        }
        return (sheet.name, rows)
      }
    }
  }

  /// The text of an entry of the archive that a workbook is.
  static func entry(_ name: String, of book: Book) throws -> String {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("made.xlsx").path
      try book.write(to: file)
      let archive = try ZipArchive(path: file)
      var bytes: [UInt8] = []
      try archive.read(name, atMost: 1 << 24) {
        bytes += $0
        return true
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test func cellsHoldWhatTheTableHolds() throws {
    let sheets = try Self.read(Self.book())
    #expect(sheets.map(\.name) == ["About", "Made"])
    let rows = try #require(sheets.last).rows
    #expect(rows[0] == [1: "Name", 2: "Year", 3: "Emission (kg/yr)", 4: "Status", 5: "Code"])
    #expect(rows[1] == [1: "=1+1", 2: "2030", 3: "1234.5", 4: "on track", 5: "onTrack"])
    #expect(rows[2] == [1: "Groote Peel <&> \"x\"", 3: "-0.25"])
    #expect(rows[3][1] == "line\nbreak\u{FFFD}")
    #expect(rows[3][3] == "withheld")
  }

  @Test func aTextIsNeverAFormulaAndANumberNeverAText() throws {
    let sheet = try Self.entry("xl/worksheets/sheet2.xml", of: Self.book())
    #expect(!sheet.contains("<f>"))
    #expect(
      sheet.range(of: "<c r=\"A2\" s=\"\\d+\" t=\"s\">", options: .regularExpression) != nil)
    #expect(
      sheet.range(of: "<c r=\"C2\" s=\"\\d+\"><v>1234.5</v>", options: .regularExpression) != nil)
  }

  @Test func theHeaderStaysInSightAndFilters() throws {
    let sheet = try Self.entry("xl/worksheets/sheet2.xml", of: Self.book())
    #expect(
      sheet.contains(
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
    #expect(sheet.contains("<autoFilter ref=\"A1:E4\"/>"))
  }

  @Test func yearsHaveNoMarkBetweenThousands() throws {
    let styles = try Self.entry("xl/styles.xml", of: Self.book())
    // The marks of the one with a decimal are those of the reader's program.
    #expect(styles.contains("formatCode=\"0\""))
    #expect(styles.contains("formatCode=\"#,##0.0\""))
  }

  @Test func theSameTablesGiveTheSameBytesWheneverTheyAreWritten() throws {
    let first = try Self.book().bytes()
    // Entries of a zip archive are dated to two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try Self.book().bytes() == first)
    let core = try Self.entry("docProps/core.xml", of: Self.book())
    #expect(core.contains("2000-01-01T00:00:00Z"))
    #expect(core.contains("<dc:title>A &lt;title&gt;</dc:title>"))
  }

  @Test func aTableWithMoreRowsGoesOnInAnotherSheet() throws {
    let sheets = try Self.read(Self.book(rowsOfSheet: 2))
    #expect(sheets.map(\.name) == ["About", "Made", "Made (2)"])
    #expect(sheets[1].rows.count == 3)
    #expect(sheets[2].rows.count == 2)
    #expect(sheets[2].rows[0][1] == "Name")
    #expect(sheets[2].rows[1][2] == "2035")
  }

  @Test func namesOfSheetsAreMadeToFit() throws {
    let names = [
      "a/b:c[d]", "A b c d", "'quoted'", "History", "", String(repeating: "x", count: 40),
    ]
    let tables = names.map { DataTable(name: $0, title: $0, columns: []) }
    let sheets = try Self.read(Self.book([Self.about] + tables))
    #expect(
      sheets.dropFirst().map(\.name) == [
        "a b c d", "A b c d (2)", "quoted", "History (2)", "-", String(repeating: "x", count: 31),
      ])
  }

  @Test func textsTooLongForACellEndInAMark() throws {
    let table = DataTable(
      name: "long", title: "Long", columns: [DataTable.Column("a", title: "a")],
      rows: [[.text(String(repeating: "é", count: 40_000))], ["_x0041_"]])
    let rows = try #require(try Self.read(Self.book([Self.about, table])).last).rows
    #expect(rows[1][1]?.utf16.count == 32_767)
    #expect(rows[1][1]?.last == "…")
    let strings = try Self.entry("xl/sharedStrings.xml", of: Self.book([Self.about, table]))
    #expect(strings.contains("_x005F_x0041_"))
  }

  @Test func manyCellsAreWrittenRowByRowWithTheSameContent() throws {
    let table = DataTable(
      name: "many", title: "Many",
      columns: (0..<20).map { DataTable.Column("c\($0)", title: "c\($0)", .integer) },
      rows: (0..<50_001).map { row in (0..<20).map { .integer(row + $0) } })
    let rows = try #require(try Self.read(Self.book([Self.about, table])).last).rows
    #expect(rows.count == 50_002)
    #expect(
      rows[50_001] == Dictionary(uniqueKeysWithValues: (0..<20).map { ($0 + 1, "\(50_000 + $0)") }))
  }

  @Test func aFolderThatIsNotThereIsToldInTheLibrarysWords() throws {
    #expect {
      try Self.book().write(to: "/nowhere/at/all/made.xlsx")
    } throws: { error in
      let text = "\(error)"
      return text.contains("cannot write the workbook '/nowhere/at/all/made.xlsx'")
        && text.contains("libxlsxwriter says")
    }
  }
}
