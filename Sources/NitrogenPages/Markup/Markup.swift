// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// HTML as it is written: text and attributes are escaped, and elements are closed.
///
/// What comes out is well-formed XML too: attributes have values and void elements are closed.
struct Markup: Sendable {
  private(set) var html = ""

  /// Makes markup by writing it.
  static func make(_ write: (inout Markup) -> Void) -> String {
    var markup = Markup()
    write(&markup)
    return markup.html
  }

  var isEmpty: Bool { html.isEmpty }

  /// Adds text.
  mutating func text(_ text: String) { html += Self.escaped(text) }

  /// Adds markup that is already made.
  mutating func raw(_ markup: String) { html += markup }

  /// Adds an element with what is written in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    content(&self)
    html += "</\(name)>"
  }

  /// Adds an element with text in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) {
    open(name, attributes)
    self.text(text)
    html += "</\(name)>"
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    html += "<\(name)"
    for (key, value) in attributes { html += " \(key)=\"\(Self.escaped(value))\"" }
    html += ">"
  }

  /// Text with the characters that mean something in markup replaced, for use between tags and in
  /// attributes; control characters, which no page may hold, are left out.
  static func escaped(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
          UInt8(ascii: "'"):
          false
        default: byte >= 0x20
        }
      }
    }
    if isPlain { return text }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      default: if scalar.value >= 0x20 { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  /// A text that says its language where that is not the language of the page.
  static func said(_ said: Said, in language: Language) -> String {
    let text = bound(escaped(said.text))
    return said.language == language
      ? text : "<span lang=\"\(said.language.rawValue)\">\(text)</span>"
  }

  /// Text in which no line ends between a number and its percent sign.
  static func bound(_ text: String) -> String {
    text.split(separator: " %", omittingEmptySubsequences: false).joined(separator: "\u{a0}%")
  }

  /// A text as a name for an anchor: letters and digits of ASCII, and hyphens.
  static func anchor(_ text: String) -> String {
    var name = ""
    for byte in text.lowercased().utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default: if !name.isEmpty, !name.hasSuffix("-") { name += "-" }
      }
    }
    return name.hasSuffix("-") ? String(name.dropLast()) : name
  }
}
