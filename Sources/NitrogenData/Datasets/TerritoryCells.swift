// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads what a row is about from its cells.
struct TerritoryCells {
  private let role: TableRole
  private let areaColumn: Int?
  private let ringColumn: Int?
  private let kindColumn: Int?
  private let codeColumn: Int?
  private let catalogue: AreaCatalogue
  private let provinces: [String: Province]
  private var areas = CellMemo<AreaCode>()
  private var rings = CellMemo<Ring>()
  private var kinds = CellMemo<Kind>()

  private enum Kind: String, CaseIterable { case province, municipality }

  init(role: TableRole, columns: BoundColumns, reference: ReferenceData) {
    self.role = role
    self.areaColumn = columns["area"]
    self.ringColumn = columns["ring"]
    self.kindColumn = columns["kind"]
    self.codeColumn = columns["code"]
    self.catalogue = reference.catalogue
    self.provinces = Dictionary(
      reference.catalogue.provinces.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The territory of the row at hand; `nil`, with the reason in the log, when it names none.
  mutating func read(_ table: Table, _ log: inout DiagnosticLog) -> Territory? {
    switch role {
    case .nationalEmissions: return .nation
    case .measurements, .stations, .instrumentChanges, .sources, .farms, .measures, .plan,
      .zoneCorrelations:
      return nil
    case .zoneEmissions:
      let area = area(table, &log)
      let ring = ring(table, &log)
      guard let area, let ring else { return nil }
      return .ring(area, ring)
    case .territoryEmissions:
      let kind = table.requiredWord(
        kindColumn, "kind of territory", Kind.allCases.map(\.rawValue), memo: &kinds, &log,
        make: Kind.init(rawValue:))
      guard let column = codeColumn, let code = table.requiredText(column, &log), let kind
      else { return nil }
      switch kind {
      case .province: return province(code, column, table, &log)
      case .municipality: return municipality(code, column, table, &log)
      }
    }
  }

  /// The area of the row at hand, in the column `area` or another one.
  mutating func area(
    _ table: Table, in other: Int? = nil, _ log: inout DiagnosticLog
  ) -> AreaCode? {
    guard let column = other ?? areaColumn, table.hasValue(column, &log) else { return nil }
    let catalogue = catalogue
    let known = areas.value(of: column, in: table) { text in
      guard let number = Int(text), String(number) == text else { return nil }
      return catalogue[AreaCode(rawValue: number)]?.code
    }
    if let known { return known }
    let text = table.shown(column)
    var notes: [String] = []
    if let area = catalogue.areas.first(where: { $0.name.lowercased() == text.lowercased() }) {
      notes.append("'\(area.name)' is area \(area.code): write the number")
    } else if let number = Int(text), let area = catalogue[AreaCode(rawValue: number)] {
      notes.append("write \(area.code) for \(area.name)")
    }
    let count = catalogue.areas.count
    if Int(text) != nil && notes.isEmpty {
      table.error(
        column,
        "unknown area \(text); expected the national number of one of the \(count) Natura "
          + "2000 areas of the catalogue", &log)
    } else {
      table.error(
        column, "'\(text)' is not an area; expected its national number, such as 57", notes: notes,
        &log)
    }
    return nil
  }

  /// The ring of the row at hand.
  mutating func ring(_ table: Table, _ log: inout DiagnosticLog) -> Ring? {
    guard let column = ringColumn, table.hasValue(column, &log) else { return nil }
    if let ring = rings.value(of: column, in: table, make: { Ring(label: $0) }) { return ring }
    table.error(
      column,
      "'\(table.shown(column))' is not a ring; expected 'inside' or two distances in metres, the "
        + "smaller first, such as '0-250'", &log)
    return nil
  }

  /// The province of a code.
  func province(
    _ code: String, _ column: Int, _ table: Table, _ log: inout DiagnosticLog
  ) -> Territory? {
    if provinces[code] != nil { return .province(code: code) }
    let codes = provinces.keys.sorted()
    var notes: [String] = []
    let name = code.lowercased()
    if let province = provinces.values.first(where: {
      $0.slug == name || $0.name.lowercased() == name
    }) {
      notes.append("\(province.name) is '\(province.code)'")
    }
    table.error(
      column,
      "unknown province '\(code)'; expected one of \(codes.first ?? "") to "
        + (codes.last ?? ""), notes: notes, &log)
    return nil
  }

  /// The municipality of a code.
  func municipality(
    _ code: String, _ column: Int, _ table: Table, _ log: inout DiagnosticLog
  ) -> Territory? {
    let digits = code.dropFirst(2)
    if code.hasPrefix("GM"), digits.utf8.count == 4,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 })
    {
      return .municipality(code: code)
    }
    table.error(
      column, "'\(code)' is not a municipality; expected 'GM' and four digits, such as 'GM0267'",
      &log)
    return nil
  }

  /// Whether a name goes with a territory; a province must bear its own.
  func accepts(
    name: String, of territory: Territory, column: Int, _ table: Table,
    _ log: inout DiagnosticLog
  ) -> Bool {
    guard case .province(let code) = territory, let province = provinces[code],
      province.name != name
    else { return true }
    table.error(
      column,
      "province '\(code)' is '\(province.name)', found '\(name)'; correct the code or the "
        + "name", &log)
    return false
  }
}
