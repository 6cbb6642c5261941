// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension TableResource {
  /// Properties of a dialect that are read, or that change nothing here.
  private static var dialectProperties: [String] {
    [
      "delimiter", "decimalChar", "encoding", "header", "quoteChar", "doubleQuote",
      "lineTerminator", "caseSensitiveHeader", "csvddfVersion", "type", "$schema",
    ]
  }

  /// How the dialect says the table is written.
  static func dialect(_ map: YAMLMap, _ log: inout DiagnosticLog) -> TableFormat {
    var format = TableFormat()
    guard let value = map.given("dialect"), let dialect = value.map("the dialect", &log) else {
      return format
    }
    for entry in dialect.entries where !dialectProperties.contains(entry.name) {
      log.error(
        entry.place,
        "dialect property '\(entry.name)' is not known to this version"
          + "\(NearestName.hint(entry.name, in: dialectProperties)); write the table without it")
    }
    if let value = dialect.given("delimiter"), let text = value.text("delimiter", &log) {
      if let byte = text.utf8.first, text.utf8.count == 1, [",", ";", "\t"].contains(text) {
        format.delimiter = byte
      } else {
        log.error(value.place, "delimiter '\(text)' is not read; expected \",\", \";\" or \"\\t\"")
      }
    }
    if let value = dialect.given("decimalChar"), let mark = decimalMark(value, &log) {
      format.decimalMark = mark
    }
    if let value = dialect.given("encoding") { set(encoding: value, in: &format, &log) }
    expect(true, of: "header", dialect, "give the table a header line", &log)
    expect(true, of: "doubleQuote", dialect, "double the quotes inside cells", &log)
    if let value = dialect.given("quoteChar"), let text = value.text("quoteChar", &log),
      text != "\""
    {
      log.error(value.place, "quoteChar '\(text)' is not read; quote cells with \"")
    }
    return format
  }

  private static func expect(
    _ flag: Bool, of name: String, _ dialect: YAMLMap, _ advice: String,
    _ log: inout DiagnosticLog
  ) {
    guard let value = dialect.given(name), let found = value.flag(name, &log), found != flag
    else { return }
    log.error(value.place, "dialect \(name) '\(found)' is not read; \(advice)")
  }

  /// Takes over a declared encoding.
  static func set(
    encoding value: YAMLValue, in format: inout TableFormat, _ log: inout DiagnosticLog
  ) {
    guard let text = value.text("encoding", &log) else { return }
    if let encoding = TextEncoding(name: text) {
      format.encoding = encoding
    } else {
      log.error(value.place, "encoding '\(text)' is not read; expected \(TextEncoding.names)")
    }
  }

  /// The decimal mark a property names.
  static func decimalMark(_ value: YAMLValue, _ log: inout DiagnosticLog) -> UInt8? {
    guard let text = value.text("decimalChar", &log) else { return nil }
    switch text {
    case ".": return UInt8(ascii: ".")
    case ",": return UInt8(ascii: ",")
    default:
      log.error(value.place, "decimalChar '\(text)' is not read; expected \".\" or \",\"")
      return nil
    }
  }
}

/// A field of a table schema.
struct SchemaField {
  /// The name, which is that of a column.
  let name: PlacedText
  /// The decimal mark, where the field names one.
  let decimalMark: UInt8?

  /// The fields of a schema, in order.
  static func read(_ schema: YAMLMap?, _ log: inout DiagnosticLog) -> [SchemaField] {
    guard let schema, let value = schema.given("fields"), let list = value.list("fields", &log)
    else { return [] }
    return list.compactMap { entry in
      guard let map = entry.map("the field", &log), let name = map.text("name", &log) else {
        return nil
      }
      checkUnit(of: name, map, &log)
      checkGrouping(map, &log)
      let mark = map.given("decimalChar").flatMap { TableResource.decimalMark($0, &log) }
      return SchemaField(
        name: PlacedText(text: name, place: map["name"]?.place ?? map.place),
        decimalMark: numericPrefixes.contains { name.hasPrefix($0) } || ["x", "y"].contains(name)
          ? mark : nil)
    }
  }

  /// How the columns begin whose numbers may have decimals.
  private static let numericPrefixes = [
    "emission", "value", "uncertainty", "valid_fraction", "rd_", "effect", "spread", "cost_eur",
    "rate", "width_m", "correlation",
  ]

  private static func checkUnit(of name: String, _ map: YAMLMap, _ log: inout DiagnosticLog) {
    if name == "value" || name == "uncertainty" {
      guard let value = map.given("unit"), let unit = value.text("unit", &log),
        unit != MeasuredQuantity.unit
      else { return }
      log.error(
        value.place,
        "unit '\(unit)' does not go with column '\(name)', whose figures are in "
          + "\(MeasuredQuantity.unit); write the figures and the unit so")
      return
    }
    guard let column = EmissionColumn(rawValue: name), let value = map.given("unit"),
      let unit = value.text("unit", &log), unit != column.unit
    else { return }
    var message = "unit '\(unit)' does not go with column '\(name)', whose figures are in "
    message += column.unit
    if let other = EmissionColumn.allCases.first(where: { $0.unit == unit }) {
      message += "; correct the unit, or name the column '\(other.rawValue)'"
    } else {
      message += "; expected '\(column.unit)'"
    }
    log.error(value.place, message)
  }

  private static func checkGrouping(_ map: YAMLMap, _ log: inout DiagnosticLog) {
    guard let value = map.given("groupChar") else { return }
    log.error(value.place, "groupChar is not read; write numbers without marks between digits")
  }
}
