// SPDX-License-Identifier: GPL-3.0-or-later

/// A quiet colour of the terminal.
enum Ink: Hashable, Sendable {
  case plain
  case dim
  case bold
  case green
  case yellow
  case red
  case boldRed

  private var code: String? {
    switch self {
    case .plain: nil
    case .dim: "2"
    case .bold: "1"
    case .green: "32"
    case .yellow: "33"
    case .red: "31"
    case .boldRed: "1;31"
    }
  }

  /// The text in the colour.
  func paint(_ text: String) -> String {
    guard let code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

/// A piece of text in one or more colours.
struct Inked: ExpressibleByStringInterpolation, Sendable {
  private(set) var pieces: [(text: String, ink: Ink)]
  /// Whether, in a table, it may run on over the empty cells behind it.
  var spills = false

  init(_ text: String, _ ink: Ink = .plain) {
    pieces = [(text, ink)]
  }

  init(stringLiteral value: String) {
    self.init(value)
  }

  mutating func append(_ text: String, _ ink: Ink = .plain) {
    pieces.append((text, ink))
  }

  /// The columns it takes.
  var displayWidth: Int { pieces.reduce(0) { $0 + $1.text.displayWidth } }

  /// The same text in one colour throughout.
  func all(_ ink: Ink) -> Inked {
    var text = Inked(pieces.map(\.text).joined(), ink)
    text.spills = spills
    return text
  }

  /// The text cut to a width, in the colour it begins with.
  func truncated(to width: Int) -> Inked {
    Inked(text(colour: false).truncated(to: width), pieces.first?.ink ?? .plain)
  }

  func text(colour: Bool) -> String {
    pieces.map { colour ? $0.ink.paint($0.text) : $0.text }.joined()
  }
}
