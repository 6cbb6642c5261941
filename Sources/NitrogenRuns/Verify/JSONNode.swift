// SPDX-License-Identifier: GPL-3.0-or-later

/// A value of a JSON document with its place.
struct JSONNode: Sendable {
  /// The value itself.
  enum Value: Sendable {
    case null
    case bool(Bool)
    /// A number, as it is written.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([(name: String, node: JSONNode)])
  }

  let line: Int
  let column: Int
  let value: Value

  /// A member of an object; `nil` where it is none or lacks it.
  subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == name }?.node
  }

  var text: String? { if case .string(let text) = value { text } else { nil } }
  var integer: Int? { if case .number(let text) = value { Int(text) } else { nil } }
  var items: [JSONNode]? { if case .array(let items) = value { items } else { nil } }
  var isNull: Bool { if case .null = value { true } else { false } }

  /// What kind of value it is, in words.
  var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
