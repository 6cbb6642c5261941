// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Areas as people read them in a terminal.
public enum AreaTables {
  /// One line an area: number, name, directive, size, provinces.
  public static func list(_ areas: [Area]) -> String {
    let nameWidth = areas.map(\.name.count).max() ?? 0
    var text = ""
    for area in areas {
      let code = String(area.code.rawValue)
      let surface = area.surface.map { grouped($0) } ?? "–"
      text +=
        right(code, 4) + "  " + left(area.name, nameWidth) + "  "
        + left(area.directive ?? "–", 5) + right(surface, 9) + " ha  "
        + (area.provinces.isEmpty ? "–" : area.provinces.joined(separator: ", ")) + "\n"
    }
    return text
  }

  /// All that is known of some areas.
  ///
  /// - Parameters:
  ///   - areas: the areas.
  ///   - alias: the policy name they were asked for by, if any.
  /// - Returns: the text, a block an area.
  public static func show(_ areas: [Area], alias: AreaAlias?) -> String {
    var text = ""
    if let alias {
      text +=
        "\(alias.name): policy name for \(areas.map { "\($0.code) \($0.name)" }.joined(separator: " and "))"
      text += " (\(alias.status.rawValue))\n"
      if let note = alias.note { text += "\(note)\n" }
      text += "\n"
    }
    for area in areas {
      text += "\(area.code)  \(area.name)\n"
      let rows: [(String, String?)] = [
        ("directive", area.directive),
        ("provinces", area.provinces.isEmpty ? nil : area.provinces.joined(separator: ", ")),
        ("surface", area.surface.map { "\(grouped($0)) ha" }),
        (
          "point inside",
          area.representativePoint.map {
            "x \(grouped($0.x)) m, y \(grouped($0.y)) m (RD New, EPSG:28992)"
          }
        ),
        ("nitrogen-sensitive", area.nitrogenSensitive.map { $0 ? "yes" : "no" }),
        ("in deposition monitor", area.inDepositionMonitor.map { $0 ? "yes" : "no" }),
        ("source", area.origin.description),
      ]
      for (name, value) in rows {
        text += "    " + left(name, 22) + (value ?? "not known") + "\n"
      }
    }
    return text
  }

  private static func grouped(_ value: Double) -> String {
    var digits = Array(String(Int(value.rounded().magnitude)))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(" ", at: position)
      position -= 3
    }
    return (value < 0 ? "-" : "") + String(digits)
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
