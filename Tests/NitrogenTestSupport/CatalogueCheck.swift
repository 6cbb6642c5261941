// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenWords

/// Looks for what is wrong with the catalogue of a part of the program.
public enum CatalogueCheck {
  /// What is wrong: names without a text, texts without a name, places for values that one language has
  /// and another has not, words for one and several that are not three pieces, texts with loose braces or
  /// blanks at an end.
  ///
  /// - Parameter keys: the names.
  /// - Returns: a sentence for everything wrong, in order; empty when nothing is.
  public static func problems<Key: PhraseKey>(of keys: Key.Type) -> [String] {
    let catalogue = Key.catalogue
    let names = Set(Key.allCases.map(\.rawValue))
    var found: [String] = []
    for language in Language.allCases {
      let code = language.rawValue
      let held = Set(catalogue.names(in: language))
      found += names.subtracting(held).sorted().map { "'\($0)' has no text in \(code)" }
      found += held.subtracting(names).sorted().map {
        "'\($0)' in \(code) is no name of \(Key.self)"
      }
      for name in names.intersection(held).sorted() {
        let text = catalogue.text(name, in: language) ?? ""
        found += problems(of: text).map { "'\(name)' in \(code): \($0)" }
      }
    }
    for name in names.sorted() {
      let places = Language.allCases.map { catalogue.places(of: name, in: $0) }
      if let first = places.first, places.contains(where: { $0 != first }) {
        let lists = zip(Language.allCases, places).map { language, places in
          "\(language.rawValue) \(places.sorted().joined(separator: ", "))"
        }
        found.append("'\(name)' has other places for values: \(lists.joined(separator: "; "))")
      }
    }
    return found
  }

  private static func problems(of text: String) -> [String] {
    var found: [String] = []
    if text.isEmpty { found.append("the text is empty") }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      found.append("a blank at an end")
    }
    if text.contains("  ") { found.append("two blanks in a row") }
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[brace] == "{", let close = rest[brace...].firstIndex(of: "}") else {
        found.append("a loose brace")
        break
      }
      let place = rest[rest.index(after: brace)..<close]
      let pieces = place.split(separator: "|", omittingEmptySubsequences: false)
      if pieces.count != 1 && pieces.count != 3 {
        found.append("'{\(place)}' has \(pieces.count) pieces, expected 1 or 3")
      }
      if pieces.first?.isEmpty != false || place.contains("{")
        || pieces.first?.contains(" ") == true
      {
        found.append("'{\(place)}' begins with no name of a value")
      }
      rest = rest[rest.index(after: close)...]
    }
    return found
  }
}
