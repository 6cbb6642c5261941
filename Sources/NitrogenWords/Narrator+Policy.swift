// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
public import NitrogenCore

/// What policy says, in words.
extension Narrator {
  /// What the value of a policy key means; the key itself where nobody said it.
  public func meaning(of key: PolicyKey) -> String { said(meaningOf: key)?.text ?? key.rawValue }

  /// What the value of a policy key means, with its language; `nil` where nobody said it.
  public func said(meaningOf key: PolicyKey) -> Said? {
    result.policy.definition(of: key).map { said($0.dutchMeaning, $0.meaning) }
  }

  /// The remark of a policy record; `nil` where it has none.
  public func note(of record: PolicyRecord) -> String? { said(noteOf: record)?.text }

  /// The remark of a policy record, with its language; `nil` where it has none.
  public func said(noteOf record: PolicyRecord) -> Said? {
    guard let note = record.note else {
      return record.dutchNote.map { Said($0, in: .dutch) }
    }
    return said(record.dutchNote, note)
  }

  /// What a policy pack holds, in one line.
  public func title(of pack: PolicyPack) -> String { said(titleOf: pack).text }

  /// What a policy pack holds, with its language.
  public func said(titleOf pack: PolicyPack) -> Said { said(pack.dutchTitle, pack.title) }

  private func said(_ dutch: String?, _ english: String) -> Said {
    guard words.language == .dutch, let dutch else {
      return Said(Self.plain(english), in: .english)
    }
    return Said(Self.plain(dutch), in: .dutch)
  }

  /// A text of a YAML file without the end of its last line.
  private static func plain(_ text: String) -> String {
    var text = text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  // MARK: - Values

  /// The value of a policy record with its unit; a dash where the record is silent.
  public func value(of record: PolicyRecord) -> String {
    guard let value = record.value else { return words(NamePhrase.notStated) }
    switch value {
    case .number(let number): return quantity([number], record.unit)
    case .band(let low, let high):
      return record.unit == "fraction"
        ? words.band(Band(low: Fraction(low), high: Fraction(high)))
        : quantity(low == high ? [low] : [low, high], record.unit, separator: "–")
    case .numbers(let numbers): return quantity(numbers, record.unit)
    case .text(let text): return word(text, of: record.key)
    case .list(let texts): return words.list(texts.map { word($0, of: record.key) })
    case .flag(let flag): return words(flag ? NamePhrase.yes : NamePhrase.no)
    case .date(let text): return CalendarDay(text: text).map(words.date) ?? text
    }
  }

  /// Numbers in a unit of `keys.yaml`.
  private func quantity(_ numbers: [Double], _ unit: String, separator: String? = nil) -> String {
    func joined(_ texts: [String]) -> String {
      separator.map { texts.joined(separator: $0) } ?? words.list(ofNumbers: texts)
    }
    let text = joined(numbers.map(words.short))
    func told(_ phrase: NamePhrase) -> String {
      var values: [String: Words.Value] = ["value": .text(text)]
      if phrase == .months { values["count"] = .count(numbers == [1] ? 1 : 2) }
      return words(phrase, values)
    }
    return switch unit {
    case "fraction":
      joined(numbers.map { words.short($0 * 100) }) + " %"
    case "year": words.list(numbers.map { "\(Int($0))" })
    case "m": told(.metres)
    case "mol/ha/yr": told(.molPerHectare)
    case "kg/yr": told(.kilogramsPerYear)
    case "kg NH3/right": told(.kilogramsPerRight)
    case "LU/ha": told(.unitsPerHectare)
    case "EUR": told(.euros)
    case "yr": told(.years)
    case "months": told(.months)
    case "none", "count", "correlation": text
    default: "\(text) \(unit)"
    }
  }

  /// A word of policy that has a name in the language: a sector, a grade of evidence, a consequence.
  private func word(_ text: String, of key: PolicyKey) -> String {
    if let slice = SectorSlice(label: text) { return self.slice(slice) }
    if key == "measure.secured-grades", let grade = EvidenceGrade(rawValue: text) {
      return evidence(grade)
    }
    if key.rawValue.hasPrefix("consequence.") { return consequence(named: text) }
    return text
  }
}
