// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Where stored outlines come from; stands beside them as JSON.
public struct OutlineRecord: Codable, Hashable, Sendable {
  /// A page of the service.
  public struct Page: Codable, Hashable, Sendable {
    /// What was asked.
    public let url: String
    /// When it was answered, by the service's clock or else ours.
    public let retrieved: Date
    /// SHA-256 of the answer as unpacked, in lower-case hexadecimal digits.
    public let sha256: String
    /// How many features it has.
    public let features: Int
  }

  /// The name of the stored file, which stands in the same folder.
  public let file: String
  /// SHA-256 of the stored file, in lower-case hexadecimal digits.
  public let sha256: String
  /// What was fetched, for people.
  public let title: String
  /// Who publishes it.
  public let publisher: String
  /// Under which licence.
  public let licence: String
  /// Where that is said.
  public let reference: String
  /// The address of the service.
  public let service: String
  /// The layer.
  public let layer: String
  /// When the service was asked how many features it has, by its clock or else ours.
  public let retrieved: Date
  /// When the service counted, in its own words.
  public let timeStamp: String?
  /// How many features the service said it has; as many are stored.
  public let numberMatched: Int
  /// How many areas they make up.
  public let areas: Int
  /// Areas of the catalogue without an outline.
  public let missingAreas: [Int]
  /// Areas with an outline that are not in the catalogue.
  public let unknownAreas: [Int]
  /// The pages, in order.
  public let pages: [Page]
  /// The program that stored them, with its version.
  public let program: String
}

extension OutlineRecord {
  /// The record as JSON, keys in order.
  func json() throws -> [UInt8] {
    Array(try RecordFile.encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// `209 features of 162 areas, retrieved 2026-11-23T09:00:00Z`.
  public var summary: String {
    "\(FetchedFeatures.words(numberMatched)) of \(areas) "
      + "area\(areas == 1 ? "" : "s"), retrieved \(retrieved.formatted(.iso8601))"
  }
}

/// How records are written and read.
enum RecordFile {
  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return encoder
  }

  static func read<Record: Decodable>(_ type: Record.Type, from path: String) -> Record? {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return FileManager.default.contents(atPath: path).flatMap {
      try? decoder.decode(type, from: $0)
    }
  }
}
