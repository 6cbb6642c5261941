// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
  /// The columns the text takes on a terminal: marks that join the letter before them take none,
  /// East Asian wide letters and emoji take two.
  var displayWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  /// The text with spaces up to a width, behind it or before it.
  func padded(to width: Int, _ alignment: TextTable.Alignment = .left) -> String {
    let space = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return alignment == .left ? self + space : space + self
  }

  /// The text cut to a width, with an ellipsis where something was cut off.
  package func truncated(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var kept = ""
    var used = 1
    for character in self {
      used += String(character).displayWidth
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// The text in lines of a width, broken at spaces; a word that is longer is cut.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    func flush() {
      if used > 0 { lines.append(line) }
      line = ""
      used = 0
    }
    for word in split(separator: " ") {
      let wordWidth = word.displayWidth
      if used > 0, used + 1 + wordWidth > width { flush() }
      if wordWidth > width {
        for character in word {
          let characterWidth = String(character).displayWidth
          if used + characterWidth > width { flush() }
          line.append(character)
          used += characterWidth
        }
        continue
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += wordWidth
    }
    flush()
    return lines
  }
}

extension Unicode.Scalar {
  /// The columns a scalar takes on a terminal.
  var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
