// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports
import NitrogenWords
import Testing

@Suite struct TableDialectTests {
  static let table = DataTable(
    name: "made", title: "Made",
    columns: [
      DataTable.Column("name", title: "Naam"), DataTable.Column("year", title: "Jaar", .year),
      DataTable.Column(
        "emission_kg_per_yr", title: "Uitstoot", unit: "kg/jaar", .number(decimals: 1)),
    ],
    rows: [
      ["Peel; \"Deurne\"", .integer(2030), .number(1234.5)],
      ["Oost, west", .missing, .number(-0.25)],
      ["<b>&", .integer(2035), .withheld],
    ])

  @Test func dutchSpreadsheetsGetSemicolonsAndDecimalCommas() {
    #expect(
      Self.table.csv(.dutch(), withheld: "afgeschermd") == [0xEF, 0xBB, 0xBF]
        + Array(
          ("Naam;Jaar;Uitstoot (kg/jaar)\r\n\"Peel; \"\"Deurne\"\"\";2030;1234,5\r\n"
            + "Oost, west;;-0,25\r\n<b>&;2035;afgeschermd\r\n").utf8))
  }

  @Test func programsGetKeysAndPoints() {
    #expect(
      String(decoding: Self.table.csv(.english, withheld: "withheld"), as: UTF8.self)
        == "name,year,emission_kg_per_yr\r\n\"Peel; \"\"Deurne\"\"\",2030,1234.5\r\n"
        + "\"Oost, west\",,-0.25\r\n<b>&,2035,withheld\r\n")
  }

  @Test func aByteOrderMarkIsLeftOutWhenAsked() {
    let bytes = Self.table.csv(.dutch(byteOrderMark: false), withheld: "")
    #expect(bytes.first == UInt8(ascii: "N"))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+31 6 12345678x", "'+31 6 12345678x"),
    ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
    ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("-5", "-5"),
    ("-1.234,5 %", "-1.234,5 %"),
    ("-", "'-"), ("–", "–"), ("'s-Gravenhage", "'s-Gravenhage"), ("", ""), ("a=b", "a=b"),
  ])
  func textsThatLookLikeFormulasAreMadeHarmless(_ text: String, _ expected: String) {
    #expect(SpreadsheetText.harmless(text) == expected)
  }

  @Test func lineBreaksAndTabsAreQuoted() {
    let table = DataTable(
      name: "t", title: "t", columns: [DataTable.Column("a", title: "a")],
      rows: [["x\ny"], ["x\ty"], [" x"], ["=1\n"]])
    #expect(
      String(decoding: table.csv(.english, withheld: ""), as: UTF8.self)
        == "a\r\n\"x\ny\"\r\n\"x\ty\"\r\n\" x\"\r\n\"'=1\n\"\r\n")
  }

  @Test(arguments: [
    (0.1, "0.1"), (113_980_000.0, "113980000"), (-0.0, "0"), (1e300, "1e+300"), (1e-7, "1e-07"),
  ])
  func numbersKeepAllTheirDigits(_ number: Double, _ text: String) {
    #expect(PlainNumber.text(number) == text)
  }

  @Test func thePackageDescribesEveryFile() {
    let files = TablePackage.files(
      name: "made", title: "T", description: "D",
      [
        TablePackage.Part(.dutch(), [Self.table]), TablePackage.Part(.english, [Self.table]),
      ])
    #expect(files.map(\.name) == ["datapackage.json", "csv/nl/made.csv", "csv/en/made.csv"])
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(text.contains("\"decimalChar\": \",\""))
    #expect(text.contains("\"missingValues\": [\"\", \"afgeschermd\"]"))
    #expect(text.contains("\"missingValues\": [\"\", \"withheld\"]"))
    #expect(text.contains("\"delimiter\": \";\""))
  }
}
