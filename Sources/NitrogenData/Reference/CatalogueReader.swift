// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads the sites, the provinces and the policy names for groups of sites.
struct CatalogueReader {
  let areasFolder: String

  func read(_ files: inout [String], _ log: inout DiagnosticLog) -> AreaCatalogue {
    let provinces = readProvinces(&files, &log)
    let areas = readAreas(provinces: Set(provinces.map(\.name)), &files, &log)
    let aliases = readAliases(codes: Set(areas.map(\.code)), &files, &log)
    return AreaCatalogue(areas: areas, aliases: aliases, provinces: provinces)
  }

  private func readProvinces(_ files: inout [String], _ log: inout DiagnosticLog) -> [Province] {
    let file = FileSystem.join(areasFolder, "provinces.csv")
    files.append(file)
    guard var table = Table(file: file, format: TableFormat(), log: &log) else { return [] }
    let columns = table.bind(TableLayout(required: ["code", "name", "slug"]), log: &log)
    var provinces: [Province] = []
    var lines: [String: Int] = [:]
    while table.next(&log) {
      guard let code = table.requiredText(columns["code"], &log),
        let name = table.requiredText(columns["name"], &log),
        let slug = table.requiredText(columns["slug"], &log)
      else { continue }
      if let first = lines.updateValue(table.line, forKey: code) {
        log.standsTwice(
          Place(file: file, line: table.line), "province '\(code)'", firstLine: first)
      }
      provinces.append(Province(code: code, name: name, slug: slug))
    }
    return provinces
  }

  private func readAreas(
    provinces: Set<String>, _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [Area] {
    let file = FileSystem.join(areasFolder, "natura2000/areas.csv")
    files.append(file)
    guard var table = Table(file: file, format: TableFormat(), log: &log) else { return [] }
    let columns = table.bind(
      TableLayout(required: [
        "code", "name", "directive", "provinces", "surface_ha", "rd_x_m", "rd_y_m",
        "nitrogen_sensitive", "in_deposition_monitor",
      ]), log: &log)
    var rows = AreaRows(columns: columns, provinces: provinces)
    var areas: [Area] = []
    var lines: [AreaCode: Int] = [:]
    while table.next(&log) {
      guard let area = rows.read(table, &log) else { continue }
      if let first = lines.updateValue(table.line, forKey: area.code) {
        log.standsTwice(
          Place(file: file, line: table.line), "area \(area.code)", firstLine: first)
      }
      areas.append(area)
    }
    return areas
  }

  private func readAliases(
    codes: Set<AreaCode>, _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [AreaAlias] {
    let file = FileSystem.join(areasFolder, "natura2000/aliases.yaml")
    files.append(file)
    guard let map = YAMLFile.readMap(file, name: "the list of aliases", log: &log) else {
      return []
    }
    map.allowOnly(["aliases"], &log)
    return (map.list("aliases", &log) ?? []).compactMap { value in
      guard let alias = value.map("the alias", &log) else { return nil }
      alias.allowOnly(["name", "areas", "reference", "status", "note"], &log)
      guard let name = alias.text("name", &log), let list = alias.list("areas", &log),
        let status = alias.choice(
          "status", ["stated", "assumed"], &log, make: PolicyStatus.init(rawValue:))
      else { return nil }
      let areas = list.compactMap { value -> AreaCode? in
        guard let number = value.integer("areas", &log) else { return nil }
        let code = AreaCode(rawValue: number)
        if codes.isEmpty || codes.contains(code) { return code }
        log.error(value.place, "unknown area \(number); the catalogue has none of that number")
        return nil
      }
      return AreaAlias(
        name: name, areas: areas, status: status, note: alias.optionalText("note", &log))
    }
  }
}

/// Turns the rows of the catalogue into areas.
private struct AreaRows {
  let columns: BoundColumns
  let provinces: Set<String>
  private var directives = CellMemo<String>()
  private var flags = CellMemo<Bool>()

  init(columns: BoundColumns, provinces: Set<String>) {
    self.columns = columns
    self.provinces = provinces
  }

  mutating func read(_ table: Table, _ log: inout DiagnosticLog) -> Area? {
    let words = ["VR", "HR", "VR+HR"]
    let code = table.requiredInteger(columns["code"], &log)
    let name = table.requiredText(columns["name"], &log)
    let directive = table.optionalWord(
      columns["directive"], "directive", words, memo: &directives, &log
    ) { words.contains($0) ? $0 : nil }
    let surface = table.positiveNumber(columns["surface_ha"], "surface", unit: "ha", &log)
    let x = table.number(columns["rd_x_m"], unit: "m", &log)
    let y = table.number(columns["rd_y_m"], unit: "m", &log)
    let sensitive = flag("nitrogen_sensitive", table, &log)
    let inMonitor = flag("in_deposition_monitor", table, &log)
    let provinces = provinceNames(table, &log)
    guard let code, let name, let directive, let surface, let x, let y, let sensitive,
      let inMonitor, let provinces
    else { return nil }
    var point: RDPoint?
    if let x, let y { point = RDPoint(x: x, y: y) }
    return Area(
      code: AreaCode(rawValue: code), name: name, directive: directive, provinces: provinces,
      surface: surface, representativePoint: point, nitrogenSensitive: sensitive,
      inDepositionMonitor: inMonitor, origin: RowReference(file: table.file, line: table.line))
  }

  private mutating func flag(
    _ name: String, _ table: Table, _ log: inout DiagnosticLog
  ) -> Bool?? {
    table.optionalWord(columns[name], "flag", ["yes", "no"], memo: &flags, &log) {
      $0 == "yes" ? true : $0 == "no" ? false : nil
    }
  }

  private func provinceNames(_ table: Table, _ log: inout DiagnosticLog) -> [String]? {
    guard let column = columns["provinces"], let text = table.text(column) else { return [] }
    let names = text.split(separator: ";").map { String($0.drop { $0 == " " }) }
    guard let unknown = names.first(where: { !provinces.contains($0) }) else { return names }
    table.error(
      column,
      "unknown province '\(unknown)'\(NearestName.hint(unknown, in: provinces)); expected names of "
        + "provinces.csv, separated by '; '", &log)
    return nil
  }
}
