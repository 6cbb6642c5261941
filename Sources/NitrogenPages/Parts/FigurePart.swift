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
      "hover": words(PagePhrase.hover), "data": words(PagePhrase.data), "svg": picture,
      "table": TableMarkup(
        figure.table, id: anchor + "-data", isCaptionHidden: true, words: words
      ).html,
    ])
  }

  /// The picture without what a document of its own begins with.
  private var picture: String {
    guard let start = figure.svg.range(of: "<svg") else { return "" }
    return String(figure.svg[start.lowerBound...])
  }
}
