// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// A mapping of a YAML file, read by name.
struct YAMLMap {
  /// A name with its value.
  struct Entry {
    let name: String
    let place: Place
    let value: YAMLValue
  }

  /// What the mapping is, for messages, such as `the record`.
  let name: String
  /// Where it begins.
  let place: Place
  /// The entries in file order.
  let entries: [Entry]

  init(_ mapping: Node.Mapping, name: String, file: String, log: inout DiagnosticLog) {
    self.name = name
    self.place = Place(file: file, line: mapping.mark?.line, column: mapping.mark?.column)
    var entries: [Entry] = []
    for (key, value) in mapping {
      let key = YAMLValue(node: key, file: file)
      guard case .scalar(let scalar) = key.node else {
        log.error(key.place, "a name in \(name) must be text, found \(key.found)")
        continue
      }
      entries.append(
        Entry(
          name: scalar.string, place: key.place, value: YAMLValue(node: value, file: file)))
    }
    self.entries = entries
  }

  /// The value of a name, null or not; `nil` when there is none.
  subscript(name: String) -> YAMLValue? { entries.first { $0.name == name }?.value }

  /// The value of a name, `nil` when there is none or it is null.
  func given(_ name: String) -> YAMLValue? {
    self[name].flatMap { $0.isNull ? nil : $0 }
  }

  /// The value of a name that must be there; reports a missing or empty one.
  func required(_ name: String, _ log: inout DiagnosticLog) -> YAMLValue? {
    guard let value = self[name] else {
      log.error(place, "\(self.name) has no '\(name)'; add it")
      return nil
    }
    guard !value.isNull else {
      log.error(value.place, "'\(name)' of \(self.name) is empty; give it a value")
      return nil
    }
    return value
  }

  /// Reports names that are not on the list.
  func allowOnly(_ names: [String], _ log: inout DiagnosticLog) {
    for entry in entries where !names.contains(entry.name) {
      log.error(
        entry.place,
        "unknown field '\(entry.name)' in \(name)\(NearestName.hint(entry.name, in: names)); "
          + "expected \(names.asChoice)")
    }
  }
}

extension YAMLMap {
  /// The text of a name that must be there.
  func text(_ name: String, _ log: inout DiagnosticLog) -> String? {
    required(name, &log)?.text(name, &log)
  }

  /// The text of a name that may be missing.
  func optionalText(_ name: String, _ log: inout DiagnosticLog) -> String? {
    given(name)?.text(name, &log)
  }

  /// The flag of a name that must be there.
  func flag(_ name: String, _ log: inout DiagnosticLog) -> Bool? {
    required(name, &log)?.flag(name, &log)
  }

  /// The whole number of a name that must be there.
  func integer(_ name: String, _ log: inout DiagnosticLog) -> Int? {
    required(name, &log)?.integer(name, &log)
  }

  /// The list of a name that must be there.
  func list(_ name: String, _ log: inout DiagnosticLog) -> [YAMLValue]? {
    required(name, &log)?.list(name, &log)
  }

  /// The texts of a name that may be missing; an empty list when it is.
  func optionalTexts(_ name: String, _ log: inout DiagnosticLog) -> [String] {
    given(name)?.texts(name, &log) ?? []
  }

  /// The value that a word stands for, of a name that must be there.
  func choice<Value>(
    _ name: String, _ words: [String], _ log: inout DiagnosticLog, make: (String) -> Value?
  ) -> Value? {
    guard let value = required(name, &log) else { return nil }
    return value.choice(name, words, &log, make: make)
  }

  /// A date that must be there, as `yyyy-mm-dd`.
  func date(_ name: String, _ log: inout DiagnosticLog) -> String? {
    required(name, &log)?.date(name, &log)
  }

  /// A date that may be missing, as `yyyy-mm-dd`.
  func optionalDate(_ name: String, _ log: inout DiagnosticLog) -> String? {
    given(name)?.date(name, &log)
  }
}

extension YAMLValue {
  /// The value that a word stands for; reports a word that is not on the list.
  func choice<Value>(
    _ name: String, _ words: [String], _ log: inout DiagnosticLog, make: (String) -> Value?
  ) -> Value? {
    guard let word = text(name, &log) else { return nil }
    if let value = make(word) { return value }
    log.error(
      place,
      "unknown \(name) '\(word)'\(NearestName.hint(word, in: words)); expected \(words.asChoice)")
    return nil
  }

  /// A date as `yyyy-mm-dd`.
  func date(_ name: String, _ log: inout DiagnosticLog) -> String? {
    guard let text = text(name, &log) else { return nil }
    if CalendarDate.isValid(text) { return text }
    log.error(place, "'\(name)' must be a date as yyyy-mm-dd, found '\(text)'")
    return nil
  }
}
