// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads a value by the type and unit of its key.
struct PolicyValueReader {
  let key: PolicyKey
  let definition: PolicyKeyDefinition
  /// For choices: the values that the program honours.
  let options: [String]

  func read(_ value: YAMLValue, _ log: inout DiagnosticLog) -> PolicyValue? {
    switch definition.type {
    case .band: return band(value, &log)
    case .number: return number("value", value, &log).map(PolicyValue.number)
    case .numbers:
      guard let values = value.list("value", &log) else { return nil }
      let numbers = values.compactMap { number("value", $0, &log) }
      return numbers.count == values.count ? .numbers(numbers) : nil
    case .text: return value.text("value", &log).map(PolicyValue.text)
    case .list: return value.texts("value", &log).map(PolicyValue.list)
    case .flag: return value.flag("value", &log).map(PolicyValue.flag)
    case .date: return value.date("value", &log).map(PolicyValue.date)
    case .choice:
      guard let text = value.text("value", &log) else { return nil }
      if let problem = problem(ofChoice: text) {
        log.error(value.place, problem)
        return nil
      }
      return .text(text)
    }
  }

  private func band(_ value: YAMLValue, _ log: inout DiagnosticLog) -> PolicyValue? {
    guard case .map = value.kind, let map = value.map("'value'", &log) else {
      log.error(
        value.place,
        "'value' must be a band such as { low: 0.42, high: 0.46 }, found \(value.found)",
        notes: ["for a single number both edges are the same"])
      return nil
    }
    map.allowOnly(["low", "high"], &log)
    guard let lowValue = map.required("low", &log), let highValue = map.required("high", &log),
      let low = number("low", lowValue, &log), let high = number("high", highValue, &log)
    else { return nil }
    guard low <= high else {
      log.error(
        lowValue.place,
        "the low edge \(low) of the band lies above the high edge \(high); swap them")
      return nil
    }
    return .band(low: low, high: high)
  }

  private func number(
    _ name: String, _ value: YAMLValue, _ log: inout DiagnosticLog
  ) -> Double? {
    guard let number = value.number(name, &log) else { return nil }
    guard let problem = problem(of: number) else { return number }
    log.error(value.place, problem)
    return nil
  }

  /// The largest number any key may hold; whole ones up to it are exact.
  private static let most = 1e15

  /// What is wrong with a number in the unit of the key; `nil` when nothing is.
  func problem(of number: Double) -> String? {
    let text = Self.plain(number)
    if number > Self.most {
      return "\(text) is beyond anything there is; check the digits"
    }
    switch definition.unit {
    case "fraction":
      if (0...1).contains(number) { return nil }
      let advice =
        number > 1 && number <= 100 ? "; write \(Self.plain(number / 100)) for \(text) %" : ""
      return "fraction \(text) lies outside 0 to 1\(advice)"
    case "correlation":
      if (0...1).contains(number) { return nil }
      return "a correlation lies from 0 to 1, found \(text)"
    case "year":
      if number == number.rounded(), (1990...2100).contains(number) { return nil }
      return "a year is a whole number from 1990 to 2100, found \(text)"
    case "count":
      if number == number.rounded(), number >= 0 { return nil }
      return "a count is a whole number from 0 on, found \(text)"
    default:
      if number >= 0 { return nil }
      return "value must be 0 \(definition.unit) or more, found \(text) \(definition.unit)"
    }
  }

  /// What is wrong with a choice; `nil` when nothing is.
  func problem(ofChoice text: String) -> String? {
    if options.contains(text) { return nil }
    guard !options.isEmpty else {
      return "'\(key)' is a choice; list the values it may have as 'options'"
    }
    return "'\(text)' is no option of '\(key)'"
      + "\(NearestName.hint(text, in: options)); expected \(options.asChoice)"
  }

  /// A number without a needless `.0`.
  static func plain(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
