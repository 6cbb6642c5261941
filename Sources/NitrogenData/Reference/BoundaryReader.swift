// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads the boundary tables, one file each.
enum BoundaryReader {
  static func read(
    folder: String, _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [BoundaryID: BoundaryTable] {
    guard let names = FileSystem.names(in: folder) else {
      log.error(Place(file: folder), "no such folder; expected the boundary tables in it")
      return [:]
    }
    var tables: [BoundaryID: BoundaryTable] = [:]
    for name in names where name.hasSuffix(".yaml") {
      let file = FileSystem.join(folder, name)
      files.append(file)
      if let table = table(file: file, stem: String(name.dropLast(5)), &log) {
        tables[table.id] = table
      }
    }
    if tables.isEmpty {
      log.error(Place(file: folder), "the folder holds no boundary table (<id>.yaml)")
    }
    return tables
  }

  private static func table(
    file: String, stem: String, _ log: inout DiagnosticLog
  ) -> BoundaryTable? {
    guard let map = YAMLFile.readMap(file, name: "the boundary table", log: &log) else {
      return nil
    }
    map.allowOnly(
      ["id", "title", "ambiguity", "status", "doubt", "reference", "map", "note"], &log)
    let title = map.text("title", &log)
    _ = map.choice(
      "status", ["stated", "derived", "assumed"], &log, make: PolicyStatus.init(rawValue:))
    let doubt = map.optionalText("doubt", &log)
    guard let id = map.text("id", &log) else { return nil }
    if id != stem, let place = map["id"]?.place {
      log.error(place, "id '\(id)' differs from the file name; expected '\(stem)'")
    }
    guard let title, let codes = map.required("map", &log)?.map("'map'", &log) else { return nil }
    return BoundaryTable(
      id: BoundaryID(rawValue: id), title: title, doubt: doubt, map: slices(codes, &log))
  }

  private static func slices(
    _ map: YAMLMap, _ log: inout DiagnosticLog
  ) -> [String: [String: SectorSlice]] {
    let words = Sector.allCases.map(\.rawValue) + SectorPart.allCases.map { "agriculture.\($0)" }
    var result: [String: [String: SectorSlice]] = [:]
    for classification in map.entries {
      guard let codes = classification.value.map("classification '\(classification.name)'", &log)
      else { continue }
      for entry in codes.entries {
        let slice = entry.value.choice("sector", words, &log) { word in
          SectorSlice(label: word).flatMap {
            $0.part == nil || $0.sector == .agriculture ? $0 : nil
          }
        }
        if let slice { result[classification.name, default: [:]][entry.name] = slice }
      }
    }
    return result
  }
}
