// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports
import Testing

@testable import struct NitrogenReports.CSVWriter

@Suite struct CSVTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("a;b", "a;b"), ("Fryslân", "Fryslân"),
  ])
  func cellsAreQuotedWhereTheyNeedIt(text: String, cell: String) {
    var csv = CSVWriter()
    csv.cell(text)
    #expect(String(decoding: csv.bytes, as: UTF8.self) == cell)
  }

  @Test func whatIsUnknownIsEmpty() {
    var csv = CSVWriter()
    csv.cell(1)
    csv.cell(nil as String?)
    csv.cell(nil as Double?)
    csv.cell(nil as Int?)
    csv.cell(0.0)
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "1,,,,0.0\n")
  }

  @Test func everyRowHasTheCellsOfTheHeader() {
    let rows = SampleResult.text(CSVFormat()).split(separator: "\n")
    let columns = CSVFormat.header(of: SampleResult.result).split(separator: ",").count
    #expect(rows.count == 7)
    for row in rows {
      #expect(row.split(separator: ",", omittingEmptySubsequences: false).count == columns)
    }
  }

  @Test func aRowHoldsTheFigures() {
    let rows = SampleResult.text(CSVFormat()).split(separator: "\n")
    #expect(
      rows[3] == """
        province,,,PV21,Fryslân,Fryslân,agriculture,,NH3,made-boundary,false,true,2019,14068000.0,\
        stated,2024,12309500.0,0.125,2035,statutory,0.5,0.625,0.15625,0.1953125,offTrack,\
        straightLine,false,true,belowPathOfYearBefore,,5275500.0,7034000.0,37.5,50.0,0.025,0.03,\
        0.04,fryslan,made,made-law#boundary.default; mine#reading.A02; \
        made-law#target.agriculture.NH3.2035,mine#reading.A02,\
        made-law#boundary.default; made-law#target.agriculture.NH3.2035,,,,,,,,,,,,,,,,,
        """)
    #expect(
      rows[5] == """
        area,23,,,Fochteloërveen,Drenthe; Fryslân,industry,,NH3,made-boundary,false,false,,,,2024,\
        ,,,,,,,,undetermined,,false,false,unknownCell,,,,,,,,,fryslan,made,\
        made-law#boundary.default,,made-law#boundary.default,,,,,,,,,,,,,,,,,
        """)
  }

  @Test func flagsNameTheirDataset() {
    let marks =
      "made,mine#reading.A02,made-law#boundary.default; made-law#target.agriculture.NH3.2035,"
    var flags = ""
    FlagsTable.write(SampleResult.result, to: &flags)
    #expect(
      flags == """
        \(FlagsTable.header)
        ,nation,,,,Netherlands,agriculture,,NH3,2035,offTrack,hard,0.125,2024,\
        "too little, too late",\(marks)
        fryslan,province,,,PV21,Fryslân,agriculture,,NH3,2035,offTrack,hard,0.125,2024,\
        "too little, too late",\(marks)
        fryslan,ring,23,inside,,Fochteloërveen,agriculture,,NH3,2035,offTrack,hard,0.125,2024,\
        "too little, too late",\(marks)

        """)
  }
}
