// SPDX-License-Identifier: GPL-3.0-or-later

/// What was made of the texts of a column before, so that repeated cells cost little and share
/// their storage.
struct CellMemo<Value> {
  private var known: [String: Value?] = [:]
  private var lastBytes: [UInt8] = []
  private var lastValue: Value?
  private var hasLast = false

  /// The value of a cell; `make` is asked once per text.
  mutating func value(
    of column: Int, in table: Table, make: (String) -> Value?
  ) -> Value? {
    let bytes = table.bytes(column)
    if hasLast && bytes.elementsEqual(lastBytes) { return lastValue }
    let text = table.rawText(column)
    let value: Value?
    if let found = known[text] {
      value = found
    } else {
      value = make(text)
      known[text] = .some(value)
    }
    lastBytes = Array(bytes)
    lastValue = value
    hasLast = true
    return value
  }
}

extension Table {
  /// Reports an error at a cell of the row at hand.
  func error(
    _ column: Int, _ message: String, notes: [String] = [], _ log: inout DiagnosticLog
  ) {
    log.error(place(of: column), message, notes: notes)
  }

  /// The text of a cell; `nil` when the column or the text is missing.
  func text(_ column: Int?) -> String? {
    guard let column, !isEmpty(column) else { return nil }
    return rawText(column)
  }

  /// Whether a cell that must not be empty holds something; reports it when it does not.
  func hasValue(_ column: Int, _ log: inout DiagnosticLog) -> Bool {
    guard isEmpty(column) else { return true }
    error(column, "the cell is empty; column '\(header[column])' needs a value", &log)
    return false
  }

  /// The text of a cell that must not be empty.
  func requiredText(_ column: Int?, _ log: inout DiagnosticLog) -> String? {
    guard let column, hasValue(column, &log) else { return nil }
    return rawText(column)
  }

  /// The whole number of a cell that must not be empty.
  func requiredInteger(_ column: Int?, _ log: inout DiagnosticLog) -> Int? {
    guard let column, hasValue(column, &log) else { return nil }
    let text = rawText(column)
    guard let number = Int(text), !text.hasPrefix("+") else {
      error(
        column, "'\(shown(column))' is not a whole number; column '\(header[column])' needs one",
        &log)
      return nil
    }
    return number
  }

  /// A whole number of 0 or more; the outer `nil` is a cell that holds none, the inner an empty one
  /// or no column at all.
  func count(_ column: Int?, _ what: String, _ log: inout DiagnosticLog) -> Int?? {
    guard let column, !isEmpty(column) else { return .some(nil) }
    let text = rawText(column)
    if let number = Int(text), number >= 0, text.utf8.count <= 15 { return .some(number) }
    error(column, "\(what) '\(text)' is not a whole number of 0 or more", &log)
    return nil
  }

  /// The year of a cell that must not be empty.
  func requiredYear(
    _ column: Int?, within years: ClosedRange<Int> = Self.years, _ log: inout DiagnosticLog
  ) -> Int? {
    guard let column, hasValue(column, &log) else { return nil }
    let text = rawText(column)
    guard let year = Int(text), text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) else {
      error(column, "'\(shown(column))' is not a year; expected four digits, such as 2019", &log)
      return nil
    }
    guard years.contains(year) else {
      error(
        column, "year \(year) lies outside \(years.lowerBound) to \(years.upperBound)", &log)
      return nil
    }
    return year
  }

  /// The years an emission may have.
  static var years: ClosedRange<Int> { 1990...2100 }

  /// What a cell stands for by a list of words; reports a word of which `make` makes nothing.
  ///
  /// In the message `what` says what the word names, and `words` are those that count.
  func requiredWord<Value>(
    _ column: Int?, _ what: String, _ words: [String], memo: inout CellMemo<Value>,
    _ log: inout DiagnosticLog, make: (String) -> Value?
  ) -> Value? {
    guard let column, hasValue(column, &log) else { return nil }
    if let value = memo.value(of: column, in: self, make: make) { return value }
    let text = shown(column)
    error(
      column,
      "unknown \(what) '\(text)'\(NearestName.hint(text, in: words)); expected "
        + words.asChoice, &log)
    return nil
  }

  /// What a cell that may be empty stands for; the outer `nil` is a word not on the list.
  func optionalWord<Value>(
    _ column: Int?, _ what: String, _ words: [String], memo: inout CellMemo<Value>,
    _ log: inout DiagnosticLog, make: (String) -> Value?
  ) -> Value?? {
    guard let column, !isEmpty(column) else { return .some(nil) }
    guard let value = requiredWord(column, what, words, memo: &memo, &log, make: make) else {
      return nil
    }
    return .some(value)
  }
}
