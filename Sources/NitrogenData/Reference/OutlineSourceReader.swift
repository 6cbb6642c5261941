// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Reads where the official outlines come from.
public enum OutlineSourceReader {
  /// The file below the areas folder.
  public static let file = "natura2000/outlines.yaml"
  /// The column that holds the national number of the site.
  public static let numberColumn = "nr"
  /// The columns that the program fills by itself.
  public static let ownColumns = ["feature", "fid", "geom"]

  /// Reads the file of an areas folder.
  ///
  /// - Parameter areasFolder: the `Areas/` folder, as the user or the program names it.
  /// - Returns: the source, unless something is wrong in the file.
  public static func read(areasFolder: String) -> Reading<OutlineSource> {
    var log = DiagnosticLog()
    let file = FileSystem.join(areasFolder, Self.file)
    let source = YAMLFile.readMap(file, name: "the source of outlines", log: &log).flatMap {
      self.source($0, &log)
    }
    return Reading(source, log)
  }

  private static func source(_ map: YAMLMap, _ log: inout DiagnosticLog) -> OutlineSource? {
    map.allowOnly(
      [
        "title", "publisher", "licence", "reference", "service", "version", "layer", "format",
        "sort-by", "page-size", "columns",
      ], &log)
    let names = ["title", "publisher", "licence", "reference", "service"]
    let texts = names.compactMap { map.text($0, &log) }
    let version = map.text("version", &log)
    let layer = map.text("layer", &log)
    let format = map.text("format", &log)
    let pageSize = map.integer("page-size", &log)
    let sortBy = map.optionalTexts("sort-by", &log)
    let columns = map.required("columns", &log)?.map("'columns'", &log).flatMap {
      self.columns($0, &log)
    }
    if let pageSize, pageSize < 1, let place = map["page-size"]?.place {
      log.error(place, "'page-size' must be at least 1, found \(pageSize)")
    }
    guard texts.count == names.count, let version, let layer, let format, let pageSize, let columns
    else { return nil }
    return OutlineSource(
      title: texts[0], publisher: texts[1], licence: texts[2], reference: texts[3],
      service: texts[4], version: version, layer: layer, format: format, sortBy: sortBy,
      pageSize: pageSize, columns: columns)
  }

  private static func columns(
    _ map: YAMLMap, _ log: inout DiagnosticLog
  ) -> [OutlineSource.Column]? {
    if map.entries.first?.name != numberColumn {
      log.error(
        map.place, "the first column must be '\(numberColumn)', the national number of the area")
    }
    return map.entries.compactMap { entry in
      if ownColumns.contains(entry.name) {
        log.error(
          entry.place,
          "column '\(entry.name)' is filled by the program; give it another name")
      }
      return entry.value.text(entry.name, &log).map {
        OutlineSource.Column(name: entry.name, property: $0)
      }
    }
  }
}
