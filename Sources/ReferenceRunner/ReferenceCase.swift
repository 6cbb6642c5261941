// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// One case with known answers: what to compute, from which table, and what must come out.
///
/// The format is that of the folder of reference cases: `NAME.json` beside `NAME.csv`.
struct ReferenceCase {
  let identifier: String
  let model: String?
  let method: [String: Any]
  let expected: [Expected]
  let table: ReferenceTable

  /// One expected number or list of numbers.
  struct Expected: Sendable {
    let name: String
    let values: [Double]
    let isList: Bool
    let note: String
    let relative: Double
    let absolute: Double
  }

  /// Reads the description at `file` and the table that it names.
  init(file: URL) throws(ReferenceCaseError) {
    let data: Data
    let parsed: Any
    do {
      data = try Data(contentsOf: file)
      parsed = try JSONSerialization.jsonObject(with: data)
    } catch {
      throw ReferenceCaseError("\(file.lastPathComponent) is not readable JSON")
    }
    guard let object = parsed as? [String: Any] else {
      throw ReferenceCaseError("\(file.lastPathComponent) holds no object")
    }
    guard let entries = object["expected"] as? [[String: Any]], !entries.isEmpty else {
      throw ReferenceCaseError("\(file.lastPathComponent) has no list 'expected'")
    }
    let name = file.deletingPathExtension().lastPathComponent
    identifier = object["id"] as? String ?? name
    model = object["model"] as? String
    method = object["method"] as? [String: Any] ?? [:]
    var expected: [Expected] = []
    for entry in entries { expected.append(try Expected(entry)) }
    self.expected = expected
    let input = object["input"] as? String ?? name + ".csv"
    table = try ReferenceTable(file: file.deletingLastPathComponent().appendingPathComponent(input))
  }

  /// A text of the method, empty where it is not given.
  func methodText(_ key: String) -> String { method[key] as? String ?? "" }

  /// A list of numbers of the method.
  func methodNumbers(_ key: String) -> [Double]? {
    (method[key] as? [NSNumber])?.map(\.doubleValue)
  }

  /// A list of pairs of numbers of the method.
  func methodPairs(_ key: String) -> [(Double, Double)]? {
    (method[key] as? [[NSNumber]])?.compactMap { pair in
      pair.count == 2 ? (pair[0].doubleValue, pair[1].doubleValue) : nil
    }
  }
}

extension ReferenceCase.Expected {
  fileprivate init(_ entry: [String: Any]) throws(ReferenceCaseError) {
    guard let name = entry["name"] as? String else {
      throw ReferenceCaseError("an expected value has no 'name'")
    }
    self.name = name
    note = entry["note"] as? String ?? ""
    if let list = entry["value"] as? [NSNumber] {
      values = list.map(\.doubleValue)
      isList = true
    } else if let number = entry["value"] as? NSNumber {
      values = [number.doubleValue]
      isList = false
    } else {
      throw ReferenceCaseError("the expected value '\(name)' is neither a number nor a list")
    }
    relative = (entry["rel_tol"] as? NSNumber)?.doubleValue ?? 0
    absolute = (entry["abs_tol"] as? NSNumber)?.doubleValue ?? 0
  }
}

/// A case that cannot be read or computed, with the reason.
struct ReferenceCaseError: Error, CustomStringConvertible {
  let description: String
  /// Whether the case is in order, but asks for what the tool does not do.
  let isNotSupported: Bool

  init(_ description: String) {
    self.description = description
    isNotSupported = false
  }

  init(notSupported description: String) {
    self.description = description
    isNotSupported = true
  }
}
