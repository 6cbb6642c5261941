// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Why `KEY=VALUE` is no assumption.
public struct PolicyValueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was found, what was expected and what to do, in lower case.
  public let message: String

  /// The message.
  public var description: String { message }
}

extension PolicyLibrary {
  /// The record of an assumption made on the command line.
  ///
  /// A band is written `0.4..0.5`, or as one number for both edges; numbers and lists with commas;
  /// a flag as `true` or `false`.
  ///
  /// - Parameters:
  ///   - key: the key, as the user writes it.
  ///   - text: the value, as the user writes it.
  ///   - position: which of the assumptions it is, 1 for the first; becomes the line of the
  ///     record's origin.
  /// - Returns: the record, of status assumed.
  /// - Throws: why the key or the value does not count.
  public func record(
    key: String, assuming text: String, position: Int = 1
  ) throws(PolicyValueError) -> PolicyRecord {
    let policyKey = PolicyKey(rawValue: key)
    guard let definition = definition(of: policyKey) else {
      throw PolicyValueError(message: "unknown key '\(key)'\(hint(forKey: key))")
    }
    let parser = AssumptionParser(
      key: policyKey, definition: definition, options: options(of: policyKey))
    let value = try parser.value(of: text)
    let known = packs.flatMap(\.records).last { $0.key == policyKey }
    return PolicyRecord(
      key: policyKey, value: value, unit: definition.unit, status: .assumed,
      kind: kind(of: policyKey, definition), options: options(of: policyKey),
      rule: known?.rule ?? definition.rules.first, ambiguity: known?.ambiguity,
      note: "assumed by --assume \(key)=\(text)",
      dutchNote: "aangenomen met --assume \(key)=\(text)",
      origin: RowReference(file: "--assume", line: position))
  }

  /// How binding the key's target is in the packs, or an aim when none says.
  private func kind(of key: PolicyKey, _ definition: PolicyKeyDefinition) -> TargetKind? {
    guard definition.type == .band else { return nil }
    if key.rawValue.hasPrefix("shadow.") { return .shadow }
    guard key.rawValue.hasPrefix("target.") else { return nil }
    let known = packs.filter { $0.kind != .user }.flatMap(\.records).filter { $0.key == key }
    return known.compactMap(\.kind).last ?? .aim
  }
}

/// Reads values as they are written on the command line.
private struct AssumptionParser {
  let key: PolicyKey
  let definition: PolicyKeyDefinition
  let options: [String]

  func value(of text: String) throws(PolicyValueError) -> PolicyValue {
    guard !text.isEmpty else { throw error("'\(key)' needs a value; expected \(expected)") }
    switch definition.type {
    case .number: return .number(try number(text[...]))
    case .band: return try band(text)
    case .numbers:
      var numbers: [Double] = []
      for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
        numbers.append(try number(piece))
      }
      return .numbers(numbers)
    case .text: return .text(text)
    case .list: return .list(text.split(separator: ",").map { String($0) })
    case .flag:
      switch text {
      case "true": return .flag(true)
      case "false": return .flag(false)
      default: throw unfit(text)
      }
    case .date:
      guard CalendarDate.isValid(text) else { throw unfit(text) }
      return .date(text)
    case .choice:
      let reader = PolicyValueReader(key: key, definition: definition, options: options)
      if options.isEmpty {
        throw error("'\(key)' is a choice, and no pack lists the values it may have")
      }
      if let problem = reader.problem(ofChoice: text) { throw error(problem) }
      return .text(text)
    }
  }

  private func band(_ text: String) throws(PolicyValueError) -> PolicyValue {
    guard let dots = text.firstRange(of: "..") else {
      let both = try number(text[...])
      return .band(low: both, high: both)
    }
    let low = try number(text[..<dots.lowerBound])
    let high = try number(text[dots.upperBound...])
    guard low <= high else {
      throw error("the low edge of '\(text)' lies above the high edge; write the smaller first")
    }
    return .band(low: low, high: high)
  }

  private func number(_ text: Substring) throws(PolicyValueError) -> Double {
    let number: Double
    do throws(DecimalNumber.Problem) {
      number = try DecimalNumber.parse(Array(text.utf8)[...])
    } catch {
      throw unfit(String(text))
    }
    let reader = PolicyValueReader(key: key, definition: definition, options: [])
    if let problem = reader.problem(of: number) { throw error("\(problem), for '\(key)'") }
    return number
  }

  private var expected: String {
    let unit = definition.unit == "none" ? "" : " in \(definition.unit)"
    return switch (definition.type, definition.unit) {
    case (.number, "year"): "a year such as 2019"
    case (.number, "count"): "a whole number"
    case (.number, "fraction"): "a fraction such as 0.4"
    case (.number, "correlation"): "a correlation from 0 to 1, such as 0.9"
    case (.numbers, "correlation"): "correlations from 0 to 1 with commas between them, as 0.8,0.9"
    case (.number, _): "a number\(unit), with a decimal point"
    case (.band, _): "a band such as 0.4..0.5\(unit == " in fraction" ? "" : unit), or one number"
    case (.numbers, _): "numbers\(unit) with commas between them, such as 250,500"
    case (.text, _): "a text"
    case (.list, _): "names with commas between them"
    case (.flag, _): "true or false"
    case (.date, _): "a date as yyyy-mm-dd"
    case (.choice, _): options.asChoice
    }
  }

  private func unfit(_ text: String) -> PolicyValueError {
    error("'\(text)' is no value for '\(key)'; expected \(expected)")
  }

  private func error(_ message: String) -> PolicyValueError { PolicyValueError(message: message) }
}
