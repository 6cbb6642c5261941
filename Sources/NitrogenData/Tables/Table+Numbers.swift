// SPDX-License-Identifier: GPL-3.0-or-later

extension Table {
  /// The number of a cell; the outer `nil` is a cell that holds no number, the inner an empty one.
  ///
  /// No column at all reads as an empty cell; the unit is for messages, and `shift` is a power of
  /// ten that the number is multiplied by.
  func number(
    _ column: Int?, unit: String, shift: Int = 0, _ log: inout DiagnosticLog
  ) -> Double?? {
    guard let column, !isEmpty(column) else { return .some(nil) }
    do throws(DecimalNumber.Problem) {
      return try DecimalNumber.parse(bytes(column), decimal: format.decimalMark, shift: shift)
    } catch {
      report(error, column: column, unit: unit, &log)
      return nil
    }
  }

  /// The number of a cell that must be 0 or more; see ``number(_:unit:shift:_:)``.
  func positiveNumber(
    _ column: Int?, _ what: String, unit: String, shift: Int = 0, _ log: inout DiagnosticLog
  ) -> Double?? {
    guard let column, case .some(let value) = number(column, unit: unit, shift: shift, &log) else {
      return nil
    }
    guard let value else { return .some(nil) }
    let text = rawText(column)
    guard value <= Self.largest else {
      error(
        column,
        "\(what) '\(text)' \(unit) is beyond anything there is; check the unit and the digits",
        &log)
      return nil
    }
    guard value < 0 else { return .some(value) }
    var notes: [String] = []
    if Self.customaryMissing.contains(text) {
      notes.append(
        "if '\(text)' stands for unknown, leave the cell empty or list it in missingValues")
    }
    error(column, "\(what) must be 0 \(unit) or more, found '\(text)' \(unit)", notes: notes, &log)
    return nil
  }

  /// Larger than any emission in kg/yr, deposition in mol/ha/yr or surface in ha on earth; sums of
  /// a file of such values are finite.
  private static var largest: Double { 1e13 }

  private static var customaryMissing: Set<String> {
    ["-9", "-99", "-999", "-9999", "-99999"]
  }

  /// What to say of a decimal mark that the delimiter makes unlikely, when nothing was declared.
  private func ambiguous(_ text: String, mark: UInt8) -> String {
    "'\(text)' has \(TableFormat.name(ofDecimalMark: mark)) in a table with "
      + "\(TableFormat.name(ofDelimiter: format.delimiter)) between its cells, where "
      + "\(format.decimalName) is expected; it may be a decimal mark or a mark between "
      + "digits: say which decimal mark the numbers have"
  }

  private func report(
    _ problem: DecimalNumber.Problem, column: Int, unit: String, _ log: inout DiagnosticLog
  ) {
    let text = shown(column)
    let name = header[column]
    var notes: [String] = []
    let message: String
    switch problem {
    case .otherDecimalMark:
      let other = format.otherDecimalMark
      if format.declaration == .nobody {
        self.error(column, ambiguous(text, mark: other), &log)
        return
      }
      message =
        "'\(text)' has \(TableFormat.name(ofDecimalMark: other)), but this table uses "
        + "\(format.decimalName); declare "
        + (format.declaration == .dataPackage ? "dialect decimalChar" : "the decimal mark")
        + " '\(Character(Unicode.Scalar(other)))', or write the number with \(format.decimalName)"
    case .grouping:
      message =
        "'\(text)' has marks between its digits; write the number in \(unit) without them and "
        + "with \(format.decimalName) at most"
    case .notFinite:
      message = "'\(text)' is no number in \(unit); leave the cell empty where it is unknown"
    case .blanks:
      message = "'\(text)' has blanks around the number; take them out"
    case .notANumber:
      message = "'\(text)' is not a number; column '\(name)' takes numbers in \(unit)"
      notes =
        text.contains(where: \.isNumber)
        ? [] : ["if '\(text)' stands for unknown, leave the cell empty or list it in missingValues"]
    }
    error(column, message, notes: notes, &log)
  }
}
