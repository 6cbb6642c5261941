// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// Reads sources from vector layers and grids that GDAL reads.
enum GeodataSources {
  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ["asc", "tif", "tiff", "grd"].contains(ending) {
      try GridSources.read(
        file, options: options, reference: reference, intake: &intake, log: &log)
    } else {
      try readLayer(file, options: options, reference: reference, intake: &intake, log: &log)
    }
  }

  private static func readLayer(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    let place = Place(file: file)
    guard let source = LayerChoice.open(file, &log),
      let layer = LayerChoice.layer(of: source, named: options.layer, &log)
    else { return }
    guard layer.featureCount != 0 else {
      log.error(place, "layer '\(layer.name)' has no features; expected sources")
      return
    }
    guard
      let activities = LayerActivities(options, reference: reference, place, &log),
      let fields = LayerFields(
        layer, options: options, secondField: activities.secondField, place, &log)
    else { return }
    let emission = layer.fields[fields.numbers[fields.columns["emission"] ?? 0]]
    if let misfits = source.misfits(in: emission, of: layer) {
      log.error(
        place,
        "field '\(emission.name)' of numbers holds \(misfits.count) texts, such as "
          + "'\(misfits.example.prefix(60))'; mend them or leave them empty")
      return
    }
    var sources = LayerSources(
      fields, activities, options: options,
      declared: Georeference.Declared(layer.system, format: source.format, file: file))
    do {
      try source.read(layer, fields: fields.numbers) { batch in
        try sources.add(batch, &intake, &log)
      }
    } catch let error as GeodataError {
      log.error(place, LayerChoice.reason(error, file))
      return
    }
    try sources.finish(&intake, &log)
  }
}
