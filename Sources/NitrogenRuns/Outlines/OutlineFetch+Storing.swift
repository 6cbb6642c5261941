// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GeodataFiles
import NitrogenCore
import OutlineService

extension OutlineFetch {
  /// Writes the outlines and their record, both or neither.
  func store(
    _ collected: FetchedFeatures, pages: [OutlineRecord.Page], folder: PageFolder
  ) throws(RunError) -> Stored {
    // By area, then in the order of the pages, which the service sorts.
    let outlines = collected.outlines.enumerated().sorted {
      ($0.element.area, $0.offset) < ($1.element.area, $1.offset)
    }.map(\.element)
    let areas = Set(outlines.map(\.area))
    let missing = catalogue.areas.map(\.code).filter { !areas.contains($0) }
    let unknown = areas.filter { catalogue[$0] == nil }.sorted()

    let bytes = try geoPackage(outlines, in: folder)
    let source = request.source
    let name = (request.output as NSString).lastPathComponent
    let record = OutlineRecord(
      file: name, sha256: FileHash.sha256(of: bytes), title: source.title,
      publisher: source.publisher, licence: source.licence, reference: source.reference,
      service: "\(request.address)", layer: source.layer, retrieved: folder.retrieved,
      timeStamp: folder.timeStamp, numberMatched: outlines.count, areas: areas.count,
      missingAreas: missing.map(\.rawValue), unknownAreas: unknown.map(\.rawValue), pages: pages,
      program: "\(Tool.name) \(Tool.version)")
    let place = (request.output as NSString).deletingLastPathComponent
    var output = try OutputFolder(path: place.isEmpty ? "." : place, mayHoldDataset: true)
    try output.stage(Array(bytes), as: name)
    do {
      try output.stage(record.json(), as: OutlineStore.record(of: name))
    } catch let error as RunError {
      throw error
    } catch {
      throw RunError.cannotWrite(path: OutlineStore.record(of: request.output), reason: "\(error)")
    }
    _ = try output.commit()
    return Stored(
      record: record, warnings: warnings(outlines, missing: missing, unknown: unknown))
  }

  /// The bytes of a GeoPackage, made in the folder of pages.
  private func geoPackage(
    _ outlines: [FetchedFeatures.Outline], in folder: PageFolder
  ) throws(RunError) -> Data {
    let path = folder.path + "/outlines.gpkg"
    let columns = request.source.columns
    let layer = request.source.layer.split(separator: ":").last.map(String.init) ?? "outlines"
    let fields =
      columns.enumerated().map { index, column in
        GeoPackageField(column.name, index == 0 ? .integer : .text)
      } + [GeoPackageField("feature", .text)]
    do {
      let writer = try GeoPackageWriter(
        path: path,
        date: folder.retrieved.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
      try writer.beginLayer(layer, fields: fields)
      for outline in outlines {
        var values: [GeoPackageValue] = [.integer(outline.area.rawValue)]
        for column in columns.dropFirst() {
          let text = outline.feature.properties[column.property]?.text
          values.append(text.map(GeoPackageValue.text) ?? .missing)
        }
        values.append(outline.feature.id.map(GeoPackageValue.text) ?? .missing)
        try writer.add(multipolygon: outline.feature.polygons, values: values)
      }
      try writer.finish()
    } catch {
      throw RunError.cannotWrite(path: path, reason: "\(error)")
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RunError.cannotRead(path: path, reason: "it is gone or not readable")
    }
    try? FileManager.default.removeItem(atPath: path)
    return bytes
  }

  private func warnings(
    _ outlines: [FetchedFeatures.Outline], missing: [AreaCode], unknown: [AreaCode]
  ) -> [Diagnostic] {
    var messages: [String] = []
    if !missing.isEmpty {
      messages.append(
        "\(missing.count) of the \(catalogue.areas.count) areas of the catalogue have no outline: "
          + Self.listed(missing))
    }
    if !unknown.isEmpty {
      messages.append(
        "the catalogue of areas does not have every outline's area: \(Self.listed(unknown))")
    }
    for column in request.source.columns
    where !outlines.contains(where: { $0.feature.properties[column.property] != nil }) {
      messages.append(
        "no feature has the property '\(column.property)', and column '\(column.name)' is empty: "
          + "look at natura2000/outlines.yaml in the areas folder")
    }
    return messages.map {
      Diagnostic(file: request.output, severity: .warning, message: $0)
    }
  }

  private static func listed(_ areas: [AreaCode]) -> String {
    let shown = areas.prefix(12).map { "\($0)" }.joined(separator: ", ")
    return areas.count > 12 ? "\(shown) and \(areas.count - 12) more" : shown
  }
}
