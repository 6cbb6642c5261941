// SPDX-License-Identifier: GPL-3.0-or-later

/// Which column of a table holds what.
struct BoundColumns {
  /// The emission column and its place, where the table has one.
  fileprivate(set) var emission: (column: Int, unit: EmissionColumn)?
  fileprivate var positions: [String: Int] = [:]

  /// The column of a name; `nil` when the table has none.
  subscript(name: String) -> Int? { positions[name] }
}

extension Table {
  /// Finds the columns of a layout in the header.
  ///
  /// A header that does not fit is reported in full; a misspelt column is used all the same, so
  /// that the cells below it are checked too.
  func bind(_ layout: TableLayout, log: inout DiagnosticLog) -> BoundColumns {
    var bound = BoundColumns()
    if reportsWrongDelimiter(layout, log: &log) { return bound }
    var unknown: [Int] = []
    for (column, name) in header.enumerated() {
      if let first = bound.positions[name] {
        log.standsTwice(headerPlaces[column], column: name, first: first)
      } else if layout.known.contains(name) {
        bound.positions[name] = column
      } else {
        unknown.append(column)
      }
    }
    for column in unknown {
      let name = String(header[column].prefix(60))
      let nearest = NearestName.of(name, in: layout.known.filter { bound.positions[$0] == nil })
      if let nearest {
        bound.positions[nearest] = column
        log.error(
          headerPlaces[column], "unknown column '\(name)'; nearest is '\(nearest)': rename it")
      } else {
        log.error(
          headerPlaces[column],
          name.isEmpty
            ? "column \(column + 1) has no name; name it or take it out"
            : "unknown column '\(name)'; rename it or take it out",
          notes: [layout.summary])
      }
    }
    bindEmission(layout, &bound, log: &log)
    let missing = layout.required.filter { bound.positions[$0] == nil }.map { "'\($0)'" }
    if !missing.isEmpty {
      log.error(
        Place(file: file, line: 1),
        missing.count == 1
          ? "column \(missing[0]) is missing" : "the columns \(missing.asList) are missing",
        notes: [layout.summary])
    }
    return bound
  }

  private func bindEmission(
    _ layout: TableLayout, _ bound: inout BoundColumns, log: inout DiagnosticLog
  ) {
    guard layout.hasEmission else { return }
    for unit in EmissionColumn.allCases {
      guard let column = bound.positions[unit.rawValue] else { continue }
      if let first = bound.emission {
        log.error(
          headerPlaces[column],
          "a second emission column '\(unit.rawValue)' beside '\(first.unit.rawValue)'; "
            + "keep one of them")
      } else {
        bound.emission = (column, unit)
      }
    }
    if bound.emission == nil {
      log.error(
        Place(file: file, line: 1),
        "the emission column is missing; expected "
          + EmissionColumn.allCases.map { "'\($0.rawValue)'" }.asChoice)
    }
  }

  /// A header that is one cell because the delimiter is another one than declared.
  private func reportsWrongDelimiter(_ layout: TableLayout, log: inout DiagnosticLog) -> Bool {
    guard header.count == 1, layout.required.count > 1 else { return false }
    for mark in [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")] {
      let character = Character(Unicode.Scalar(mark))
      guard mark != format.delimiter, header[0].contains(character) else { continue }
      let written = mark == UInt8(ascii: "\t") ? "\\t" : String(character)
      log.error(
        headerPlaces[0],
        "the header is one cell: the cells are separated by \(TableFormat.name(ofDelimiter: mark)),"
          + " but the table is declared with \(TableFormat.name(ofDelimiter: format.delimiter))",
        notes: [
          "declare dialect delimiter \"\(written)\" in the data package, and decimalChar \",\" if the "
            + "numbers have a decimal comma"
        ])
      return true
    }
    return false
  }
}
