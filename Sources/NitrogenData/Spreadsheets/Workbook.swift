// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles

/// An XLSX workbook whose sheets are read row by row, in memory that does not grow with them.
///
/// GDAL's own XLSX driver keeps a sheet in memory, and does not tell where a cell stands or whether
/// it holds a number or text.
struct Workbook {
  /// A sheet by its name.
  struct Sheet {
    /// The name on its tab.
    let name: String
    /// The entry of the zip archive that holds it.
    let entry: String
  }

  /// The file, as the user named it.
  let file: String
  /// The sheets, in the order of their tabs.
  let sheets: [Sheet]
  private let archive: ZipArchive
  /// How many bytes an entry may unpack to.
  private let limit: Int
  private let stringsEntry: String?

  /// How often an archive above ``innocent`` bytes may be packed in itself.
  static let largestRatio = 200
  /// Unpacked sizes in bytes that need no ratio.
  static let innocent = 1 << 26

  /// Opens a workbook and reads which sheets it has.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - limit: how many bytes an entry may unpack to.
  /// - Throws: why it cannot be opened.
  init(file: String, limit: Int) throws(SpreadsheetProblem) {
    self.file = file
    self.limit = limit
    try Self.checkKind(of: file)
    do throws(ZipProblem) {
      archive = try ZipArchive(path: file)
    } catch {
      throw SpreadsheetProblem(error)
    }
    try Self.checkSizes(of: archive)
    let main = "xl/workbook.xml"
    let list = SheetList()
    try Self.parse(main, of: archive, limit: limit, list)
    let links = SheetLinks()
    let linksEntry = "xl/_rels/workbook.xml.rels"
    if archive[linksEntry] != nil {
      try Self.parse(linksEntry, of: archive, limit: limit, links)
    }
    sheets = list.sheets.compactMap { sheet in
      links.target[sheet.link].map { Sheet(name: sheet.name, entry: $0) }
    }
    stringsEntry = links.strings
  }

  /// The sheet of a name.
  subscript(name: String) -> Sheet? { sheets.first { $0.name == name } }

  /// Reads the rows of a sheet that hold something or are there at all, from top to bottom.
  ///
  /// - Parameters:
  ///   - sheet: one of ``sheets``.
  ///   - take: takes a row, and says whether more are wanted.
  /// - Throws: why the sheet cannot be read further.
  func read(_ sheet: Sheet, take: @escaping (SheetRow) -> Bool) throws(SpreadsheetProblem) {
    let strings = SharedStrings()
    if let stringsEntry, archive[stringsEntry] != nil {
      try Self.parse(stringsEntry, of: archive, limit: limit, strings)
      guard !strings.isTooLarge else {
        throw SpreadsheetProblem(
          "the shared texts of the workbook take more than \(SharedStrings.largest >> 20) MB; refused"
        )
      }
    }
    let parser = SheetParser(strings: strings, take: take)
    do throws(SpreadsheetProblem) {
      try Self.parse(sheet.entry, of: archive, limit: limit, parser)
    } catch {
      var problem = error
      if parser.row.number > 0 { problem.row = parser.row.number }
      throw problem
    }
    if let problem = parser.problem { throw problem }
  }

  private static func parse(
    _ entry: String, of archive: ZipArchive, limit: Int, _ taker: any XMLEventTaker
  ) throws(SpreadsheetProblem) {
    let events = XMLEvents(taker: taker)
    var zipProblem: ZipProblem?
    do throws(ZipProblem) {
      // Where it makes no sense, the rest is unpacked too, as damage shows at the end.
      try archive.read(entry, atMost: limit) { events.read($0) || events.isAtALoss }
    } catch {
      zipProblem = error
    }
    // A damaged archive is the reason of bad XML, and not the other way round.
    if let zipProblem { throw SpreadsheetProblem(zipProblem) }
    events.finish()
    if let problem = events.problem { throw SpreadsheetProblem(problem, in: entry) }
  }
}
