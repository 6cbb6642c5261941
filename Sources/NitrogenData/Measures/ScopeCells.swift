// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads where a measure works, or what a plan is about, from the cells of a row.
struct ScopeCells {
  private enum Kind: String, CaseIterable {
    case nation
    case province
    case municipality
    case area
  }

  /// The columns that tell a territory, the first of which every table has.
  static let columns = ["scope", "code", "area", "ring"]

  private let scopeColumn: Int?
  private let codeColumn: Int?
  private let areaColumn: Int?
  private let ringColumn: Int?
  private var territories: TerritoryCells
  private var kinds = CellMemo<Kind>()

  init(columns: BoundColumns, reference: ReferenceData) {
    self.scopeColumn = columns["scope"]
    self.codeColumn = columns["code"]
    self.areaColumn = columns["area"]
    self.ringColumn = columns["ring"]
    self.territories = TerritoryCells(role: .measures, columns: columns, reference: reference)
  }

  /// The territory of the row at hand; `nil`, with the reason in the log, when it names none.
  mutating func read(_ table: Table, _ log: inout DiagnosticLog) -> Territory? {
    guard
      let kind = table.requiredWord(
        scopeColumn, "scope", Kind.allCases.map(\.rawValue), memo: &kinds, &log,
        make: Kind.init(rawValue:))
    else { return nil }
    switch kind {
    case .nation:
      guard isEmpty([codeColumn, areaColumn, ringColumn], of: kind, table, &log) else { return nil }
      return .nation
    case .province, .municipality:
      guard isEmpty([areaColumn, ringColumn], of: kind, table, &log),
        let column = required(codeColumn, "code", of: kind, table, &log)
      else { return nil }
      let code = table.rawText(column)
      return kind == .province
        ? territories.province(code, column, table, &log)
        : territories.municipality(code, column, table, &log)
    case .area:
      guard isEmpty([codeColumn], of: kind, table, &log),
        required(areaColumn, "area", of: kind, table, &log) != nil
      else { return nil }
      let area = territories.area(table, &log)
      guard let column = ringColumn, !table.isEmpty(column) else { return area.map { .area($0) } }
      let ring = territories.ring(table, &log)
      guard let area, let ring else { return nil }
      return .ring(area, ring)
    }
  }

  private func isEmpty(
    _ columns: [Int?], of kind: Kind, _ table: Table, _ log: inout DiagnosticLog
  ) -> Bool {
    guard let column = columns.compactMap({ $0 }).first(where: { !table.isEmpty($0) }) else {
      return true
    }
    table.error(
      column,
      "'\(table.shown(column))' stands in column '\(table.header[column])', but scope "
        + "'\(kind.rawValue)' has none; leave the cell empty or correct the scope", &log)
    return false
  }

  private func required(
    _ column: Int?, _ name: String, of kind: Kind, _ table: Table, _ log: inout DiagnosticLog
  ) -> Int? {
    if let column, !table.isEmpty(column) { return column }
    guard let place = column ?? scopeColumn else { return nil }
    table.error(
      place,
      "scope '\(kind.rawValue)' needs "
        + (name == "area" ? "the number of the area" : "the code of the \(kind.rawValue)")
        + " in column '\(name)'", &log)
    return nil
  }
}
