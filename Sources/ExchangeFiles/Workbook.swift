// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXlsx
import Foundation
public import NitrogenReports
public import NitrogenWords

/// Tables as a workbook (XLSX), a sheet each, behind a first sheet that says what they are.
///
/// The same tables give the same bytes, whenever they are written. Numbers are numbers with a format that
/// every program shows in its own manner, texts are texts and never formulas. A table with more
/// rows than a sheet holds goes on in a second one.
public struct Workbook: Sendable {
  /// The version of the library that writes workbooks.
  public static var libraryVersion: String { String(cString: lxw_version()) }

  /// How many rows of a table a sheet holds, its header aside.
  public static let mostRows = 1_048_575
  /// From how many cells on a workbook is written row by row, in memory that does not grow with it.
  public static let manyCells = 1_000_000

  /// What the file says of itself.
  public struct Properties: Sendable {
    /// The title.
    public let title: String
    /// The program that made it.
    public let author: String
    /// The moment it says it was made, in seconds since 1970; never that of the clock.
    public let created: Int

    /// Makes properties; the moment is the first of the year 2000 unless another is given.
    public init(title: String, author: String, created: Int = 946_684_800) {
      self.title = title
      self.author = author
      self.created = created
    }
  }

  let tables: [DataTable]
  let words: Words
  let properties: Properties
  let rowsOfSheet: Int

  /// Prepares a workbook.
  ///
  /// - Parameters:
  ///   - tables: the tables, in order; the first is the one that says what they are.
  ///   - words: the language.
  ///   - properties: what the file says of itself.
  ///   - rowsOfSheet: after how many rows a table goes on in another sheet.
  public init(
    _ tables: [DataTable], words: Words, properties: Properties, rowsOfSheet: Int = mostRows
  ) {
    precondition((1...Self.mostRows).contains(rowsOfSheet), "a sheet holds 1 to 1,048,575 rows")
    self.tables = tables
    self.words = words
    self.properties = properties
    self.rowsOfSheet = rowsOfSheet
  }

  /// The bytes of the file.
  public func bytes() throws(WorkbookError) -> [UInt8] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("stikstof-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(to: path)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .temporaryFile(path)
    }
    return Array(data)
  }

  /// Writes the file.
  ///
  /// - Parameter path: where; what is there is replaced.
  /// - Throws: ``WorkbookError`` with the library's own words.
  public func write(to path: String) throws(WorkbookError) {
    let cells = tables.reduce(0) { $0 + $1.rows.count * $1.columns.count }
    var options = lxw_workbook_options()
    options.constant_memory = cells > Self.manyCells ? 1 : 0
    options.use_zip64 = cells > 20 * Self.manyCells ? 1 : 0
    guard let book = path.withCString({ workbook_new_opt($0, &options) }) else {
      throw .library(
        number: Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue), text: "no memory",
        doing: "begin a workbook")
    }
    var failure: WorkbookError?
    do throws(WorkbookError) {
      try fill(book)
    } catch {
      failure = error
    }
    // Closing writes the file and frees the workbook, so it is called whatever happened before.
    let answer = workbook_close(book)
    if let failure { throw failure }
    try WorkbookError.check(answer, "write the workbook '\(path)'")
  }

  private func fill(_ book: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    try describe(book)
    let formats = SheetFormats(book)
    let parts = sheetParts()
    for (position, part) in parts.enumerated() {
      guard let sheet = workbook_add_worksheet(book, part.name) else {
        throw .library(
          number: Int(LXW_ERROR_PARAMETER_VALIDATION.rawValue), text: "the sheet is refused",
          doing: "add the sheet '\(part.name)'")
      }
      let writer = SheetWriter(
        sheet: sheet, name: part.name, formats: formats, withheld: words(TablePhrase.withheld))
      if position == 0 {
        try writer.writeFirst(part.table, contents: Array(parts.dropFirst()))
      } else {
        try writer.write(part.table, rows: part.rows)
      }
    }
  }

  /// The tables cut into what a sheet holds, with the names of the sheets.
  private func sheetParts() -> [SheetPart] {
    var taken: Set<String> = []
    return tables.flatMap { table in
      stride(from: 0, to: max(1, table.rows.count), by: rowsOfSheet).map { start in
        let end = min(start + rowsOfSheet, table.rows.count)
        let wanted = table.title.utf16.count <= SheetText.longestName ? table.title : table.name
        return SheetPart(
          name: SheetText.name(wanted, taken: &taken), table: table, rows: start..<end)
      }
    }
  }

  private func describe(_ book: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    let title = strdup(SheetText.cell(properties.title))
    let author = strdup(SheetText.cell(properties.author))
    defer {
      free(title)
      free(author)
    }
    var described = lxw_doc_properties()
    described.title = title
    described.author = author
    // A moment of 0 would be taken for "now".
    described.created = time_t(max(1, properties.created))
    try WorkbookError.check(
      workbook_set_properties(book, &described), "set the properties of the workbook")
  }
}

/// A table, or as much of it as a sheet holds.
struct SheetPart {
  let name: String
  let table: DataTable
  let rows: Range<Int>
}
