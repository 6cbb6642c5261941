// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Makes XLSX workbooks and other zip archives for tests, unpacked as they are.
enum MadeWorkbook {
  /// A cell of a made sheet.
  enum Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
  {
    case text(String)
    case number(Double)
    case empty
    /// The cell as XML, its place left out.
    case raw(String)

    init(stringLiteral value: String) { self = value.isEmpty ? .empty : .text(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
  }

  /// A workbook with one sheet, named `Emissies`, of these rows.
  static func of(_ rows: [[Cell]], sheet: String = "Emissies", strings: [String]? = nil) -> Data {
    workbook(sheetXML: sheetXML(rows), sheet: sheet, strings: strings)
  }

  /// A workbook with one sheet of this XML.
  static func workbook(
    sheetXML: String, sheet: String = "Emissies", strings: [String]? = nil
  ) -> Data {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var links =
      #"<Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="\#(relations)/worksheet"/>"#
    var entries = [
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(main)" xmlns:r="\#(relations)"><sheets>"#
          + #"<sheet name="\#(sheet)" sheetId="1" r:id="rId1"/></sheets></workbook>"#
      ),
      ("xl/worksheets/sheet1.xml", sheetXML),
    ]
    if let strings {
      links +=
        #"<Relationship Id="rId2" Target="/xl/sharedStrings.xml" Type="\#(relations)/sharedStrings"/>"#
      let items = strings.map { "<si><t>\($0)</t></si>" }.joined()
      entries.append(("xl/sharedStrings.xml", #"<sst xmlns="\#(main)">\#(items)</sst>"#))
    }
    entries.append(
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
          + "\(links)</Relationships>"
      ))
    return zip(entries.map { ($0.0, Array($0.1.utf8), nil) })
  }

  /// The XML of a sheet of these rows.
  static func sheetXML(_ rows: [[Cell]]) -> String {
    var text = #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
    text += #"<dimension ref="A1"/><sheetData>"#
    for (number, row) in rows.enumerated() {
      text += #"<row r="\#(number + 1)">"#
      for cell in row {
        switch cell {
        case .text(let value): text += #"<c t="inlineStr"><is><t>\#(value)</t></is></c>"#
        case .number(let value): text += "<c><v>\(value)</v></c>"
        case .empty: text += "<c/>"
        case .raw(let xml): text += xml
        }
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  /// A zip archive of stored entries; `declared` is the unpacked size in the directory where it is
  /// not to be the true one.
  static func zip(_ entries: [(name: String, bytes: [UInt8], declared: UInt32?)]) -> Data {
    var file = Data()
    var directory = Data()
    for (name, bytes, declared) in entries {
      var head = Data()
      for field: UInt16 in [20, 0, 0, 0, 33] { head.add(field) }
      head.add(checksum(bytes))
      head.add(UInt32(bytes.count))
      head.add(declared ?? UInt32(bytes.count))
      head.add(UInt16(name.utf8.count))
      head.add(UInt16(0))
      let offset = UInt32(file.count)
      file.add(UInt32(0x0403_4B50))
      file += head + Data(name.utf8) + Data(bytes)
      directory.add(UInt32(0x0201_4B50))
      directory.add(UInt16(20))
      directory += head
      for field: UInt16 in [0, 0, 0] { directory.add(field) }
      directory.add(UInt32(0))
      directory.add(offset)
      directory += Data(name.utf8)
    }
    let start = UInt32(file.count)
    file += directory
    file.add(UInt32(0x0605_4B50))
    for field: UInt16 in [0, 0, UInt16(entries.count), UInt16(entries.count)] { file.add(field) }
    file.add(UInt32(directory.count))
    file.add(start)
    file.add(UInt16(0))
    return file
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

extension Data {
  /// Adds a number, lowest byte first.
  fileprivate mutating func add(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
