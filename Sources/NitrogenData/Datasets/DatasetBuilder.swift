// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Gathers the records of a dataset's tables.
struct DatasetBuilder {
  let package: DataPackage
  let folder: String
  let reference: ReferenceData
  private var records: [EmissionRecord] = []
  private var names: [Territory: String] = [:]
  private var nameLines: [Territory: RowReference] = [:]
  private var files: [String]
  private var checks = SeriesChecks()
  private var measures: [Measure] = []
  private var plan: [PlanPoint] = []
  private var correlations: [ZoneCorrelation] = []
  private var measureChecks = MeasureChecks()
  private var boundary: (id: BoundaryID, place: Place)?

  init(package: DataPackage, folder: String, reference: ReferenceData) {
    self.package = package
    self.folder = folder
    self.reference = reference
    self.files = [package.file]
  }

  /// Reads the table of a resource.
  mutating func read(_ resource: TableResource, log: inout DiagnosticLog) {
    if TableRole.projecting.contains(resource.role) {
      readProjecting(resource, log: &log)
      return
    }
    guard let naming = ActivityNaming(resource, reference: reference, log: &log) else { return }
    if case .codes(_, let fixed) = naming, let fixed, let place = resource.boundary?.place {
      fix(boundary: fixed, place: place, log: &log)
    }
    guard let table = open(resource, log: &log) else { return }
    var rows = EmissionRows(
      table: table, role: resource.role, naming: naming, reference: reference, log: &log,
      disclosure: resource.disclosure ?? package.disclosure)
    rows.readAll(checks: &checks, log: &log)
    records += rows.records
    for (territory, name) in rows.names { take(name, of: territory, log: &log) }
  }

  /// Reads a table of measures, plans or correlations.
  private mutating func readProjecting(_ resource: TableResource, log: inout DiagnosticLog) {
    guard resource.namesOurSectors(log: &log), let table = open(resource, log: &log) else { return }
    switch resource.role {
    case .measures:
      var rows = MeasureRows(table: table, reference: reference, log: &log)
      rows.readAll(checks: &measureChecks, log: &log)
      measures += rows.measures
    case .plan:
      var rows = PlanRows(table: table, reference: reference, log: &log)
      rows.readAll(checks: &measureChecks, log: &log)
      plan += rows.points
    case .zoneCorrelations:
      var rows = CorrelationRows(table: table, reference: reference, log: &log)
      rows.readAll(checks: &measureChecks, log: &log)
      correlations += rows.correlations
    case .zoneEmissions, .territoryEmissions, .nationalEmissions, .measurements, .stations,
      .instrumentChanges, .sources, .farms:
      preconditionFailure("a role that holds measures, plans or correlations")
    }
  }

  /// The table of a resource, its header compared with the schema; `nil`, with the reason in the log,
  /// when it cannot be read.
  private mutating func open(_ resource: TableResource, log: inout DiagnosticLog) -> Table? {
    guard let file = resource.existingFile(in: folder, log: &log) else { return nil }
    files.append(file)
    guard let table = Table(file: file, format: resource.format, log: &log) else { return nil }
    table.compareHeader(with: resource.fields, package: package.file, log: &log)
    return table
  }

  /// The dataset of everything read.
  func dataset(log: inout DiagnosticLog) -> Dataset {
    checks.finish(log: &log)
    measureChecks.finish(log: &log)
    if package.resources.isEmpty && !log.hasErrors {
      log.error(
        Place(file: package.file),
        "no table of the data package is read by this version; give one a 'stikstof:role' of "
          + TableRole.assessing.map(\.rawValue).asChoice)
    }
    return Dataset(
      name: package.name, title: package.title, folder: folder, grade: package.grade,
      boundary: boundary?.id, records: records, names: names, files: files,
      measures: measures, plan: plan, correlations: correlations)
  }

  private mutating func fix(boundary id: BoundaryID, place: Place, log: inout DiagnosticLog) {
    guard let boundary else {
      self.boundary = (id, place)
      return
    }
    guard boundary.id != id else { return }
    log.error(
      place,
      "boundary '\(id)' differs from '\(boundary.id)' of another table; the classified tables of a "
        + "dataset have one boundary",
      notes: boundary.place.line.map { ["the other is on line \($0)"] } ?? [])
  }

  private mutating func take(
    _ name: EmissionRows.Name, of territory: Territory, log: inout DiagnosticLog
  ) {
    guard let known = names[territory], let first = nameLines[territory] else {
      names[territory] = name.text
      nameLines[territory] = name.origin
      return
    }
    guard known != name.text else { return }
    log.error(
      name.place,
      "'\(territory.code ?? "")' is called '\(name.text)' here and '\(known)' elsewhere",
      notes: ["the other name stands at \(first)"])
  }
}

extension TableResource {
  /// Whether a table of measures, plans or correlations leaves sectors to us; says so where not.
  fileprivate func namesOurSectors(log: inout DiagnosticLog) -> Bool {
    if let boundary {
      log.note(
        boundary.place,
        "a table of role '\(role.rawValue)' goes with its sectors under any boundary; "
          + "'stikstof:boundary' changes nothing")
    }
    guard let classification else { return true }
    log.error(
      classification.place,
      "a table of role '\(role.rawValue)' names our sectors and has no 'stikstof:classification'; "
        + "take it out")
    return false
  }

  /// The file of the table; `nil`, with the reason in the log, when there is none.
  func existingFile(in folder: String, log: inout DiagnosticLog) -> String? {
    let file = FileSystem.join(folder, path.text)
    if FileSystem.isFile(file) { return file }
    log.error(
      path.place,
      FileSystem.isFolder(file)
        ? "path '\(path.text)' is a folder; expected a file"
        : "there is no file '\(path.text)' in the folder; correct the path or add it")
    return nil
  }
}

extension Table {
  /// Reports where the fields of a table schema differ from the columns of the table.
  func compareHeader(with fields: [SchemaField], package: String, log: inout DiagnosticLog) {
    guard !fields.isEmpty else { return }
    for (column, name) in header.enumerated() where column < fields.count {
      let field = fields[column].name
      guard field.text != name else { continue }
      log.error(
        headerPlaces[column],
        "column \(column + 1) is '\(name)', but '\(field.text)' in the schema of the data package",
        notes: [
          "the field stands at \(package):\(field.place.line ?? 1); make both the same, in one order"
        ])
      return
    }
    guard header.count != fields.count else { return }
    log.error(
      Place(file: file, line: 1),
      "the header has \(counted(header.count, "column")), but the schema of the data package has "
        + "\(counted(fields.count, "field")); make both the same")
  }
}
