// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// The features of a layer of outlines, gathered by area in RD New.
struct OutlineFeatures {
  /// What is drawn of one area.
  struct Drawing {
    /// The features it stands in, counted from 1.
    var records: [Int] = []
    /// Polygons, each its exterior and then its holes.
    var parts: [[[RDPoint]]] = []
  }

  /// What is drawn, by area.
  private(set) var areas: [AreaCode: Drawing] = [:]
  /// Whether the coordinates as a whole make no sense, so that reading on is no use.
  private(set) var isHopeless = false
  private let place: Place
  private let declared: Georeference.Declared
  private var georeference: Georeference?
  private var geometry = FlatGeometry()

  init(file: String, declared: Georeference.Declared) {
    self.place = Place(file: file)
    self.declared = declared
  }

  /// Takes in a feature whose area number is in the first column.
  mutating func add(_ row: Int, of batch: FeatureBatch, _ log: inout DiagnosticLog) {
    let record = batch.firstRecord + row
    let code = Self.code(row, of: batch)
    if code == nil {
      let found = batch.text(0, row).map { "'\($0)' is no area number" } ?? "no area number"
      log.error(place, "feature \(record): \(found); expected a whole number above 0")
    }
    let name = code.map { "feature \(record) (area \($0))" } ?? "feature \(record)"
    do {
      try batch.readGeometry(row, into: &geometry)
    } catch {
      log.error(place, "\(name): \(error)")
      return
    }
    guard !geometry.isEmpty else {
      log.error(place, "\(name) has no geometry; draw it or take the feature out")
      return
    }
    guard geometry.kind == .polygon else {
      let found =
        switch geometry.kind {
        case .point: "points"
        case .line: "lines"
        case .polygon, nil: "points, lines and polygons together"
        }
      log.error(place, "\(name) is made of \(found); expected polygons")
      return
    }
    if georeference == nil {
      georeference = Georeference(declared, first: geometry, &log)
      isHopeless = georeference == nil
    }
    guard let georeference else { return }
    if let problem = georeference.apply(to: &geometry) {
      log.error(place, "\(name): \(problem)")
      return
    }
    guard let code else { return }
    areas[code, default: Drawing()].records.append(record)
    areas[code, default: Drawing()].parts += geometry.polygons
  }

  private static func code(_ row: Int, of batch: FeatureBatch) -> AreaCode? {
    var number = batch.integer(0, row).flatMap { Int(exactly: $0) }
    if number == nil, let real = batch.real(0, row) { number = Int(exactly: real) }
    if number == nil, let text = batch.text(0, row) {
      let digits = text.drop { $0 == " " }.prefix { $0 != " " }
      if text.allSatisfy({ $0 == " " || ("0"..."9").contains($0) }),
        text.split(separator: " ").count == 1
      {
        number = Int(digits)
      }
    }
    return number.flatMap { $0 > 0 ? AreaCode(rawValue: $0) : nil }
  }
}
