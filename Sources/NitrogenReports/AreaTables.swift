// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Areas as people read them in a terminal.
public enum AreaTables {
  /// One line an area: number, name, directive, size, provinces.
  public static func list(_ areas: [Area]) -> String {
    let nameWidth = areas.map(\.name.displayWidth).max() ?? 0
    var text = ""
    for area in areas {
      let code = String(area.code.rawValue)
      let surface = area.surface.map { Shown.number($0, decimals: 0) } ?? Shown.missing
      text +=
        code.padded(to: 4, .right) + "  " + area.name.padded(to: nameWidth) + "  "
        + (area.directive ?? Shown.missing).padded(to: 5) + surface.padded(to: 9, .right) + " ha  "
        + (area.provinces.isEmpty ? Shown.missing : area.provinces.joined(separator: ", ")) + "\n"
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
      let names = areas.map { "\($0.code) \($0.name)" }.joined(separator: " and ")
      text += "\(alias.name): policy name for \(names) (\(alias.status.rawValue))\n"
      if let note = alias.note { text += "\(note)\n" }
      text += "\n"
    }
    for area in areas {
      text += "\(area.code)  \(area.name)\n"
      let rows: [(String, String?)] = [
        ("directive", area.directive),
        ("provinces", area.provinces.isEmpty ? nil : area.provinces.joined(separator: ", ")),
        ("surface", area.surface.map { "\(Shown.number($0, decimals: 0)) ha" }),
        (
          "point inside",
          area.representativePoint.map {
            "x \(Shown.number($0.x, decimals: 0)) m, y \(Shown.number($0.y, decimals: 0)) m "
              + "(RD New, EPSG:28992)"
          }
        ),
        ("nitrogen-sensitive", area.nitrogenSensitive.map { $0 ? "yes" : "no" }),
        ("in deposition monitor", area.inDepositionMonitor.map { $0 ? "yes" : "no" }),
        ("source", area.origin.description),
      ]
      for (name, value) in rows {
        text += "    " + name.padded(to: 22) + (value ?? "not known") + "\n"
      }
    }
    return text
  }
}
