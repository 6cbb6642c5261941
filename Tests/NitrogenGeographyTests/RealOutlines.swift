// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenGeography

/// The real outlines, where the reference data are there.
enum RealOutlines {
  static let path = ProcessInfo.processInfo.environment["STIKSTOF_REFERENCE_DATA"].map {
    $0 + "/data/natura2000_areas_rd.geojson"
  }

  static var areThere: Bool { path.map { FileManager.default.isReadableFile(atPath: $0) } ?? false }

  private struct Collection: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable { let nr: Int }
      struct Geometry: Decodable { let coordinates: [[[[Double]]]] }
      let properties: Properties
      let geometry: Geometry
    }
    let features: [Feature]
  }

  static func load() throws -> OutlineSet {
    let data = try Data(contentsOf: URL(fileURLWithPath: path ?? ""))
    let features = try JSONDecoder().decode(Collection.self, from: data).features
    return try OutlineSet(
      features.map { feature in
        let parts = feature.geometry.coordinates.map { rings in
          let points = rings.map { $0.map { RDPoint(x: $0[0], y: $0[1]) } }
          return Outline.Part(exterior: points[0], holes: Array(points.dropFirst()))
        }
        return (AreaCode(rawValue: feature.properties.nr), try Outline(parts: parts))
      })
  }
}
