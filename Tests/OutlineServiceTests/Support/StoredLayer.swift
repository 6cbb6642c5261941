// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import Testing

/// The only layer of a GeoPackage, read back.
struct StoredLayer {
  let name: String
  let fields: [String]
  let isRDNew: Bool
  private(set) var rows: [[String?]] = []
  /// How many points the rings of each feature have.
  private(set) var ringSizes: [[Int]] = []

  init(_ path: String) throws {
    let file = try VectorFile(path: path)
    let layer = try #require(file.layers.count == 1 ? file.layers.first : nil)
    name = layer.name
    fields = layer.fields.map(\.name)
    isRDNew = layer.system?.isRDNew ?? false
    var rows: [[String?]] = []
    var ringSizes: [[Int]] = []
    try file.read(layer, fields: Array(layer.fields.indices)) { batch in
      var geometry = FlatGeometry()
      for row in 0..<batch.count {
        rows.append(layer.fields.indices.map { batch.text($0, row) })
        try batch.readGeometry(row, into: &geometry)
        ringSizes.append(geometry.polygons.flatMap { $0.map(\.count) })
      }
    }
    self.rows = rows
    self.ringSizes = ringSizes
  }
}
