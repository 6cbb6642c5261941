// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenGeography

/// The outlines in a GeoJSON file whose features are multipolygons with their number in `nr`.
func outlines(of path: String) throws -> OutlineSet {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any],
    let features = root["features"] as? [[String: Any]]
  else { throw CocoaError(.fileReadCorruptFile) }
  return try OutlineSet(
    features.map { feature in
      guard let number = (feature["properties"] as? [String: Any])?["nr"] as? Int,
        let geometry = feature["geometry"] as? [String: Any],
        let parts = geometry["coordinates"] as? [[[[Double]]]]
      else { throw CocoaError(.fileReadCorruptFile) }
      let rings = parts.map { $0.map { $0.map { RDPoint(x: $0[0], y: $0[1]) } } }
      return (
        AreaCode(rawValue: number),
        try Outline(parts: rings.map { .init(exterior: $0[0], holes: Array($0.dropFirst())) })
      )
    })
}
