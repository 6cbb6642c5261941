// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of a `.brn` file as they come, and what its head says of them.
struct OPSLines {
  typealias Take = (OPSSource, _ line: Int, inout DiagnosticLog) -> Bool

  /// How many bytes a line may have; OPS itself looks at the first 512.
  static let longest = 4096

  private let file: String
  private var version: OPSVersion?
  private var line: [UInt8] = []
  private var number = 1
  private var isTooLong = false
  private var isStopped = false
  private var hasRecords = false
  private var saidFree = false
  private var saidDecimals = false

  init(file: String) { self.file = file }

  /// Takes a block of the file; whether another is wanted.
  mutating func take(
    _ block: UnsafeRawBufferPointer, _ log: inout DiagnosticLog, _ take: Take
  ) -> Bool {
    var rest = block[...]
    while !isStopped, let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      add(rest[..<end])
      finishLine(&log, take)
      rest = rest[(end + 1)...]
    }
    if !isStopped { add(rest) }
    return !isStopped
  }

  /// Takes the end of the file.
  mutating func finish(_ log: inout DiagnosticLog, _ take: Take) {
    if !line.isEmpty || isTooLong { finishLine(&log, take) }
    if !isStopped && !hasRecords && !log.hasErrors {
      log.error(Place(file: file), "the file holds no sources; expected records of a .brn file")
    }
  }

  private mutating func add(_ bytes: Slice<UnsafeRawBufferPointer>) {
    guard line.count + bytes.count <= Self.longest else {
      isTooLong = true
      return
    }
    line.append(contentsOf: bytes)
  }

  private mutating func finishLine(_ log: inout DiagnosticLog, _ take: Take) {
    defer {
      line.removeAll(keepingCapacity: true)
      isTooLong = false
      number += 1
    }
    let place = Place(file: file, line: number)
    guard !isTooLong else {
      log.error(place, "the line is longer than \(Self.longest) bytes; expected one source a line")
      return
    }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    guard !line.isEmpty else { return }
    if isHead(&log, place) { return }
    hasRecords = true
    do {
      let record = try record(&log, place)
      let source = try record.source()
      if !saidDecimals, let found = record.assumedDecimals() {
        saidDecimals = true
        log.warning(
          Place(file: file, line: number, column: found.column),
          "'\(found.text)' in column '\(found.name)' has no decimal point; OPS takes its last digits "
            + "as decimals in this form, and so does this program: write the point")
      }
      isStopped = !take(source, number, &log)
    } catch {
      log.error(Place(file: file, line: number, column: error.column), error.words)
    }
  }

  /// Reads what may stand before the records; whether the line is of that kind.
  private mutating func isHead(_ log: inout DiagnosticLog, _ place: Place) -> Bool {
    guard let version else {
      self.version = .fixed
      if line[0] == UInt8(ascii: "!") {
        readVersion(&log, place)
        return true
      }
      // As OPS does: a first line that does not begin with a number is a heading.
      let first = String(decoding: line.prefix(4), as: UTF8.self)
      return Int(first.filter { $0 != " " && $0 != "\t" }) == nil && !isNumber(first)
    }
    if line[0] == UInt8(ascii: "!") { return true }
    return !hasRecords && version != .fixed
      && String(decoding: line.prefix(8), as: UTF8.self).contains("snr")
  }

  private func isNumber(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).first.flatMap { Int($0) } != nil
  }

  private mutating func readVersion(_ log: inout DiagnosticLog, _ place: Place) {
    let words = String(decoding: line.dropFirst(), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard words.first == "BRN-VERSION", words.count > 1, let number = Int(words[1]),
      let version = OPSVersion(rawValue: number)
    else {
      isStopped = true
      log.error(
        place,
        "the first line is '\(String(decoding: line.prefix(40), as: UTF8.self))'; expected "
          + "'! BRN-VERSION' and a number from 0 to 4, or no '!' for the fixed form")
      return
    }
    self.version = version
    if version == .buildingType {
      log.note(place, "OPS no longer takes version 3; its type of building is not kept")
    }
  }

  /// Takes the line apart.
  private mutating func record(
    _ log: inout DiagnosticLog, _ place: Place
  ) throws(OPSLine.Problem) -> OPSLine {
    guard version == .fixed, let version else {
      return try OPSLine(line, separated: version ?? .free)
    }
    do {
      return try OPSLine(fixed: line)
    } catch {
      // A form made by hand: blanks between numbers that are not where OPS looks for them.
      guard let record = try? OPSLine(line, separated: version), (try? record.source()) != nil
      else {
        throw OPSLine.Problem(
          column: error.column,
          words: error.words
            + "; expected the fixed columns of OPS, or blanks between numbers and a first line "
            + "'! BRN-VERSION 1'")
      }
      if !saidFree {
        saidFree = true
        log.warning(
          place,
          "the numbers are not in the fixed columns of OPS and are read by the blanks between them; "
            + "OPS would misread them: put '! BRN-VERSION 1' on the first line")
      }
      return record
    }
  }
}
