// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// Makes shapes of sources from the geometries of features.
enum LayerShapes {
  /// A shape with its share of the emission of the feature.
  typealias Share = (shape: SourceShape, share: Double)

  /// The one shape of a feature that is a point, a line or polygons; `nil` for all others.
  @inline(__always)
  static func single(_ geometry: FlatGeometry) -> SourceShape? {
    guard geometry.kinds.count == 1 else { return nil }
    switch geometry.kinds[0] {
    case .point: return .point(RDPoint(x: geometry.x[0], y: geometry.y[0]))
    case .line: return line(geometry, ring: 0)
    case .polygon: return nil
    }
  }

  /// A line, or a point where it has no length.
  private static func line(_ geometry: FlatGeometry, ring: Int) -> SourceShape {
    let points = geometry.points(ofRing: ring)
    let first = points[0]
    return points.allSatisfy { $0 == first } ? .point(first) : .line(points)
  }

  /// The lines of a feature, each with its share of the length.
  static func lines(_ geometry: FlatGeometry) -> [Share] {
    let lengths = geometry.ringEnds.indices.map { ring in
      let places = geometry.coordinates(ofRing: ring)
      return places.dropLast().reduce(0) { sum, place in
        let dx = geometry.x[place + 1] - geometry.x[place]
        let dy = geometry.y[place + 1] - geometry.y[place]
        return sum + (dx * dx + dy * dy).squareRoot()
      }
    }
    let whole = lengths.reduce(0, +)
    guard whole > 0 else { return [(line(geometry, ring: 0), 1)] }
    return lengths.indices.filter { lengths[$0] > 0 }.map {
      (line(geometry, ring: $0), lengths[$0] / whole)
    }
  }
}
