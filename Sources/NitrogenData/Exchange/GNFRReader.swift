// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Reads under which aggregated sector an activity is reported to CEIP.
public enum GNFRReader {
  /// Reads the file of an areas folder.
  ///
  /// - Parameter areasFolder: the `Areas/` folder, as the user or the program names it.
  /// - Returns: the table, unless something is wrong in the file.
  public static func read(areasFolder: String) -> Reading<GNFRTable> {
    var log = DiagnosticLog()
    let file = FileSystem.join(areasFolder, GNFRTable.file)
    let table = YAMLFile.readMap(file, name: "the table of GNFR sectors", log: &log).flatMap {
      self.table($0, &log)
    }
    return Reading(table, log)
  }

  private static func table(_ map: YAMLMap, _ log: inout DiagnosticLog) -> GNFRTable? {
    map.allowOnly(["id", "title", "status", "doubt", "reference", "releases", "map"], &log)
    let doubt = map.optionalText("doubt", &log)
    guard let releases = map.required("releases", &log)?.map("'releases'", &log),
      let lists = map.required("map", &log)?.map("'map'", &log)
    else { return nil }
    var vintages: [Pollutant: Vintage] = [:]
    for entry in releases.entries {
      guard let pollutant = Pollutant(rawValue: entry.name) else {
        log.error(entry.place, "expected a compound, NH3 or NOx, found '\(entry.name)'")
        continue
      }
      vintages[pollutant] = entry.value.text(entry.name, &log).map(Vintage.init(rawValue:))
    }
    var found: [String: [String: [String]]] = [:]
    for list in lists.entries {
      let entries = list.value.map("classification '\(list.name)'", &log)?.entries ?? []
      for entry in entries {
        guard let sectors = entry.value.texts(entry.name, &log) else { continue }
        if sectors.isEmpty || !sectors.allSatisfy(isSector) {
          log.error(
            entry.value.place,
            "expected names of GNFR sectors such as 'K_AgriLivestock', found '"
              + sectors.joined(separator: ", ") + "'")
        }
        found[list.name, default: [:]][entry.name] = sectors
      }
    }
    return GNFRTable(doubt: doubt, releases: vintages, map: found)
  }

  /// A letter, an underscore and a name.
  private static func isSector(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.count > 2 && (0x41...0x5A).contains(bytes[0]) && bytes[1] == 0x5F
      && bytes.dropFirst(2).allSatisfy {
        (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
  }
}
