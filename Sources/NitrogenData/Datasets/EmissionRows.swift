// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Turns the rows of an emission table into records.
struct EmissionRows {
  /// A name of a territory with the cell it stands in.
  struct Name {
    let text: String
    let place: Place
    let origin: RowReference
  }

  /// Where the columns stand that every table has.
  private struct Columns {
    let name: Int?
    let pollutant: Int?
    let year: Int?
    let vintage: Int?
    let status: Int?
    let sources: Int?
    let sourcesName: String
    let emission: (column: Int, unit: EmissionColumn)?

    init(_ columns: BoundColumns) {
      name = columns["name"]
      pollutant = columns["pollutant"]
      year = columns["year"]
      vintage = columns["vintage"]
      status = columns["status"]
      // Rows of one farm are several sources.
      sources = columns["farms"] ?? columns["sources"]
      sourcesName = columns["farms"] == nil ? "sources" : "farms"
      emission = columns.emission
    }
  }

  /// The records so far, in file order.
  private(set) var records: [EmissionRecord] = []
  /// The names of territories, as they first stand.
  private(set) var names: [(territory: Territory, name: Name)] = []
  private var table: Table
  private let columns: Columns
  private let role: TableRole
  private let disclosure: Disclosure
  private var territories: TerritoryCells
  private var activities: ActivityCells
  private var seenNames: [Territory: Set<String>] = [:]
  private var pollutants = CellMemo<Pollutant>()
  private var vintages = CellMemo<Vintage>()
  private var statuses = CellMemo<Bool>()

  init(
    table: Table, role: TableRole, naming: ActivityNaming, reference: ReferenceData,
    log: inout DiagnosticLog, disclosure: Disclosure? = nil
  ) {
    self.table = table
    self.role = role
    let columns = table.bind(Self.layout(role, naming), log: &log)
    self.disclosure =
      disclosure ?? (columns["farms"] ?? columns["sources"] == nil ? .published : .protected)
    self.columns = Columns(columns)
    self.territories = TerritoryCells(role: role, columns: columns, reference: reference)
    self.activities = ActivityCells(naming: naming, columns: columns, reference: reference)
  }

  private static let pollutantNames = Pollutant.allCases.map(\.label)

  private static func layout(_ role: TableRole, _ naming: ActivityNaming) -> TableLayout {
    var layout = TableLayout(
      required: ["sector", "pollutant", "year", "vintage"], optional: ["status"],
      hasEmission: true)
    switch naming {
    case .sectors: layout.optional.insert("part", at: 0)
    case .codes: layout.optional.insert("subsector", at: 0)
    }
    switch role {
    case .zoneEmissions:
      layout.required.insert(contentsOf: ["area", "ring"], at: 0)
      layout.optional += ["sources", "farms"]
    case .territoryEmissions: layout.required.insert(contentsOf: ["kind", "code", "name"], at: 0)
    case .nationalEmissions: break
    case .measurements, .stations, .instrumentChanges, .sources, .farms, .measures, .plan,
      .zoneCorrelations:
      break
    }
    return layout
  }

  /// Reads every row.
  mutating func readAll(checks: inout SeriesChecks, log: inout DiagnosticLog) {
    while table.next(&log) { readRow(&checks, &log) }
    table.expectRows(&log)
  }

  private mutating func readRow(_ checks: inout SeriesChecks, _ log: inout DiagnosticLog) {
    let territory = territories.read(table, &log)
    let activity = activities.read(table, &log)
    let pollutant = table.requiredWord(
      columns.pollutant, "pollutant", Self.pollutantNames, memo: &pollutants, &log,
      make: Pollutant.init(rawValue:))
    let year = table.requiredYear(columns.year, &log)
    let emission = table.positiveNumber(
      columns.emission?.column, "emission", unit: columns.emission?.unit.unit ?? "kg/yr",
      shift: columns.emission?.unit.shift ?? 0, &log)
    let vintage = table.requiredWord(
      columns.vintage, "vintage", [], memo: &vintages, &log, make: Vintage.init(rawValue:))
    let provisional = table.optionalWord(
      columns.status, "status", ["final", "provisional"], memo: &statuses, &log
    ) { $0 == "final" ? false : $0 == "provisional" ? true : nil }
    let sources = table.count(columns.sources, columns.sourcesName, &log)
    guard let territory else { return }
    noteName(of: territory, &log)
    guard let activity, let pollutant, let year, let vintage, let emission,
      let provisional, let sources
    else { return }
    let record = EmissionRecord(
      territory: territory, activity: activity, pollutant: pollutant, year: year,
      emission: emission.map(EmissionRate.init(kilogramsPerYear:)), vintage: vintage,
      provisional: provisional ?? false,
      origin: RowReference(file: table.file, line: table.line), sources: sources,
      disclosure: disclosure)
    checks.check(
      record, vintageColumn: columns.vintage, in: table, log: &log)
    records.append(record)
  }

  private mutating func noteName(of territory: Territory, _ log: inout DiagnosticLog) {
    guard let column = columns.name, let text = table.requiredText(column, &log) else { return }
    guard territories.accepts(name: text, of: territory, column: column, table, &log),
      seenNames[territory, default: []].insert(text).inserted
    else { return }
    names.append(
      (
        territory,
        Name(
          text: text, place: table.place(of: column),
          origin: RowReference(file: table.file, line: table.line))
      ))
  }
}
