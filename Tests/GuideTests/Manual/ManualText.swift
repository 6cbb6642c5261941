// SPDX-License-Identifier: GPL-3.0-or-later

/// Text as the language of manual pages (mdoc) wants it.
enum ManualText {
  private static let width = 78

  /// Paragraphs with `.Pp` between them, a sentence on a line of its own, lines of at most 78
  /// characters.
  static func paragraphs(_ text: String) -> [String] {
    let paragraphs = text.split(separator: "\n\n").map { lines(String($0)) }
    return Array(paragraphs.joined(separator: [".Pp"]))
  }

  /// One paragraph in lines.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    func end() {
      if !line.isEmpty { lines.append(guarded(line)) }
      line = ""
    }
    for word in text.split(whereSeparator: \.isWhitespace).map({ escaped(String($0)) }) {
      if !line.isEmpty && line.count + 1 + word.count > width { end() }
      line += line.isEmpty ? word : " " + word
      if let mark = word.last, ".?!".contains(mark), word.count > 2 { end() }
    }
    end()
    return lines
  }

  /// An argument of a macro: in quotes where it has a space, with nothing in it that is a macro.
  static func argument(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      // A word of two or three letters, or a mark alone, could be the name of a macro.
      let isShort = (2...3).contains(word.count) && word.allSatisfy(\.isLetter)
      return (isShort || word.count == 1 ? "\\&" : "") + escaped(String(word))
    }
    return words.count > 1 ? "\"" + words.joined(separator: " ") + "\"" : words.joined()
  }

  /// Without characters that formatters take for others, or for commands of theirs.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "\"": "\\(dq"
      default:
        scalar.isASCII
          ? String(scalar)
          : "\\[u" + String(repeating: "0", count: max(0, 4 - hexadecimal(scalar).count))
            + hexadecimal(scalar) + "]"
      }
    }.joined()
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16, uppercase: true)
  }

  /// A line that begins as a macro does is none.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("\\(aq") ? "\\&" + line : line
  }
}
