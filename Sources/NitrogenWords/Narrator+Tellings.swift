// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// Sentences out of phrases and figures.
extension Narrator {
  /// How many names of figures are listed before the rest is counted.
  private static let longestList = 3

  /// A reason as a clause; `nil` where no phrase says it.
  func clause(_ reason: Reason) -> String? { tell(reason.telling, by: ReasonPhrase.self) }

  /// A telling in the phrases of a part of the program, or those of reasons.
  ///
  /// - Returns: the clause; `nil` where no phrase bears the name, or a figure of the phrase is not there.
  func tell<Key: PhraseKey>(_ telling: Telling, by phrases: Key.Type) -> String? {
    guard let key = Key(rawValue: telling.phrase) else {
      return Key.self == ReasonPhrase.self ? nil : tell(telling, by: ReasonPhrase.self)
    }
    let decimals = decimals(of: telling)
    var values: [String: Words.Value] = [:]
    for (name, fact) in telling.facts {
      values[name] = value(fact, decimals, by: phrases)
    }
    let wanted = Key.catalogue.places(of: key.rawValue, in: words.language)
    guard wanted.isSubset(of: values.keys) else { return nil }
    return words(key, values)
  }

  /// A clause as a sentence in the language, or the English sentence.
  func said(_ clause: String?, or english: String) -> Said {
    clause.map { Said(Self.sentence($0), in: words.language) }
      ?? Said(Self.sentence(english), in: .english)
  }

  private func value<Key: PhraseKey>(
    _ fact: Telling.Fact, _ decimals: Decimals, by phrases: Key.Type
  ) -> Words.Value? {
    switch fact {
    case .share(let share):
      let text = words.percent(share, decimals: decimals.shares)
      return .text(
        text.hasPrefix("−") ? words(NamePhrase.negative, ["share": .text(text)]) : text)
    case .probability(let chance): return .text(probability(chance, decimals.probabilities))
    case .number(let number): return .text(words.short(number))
    case .count(let count): return .count(count)
    case .year(let year): return .text("\(year)")
    case .years(let years): return .text(words.list(years.map(String.init)))
    case .day(let day): return .text(words.date(day))
    case .slice(let slice): return .text(self.slice(slice))
    case .pollutant(let pollutant): return .text(self.pollutant(pollutant))
    case .territory(let territory): return .text(name(territory))
    case .rings(let rings): return .text(rings.map(ring).joined(separator: ", "))
    case .evidence(let grade): return .text(evidence(grade))
    case .key(let key): return .text(key.rawValue)
    case .name(let name): return .text(name)
    case .names(let names): return .text(words.list(names))
    case .cells(let names): return .text(cells(names))
    case .tellings(let tellings):
      let told = tellings.map { tell($0, by: phrases) }
      let known = told.compactMap { $0 }
      return known.count == told.count ? .text(known.joined(separator: "; ")) : nil
    }
  }

  private func cells(_ names: [String]) -> String {
    let shown = names.prefix(Self.longestList).map(cell).joined(separator: "; ")
    guard names.count > Self.longestList else { return shown }
    return words(
      NamePhrase.andMore,
      ["names": .text(shown), "count": .count(names.count - Self.longestList)])
  }

  private func probability(_ chance: Double, _ decimals: Int) -> String {
    decimals == 0
      ? words.probability(chance) : words.percent(Fraction(chance), decimals: decimals)
  }

  // MARK: - As many decimals as tell figures apart

  /// How many decimals the figures of one sentence have.
  private struct Decimals {
    var shares = 1
    var probabilities = 0
  }

  /// Figures that differ look different: one decimal for shares, none for probabilities, more where two of
  /// them would come out the same.
  private func decimals(of telling: Telling) -> Decimals {
    var shares: Set<Double> = []
    var chances: Set<Double> = []
    for fact in telling.facts.values {
      switch fact {
      case .share(let share): shares.insert(share.points)
      case .probability(let chance): chances.insert(chance * 100)
      default: continue
      }
    }
    return Decimals(shares: enough(shares, from: 1), probabilities: enough(chances, from: 0))
  }

  private func enough(_ values: Set<Double>, from least: Int) -> Int {
    for decimals in least..<3 {
      if Set(values.map { words.number($0, decimals: decimals) }).count == values.count {
        return decimals
      }
    }
    return values.count > 1 ? 3 : least
  }

  // MARK: - Capitals and full stops

  /// A clause with a capital and a full stop.
  static func sentence(_ clause: String) -> String {
    guard let first = clause.first else { return clause }
    let capital =
      clause.hasPrefix("ij") ? "IJ" + clause.dropFirst(2) : first.uppercased() + clause.dropFirst()
    return capital.hasSuffix(".") ? capital : capital + "."
  }

  /// A sentence without its full stop, to stand inside another.
  static func clause(_ sentence: String) -> String {
    guard let first = sentence.first else { return sentence }
    let second = sentence.dropFirst().first
    // An abbreviation such as NH3 keeps its capital.
    let small = second?.isLowercase == true || second == " " ? first.lowercased() : String(first)
    let text = small + sentence.dropFirst()
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
