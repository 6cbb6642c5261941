// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads one pack.
struct PolicyPackReader {
  let file: String
  let library: PolicyLibrary
  /// Whether it is a file of the user's own, which may cite what it likes.
  let isUsers: Bool
  private var earlier: [PolicyKey: [PolicyRecord]] = [:]

  init(file: String, library: PolicyLibrary, isUsers: Bool) {
    self.file = file
    self.library = library
    self.isUsers = isUsers
  }

  /// The records of a key read so far.
  func earlierRecords(of key: PolicyKey) -> [PolicyRecord] { earlier[key, default: []] }

  private static let kinds = [
    "law", "agreement", "letter", "ordinance", "report", "readings", "user",
  ]

  /// The pack; records that cannot be used are reported and left out.
  mutating func read(_ log: inout DiagnosticLog) -> PolicyPack? {
    guard let map = YAMLFile.readMap(file, name: "the pack", log: &log) else { return nil }
    map.allowOnly(
      [
        "pack", "title", "title-nl", "date", "kind", "default", "second-hand", "order", "records",
      ], &log)
    let id = map.text("pack", &log)
    let title = map.text("title", &log)
    let dutchTitle = map.optionalText("title-nl", &log)
    let date = map.date("date", &log)
    let kind = map.choice("kind", Self.kinds, &log, make: PolicyPackKind.init(rawValue:))
    let isDefault = isUsers && map["default"] == nil ? false : map.flag("default", &log)
    let isSecondHand =
      isUsers && map["second-hand"] == nil ? false : map.flag("second-hand", &log)
    let order = isUsers && map["order"] == nil ? 90 : map.integer("order", &log)
    var records: [PolicyRecord] = []
    for value in map.list("records", &log) ?? [] {
      guard let entry = value.map("the record", &log) else { continue }
      guard let record = readRecord(entry, &log) else { continue }
      checkOverlap(record, entry, &log)
      records.append(record)
      earlier[record.key, default: []].append(record)
    }
    guard let id, let title, let date, let kind, let isDefault, let isSecondHand, let order
    else { return nil }
    return PolicyPack(
      id: id, title: title, dutchTitle: dutchTitle, date: date, kind: kind, isDefault: isDefault,
      isSecondHand: isSecondHand, order: order, records: records, file: file)
  }

  private func readRecord(_ map: YAMLMap, _ log: inout DiagnosticLog) -> PolicyRecord? {
    map.allowOnly(
      [
        "key", "value", "unit", "status", "kind", "rule", "ambiguity", "options", "reference",
        "keyword", "valid-from", "valid-to", "note", "note-nl",
      ], &log)
    let key = map.text("key", &log).map(PolicyKey.init(rawValue:))
    var definition: PolicyKeyDefinition?
    if let key { definition = findDefinition(of: key, map, &log) }
    let unit = readUnit(map, key, definition, &log)
    let status = map.choice(
      "status", ["stated", "derived", "silent", "assumed"], &log,
      make: PolicyStatus.init(rawValue:))
    let options = map.optionalTexts("options", &log)
    checkOptions(options, map, definition, &log)
    let value = readValue(map, key, definition, options, &log)
    let isSilent = map["value"]?.isNull ?? false
    if let status { checkStatus(status, isSilent: isSilent, map, &log) }
    let kind = readKind(map, key, definition, hasValue: !isSilent, &log)
    let reference = PolicyReferenceReader(library: library, isUsers: isUsers)
      .read(map, isNeeded: !isUsers && status != .assumed, &log)
    let validFrom = map.optionalDate("valid-from", &log)
    let validTo = map.optionalDate("valid-to", &log)
    if let validFrom, let validTo, validTo < validFrom, let place = map["valid-to"]?.place {
      log.error(place, "valid-to \(validTo) lies before valid-from \(validFrom)")
    }
    guard let key, let status, let unit, definition != nil, isSilent || value != nil else {
      return nil
    }
    return PolicyRecord(
      key: key, value: value, unit: unit, status: status, reference: reference,
      validFrom: validFrom, validTo: validTo, kind: kind, options: options,
      rule: code("rule", "R", map, &log), ambiguity: code("ambiguity", "A", map, &log),
      note: map.optionalText("note", &log), dutchNote: map.optionalText("note-nl", &log),
      origin: RowReference(file: file, line: map.place.line ?? 1))
  }

  private func findDefinition(
    of key: PolicyKey, _ map: YAMLMap, _ log: inout DiagnosticLog
  ) -> PolicyKeyDefinition? {
    if let definition = library.definition(of: key) { return definition }
    log.error(
      map["key"]?.place ?? map.place, "unknown key '\(key)'\(library.hint(forKey: key.rawValue))",
      notes: ["the keys that count stand in keys.yaml of the policy folder"])
    return nil
  }

  private func readUnit(
    _ map: YAMLMap, _ key: PolicyKey?, _ definition: PolicyKeyDefinition?,
    _ log: inout DiagnosticLog
  ) -> String? {
    guard let unit = map.text("unit", &log), let key, let definition else { return nil }
    if unit == definition.unit { return unit }
    log.error(
      map["unit"]?.place ?? map.place,
      "unit '\(unit)' does not go with key '\(key)'; expected '\(definition.unit)'")
    return nil
  }

  /// The value; `nil` when the record is silent or its value cannot be used.
  private func readValue(
    _ map: YAMLMap, _ key: PolicyKey?, _ definition: PolicyKeyDefinition?, _ options: [String],
    _ log: inout DiagnosticLog
  ) -> PolicyValue? {
    guard let value = map["value"] else {
      log.error(map.place, "the record has no 'value'; add it, null where the document is silent")
      return nil
    }
    guard !value.isNull, let key, let definition else { return nil }
    let honoured = library.options(of: key)
    let reader = PolicyValueReader(
      key: key, definition: definition, options: honoured.isEmpty ? options : honoured)
    return reader.read(value, &log)
  }

  private func checkOptions(
    _ options: [String], _ map: YAMLMap, _ definition: PolicyKeyDefinition?,
    _ log: inout DiagnosticLog
  ) {
    guard let definition, !options.isEmpty, definition.type != .choice,
      let place = map["options"]?.place
    else { return }
    log.error(
      place, "'options' goes with choices only; '\(definition.pattern)' is a \(definition.type)")
  }
}
