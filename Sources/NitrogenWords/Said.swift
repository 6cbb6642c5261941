// SPDX-License-Identifier: GPL-3.0-or-later

/// A text with the language it is in, which is English where nobody said it in the language asked for.
public struct Said: Hashable, Sendable {
  /// The text.
  public let text: String
  /// The language of the text, for the `lang` attribute of a page.
  public let language: Language

  /// Makes a text.
  public init(_ text: String, in language: Language) {
    self.text = text
    self.language = language
  }
}
