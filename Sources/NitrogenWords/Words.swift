// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Texts, numbers and dates in one language.
///
/// Nothing depends on the locale of the machine: the same values give the same text everywhere.
public struct Words: Sendable {
  /// What stands where nothing is known.
  public static let missing = "–"

  /// A value that a text holds a place for.
  public enum Value: Sendable, ExpressibleByStringInterpolation {
    /// A text as it is.
    case text(String)
    /// A count, which also chooses between the word for one and the word for several.
    case count(Int)

    /// Makes a text.
    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// The language.
  public let language: Language

  /// Makes the words of a language.
  public init(_ language: Language) { self.language = language }

  /// A text with its values put in.
  ///
  /// - Parameters:
  ///   - key: the name of the text.
  ///   - values: the values by the names in the text; one that is not there is a mistake of the
  ///     program.
  /// - Returns: the text in the language.
  public func callAsFunction<Key: PhraseKey>(_ key: Key, _ values: [String: Value] = [:]) -> String
  {
    guard let text = Key.catalogue.text(key.rawValue, in: language) else {
      preconditionFailure("no text '\(key.rawValue)' in \(language.rawValue)")
    }
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      result += rest[..<open]
      let pieces = rest[rest.index(after: open)..<close].split(
        separator: "|", omittingEmptySubsequences: false)
      guard let value = values[String(pieces[0])] else {
        preconditionFailure("no value for '\(pieces[0])' in '\(key.rawValue)'")
      }
      switch value {
      case .text(let text): result += text
      case .count(let count):
        result += pieces.count == 3 ? String(pieces[count == 1 ? 1 : 2]) : self.count(count)
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

// MARK: - Numbers

extension Words {
  /// The mark between whole and decimals.
  public var decimalMark: String { language == .dutch ? "," : "." }
  private var marks: NumberMarks {
    NumberMarks(decimal: decimalMark, group: language == .dutch ? "." : ",", minus: "−")
  }

  /// A number with a fixed count of decimals, half away from zero: `12.345,7` or `12,345.7`.
  public func number(_ value: Double, decimals: Int = 1) -> String {
    marks.text(value, decimals: decimals)
  }

  /// A number with as many decimals as it has, four at most: `0,9`, `2,58`, `1.000`.
  public func short(_ value: Double) -> String {
    let text = number(value, decimals: 4)
    guard text.contains(decimalMark) else { return text }
    var kept = text[...]
    while kept.last == "0" { kept.removeLast() }
    if kept.hasSuffix(decimalMark) { kept.removeLast(decimalMark.count) }
    return String(kept)
  }

  /// A number, or a dash where nothing is known.
  public func number(_ value: Double?, decimals: Int = 1) -> String {
    value.map { number($0, decimals: decimals) } ?? Self.missing
  }

  /// A count: `1.234` or `1,234`.
  public func count(_ value: Int) -> String { number(Double(value), decimals: 0) }

  /// A fraction as a percentage with one decimal and its sign: `7,8 %` or `7.8 %`.
  public func percent(_ value: Fraction?, decimals: Int = 1) -> String {
    value.map { number($0.points, decimals: decimals) + " %" } ?? Self.missing
  }

  /// A probability in whole percent: `69 %`, `< 1 %`, `> 99 %`.
  public func probability(_ value: Double?) -> String {
    guard let value else { return Self.missing }
    if value < 0.005 { return "< 1 %" }
    return value >= 0.995 ? "> 99 %" : number(value * 100, decimals: 0) + " %"
  }

  /// A p value with three decimals: `0,170`, `< 0,001`.
  public func significance(_ p: Double?) -> String {
    guard let p, p < 0.001 else { return number(p, decimals: 3) }
    return "< " + number(0.001, decimals: 3)
  }

  /// A band in percent: `42,0–46,0 %`, or one number where both edges are the same.
  public func band(_ band: Band) -> String {
    let low = number(band.low.points)
    let high = number(band.high.points)
    return (low == high ? low : "\(low)–\(high)") + " %"
  }
}

// MARK: - Dates and lists

extension Words {
  /// A day in words: `23 november 2026` or `23 November 2026`.
  public func date(_ day: CalendarDay) -> String {
    let months =
      language == .dutch
      ? [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
      ]
      : [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// Numbers in a row, kept apart from their own commas: `0,8; 0,9 en 0,95` or `0.8, 0.9 and 0.95`.
  public func list(ofNumbers texts: [String]) -> String {
    guard language == .dutch, texts.contains(where: { $0.contains(",") }), let last = texts.last,
      texts.count > 1
    else { return list(texts) }
    return texts.dropLast().joined(separator: "; ") + " en " + last
  }

  /// Texts in a row: `a, b en c` or `a, b and c`.
  public func list(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + (language == .dutch ? " en " : " and ") + last
  }
}
