// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Rows and headers of an export that do not do.
@Suite struct BadExportTests {
  typealias Cell = MadeWorkbook.Cell

  private static let header: [Cell] = [
    "Stofcode", "Sector", "Subsector", "Gebiedsindeling", "Code_gebied", "Gebied", "Xcoord",
    "Ycoord", "Dataset", "Jaar_2019", "Eenheid", "Emissieoorzaak", "Nic",
  ]

  /// A row for Gelderland.
  private static func row(
    code: Cell = "301", sector: Cell = "Landbouw", subsector: Cell = "",
    division: Cell = "Provincie", region: Cell = "25", name: Cell = "Gelderland", x: Cell = 0,
    y: Cell = 0, dataset: Cell = "ER Reeks 1990-2023 Definitief", emission: Cell = 10,
    unit: Cell = "kg", cause: Cell = "", company: Cell = ""
  ) -> [Cell] {
    [
      code, sector, subsector, division, region, name, x, y, dataset, emission, unit, cause,
      company,
    ]
  }

  /// A row and what must be said of it.
  struct BadRow: Sendable {
    let row: [Cell]
    let expected: String

    init(_ row: [Cell], _ severity: Diagnostic.Severity, _ column: String, _ message: String) {
      self.row = row
      let number = column.unicodeScalars.first.map { Int($0.value) - 64 } ?? 0
      expected =
        "er.xlsx:2:\(number): \(severity.rawValue): sheet 'Emissies', cell \(column)2: \(message)"
    }
  }

  /// The diagnostics of a sheet of these rows.
  private static func problems(_ rows: [[Cell]], header: [Cell] = header) throws -> [String] {
    try ReadSources(bytes: MadeWorkbook.of([header] + rows), as: "er.xlsx").diagnostics
      .split(separator: "\n").map(String.init)
  }

  static let badRows: [BadRow] = [
    BadRow(
      row(code: ""), .error, "A",
      "the cell is empty; column 'Stofcode' needs a value"),
    BadRow(
      row(sector: ""), .error, "B",
      "the cell is empty; column 'Sector' needs a value"),
    BadRow(
      row(dataset: ""), .error, "I",
      "the cell is empty; column 'Dataset' needs a value"),
    BadRow(
      row(unit: "MJ"), .error, "K",
      "unit 'MJ' is not read; expected g, gram, kg, kton, mg, mln kg, t or ton"),
    BadRow(
      row(emission: -5.5), .error, "J",
      "emission must be 0 kg or more, found '-5.5' kg"),
    BadRow(
      row(emission: 1e13), .error, "J",
      """
      emission '10000000000000.0' kg is beyond anything there is; check the unit and the \
      digits
      """),
    BadRow(
      row(emission: "veel"), .error, "J",
      "'veel' is not a number in kg"),
    BadRow(
      row(emission: "1.234,5"), .error, "J",
      "'1.234,5' has marks between its digits; write the number in kg without them"),
    BadRow(
      row(emission: " 5"), .error, "J",
      "' 5' has blanks around the number; take them out"),
    BadRow(
      row(emission: .raw("<c t=\"e\"><v>#N/A</v></c>")), .error, "J",
      "'#N/A' is no number in kg; leave the cell empty where it is unknown"),
    BadRow(
      row(x: 450_000, y: 180_000), .error, "G",
      """
      the place 450000.0, 180000.0 lies outside RD New (x -100 to 400 km, y 200 to 950 \
      km); x and y look swapped
      """),
    BadRow(
      row(x: 180_000, y: 0), .error, "G",
      "the place 180000.0, 0.0 lies outside RD New (x -100 to 400 km, y 200 to 950 km)"),
    BadRow(
      row(x: "east"), .error, "G",
      "'east' is not a number in m"),
    BadRow(
      row(dataset: "Reeks van vorig jaar"), .warning, "I",
      """
      release 'Reeks van vorig jaar' has not the form 'ER Reeks 1990-2023 Definitief'; its \
      vintage is named as it stands, and its figures count as final
      """),
    BadRow(
      row(sector: "Landbuow"), .warning, "B",
      """
      unknown sector 'Landbuow' in classification 'er'; nearest is 'Landbouw'; its rows \
      are left out and counted
      """),
    BadRow(
      row(subsector: "Kunstmist"), .warning, "C",
      """
      sub-sector 'Kunstmist' of 'Landbouw' is in no inventory at hand; nearest is \
      'Kunstmest'; boundaries that split 'Landbouw' cannot place it
      """),
    BadRow(
      row(division: "Waterschap", region: "7", name: "Vallei"), .warning, "D",
      """
      region of 'Waterschap'; figures are taken of the country, provinces and \
      municipalities only, these rows are left out and counted
      """),
    BadRow(
      row(region: "99", name: "Elders"), .warning, "D",
      """
      region of 'Provincie'; figures are taken of the country, provinces and \
      municipalities only, these rows are left out and counted
      """),
  ]

