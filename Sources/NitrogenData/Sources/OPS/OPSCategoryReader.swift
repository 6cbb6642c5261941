// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads which category a source for OPS gets.
public enum OPSCategoryReader {
  /// Reads the file of an areas folder.
  ///
  /// - Parameter areasFolder: the `Areas/` folder, as the user or the program names it.
  /// - Returns: the categories, unless something is wrong in the file.
  public static func read(areasFolder: String) -> Reading<OPSCategories> {
    var log = DiagnosticLog()
    let file = FileSystem.join(areasFolder, OPSCategories.file)
    let categories = YAMLFile.readMap(file, name: "the list of categories", log: &log).flatMap {
      self.categories($0, &log)
    }
    return Reading(categories, log)
  }

  private static func categories(_ map: YAMLMap, _ log: inout DiagnosticLog) -> OPSCategories? {
    map.allowOnly(["id", "title", "status", "doubt", "reference", "map"], &log)
    guard let lists = map.required("map", &log)?.map("'map'", &log) else { return nil }
    var found: [String: [String: Int]] = [:]
    for list in lists.entries {
      let entries = list.value.map("classification '\(list.name)'", &log)?.entries ?? []
      for entry in entries {
        guard let number = entry.value.integer(entry.name, &log) else { continue }
        if OPSCategories.numbers.contains(number) {
          found[list.name, default: [:]][entry.name] = number
        } else {
          log.error(entry.value.place, "a category is a number from 1 to 9999, found \(number)")
        }
      }
    }
    return OPSCategories(map: found)
  }
}
