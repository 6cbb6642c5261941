// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// A linear case of the reference data: `nist/<id>.csv` with its certified values.
struct LinearCase: Decodable {
  struct Expected: Decodable {
    let name: String
    let value: Double
    let relative: Double
    let absolute: Double

    enum CodingKeys: String, CodingKey {
      case name, value
      case relative = "rel_tol"
      case absolute = "abs_tol"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      value = try container.decode(Double.self, forKey: .value)
      relative = try container.decodeIfPresent(Double.self, forKey: .relative) ?? 0
      absolute = try container.decodeIfPresent(Double.self, forKey: .absolute) ?? 0
    }
  }

  struct Method: Decodable {
    let terms: String
  }

  let expected: [Expected]
  let method: Method

  /// The folder of the cases; absent without the environment variable.
  static let folder = FixturePaths.referenceData.map {
    URL(fileURLWithPath: $0).appendingPathComponent("reference/nist")
  }

  static func read(_ id: String) throws -> (LinearCase, NumberTable) {
    let folder = try #require(folder)
    let data = try Data(contentsOf: folder.appendingPathComponent("\(id).json"))
    let table = try NumberTable(folder.appendingPathComponent("\(id).csv"))
    return (try JSONDecoder().decode(LinearCase.self, from: data), table)
  }
}