  @Test(arguments: badRows)
  func aBadRowIsReportedAtItsCell(bad: BadRow) throws {
    #expect(try Self.problems([bad.row]) == [bad.expected])
  }

  @Test func anEmissionThatStandsTwiceIsAnError() throws {
    #expect(
      try Self.problems([Self.row(), Self.row()]) == [
        "er.xlsx:3:10: error: sheet 'Emissies', cell J3: NH3 of 'Landbouw' in 2019, province PV25, stands twice, first in row 2; take one out"
      ])
    #expect(
      try Self.problems([Self.row(cause: "Stal"), Self.row(cause: "Wei"), Self.row()]) == [
        "er.xlsx:4:10: error: sheet 'Emissies', cell J4: NH3 of 'Landbouw' in 2019, province PV25, stands both whole and by cause, the other in row 2; export one of them"
      ])
    #expect(
      try Self.problems([Self.row(), Self.row(subsector: "Kunstmest")]) == [
        "er.xlsx:3:10: error: sheet 'Emissies', cell J3: NH3 of 'Landbouw/Kunstmest' in 2019, province PV25, stands beside another level of the sector in row 2, so that it would count twice; export sectors or sub-sectors"
      ])
  }

  @Test func pointsAndCommasDoNotMix() throws {
    #expect(
      try Self.problems([Self.row(emission: "1,5"), Self.row(code: "305", emission: "1.5")]) == [
        "er.xlsx:3:10: error: sheet 'Emissies', cell J3: '1.5' has a decimal point, but text cells of this sheet have a decimal comma since row 2; write all numbers with one of them"
      ])
  }

  @Test func aYearThatIsNoneIsAnError() throws {
    let header: [Cell] = ["Stofcode", "Sector", "Gebied", "Dataset", "Jaar", "Emissie", "Eenheid"]
    let row: [Cell] = [
      301, "Landbouw", "Nederland", "ER Reeks 1990-2023 Definitief", "MMXIX", 1, "kg",
    ]
    #expect(
      try Self.problems([row], header: header) == [
        "er.xlsx:2:5: error: sheet 'Emissies', cell E2: 'MMXIX' is no year from 1990 to 2100"
      ])
  }

  static let badHeaders: [(header: [Cell], expected: String)] = [
    (
      ["Stofcode", "Sectoren", "Gebied", "Dataset", "Jaar_2019", "Eenheid"],
      """
      er.xlsx:1: error: sheet 'Emissies': column 'Sector' is missing; nearest is \
      'Sectoren'
      """
    ),
    (
      ["Stofcode", "Sector", "Eenheid"],
      """
      er.xlsx:1: error: sheet 'Emissies': the columns 'Dataset', 'Jaar', 'Emissie' and \
      'Gebied' are missing; the years stand either in columns such as 'Jaar_2022' or in \
      'Jaar' and 'Emissie'
      """
    ),
    (
      ["Stofcode", "Sector", "Gebied", "Dataset", "Jaar_2019", "Eenheid", "Sector"],
      """
      er.xlsx:1:7: error: sheet 'Emissies', cell G1: column 'Sector' stands twice; it is \
      column 2 already: take one out
      """
    ),
    (
      ["Stofcode", "Sector", "Gebied", "Dataset", "Jaar_2019", "Eenheid", "Emissie"],
      """
      er.xlsx:1:7: error: sheet 'Emissies', cell G1: a column 'Emissie' beside \
      'Jaar_2019': an export has one or the other; take one out
      """
    ),
    (
      ["Stofcode", "Sector", "Gebied", "Dataset", "Jaar_2019", "Eenheid", "Jaar_19"],
      """
      er.xlsx:1:7: error: sheet 'Emissies', cell G1: 'Jaar_19' names no year from 1990 to \
      2100
      """
    ),
  ]

  @Test(arguments: badHeaders)
  func aHeaderThatDoesNotDoIsReported(header: [Cell], expected: String) throws {
    #expect(try Self.problems([Self.row()], header: header) == [expected])
  }

  @Test func aSheetWithoutRowsIsAnError() throws {
    #expect(
      try Self.problems([]) == [
        "er.xlsx: error: sheet 'Emissies': the sheet has a header and no rows"
      ])
    #expect(
      try ReadSources(bytes: MadeWorkbook.of([]), as: "er.xlsx").diagnostics
        == "er.xlsx: error: sheet 'Emissies': the sheet is empty; expected the names of the columns and rows below\n"
    )
  }

  @Test func tenThousandBadRowsGiveABoundedList() throws {
    let problems = try Self.problems(Array(repeating: Self.row(unit: "MJ"), count: 10_000))
    #expect(problems.count == 1001)
    #expect(
      problems.last
        == "er.xlsx:1002: error: 9000 more problems of this file are not listed; mend the 1000 above first"
    )
  }
}
