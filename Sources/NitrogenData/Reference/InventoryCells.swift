// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads the cells that the tables of the national inventory have in common.
struct InventoryCells {
  /// What every figure has.
  struct Figure {
    let pollutant: Pollutant
    let year: Int
    let emission: EmissionRate?
    let vintage: Vintage
    let origin: RowReference
  }

  let columns: BoundColumns
  private var pollutants = CellMemo<Pollutant>()
  private var vintages = CellMemo<Vintage>()
  private var grades = CellMemo<SourceGrade>()
  private var statuses = CellMemo<Bool>()
  private var provenances = CellMemo<Bool>()
  private var rings = CellMemo<Ring>()
  private var sectors = CellMemo<Sector>()
  private var parts = CellMemo<SectorPart>()
  private var names = CellMemo<String>()

  init(columns: BoundColumns) { self.columns = columns }

  /// The figure of the row at hand.
  mutating func figure(
    _ table: Table, _ log: inout DiagnosticLog
  ) -> Figure? {
    let pollutant = table.requiredWord(
      columns["pollutant"], "pollutant", Pollutant.allCases.map(\.label), memo: &pollutants, &log,
      make: Pollutant.init(rawValue:))
    let year = table.requiredYear(columns["year"], &log)
    let emission = table.positiveNumber(
      columns.emission?.column, "emission", unit: columns.emission?.unit.unit ?? "kg/yr",
      shift: columns.emission?.unit.shift ?? 0, &log)
    let vintage = table.requiredWord(
      columns["vintage"], "vintage", [], memo: &vintages, &log, make: Vintage.init(rawValue:))
    guard let pollutant, let year, let emission, let vintage else { return nil }
    return Figure(
      pollutant: pollutant, year: year,
      emission: emission.map(EmissionRate.init(kilogramsPerYear:)), vintage: vintage,
      origin: RowReference(file: table.file, line: table.line))
  }

  /// The emission of a figure that must be known.
  func known(_ figure: Figure, _ table: Table, _ log: inout DiagnosticLog) -> EmissionRate? {
    if let emission = figure.emission { return emission }
    if let column = columns.emission?.column { _ = table.hasValue(column, &log) }
    return nil
  }

  mutating func grade(_ table: Table, _ log: inout DiagnosticLog) -> SourceGrade? {
    table.requiredWord(
      columns["grade"], "grade", ["official", "second-hand", "made"], memo: &grades, &log,
      make: SourceGrade.init(rawValue:))
  }

  mutating func isProvisional(_ table: Table, _ log: inout DiagnosticLog) -> Bool? {
    table.requiredWord(
      columns["status"], "status", ["final", "provisional"], memo: &statuses, &log
    ) { $0 == "final" ? false : $0 == "provisional" ? true : nil }
  }

  mutating func provenance(_ table: Table, _ log: inout DiagnosticLog) -> Provenance? {
    let isStated = table.requiredWord(
      columns["provenance"], "provenance", ["stated", "derived"], memo: &provenances, &log
    ) { $0 == "stated" ? true : $0 == "derived" ? false : nil }
    guard let isStated else { return nil }
    if isStated { return .stated }
    guard let rule = table.text(columns["note"]) else {
      if let column = columns["note"] {
        table.error(column, "the cell is empty; the note of a derived figure gives its rule", &log)
      }
      return nil
    }
    return .derived(rule: rule)
  }

  mutating func ring(_ table: Table, _ log: inout DiagnosticLog) -> Ring? {
    table.requiredWord(
      columns["ring"], "ring", ["inside", "two distances in m as in 0-250"], memo: &rings, &log,
      make: { Ring(label: $0) })
  }

  mutating func slice(_ table: Table, _ log: inout DiagnosticLog) -> SectorSlice? {
    let sector = table.requiredWord(
      columns["sector"], "sector", Sector.allCases.map(\.rawValue), memo: &sectors, &log,
      make: Sector.init(rawValue:))
    let part = table.optionalWord(
      columns["part"], "part", SectorPart.allCases.map(\.rawValue), memo: &parts, &log,
      make: SectorPart.init(rawValue:))
    guard let sector, let part else { return nil }
    return SectorSlice(sector, part)
  }

  /// The code of the row at hand, which some boundary table must know.
  mutating func code(
    _ table: Table, known: [String: KnownCodes], _ log: inout DiagnosticLog
  ) -> ActivityCode? {
    guard let column = columns["classification"],
      let classification = table.requiredText(column, &log),
      let sectorColumn = columns["sector"], let sector = table.requiredText(sectorColumn, &log)
    else { return nil }
    // Without any boundary table, whose absence is reported already, every name passes.
    guard known.isEmpty || known[classification] != nil else {
      let names = known.keys.sorted()
      table.error(
        column,
        "unknown classification '\(classification)'"
          + "\(NearestName.hint(classification, in: names)); expected \(names.asChoice)", &log)
      return nil
    }
    let shared = names.value(of: sectorColumn, in: table) { $0 } ?? sector
    return ActivityCode(
      classification: classification, sector: shared, subsector: table.text(columns["subsector"]))
  }
}
