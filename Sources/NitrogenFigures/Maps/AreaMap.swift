// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
public import NitrogenCore
public import NitrogenGeography
import NitrogenReports
public import NitrogenWords

/// An area with its rings: by its outline where there is one, else schematically in its province.
public enum AreaMap {
  /// Draws an area.
  ///
  /// - Parameters:
  ///   - area: the area.
  ///   - outlines: the outlines at hand; `nil` for none.
  ///   - density: what may be shown of sources; drawn only where there is an outline.
  ///   - narrator: the words, and the result that is mapped.
  /// - Returns: the figure; `nil` where not even a point of the area is known.
  public static func make(
    _ area: AreaCode, outlines: OutlineSet?, density: SourceDensity? = nil, narrator: Narrator
  ) -> Figure? {
    let subject = MapSubject(area, narrator: narrator)
    if let outline = outlines?[area], let outlines {
      return OutlineMap(subject: subject, outline: outline, outlines: outlines, density: density)?
        .figure
    }
    return SchematicMap(subject: subject)?.figure
  }
}

/// An area as maps speak of it.
struct MapSubject {
  let area: AreaCode
  let narrator: Narrator
  /// The rings around it, from the inside outwards, its inside left out.
  let rings: [Ring]

  var words: Words { narrator.words }
  var reference: ReferenceData { narrator.result.reference }
  var name: String { narrator.name(.area(area)) }
  var entry: Area? { reference.catalogue[area] }
  var figureName: String { "map-\(area)" }
  var title: String { words(MapPhrase.areaTitle, ["name": .text(name)]) }

  /// The rings of the result, else those of policy.
  init(_ area: AreaCode, narrator: Narrator) {
    self.area = area
    self.narrator = narrator
    let found = Set(
      narrator.result.assessments.compactMap {
        $0.territory.area == area ? $0.territory.ring : nil
      }
    ).subtracting([.inside])
    let bounds = narrator.result.policy.numbers("zone.rings") ?? []
    rings =
      found.isEmpty
      ? Array(Ring.rings(outerBounds: bounds.compactMap { Int(exactly: $0) }).dropFirst())
      : found.sorted()
  }

  /// The values that sentences about the map have in common.
  var values: [String: Words.Value] {
    [
      "name": .text(name), "number": .text("\(area)"), "rings": .count(rings.count),
      "bound": .text(words.count(rings.last?.outerBound ?? 0)),
    ]
  }

  /// An empty table of what the map shows, with the area and its rings in it.
  var table: DataTable {
    var table = DataTable(
      name: figureName, title: words(MapPhrase.tableArea, ["name": .text(name)]),
      columns: [
        DataTable.Column("kind", title: words(MapPhrase.columnKind)),
        DataTable.Column("name", title: words(MapPhrase.columnName)),
        DataTable.Column(
          "rd_x_m", title: words(MapPhrase.columnX), unit: "m", .number(decimals: 0)),
        DataTable.Column(
          "rd_y_m", title: words(MapPhrase.columnY), unit: "m", .number(decimals: 0)),
        DataTable.Column("detail", title: words(MapPhrase.columnDetail)),
      ])
    let surface =
      entry?.surface.map {
        words(MapPhrase.surface, ["hectares": .text(words.number($0, decimals: 0))])
      } ?? words(MapPhrase.surfaceUnknown)
    table.append([
      .text(words(MapPhrase.kindArea)), .text("\(area) \(name)"),
      DataTable.Cell(entry?.representativePoint?.x), DataTable.Cell(entry?.representativePoint?.y),
      .text(surface),
    ])
    for ring in rings {
      table.append([
        .text(words(MapPhrase.kindRing)), .text(narrator.ring(ring)), .missing, .missing, .missing,
      ])
    }
    return table
  }
}

/// The colours of an area and its rings: violets, which neither a status nor a sector has.
enum MapColors {
  static let area = "#6f5fa8"
  static let edge = "#3f3276"
  static let neighbour = "fill=\"#7a8791\" fill-opacity=\"0.35\""

  /// The colour of a ring, the innermost darkest.
  static func ring(_ number: Int, of count: Int) -> String {
    let tints = ["#a697cf", "#c3b8e0", "#ddd6ef", "#ece8f6"]
    guard count > tints.count else { return tints[min(number, tints.count - 1)] }
    return tints[min(tints.count - 1, number * tints.count / count)]
  }
}
