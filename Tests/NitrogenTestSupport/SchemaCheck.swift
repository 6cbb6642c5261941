// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A JSON document as read, so that flags stay apart from numbers.
public enum ParsedJSON: Decodable, Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([ParsedJSON])
  case object([String: ParsedJSON])

  /// Reads a value of any kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ParsedJSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: ParsedJSON].self))
    }
  }

  /// A member of an object; `nil` where there is none.
  public subscript(name: String) -> ParsedJSON? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text; `nil` for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The number; `nil` for anything else.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// The items; none for anything else.
  public var list: [ParsedJSON] { if case .list(let list) = self { list } else { [] } }
}

/// Holds a JSON document against a published schema, as far as the schemas of this project go:
/// types, values, bounds, required and further members, items, alternatives, references.
public struct SchemaCheck {
  private let root: ParsedJSON

  /// Reads a schema, such as `assessment`.
  public init(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = folder.appendingPathComponent("Sources/NitrogenReports/Schema/\(name).schema.json")
    root = try JSONDecoder().decode(ParsedJSON.self, from: Data(contentsOf: path))
  }

  /// What is wrong with a document, each with its place; empty when it is valid.
  public func problems(of document: ParsedJSON) -> [String] { check(document, root, at: "$") }

  private func check(_ value: ParsedJSON, _ schema: ParsedJSON, at place: String) -> [String] {
    var found: [String] = []
    if let reference = schema["$ref"]?.text {
      guard let other = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] else {
        return ["\(place): no \(reference)"]
      }
      found += check(value, other, at: place)
    }
    if let alternatives = (schema["anyOf"] ?? schema["oneOf"])?.list,
      !alternatives.contains(where: { check(value, $0, at: place).isEmpty })
    {
      found.append("\(place): none of the alternatives")
    }
    if let type = schema["type"] {
      let types = type.text.map { [$0] } ?? type.list.compactMap(\.text)
      if !types.contains(where: { isOfType($0, value) }) {
        found.append("\(place): no \(types.joined(separator: " or "))")
      }
    }
    if let values = schema["enum"]?.list ?? schema["const"].map({ [$0] }), !values.contains(value) {
      found.append("\(place): not one of the values")
    }
    if let number = value.number {
      if let least = schema["minimum"]?.number, number < least {
        found.append("\(place): below \(least)")
      }
      if let most = schema["maximum"]?.number, number > most {
        found.append("\(place): above \(most)")
      }
    }
    if case .object(let members) = value {
      found += check(members, of: schema, at: place)
    }
    if case .list(let items) = value {
      if let most = schema["maxItems"]?.number, Double(items.count) > most {
        found.append("\(place): more than \(most)")
      }
      if let own = schema["items"] {
        for (index, item) in items.enumerated() {
          found += check(item, own, at: "\(place)[\(index)]")
        }
      }
    }
    return found
  }

  private func check(
    _ members: [String: ParsedJSON], of schema: ParsedJSON, at place: String
  ) -> [String] {
    var found: [String] = []
    for name in schema["required"]?.list.compactMap(\.text) ?? [] where members[name] == nil {
      found.append("\(place): lacks \(name)")
    }
    for (name, member) in members.sorted(by: { $0.key < $1.key }) {
      if let own = schema["properties"]?[name] {
        found += check(member, own, at: "\(place).\(name)")
      } else if schema["additionalProperties"] == .flag(false) {
        found.append("\(place): has \(name)")
      }
    }
    return found
  }

  private func isOfType(_ type: String, _ value: ParsedJSON) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .list), ("string", .text), ("null", .null),
      ("boolean", .flag), ("number", .number):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
