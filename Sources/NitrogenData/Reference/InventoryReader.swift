// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads the national figures.
struct InventoryReader {
  let folder: String
  let boundaries: [BoundaryID: BoundaryTable]

  func read(_ files: inout [String], _ log: inout DiagnosticLog) -> NationalInventory {
    NationalInventory(
      records: records(&files, &log), totals: totals(&files, &log), zones: zones(&files, &log),
      provinceFigures: provinceFigures(&files, &log))
  }

  /// Opens a table, binds its columns and hands every row to a reader that may make a value of it.
  private func rows<Value>(
    of name: String, _ layout: TableLayout, _ files: inout [String], _ log: inout DiagnosticLog,
    read: (Table, inout InventoryCells, inout DiagnosticLog) -> Value?
  ) -> [Value] {
    let file = FileSystem.join(folder, name)
    files.append(file)
    guard var table = Table(file: file, format: TableFormat(), log: &log) else { return [] }
    var cells = InventoryCells(columns: table.bind(layout, log: &log))
    var values: [Value] = []
    while table.next(&log) {
      if let value = read(table, &cells, &log) { values.append(value) }
    }
    if table.rowCount == 0 && !table.isBroken {
      log.error(Place(file: file, line: 1), "the table has a header and no rows")
    }
    return values
  }

  private func records(
    _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [InventoryRecord] {
    let layout = TableLayout(
      required: [
        "vintage", "definition", "classification", "sector", "subsector", "pollutant", "year",
        "status", "provenance", "grade", "note",
      ], hasEmission: true)
    var known: [String: KnownCodes] = [:]
    for classification in Set(boundaries.values.flatMap(\.map.keys)) {
      known[classification] = KnownCodes(classification: classification, tables: boundaries.values)
    }
    return rows(of: "national-emissions.csv", layout, &files, &log) { table, cells, log in
      let figure = cells.figure(table, &log)
      let definition = table.requiredText(cells.columns["definition"], &log)
      let grade = cells.grade(table, &log)
      let provisional = cells.isProvisional(table, &log)
      let provenance = cells.provenance(table, &log)
      guard let code = cells.code(table, known: known, &log), let figure, let definition,
        let grade, let provisional, let provenance
      else { return nil }
      let record = EmissionRecord(
        territory: .nation, activity: .code(code), pollutant: figure.pollutant,
        year: figure.year, emission: figure.emission, vintage: figure.vintage,
        provisional: provisional, provenance: provenance, origin: figure.origin)
      return InventoryRecord(record: record, definition: definition, grade: grade)
    }
  }

  private func totals(_ files: inout [String], _ log: inout DiagnosticLog) -> [NationalTotal] {
    let layout = TableLayout(
      required: ["vintage", "definition", "pollutant", "year", "status", "grade", "note"],
      hasEmission: true)
    return rows(of: "national-totals.csv", layout, &files, &log) { table, cells, log in
      let figure = cells.figure(table, &log)
      let definition = table.requiredText(cells.columns["definition"], &log)
      _ = cells.isProvisional(table, &log)
      guard let grade = cells.grade(table, &log), let definition, let figure,
        let emission = cells.known(figure, table, &log)
      else { return nil }
      return NationalTotal(
        vintage: figure.vintage, definition: definition, pollutant: figure.pollutant,
        year: figure.year, emission: emission, grade: grade, origin: figure.origin)
    }
  }

  private func zones(
    _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [NationalZoneFigure] {
    let deposition = "mean_deposition_mol_n_per_ha_per_yr"
    let layout = TableLayout(
      required: ["ring", "sector", "part", "pollutant", "year", deposition, "areas", "vintage"],
      hasEmission: true)
    return rows(of: "zones-national.csv", layout, &files, &log) { table, cells, log in
      let figure = cells.figure(table, &log)
      let ring = cells.ring(table, &log)
      let slice = cells.slice(table, &log)
      let areas = table.requiredInteger(cells.columns["areas"], &log)
      let mean = table.positiveNumber(
        cells.columns[deposition], "deposition", unit: "mol N/ha/yr", &log)
      guard let figure, let ring, let slice, let areas, let mean,
        let emission = cells.known(figure, table, &log)
      else { return nil }
      return NationalZoneFigure(
        ring: ring, slice: slice, pollutant: figure.pollutant, year: figure.year,
        emission: emission, meanDeposition: mean.map(DepositionRate.init(molesPerHectare:)),
        areas: areas, vintage: figure.vintage, origin: figure.origin)
    }
  }

  private func provinceFigures(
    _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [ProvinceFigure] {
    let layout = TableLayout(
      required: ["province", "sector", "pollutant", "year", "vintage"], hasEmission: true)
    return rows(of: "province-emissions-dash.csv", layout, &files, &log) { table, cells, log in
      let figure = cells.figure(table, &log)
      let province = table.requiredText(cells.columns["province"], &log)
      guard let sector = table.requiredText(cells.columns["sector"], &log), let province,
        let figure
      else { return nil }
      return ProvinceFigure(
        province: province,
        activity: ActivityCode(classification: "dash", sector: sector, subsector: nil),
        pollutant: figure.pollutant, year: figure.year, emission: figure.emission,
        vintage: figure.vintage, origin: figure.origin)
    }
  }
}
