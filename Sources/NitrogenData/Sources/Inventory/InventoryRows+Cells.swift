// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension InventoryRows {
  /// Emissions to water and soil stand in the same exports.
  func isAir(_ row: SheetRow) -> Bool {
    if let name = row.text(columns["Compartiment"]) { return name.lowercased() == "lucht" }
    guard let code = row.text(columns["Compartimentcode"]) else { return true }
    return Self.whole(code) == "10"
  }

  /// What tells rows of one figure apart.
  func detail(_ row: SheetRow) -> String {
    [
      "Emissieoorzaak_code", "Emissieoorzaak", "Sbi_code", "Herkomst_code", "Herkomst",
    ].compactMap { row.text(columns[$0]) }.joined(separator: "\t")
  }

  /// What a row belongs to, `nil` where nobody places it, and its name.
  mutating func activity(
    _ row: SheetRow, _ sector: String, _ log: inout DiagnosticLog
  ) -> (ActivityCode?, String) {
    var subsector: String?
    if let column = columns["Subsector"], let cell = row.cell(column) {
      subsector = subsectors.value(of: cell, in: row) { $0 }
    }
    let code = ActivityCode(
      classification: classification, sector: sector, subsector: subsector)
    guard codes.has(sector: sector) else {
      warnOnce(
        row, "Sector", code.sector,
        "unknown sector '\(sector)' in classification '\(classification)'"
          + "\(NearestName.hint(sector, in: codes.sectors)); its rows are left out and counted",
        &log)
      return (nil, code.sector)
    }
    guard let subsector, !codes.has(subsector: subsector, of: sector) else {
      return (code, code.label)
    }
    let known = codes.subsectors[sector, default: []].sorted()
    let hint = NearestName.hint(subsector, in: known)
    if codes.placesAny(of: sector) {
      if !known.isEmpty {
        warnOnce(
          row, "Subsector", code.label,
          "sub-sector '\(subsector)' of '\(sector)' is in no inventory at hand\(hint); boundaries "
            + "that split '\(sector)' cannot place it", &log)
      }
      return (code, code.label)
    }
    warnOnce(
      row, "Subsector", code.label,
      "unknown sub-sector '\(subsector)' of '\(sector)'\(hint); its rows are left out and counted",
      &log)
    return (nil, code.label)
  }

  /// The release of a row.
  mutating func release(_ row: SheetRow, _ log: inout DiagnosticLog) -> ReleaseName? {
    if let column = columns["Dataset"], let cell = row.cell(column) {
      let release = releases.value(of: cell, in: row) { ReleaseName($0) }
      if !release.isKnownForm {
        warnOnce(
          row, "Dataset", release.vintage.rawValue,
          "release '\(release.vintage)' has not the form 'ER Reeks 1990-2023 Definitief'; its "
            + "vintage is named as it stands, and its figures count as final", &log)
      }
      return release
    }
    if let vintage = options.vintage { return ReleaseName(given: vintage) }
    _ = required("Dataset", row, &log)
    return nil
  }

  /// The place of a row: the outer `nil` is one that cannot be, the inner none at all.
  ///
  /// Exports without companies give 0 for both coordinates.
  mutating func point(_ row: SheetRow, _ log: inout DiagnosticLog) -> RDPoint?? {
    guard let xColumn = columns["Xcoord"], let yColumn = columns["Ycoord"],
      case .some(let x) = numbers.number(row, xColumn, unit: "m", &log),
      case .some(let y) = numbers.number(row, yColumn, unit: "m", &log)
    else { return columns["Xcoord"] == nil || columns["Ycoord"] == nil ? .some(nil) : nil }
    switch (x ?? 0, y ?? 0) {
    case (0, 0): return .some(nil)
    case (let x, let y):
      if RDEnvelope.contains(x: x, y: y) { return RDPoint(x: x, y: y) }
      let hint =
        RDEnvelope.contains(x: y, y: x) ? "; x and y look swapped" : ""
      sheet.error(
        row.number, xColumn,
        "the place \(x), \(y) lies outside RD New (x -100 to 400 km, y 200 to 950 km)\(hint)", &log)
      return nil
    }
  }

  /// The year of a row of the long layout.
  func year(_ row: SheetRow, _ column: Int, _ log: inout DiagnosticLog) -> Int? {
    guard let text = required("Jaar", row, &log) else { return nil }
    guard let year = Self.whole(text).flatMap({ Int($0) }), Table.years.contains(year) else {
      sheet.error(
        row.number, column,
        "'\(text.prefix(60))' is no year from \(Table.years.lowerBound) to "
          + "\(Table.years.upperBound)", &log)
      return nil
    }
    return year
  }

  /// The text of a cell that must not be empty.
  func required(
    _ name: String, _ row: SheetRow, _ log: inout DiagnosticLog
  ) -> String? {
    if let text = row.text(columns[name]) { return text }
    sheet.error(
      row.number, columns[name], "the cell is empty; column '\(name)' needs a value", &log)
    return nil
  }

  private mutating func warnOnce(
    _ row: SheetRow, _ column: String, _ name: String, _ message: String,
    _ log: inout DiagnosticLog
  ) {
    guard warned.insert("\(column) \(name)").inserted else { return }
    sheet.warning(row.number, columns[column], message, &log)
  }

  /// A code as text, without what a number cell makes of it (`301.0`).
  static func whole(_ text: String?) -> String? {
    guard let text else { return nil }
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
