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
  private(set) var partCount = 0

  init(_ path: String) throws {
    let file = try VectorFile(path: path)
    let layer = try #require(file.layers.count == 1 ? file.layers.first : nil)
    name = layer.name
    fields = layer.fields.map(\.name)
    isRDNew = layer.system?.isRDNew ?? false
    var rows: [[String?]] = []
    var ringSizes: [[Int]] = []
    var partCount = 0
    try file.read(layer, fields: Array(layer.fields.indices)) { batch in
      var geometry = FlatGeometry()
      for row in 0..<batch.count {
        rows.append(layer.fields.indices.map { batch.text($0, row) })
        try batch.readGeometry(row, into: &geometry)
        partCount += geometry.polygons.count
        ringSizes.append(geometry.polygons.flatMap { $0.map(\.count) })
      }
    }
    self.rows = rows
    self.ringSizes = ringSizes
    self.partCount = partCount
  }
}
