// SPDX-License-Identifier: GPL-3.0-or-later

extension TableFormat {
  /// How a table of sources is written: as its data package or the options say, and where they
  /// leave it open as its first rows show; `nil`, with the reason in the log, when they do not.
  ///
  /// - Parameters:
  ///   - file: the file, for messages.
  ///   - text: its first rows as UTF-8 without a byte order mark.
  ///   - options: what is declared.
  ///   - log: takes up why nothing was worked out.
  init?(
    sourcesIn file: String, beginning text: [UInt8], _ options: SourceOptions,
    log: inout DiagnosticLog
  ) {
    if let declared = options.declared {
      self = declared
      return
    }
    self.init()
    guard Self.check(options, file, &log) else { return nil }
    missingValues = options.missingValues.filter { !$0.isEmpty }
    hasTrailingDelimiter = true
    encoding = options.encoding.flatMap { TextEncoding(name: $0) } ?? .utf8
    if let declared = options.delimiter?.asciiValue {
      delimiter = declared
    } else {
      guard let found = Self.delimiter(of: text, file, &log) else { return nil }
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

  private static func check(
    _ options: SourceOptions, _ file: String, _ log: inout DiagnosticLog
  ) -> Bool {
    var isGood = true
    if let delimiter = options.delimiter, ![",", ";", "\t"].contains(delimiter) {
      log.error(
        Place(file: file), "delimiter '\(delimiter)' is not read; expected ',', ';' or a tab")
      isGood = false
    }
    if let encoding = options.encoding, TextEncoding(name: encoding) == nil {
      log.error(
        Place(file: file), "encoding '\(encoding)' is not read; expected \(TextEncoding.names)")
      isGood = false
    }
    if let mark = options.decimalMark, ![".", ","].contains(mark) {
      log.error(Place(file: file), "decimal mark '\(mark)' is not read; expected '.' or ','")
      isGood = false
    }
    return isGood
  }

  private static func delimiter(
    of text: [UInt8], _ file: String, _ log: inout DiagnosticLog
  ) -> UInt8? {
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    var found: [UInt8: Int] = [:]
    var isQuoted = false
    for (offset, byte) in line.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, marks.contains(byte), found[byte] == nil {
        found[byte] = offset
      }
    }
    guard found.count > 1 else { return found.keys.first ?? UInt8(ascii: ",") }
    let names = marks.filter { found[$0] != nil }.map { name(ofDelimiter: $0) }
    let before = line.prefix(found.values.max() ?? 0)
    log.error(
      Place(file: file, line: 1, column: String(decoding: before, as: UTF8.self).count + 1),
      "the header holds \(names.asList), so that it is not clear which of them separates "
        + "the cells; declare the delimiter, or put names that hold one of them in quotes")
    return nil
  }

  /// Takes the decimal mark from numbers of the first rows, where nobody declares it.
  ///
  /// A mark between one to three digits and three others may stand between thousands, and then does
  /// not count unless it is the one that goes with the delimiter.
  mutating func takeDecimalMark(from numbers: some Sequence<ArraySlice<UInt8>>) {
    guard declaration == .nobody else { return }
    var sure: Set<UInt8> = []
    for number in numbers {
      let marks = number.indices.filter {
        number[$0] == UInt8(ascii: ".") || number[$0] == UInt8(ascii: ",")
      }
      guard marks.count == 1, let mark = marks.first else { continue }
      let before = number[..<mark].count { $0 != UInt8(ascii: "-") }
      if number.endIndex - mark != 4 || !(1...3).contains(before) || number[mark] == decimalMark {
        sure.insert(number[mark])
      }
    }
    if let only = sure.first, sure.count == 1 { decimalMark = only }
  }
}
