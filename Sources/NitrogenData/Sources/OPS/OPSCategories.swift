// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Which category a source for OPS gets, by what it belongs to.
///
/// GCN codes are kept; what else has one is data in the areas folder.
public struct OPSCategories: Hashable, Sendable {
  /// The file below the areas folder.
  public static let file = "exchange/ops-categories.yaml"
  /// The name under which the file lists sectors of ours.
  static let ownClassification = "stikstof"
  /// The categories OPS takes.
  public static let numbers = 1...9999

  /// The categories by classification and name.
  let map: [String: [String: Int]]

  /// Makes categories.
  init(map: [String: [String: Int]]) { self.map = map }

  /// The category of what a source belongs to; `nil` where none is known.
  ///
  /// - Parameter activity: what the source belongs to.
  public subscript(_ activity: Activity) -> Int? {
    switch activity {
    case .slice(let slice, _): return map[Self.ownClassification]?[slice.label]
    case .code(let code):
      guard code.classification == "gcn" else { return map[code.classification]?[code.label] }
      return Int(code.sector).flatMap { Self.numbers.contains($0) ? $0 : nil }
    }
  }
}

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
