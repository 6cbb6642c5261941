// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A CSV file under a header line, without quotes.
struct NumberTable {
  private let names: [String]
  private let rows: [[String]]

  init(_ url: URL) throws {
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    names = try #require(lines.first)
    rows = Array(lines.dropFirst())
    let lengths = Set(lines.map(\.count))
    try #require(lengths.count == 1, "rows of unequal length in \(url.path)")
  }

  func texts(_ name: String) throws -> [String] {
    let index = try #require(names.firstIndex(of: name))
    return rows.map { $0[index] }
  }

  func numbers(_ name: String) throws -> [Double] {
    try texts(name).map { try #require(Double($0)) }
  }
}
