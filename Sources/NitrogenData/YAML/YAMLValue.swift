// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// A value of a YAML file with the place where it stands.
struct YAMLValue {
  /// What a value is, by the core schema of YAML 1.2: `yes` and `2026-01-30` are text.
  enum Kind: Hashable {
    case null
    case flag(Bool)
    case number(String)
    case text(String)
    case list
    case map
  }

  let node: Node
  /// The file, as the user named it.
  let file: String

  /// Where the value begins.
  var place: Place { Place(file: file, line: node.mark?.line, column: node.mark?.column) }

  /// What the value is.
  var kind: Kind {
    switch node {
    case .mapping: .map
    case .sequence: .list
    case .scalar(let scalar):
      scalar.style == .plain ? Self.plain(scalar.string) : .text(scalar.string)
    case .alias: .null
    }
  }

  /// The value in words, for messages: `'abc'`, `a list`.
  var found: String {
    switch kind {
    case .null: "nothing"
    case .flag(let flag): "'\(flag)'"
    case .number(let text): "the number \(text)"
    case .text(let text): text.count > 60 ? "'\(text.prefix(60))…'" : "'\(text)'"
    case .list: "a list"
    case .map: "a mapping"
    }
  }

  /// Whether the value is `null` or nothing at all.
  var isNull: Bool { kind == .null }

  private static func plain(_ text: String) -> Kind {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .flag(true)
    case "false", "False", "FALSE": .flag(false)
    case ".nan", ".NaN", ".NAN", ".inf", ".Inf", "-.inf", "-.Inf": .number(text)
    default: isNumber(text) ? .number(text) : .text(text)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first <= UInt8(ascii: "9") else { return false }
    return (try? DecimalNumber.parse(Array(text.utf8)[...])) != nil
  }
}

extension YAMLValue {
  /// The text; reports any other kind of value.
  func text(_ name: String, _ log: inout DiagnosticLog) -> String? {
    text(called: "'\(name)'", &log)
  }

  private func text(called words: String, _ log: inout DiagnosticLog) -> String? {
    switch kind {
    case .text(let text): return text
    case .number, .flag:
      log.error(place, "\(words) must be text, found \(found); put it in quotes")
    case .null, .list, .map:
      log.error(place, "\(words) must be text, found \(found)")
    }
    return nil
  }

  /// `true` or `false`; reports any other kind of value.
  func flag(_ name: String, _ log: inout DiagnosticLog) -> Bool? {
    if case .flag(let flag) = kind { return flag }
    log.error(place, "'\(name)' must be true or false, found \(found)")
    return nil
  }

  /// The whole number; reports any other kind of value.
  func integer(_ name: String, _ log: inout DiagnosticLog) -> Int? {
    if case .number(let text) = kind, let number = Int(text) { return number }
    log.error(place, "'\(name)' must be a whole number, found \(found)")
    return nil
  }

  /// The number; reports any other kind of value.
  func number(_ name: String, _ log: inout DiagnosticLog) -> Double? {
    if case .number(let text) = kind,
      let number = try? DecimalNumber.parse(Array(text.utf8)[...])
    {
      return number
    }
    var notes: [String] = []
    if case .text(let text) = kind { notes = Self.hint(forNumber: text) }
    log.error(place, "'\(name)' must be a number, found \(found)", notes: notes)
    return nil
  }

  private static func hint(forNumber text: String) -> [String] {
    if (try? DecimalNumber.parse(Array(text.utf8)[...])) != nil {
      return ["take the number out of its quotes"]
    }
    if (try? DecimalNumber.parse(Array(text.utf8)[...], decimal: UInt8(ascii: ","))) != nil {
      return ["YAML numbers have a decimal point"]
    }
    return []
  }

  /// The values of a list; reports any other kind of value.
  func list(_ name: String, _ log: inout DiagnosticLog) -> [YAMLValue]? {
    if case .sequence(let sequence) = node {
      return sequence.map { YAMLValue(node: $0, file: file) }
    }
    log.error(place, "'\(name)' must be a list, found \(found)")
    return nil
  }

  /// The texts of a list; reports any other kind of value.
  func texts(_ name: String, _ log: inout DiagnosticLog) -> [String]? {
    guard let values = list(name, &log) else { return nil }
    let texts = values.compactMap { $0.text(called: "an entry of '\(name)'", &log) }
    return texts.count == values.count ? texts : nil
  }

  /// The entries of a mapping; reports any other kind of value.
  func map(_ name: String, _ log: inout DiagnosticLog) -> YAMLMap? {
    if case .mapping(let mapping) = node {
      return YAMLMap(mapping, name: name, file: file, log: &log)
    }
    log.error(place, "\(name) must be a mapping of names to values, found \(found)")
    return nil
  }
}
