// SPDX-License-Identifier: GPL-3.0-or-later

// The shape of a GeoJSON feature collection (RFC 7946), with the members that WFS servers add:
// `crs`, which 2008 had, and `numberMatched`, which may be the text "unknown".

struct CollectionJSON: Decodable {
  struct CRS: Decodable {
    struct Properties: Decodable { let name: String }
    let properties: Properties
  }

  let type: String
  let crs: CRS?
  let numberMatched: CountJSON?
  let features: [FeatureJSON]?
}

/// A count, or a word that stands for none.
struct CountJSON: Decodable {
  let value: Int?

  init(from decoder: any Decoder) throws {
    value = try? decoder.singleValueContainer().decode(Int.self)
  }
}

struct FeatureJSON: Decodable {
  let id: ScalarJSON?
  let properties: [String: ScalarJSON]?
  let geometry: GeometryJSON?
}

struct ScalarJSON: Decodable {
  let value: ServiceFeature.Value

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      value = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      value = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      value = .number(number)
    } else {
      // Lists and objects are none of ours.
      value = .null
    }
  }
}

struct GeometryJSON: Decodable {
  enum Coordinates {
    case polygon([[[Double]]])
    case multipolygon([[[[Double]]]])
    case other
  }

  let type: String
  let coordinates: Coordinates

  enum CodingKeys: CodingKey { case type, coordinates }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decode(String.self, forKey: .type)
    coordinates =
      switch type {
      case "Polygon": .polygon(try container.decode([[[Double]]].self, forKey: .coordinates))
      case "MultiPolygon":
        .multipolygon(try container.decode([[[[Double]]]].self, forKey: .coordinates))
      default: .other
      }
  }
}

/// What is wrong with JSON, in words.
enum JSONFault {
  static func describe(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "the answer is not JSON" }
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context.codingPath)) of the answer is not what GeoJSON has there"
    case .keyNotFound(let key, let context):
      return "\(place(context.codingPath)) of the answer has no '\(key.stringValue)'"
    default:
      return "the answer is not whole JSON; it was cut short, or is something else"
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    if path.isEmpty { return "the top" }
    let steps = path.prefix(4).map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
    return "'\(steps.joined().drop { $0 == "." })'"
  }
}
