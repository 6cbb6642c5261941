// SPDX-License-Identifier: GPL-3.0-or-later

extension TableFormat {
  /// Works out from the header how a file without a data package is written: commas between cells
  /// go with a decimal point, semicolons with a decimal comma; `nil` when the header leaves it
  /// open.
  ///
  /// - Parameters:
  ///   - file: the file; when it cannot be read, the one who opens it says so.
  ///   - options: what has been declared and counts before anything detected.
  ///   - log: takes up why nothing was worked out.
  init?(detectedIn file: String, _ options: MeasurementOptions, log: inout DiagnosticLog) {
    self.init()
    missingValues = options.missingValues
    hasTrailingDelimiter = true
    encoding = options.encoding.flatMap { TextEncoding(name: $0) } ?? .utf8
    if let declared = options.delimiter?.asciiValue {
      delimiter = declared
    } else {
      guard let found = Self.delimiter(of: file, encoding, log: &log) else { return nil }
      delimiter = found
    }
    if let declared = options.decimalMark?.asciiValue {
      decimalMark = declared
      declaration = .options
    } else {
      declaration = .nobody
      decimalMark = UInt8(ascii: delimiter == UInt8(ascii: ";") ? "," : ".")
    }
  }

  private static func delimiter(
    of file: String, _ encoding: TextEncoding, log: inout DiagnosticLog
  ) -> UInt8? {
    var format = TableFormat()
    format.encoding = encoding
    var unheard = DiagnosticLog()
    let text = Table.text(of: file, format: format, log: &unheard) ?? []
    let line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var found: [UInt8: Int] = [:]
    var isQuoted = false
    for (offset, byte) in line.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, marks.contains(byte), found[byte] == nil {
        found[byte] = offset
      }
    }
    guard found.count > 1 else {
      guard found[UInt8(ascii: "\t")] != nil else {
        return found.keys.first ?? UInt8(ascii: ",")
      }
      log.error(
        place(file, line, found[UInt8(ascii: "\t")]),
        "the cells are separated by a tab, which does not tell the decimal mark; declare the "
          + "delimiter and the decimal mark")
      return nil
    }
    let names = marks.filter { found[$0] != nil }.map { name(ofDelimiter: $0) }
    log.error(
      place(file, line, found.values.max()),
      "the header holds \(names.asList), so that it is not clear which of them separates "
        + "the cells; declare the delimiter, or put names that hold one of them in quotes")
    return nil
  }

  private static func place(
    _ file: String, _ line: ArraySlice<UInt8>, _ offset: Int?
  ) -> Place {
    let before = line.prefix(offset ?? 0)
    return Place(file: file, line: 1, column: String(decoding: before, as: UTF8.self).count + 1)
  }
}
