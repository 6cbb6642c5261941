// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles

/// Finds the layer and the fields of a vector file that are meant.
enum LayerChoice {
  /// Opens a file; `nil`, with the reason in the log, when it cannot be read.
  static func open(_ file: String, _ log: inout DiagnosticLog) -> VectorFile? {
    do {
      return try VectorFile(path: file)
    } catch {
      log.error(Place(file: file), reason(error, file))
      return nil
    }
  }

  /// The words of an error of geodata, without a path before them.
  static func reason(_ error: GeodataError, _ file: String) -> String {
    switch error {
    case .gdal(_, let text): "the file cannot be read; GDAL says '\(text)'"
    case .notAFile(let text), .refused(let text), .unusable(let text): text
    }
  }

  /// The layer of that name, or the only one that has a geometry.
  static func layer(
    of file: VectorFile, named name: String?, _ log: inout DiagnosticLog
  ) -> VectorLayer? {
    let place = Place(file: file.path)
    let drawn = file.layers.filter(\.hasGeometry)
    let names = drawn.map(\.name)
    if let name {
      if let layer = drawn.first(where: { $0.name == name }) { return layer }
      log.error(
        place,
        "no layer '\(name)'\(NearestName.hint(name, in: names)); the file has \(listed(names))")
      return nil
    }
    if let only = drawn.first, drawn.count == 1 { return only }
    log.error(
      place,
      drawn.isEmpty
        ? "the file has no layer with a geometry"
        : "the file has \(drawn.count) layers; name the one that is meant: \(quoted(names).asChoice)"
    )
    return nil
  }

  /// The number of the field of that name, whatever its case.
  static func field(_ name: String, of layer: VectorLayer) -> Int? {
    layer.fields.firstIndex { $0.name == name }
      ?? layer.fields.firstIndex { $0.name.lowercased() == name.lowercased() }
  }

  /// Names as in `'a', 'b' and 12 more`.
  static func listed(_ names: [String]) -> String {
    guard !names.isEmpty else { return "none" }
    guard names.count > 20 else { return quoted(names).asList }
    return quoted(names.prefix(20)).joined(separator: ", ") + " and \(names.count - 20) more"
  }

  private static func quoted(_ names: some Sequence<String>) -> [String] {
    names.map { "'\($0)'" }
  }
}
