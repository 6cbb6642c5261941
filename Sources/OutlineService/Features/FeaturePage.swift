// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
import NitrogenCore

/// A page of features, checked: whole, in RD New and made of polygons.
public struct FeaturePage: Sendable {
  /// How many features the service has in all, by this page; `nil` when it does not say.
  public let matched: Int?
  /// The features, in the order of the page.
  public let features: [ServiceFeature]

  /// Reads a page.
  ///
  /// - Parameter data: a GeoJSON feature collection.
  /// - Throws: ``ServiceError/unusableAnswer(_:)`` with the feature and what is wrong with it.
  public init(_ data: Data) throws(ServiceError) {
    let collection: CollectionJSON
    do {
      collection = try JSONDecoder().decode(CollectionJSON.self, from: data)
    } catch {
      throw .unusableAnswer(JSONFault.describe(error))
    }
    guard collection.type == "FeatureCollection", let found = collection.features else {
      throw .unusableAnswer(
        "the answer is a '\(ServiceWords.line(collection.type) ?? "")'; expected a feature "
          + "collection")
    }
    if let name = collection.crs?.properties.name, !Self.isRDNew(name) {
      throw .unusableAnswer(
        "the answer is in '\(ServiceWords.line(name) ?? "")'; expected RD New (EPSG:28992)")
    }
    var features: [ServiceFeature] = []
    for (index, feature) in found.enumerated() {
      do {
        features.append(try Self.feature(feature))
      } catch {
        throw .unusableAnswer("feature \(index + 1) \(error.words)")
      }
    }
    self.features = features
    matched = collection.numberMatched?.value
  }

  private static func isRDNew(_ name: String) -> Bool {
    let code = name.split { ":/".contains($0) }.last
    return code == "28992" && name.uppercased().contains("EPSG")
  }

  /// What is wrong with a feature.
  private struct Fault: Error { let words: String }

  private static func feature(_ json: FeatureJSON) throws(Fault) -> ServiceFeature {
    guard let geometry = json.geometry else { throw Fault(words: "has no outline") }
    let polygons: [[[[Double]]]]
    switch geometry.coordinates {
    case .polygon(let rings): polygons = [rings]
    case .multipolygon(let parts): polygons = parts
    case .other:
      throw Fault(
        words: "is a '\(ServiceWords.line(geometry.type) ?? "")'; expected a Polygon or a "
          + "MultiPolygon")
    }
    guard !polygons.isEmpty, polygons.allSatisfy({ !$0.isEmpty }) else {
      throw Fault(words: "has an empty outline")
    }
    var checked: [[[RDPoint]]] = []
    for rings in polygons {
      var part: [[RDPoint]] = []
      for ring in rings { part.append(try points(ring)) }
      checked.append(part)
    }
    return ServiceFeature(
      id: json.id?.value.shown, properties: (json.properties ?? [:]).mapValues(\.value),
      polygons: checked)
  }

  private static func points(_ ring: [[Double]]) throws(Fault) -> [RDPoint] {
    guard ring.count >= 4 else {
      throw Fault(
        words: "has a ring of \(ring.count) points; expected at least 4, the first repeated "
          + "at the end")
    }
    var points: [RDPoint] = []
    points.reserveCapacity(ring.count)
    for place in ring {
      guard place.count >= 2 else {
        throw Fault(words: "has a point of \(place.count) coordinates; expected x and y")
      }
      guard RDEnvelope.contains(x: place[0], y: place[1]) else {
        throw Fault(
          words: "has a point at (\(place[0]), \(place[1])); \(advice(place[0], place[1]))")
      }
      points.append(RDPoint(x: place[0], y: place[1]))
    }
    guard points.first == points.last else {
      throw Fault(words: "has a ring that is not closed; its last point must repeat its first")
    }
    return points
  }

  private static func advice(_ x: Double, _ y: Double) -> String {
    let expected =
      "expected RD New, x \(Int(RDEnvelope.x.lowerBound))..\(Int(RDEnvelope.x.upperBound)) m and "
      + "y \(Int(RDEnvelope.y.lowerBound))..\(Int(RDEnvelope.y.upperBound)) m"
    if RDEnvelope.contains(x: y, y: x) { return expected + "; x and y look swapped" }
    if abs(x) <= 180, abs(y) <= 180 { return expected + "; these look like degrees" }
    return expected
  }
}
