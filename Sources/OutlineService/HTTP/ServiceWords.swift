// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What a service says when it does not give what was asked.
enum ServiceWords {
  /// The error that an answer without success stands for.
  static func failure(_ answer: HTTPAnswer) -> ServiceError {
    .status(answer.status, words: words(answer))
  }

  /// The words of an exception report, the title of a web page, or the first words of a text.
  private static func words(_ answer: HTTPAnswer) -> String? {
    if let report = ServiceDocument(answer.body), let exception = report.exception {
      return exception.words
    }
    if isWebPage(answer) { return title(answer) }
    guard answer.mediaType?.hasPrefix("text/") ?? true || answer.mediaType == "application/json"
    else { return nil }
    return line(start(answer))
  }

  /// Whether an answer is a page for people.
  static func isWebPage(_ answer: HTTPAnswer) -> Bool {
    let start = start(answer).drop { $0.isWhitespace }.lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || answer.mediaType == "text/html"
  }

  /// The title of a web page.
  static func title(_ answer: HTTPAnswer) -> String? {
    let start = start(answer)
    guard let open = start.range(of: "<title>", options: .caseInsensitive),
      let close = start.range(
        of: "</title>", options: .caseInsensitive, range: open.upperBound..<start.endIndex)
    else { return nil }
    return line(String(start[open.upperBound..<close.lowerBound]))
  }

  /// A text on one line, without what steers a terminal, at most 200 characters; `nil` when
  /// nothing is left.
  static func line(_ text: String) -> String? {
    let words = text.split { character in
      character.isWhitespace
        || character.unicodeScalars.contains {
          [.control, .format].contains($0.properties.generalCategory)
        }
    }
    let line = words.joined(separator: " ")
    if line.isEmpty { return nil }
    return line.count > 200 ? "\(line.prefix(200))…" : line
  }

  private static func start(_ answer: HTTPAnswer) -> String {
    String(decoding: answer.body.prefix(4096), as: UTF8.self)
  }
}
