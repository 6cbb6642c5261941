// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads an XLSX export of the Emissieregistratie as downloaded.
///
/// Rows with coordinates, which are those of companies, are point sources. Rows without are figures
/// of the country, a province or a municipality: they are no sources and become
/// ``SourceIntake/territories``. A row that is not there is not zero, and an empty cell is unknown.
enum InventoryExport {
  /// The sheet with the emissions, unless the options name another.
  private static let sheetName = "Emissies"
  /// A sheet with the same emissions weighed by their warming, which must not be added to them.
  private static let warmingSheetName = "Emissies CO2-Eq"

  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    do {
      let workbook = try Workbook(file: file, limit: options.unpackedLimit)
      guard let sheet = sheet(of: workbook, options, &log) else { return }
      try read(
        sheet, of: workbook, options: options, reference: reference, intake: &intake, log: &log)
    } catch let problem as SpreadsheetProblem {
      log.error(Place(file: file, line: problem.row, column: problem.column), problem.message)
    }
  }

  private static func sheet(
    of workbook: Workbook, _ options: SourceOptions, _ log: inout DiagnosticLog
  ) -> Workbook.Sheet? {
    let wanted = options.layer ?? sheetName
    if let sheet = workbook[wanted] {
      if wanted == sheetName, workbook[warmingSheetName] != nil {
        log.note(
          Place(file: workbook.file),
          "sheet '\(warmingSheetName)' holds greenhouse gases and is not read")
      }
      return sheet
    }
    let names = workbook.sheets.map(\.name)
    log.error(
      Place(file: workbook.file),
      "the workbook has no sheet '\(wanted)'\(NearestName.hint(wanted, in: names)); "
        + (names.isEmpty ? "it has none" : "it has \(names.map { "'\($0)'" }.asList)"))
    return nil
  }

  private static func read(
    _ found: Workbook.Sheet, of workbook: Workbook, options: SourceOptions,
    reference: ReferenceData, intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    let sheet = InventorySheet(file: workbook.file, name: found.name)
    let reading = SheetReading(sheet: sheet, options: options, reference: reference, intake, log)
    defer {
      intake = reading.intake
      log = reading.log
    }
    do throws(SpreadsheetProblem) {
      try workbook.read(found) { reading.take($0) }
    } catch {
      var problem = error
      if let row = error.row {
        problem = SpreadsheetProblem(
          sheet.located(row, error.column, error.message), row: row, column: error.column)
      }
      throw problem
    }
    if let failure = reading.failure { throw failure }
    reading.finish()
  }
}

/// The reading of one sheet, to which rows are handed.
private final class SheetReading {
  var intake: SourceIntake
  var log: DiagnosticLog
  /// What the one who takes batches threw.
  private(set) var failure: (any Error)?
  private let sheet: InventorySheet
  private let options: SourceOptions
  private let reference: ReferenceData
  private var rows: InventoryRows?
  private var count = 0
  private var isHopeless = false

  init(
    sheet: InventorySheet, options: SourceOptions, reference: ReferenceData,
    _ intake: SourceIntake, _ log: DiagnosticLog
  ) {
    self.sheet = sheet
    self.options = options
    self.reference = reference
    self.intake = intake
    self.log = log
  }

  /// Takes a row; `false` when the rest is of no use.
  func take(_ row: SheetRow) -> Bool {
    guard !row.cells.isEmpty else { return true }
    guard rows != nil else {
      let columns = InventoryColumns(row, sheet: sheet, options: options, log: &log)
      isHopeless = columns == nil
      rows = columns.map {
        InventoryRows(sheet: sheet, columns: $0, options: options, reference: reference)
      }
      return !isHopeless
    }
    count += 1
    do {
      try rows?.read(row, intake: &intake, log: &log)
      return true
    } catch {
      failure = error
      return false
    }
  }

  /// Hands on what was added up.
  func finish() {
    guard !isHopeless else { return }
    if count == 0 {
      sheet.error(
        nil, nil,
        rows == nil
          ? "the sheet is empty; expected the names of the columns and rows below"
          : "the sheet has a header and no rows", &log)
    }
    guard let rows else { return }
    let records = rows.figures.records(file: sheet.file)
    // A reading is mostly of one sheet, whose records need not be copied.
    if intake.territories.isEmpty {
      intake.territories = records
    } else {
      intake.territories += records
    }
  }
}
