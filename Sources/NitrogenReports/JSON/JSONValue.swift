// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value whose objects keep the order of their members.
public enum JSONValue: Sendable {
  /// Nothing known.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number; it must be finite.
  case number(Double)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Named values, in the order given.
  case object([(String, JSONValue)])

  /// The value as JSON text, two spaces a level, what fits in 100 columns on one line.
  public var text: String {
    var json = JSONWriter()
    json.value(self, layout: .fitting)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension JSONValue: Equatable {
  /// Whether two values have the same members in the same order.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0 == $1 }
    default: false
    }
  }
}

extension JSONWriter {
  /// Writes a tree of values.
  mutating func value(_ value: JSONValue, layout: Layout) {
    switch value {
    case .null: null()
    case .bool(let flag): self.value(flag)
    case .integer(let number): self.value(number)
    case .number(let number): self.value(number)
    case .string(let text): self.value(text)
    case .array(let items):
      beginArray(layout)
      for item in items { self.value(item, layout: layout) }
      endArray()
    case .object(let members):
      beginObject(layout)
      for (name, item) in members {
        key(name)
        self.value(item, layout: layout)
      }
      endObject()
    }
  }
}
