// SPDX-License-Identifier: GPL-3.0-or-later

/// The texts of one part of the program, by name: an enumeration whose cases are the names and whose
/// catalogue holds each of them in every language.
public protocol PhraseKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The texts.
  static var catalogue: Catalogue { get }
}

/// Texts by name in every language.
///
/// A text stands on one line, `name = text`; empty lines and lines that begin with `#` are passed over. In a
/// text `{name}` is replaced by the value of that name, and `{count|area|areas}` by the word for one
/// or for several.
public struct Catalogue: Sendable {
  private let texts: [Language: [String: String]]

  /// Reads a catalogue.
  ///
  /// - Parameters:
  ///   - dutch: the Dutch texts, a line each.
  ///   - english: the English texts, a line each.
  public init(dutch: String, english: String) {
    texts = [.dutch: Self.read(dutch), .english: Self.read(english)]
  }

  /// The text of a name; `nil` where the catalogue has none.
  public func text(_ name: String, in language: Language) -> String? { texts[language]?[name] }

  /// The names that have a text in a language, in order.
  public func names(in language: Language) -> [String] { (texts[language] ?? [:]).keys.sorted() }

  /// The names of the values that a text has places for; empty for a name without a text.
  public func places(of name: String, in language: Language) -> Set<String> {
    var found: Set<String> = []
    var rest = (text(name, in: language) ?? "")[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let place = rest[rest.index(after: open)..<close]
      found.insert(String(place.prefix { $0 != "|" }))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  private static func read(_ text: String) -> [String: String] {
    var texts: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let mark = line.firstRange(of: " = ") else {
        preconditionFailure("a line of a catalogue is 'name = text', found '\(line)'")
      }
      let name = String(line[..<mark.lowerBound])
      precondition(texts[name] == nil, "a catalogue holds '\(name)' twice")
      texts[name] = String(line[mark.upperBound...])
    }
    return texts
  }
}
