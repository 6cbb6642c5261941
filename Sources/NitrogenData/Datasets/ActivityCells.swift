// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads what an emission belongs to from the cells of a row.
struct ActivityCells {
  private let naming: ActivityNaming
  private let sectorColumn: Int?
  private let subsectorColumn: Int?
  private let codes: KnownCodes?
  private var slices: SliceCells
  private var sectorNames = CellMemo<String>()
  private var subsectorNames = CellMemo<String>()
  private var warned: Set<String> = []

  init(naming: ActivityNaming, columns: BoundColumns, reference: ReferenceData) {
    self.naming = naming
    self.sectorColumn = columns["sector"]
    self.slices = SliceCells(columns: columns)
    self.subsectorColumn = columns["subsector"]
    if case .codes(let classification, _) = naming {
      self.codes = KnownCodes(classification: classification, reference: reference)
    } else {
      self.codes = nil
    }
  }

  /// The activity of the row at hand; `nil`, with the reason in the log, when it names none.
  mutating func read(_ table: Table, _ log: inout DiagnosticLog) -> Activity? {
    switch naming {
    case .sectors(let boundary): slices.read(table, &log).map { .slice($0, boundary: boundary) }
    case .codes(let classification, _): code(classification, table, &log).map { .code($0) }
    }
  }

  private mutating func code(
    _ classification: String, _ table: Table, _ log: inout DiagnosticLog
  ) -> ActivityCode? {
    guard let codes, let column = sectorColumn, table.hasValue(column, &log) else {
      return nil
    }
    guard
      let sector = sectorNames.value(
        of: column, in: table, make: { codes.has(sector: $0) ? $0 : nil })
    else {
      let text = table.shown(column)
      let nearest = NearestName.hint(text, in: codes.sectors)
      table.error(
        column,
        "unknown sector '\(text)' in classification '\(classification)'"
          + (nearest.isEmpty ? "; expected \(codes.sectors.asChoice)" : nearest), &log)
      return nil
    }
    var subsector: String?
    if let column = subsectorColumn, !table.isEmpty(column) {
      subsector = subsectorNames.value(of: column, in: table) { $0 }
      if let name = subsector, !codes.has(subsector: name, of: sector),
        !accept(unknown: name, of: sector, column, codes, table, &log)
      {
        return nil
      }
    }
    return ActivityCode(classification: classification, sector: sector, subsector: subsector)
  }

  /// Whether a sub-sector nobody knows by name still has a place in some boundary.
  private mutating func accept(
    unknown name: String, of sector: String, _ column: Int, _ codes: KnownCodes, _ table: Table,
    _ log: inout DiagnosticLog
  ) -> Bool {
    let known = codes.subsectors[sector, default: []].sorted()
    let hint = NearestName.hint(name, in: known)
    if codes.placesAny(of: sector) {
      if !known.isEmpty && warned.insert("\(sector)/\(name)").inserted {
        log.warning(
          table.place(of: column),
          "sub-sector '\(name)' of '\(sector)' is in no inventory at hand\(hint); boundaries that "
            + "split '\(sector)' cannot place it")
      }
      return true
    }
    table.error(
      column, "unknown sub-sector '\(name)' of '\(sector)'\(hint); expected \(known.asChoice)", &log
    )
    return false
  }
}
