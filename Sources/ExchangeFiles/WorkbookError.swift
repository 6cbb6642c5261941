// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXlsx

/// Why a workbook could not be written.
public enum WorkbookError: Error, Hashable, Sendable {
  /// The library refused: its number, its own words, and what was under way.
  case library(number: Int, text: String, doing: String)
  /// The finished file cannot be read back from the temporary folder.
  case temporaryFile(String)

  /// Throws what a call of the library answered, unless all went well.
  static func check(
    _ answer: lxw_error, _ doing: @autoclosure () -> String
  ) throws(WorkbookError) {
    guard answer != LXW_NO_ERROR else { return }
    let text = lxw_strerror(answer).map { String(cString: $0) } ?? "no words"
    throw .library(number: Int(answer.rawValue), text: text, doing: doing())
  }
}

extension WorkbookError: CustomStringConvertible {
  /// What was under way and what the library said.
  public var description: String {
    switch self {
    case .library(let number, let text, let doing):
      "cannot \(doing): libxlsxwriter says '\(text)' (error \(number))"
    case .temporaryFile(let path):
      "cannot read back the workbook from '\(path)'; is there room in the temporary folder?"
    }
  }
}
