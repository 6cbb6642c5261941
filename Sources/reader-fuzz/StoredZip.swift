// SPDX-License-Identifier: GPL-3.0-or-later

/// Makes zip archives whose entries are stored as they are.
enum StoredZip {
  /// A workbook whose sheet `Emissies` is this XML, with four shared strings.
  static func workbook(sheet: [UInt8]) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let book =
      "<workbook xmlns='\(main)' xmlns:r='\(relations)'><sheets>"
      + "<sheet name='Emissies' sheetId='1' r:id='rId1'/></sheets></workbook>"
    let links =
      "<Relationships xmlns='\(package)'>"
      + "<Relationship Id='rId1' Target='worksheets/sheet1.xml' Type='\(relations)/worksheet'/>"
      + "<Relationship Id='rId2' Target='sharedStrings.xml' Type='\(relations)/sharedStrings'/>"
      + "</Relationships>"
    let strings =
      "<sst xmlns='\(main)'><si><t>Landbouw</t></si><si><r><t>Neder</t></r><r><t>land</t></r></si>"
      + "<si><t>ER Reeks 1990-2023 Definitief</t></si><si><t>kg</t></si></sst>"
    return zip([
      ("xl/workbook.xml", Array(book.utf8)), ("xl/_rels/workbook.xml.rels", Array(links.utf8)),
      ("xl/sharedStrings.xml", Array(strings.utf8)), ("xl/worksheets/sheet1.xml", sheet),
    ])
  }

  /// An archive of these entries (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
  static func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in entries {
      // Version 2.0, no flags, stored, 1 January 1980.
      var head: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 33, 0]
      head += little(checksum(bytes), 4) + little(bytes.count, 4) + little(bytes.count, 4)
      head += little(name.utf8.count, 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + head + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      directory += little(file.count, 4) + Array(name.utf8)
      file += [0x50, 0x4B, 3, 4] + head + Array(name.utf8) + bytes
    }
    let end =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(entries.count, 2) + little(entries.count, 2)
      + little(directory.count, 4) + little(file.count, 4) + [0, 0]
    return file + directory + end
  }

  private static func little(_ number: some BinaryInteger, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static let sums: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1
    }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sums[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
