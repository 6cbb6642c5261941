// SPDX-License-Identifier: GPL-3.0-or-later

extension Table {
  /// The text of a file as UTF-8 without a byte order mark; `nil`, with the reason in the log,
  /// when it cannot be had.
  static func text(
    of file: String, format: TableFormat, log: inout DiagnosticLog
  ) -> [UInt8]? {
    do throws(FileProblem) {
      let bytes = try FileSystem.read(file)
      return utf8Text(bytes, file: file, encoding: format.encoding, log: &log)
    } catch {
      log.error(Place(file: file), "cannot read the file: \(error.reason)")
      return nil
    }
  }

  /// The bytes of a text file as UTF-8 without a byte order mark.
  static func utf8Text(
    _ bytes: [UInt8], file: String, encoding: TextEncoding, log: inout DiagnosticLog
  ) -> [UInt8]? {
    var bytes = bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      log.error(
        Place(file: file, line: 1),
        "the file is UTF-16; expected \(encoding.rawValue): save it as UTF-8")
      return nil
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      log.note(Place(file: file, line: 1), "the file begins with a byte order mark; skipped")
      bytes.removeFirst(3)
      if encoding != .utf8 {
        log.error(
          Place(file: file, line: 1),
          "the file is UTF-8 by its byte order mark, but its encoding is declared "
            + "'\(encoding.rawValue)'; declare encoding 'utf-8'")
        return nil
      }
    }
    do throws(TextEncoding.Misfit) {
      return try encoding.transcode(bytes)
    } catch {
      report(misfit: error.offset, in: bytes, file: file, encoding: encoding, log: &log)
      return nil
    }
  }

  private static func report(
    misfit offset: Int, in bytes: [UInt8], file: String, encoding: TextEncoding,
    log: inout DiagnosticLog
  ) {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column =
      encoding == .utf8
      ? String(decoding: bytes[lineStart..<offset], as: UTF8.self).count : offset - lineStart
    let place = Place(
      file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: column + 1)
    let byte = "0x" + String(bytes[offset], radix: 16, uppercase: true)
    var notes: [String] = []
    if encoding != .windows1252, let scalar = TextEncoding.windows1252.scalar(of: bytes[offset]) {
      notes.append(
        "in windows-1252 the byte is '\(Character(scalar))'; save the file as UTF-8, or declare "
          + "encoding 'windows-1252' if that is what it is")
    } else {
      notes.append("save the file as UTF-8")
    }
    log.error(place, "byte \(byte) is not \(encoding.rawValue)", notes: notes)
  }
}
