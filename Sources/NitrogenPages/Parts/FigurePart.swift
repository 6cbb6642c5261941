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
      "size": isSmall ? "small" : isTall ? "tall" : "large", "hover": words(PagePhrase.hover),
      "data": words(PagePhrase.data), "svg": picture,
      "table": TableMarkup(
        figure.table, id: anchor + "-data", isCaptionHidden: true, words: words
      ).html,
    ])
  }

  /// Width and height of the drawing, in its own units.
  private var extent: (width: Double, height: Double)? {
    guard let box = figure.svg.firstRange(of: "viewBox=\"") else { return nil }
    let numbers = figure.svg[box.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
      .compactMap { Double($0) }
    return numbers.count == 4 ? (numbers[2], numbers[3]) : nil
  }

  /// Whether it was drawn for a narrow column, two of which fit on a page.
  private var isSmall: Bool { extent.map { $0.width <= 520 } ?? false }

  /// Whether it is higher than wide, and would not fit on a screen at the width of the page.
  private var isTall: Bool { extent.map { $0.height > $0.width } ?? false }

  /// Figures one below the other; those for narrow columns side by side where there is room.
  static func html(_ figures: [Figure], words: Words) -> String {
    let parts = figures.map { FigurePart(figure: $0, words: words) }
    guard parts.count > 1, parts.allSatisfy(\.isSmall) else { return parts.map(\.html).joined() }
    return "<div class=\"pair\">\(parts.map(\.html).joined())</div>\n"
  }

  /// The picture without what a document of its own begins with.
  private var picture: String {
    guard let start = figure.svg.range(of: "<svg") else { return "" }
    let picture = String(figure.svg[start.lowerBound...])
    // What is one picture to who hears it has no links in it.
    guard picture.contains("<a "), let role = picture.firstRange(of: "role=\"img\"") else {
      return picture
    }
    return picture.replacingCharacters(in: role, with: "role=\"group\"")
  }
}
