// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Mustache
import NitrogenFigures
import NitrogenWords

/// A figure on a page: the picture, what it shows in words, and the figures behind it.
struct FigurePart {
  let figure: Figure
  let words: Words

  /// The anchor; figures of a page have different names.
  var anchor: String { "figure-" + Markup.anchor(figure.name) }

  var html: String {
    PageTemplates.figure.render([
      "anchor": anchor, "title": figure.title, "alternative": figure.alternative,
      "size": isSmall ? "small" : "large", "hover": words(PagePhrase.hover),
      "data": words(PagePhrase.data), "svg": picture,
      "table": TableMarkup(
        figure.table, id: anchor + "-data", isCaptionHidden: true, words: words
      ).html,
    ])
  }

  /// Whether it was drawn for a narrow column, two of which fit on a page.
  private var isSmall: Bool {
    guard let box = figure.svg.firstRange(of: "viewBox=\"") else { return false }
    let numbers = figure.svg[box.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
    return numbers.count == 4 && (Double(numbers[2]) ?? .infinity) <= 520
  }

  /// Figures one below the other; those for narrow columns side by side where there is room.
  static func html(_ figures: [Figure], words: Words) -> String {
    let parts = figures.map { FigurePart(figure: $0, words: words) }
    guard parts.count > 1, parts.allSatisfy(\.isSmall) else { return parts.map(\.html).joined() }
    return "<div class=\"pair\">\(parts.map(\.html).joined())</div>\n"
  }

  /// The picture without what a document of its own begins with.
  private var picture: String {
    guard let start = figure.svg.range(of: "<svg") else { return "" }
    return String(figure.svg[start.lowerBound...])
  }
}
