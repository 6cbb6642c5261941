// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
public import NitrogenCore
public import NitrogenGeography

/// Reads the outlines of areas from vector files of any format that `GeodataFiles` reads.
public enum OutlineReader {
  /// The change of surface, as a fraction, beyond which a repair is refused.
  static let largestChange = 0.001

  /// Reads the outlines in a file.
  ///
  /// Coordinates in another declared system are transformed to RD New. Several features of one
  /// area are joined. An outline whose rings cross is repaired when that hardly changes its
  /// surface, and refused otherwise.
  ///
  /// - Parameters:
  ///   - file: the file, as the user names it.
  ///   - options: the field with the area's number, and the layer.
  ///   - catalogue: the known areas; numbers that are not among them draw a warning.
  /// - Returns: the outlines by area, unless something is wrong, and everything there is to say.
  public static func read(
    _ file: String, options: OutlineOptions = OutlineOptions(), catalogue: AreaCatalogue? = nil
  ) -> Reading<OutlineSet> {
    var log = DiagnosticLog()
    let set = read(file, options, catalogue, &log)
    return Reading(set, log)
  }

  private static func read(
    _ file: String, _ options: OutlineOptions, _ catalogue: AreaCatalogue?,
    _ log: inout DiagnosticLog
  ) -> OutlineSet? {
    guard let source = LayerChoice.open(file, &log),
      let layer = LayerChoice.layer(of: source, named: options.layer, &log)
    else { return nil }
    guard layer.featureCount != 0 else {
      log.error(Place(file: file), "layer '\(layer.name)' has no features; expected outlines")
      return nil
    }
    guard let field = areaField(options.areaKey, of: layer, file, &log) else {
      return nil
    }
    var features = OutlineFeatures(
      file: file,
      declared: Georeference.Declared(layer.system, format: source.format, file: file))
    do {
      try source.read(layer, fields: [field]) { batch in
        for row in 0..<batch.count where !features.isHopeless {
          features.add(row, of: batch, &log)
        }
      }
    } catch let error as GeodataError {
      log.error(Place(file: file), LayerChoice.reason(error, file))
    } catch {
      log.error(Place(file: file), "the file cannot be read: \(error)")
    }
    guard !log.hasErrors else { return nil }
    return outlines(features, file, catalogue, &log)
  }

  private static func areaField(
    _ key: String, of layer: VectorLayer, _ file: String, _ log: inout DiagnosticLog
  ) -> Int? {
    if let field = LayerChoice.field(key, of: layer) { return field }
    let names = layer.fields.map(\.name)
    log.error(
      Place(file: file),
      "no field '\(key)' with the number of the area\(NearestName.hint(key, in: names)); "
        + "layer '\(layer.name)' has \(LayerChoice.listed(names)): name the field that is meant with --area-key"
    )
    return nil
  }

  private static func outlines(
    _ features: OutlineFeatures, _ file: String, _ catalogue: AreaCatalogue?,
    _ log: inout DiagnosticLog
  ) -> OutlineSet? {
    let place = Place(file: file)
    var pairs: [(AreaCode, Outline)] = []
    for (code, drawing) in features.areas.sorted(by: { $0.key < $1.key }) {
      if drawing.records.count > 1 {
        log.note(
          place, "area \(code) is drawn in \(drawing.records.count) features; they are joined")
      }
      if let catalogue {
        OutlineChecks.compare(drawing.parts, of: code, with: catalogue, place, &log)
      }
      guard let parts = OutlineChecks.mended(drawing.parts, called: "area \(code)", place, &log)
      else { continue }
      do {
        let outline = try Outline(
          parts: parts.map { Outline.Part(exterior: $0[0], holes: Array($0.dropFirst())) })
        pairs.append((code, outline))
      } catch {
        log.error(place, "area \(code): \(error)")
      }
    }
    return try? OutlineSet(pairs)
  }
}
