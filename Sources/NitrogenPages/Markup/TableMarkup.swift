// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports
import NitrogenWords

/// A table on a page: a caption, titled columns, and cells that can be sorted by value.
struct TableMarkup {
  /// A column.
  struct Column {
    let title: String
    let unit: String?
    let isNumber: Bool

    init(_ title: String, unit: String? = nil, isNumber: Bool = false) {
      self.title = title
      self.unit = unit
      self.isNumber = isNumber
    }

    /// A column of numbers.
    static func number(_ title: String, unit: String? = nil) -> Column {
      Column(title, unit: unit, isNumber: true)
    }
  }

  /// A cell.
  enum Cell {
    /// Text.
    case text(String)
    /// A number as it is shown, with the value it is sorted by.
    case number(String, Double?)
    /// Markup, with the text it is sorted by.
    case markup(String, String)
    /// What the row is about.
    case head(String)
    /// The same, as markup.
    case headMarkup(String, String)
  }

  private let id: String
  private let caption: String
  private let isCaptionHidden: Bool
  private let classes: String
  private let columns: [Column]
  private var body = Markup()
  private(set) var rowCount = 0

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - id: its anchor, unique on the page.
  ///   - caption: what it shows.
  ///   - isCaptionHidden: whether the caption is only read aloud, since a heading says the same.
  ///   - classes: `sortable` and `filterable` where the script may add these.
  ///   - columns: its columns.
  init(
    id: String, caption: String, isCaptionHidden: Bool = false, classes: String = "sortable",
    _ columns: [Column]
  ) {
    self.id = id
    self.caption = caption
    self.isCaptionHidden = isCaptionHidden
    self.classes = classes
    self.columns = columns
  }

  /// Adds a row.
  mutating func row(_ cells: [Cell], classes: String? = nil) {
    rowCount += 1
    body.raw(classes.map { "<tr class=\"\(Markup.escaped($0))\">" } ?? "<tr>")
    for cell in cells {
      switch cell {
      case .text(let text):
        body.raw("<td>")
        body.text(text)
        body.raw("</td>")
      case .number(let text, let value):
        body.raw(value.map { "<td class=\"n\" data-v=\"\($0)\">" } ?? "<td class=\"n\">")
        body.text(text)
        body.raw("</td>")
      case .markup(let markup, let key):
        body.raw("<td data-v=\"\(Markup.escaped(key))\">\(markup)</td>")
      case .head(let text):
        body.raw("<th scope=\"row\">")
        body.text(text)
        body.raw("</th>")
      case .headMarkup(let markup, let key):
        body.raw("<th scope=\"row\" data-v=\"\(Markup.escaped(key))\">\(markup)</th>")
      }
    }
    body.raw("</tr>\n")
  }

  /// Rows from which on a table scrolls below its head and does not make the page longer.
  private static let longest = 40

  /// The table, in a region that scrolls by itself where it is wider than the page.
  var html: String {
    Markup.make { page in
      page.raw(
        "<div class=\"scroll\(rowCount > Self.longest ? " long" : "")\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(id)-caption\">"
          + "<table id=\"\(id)\" class=\"\(classes)\"><caption id=\"\(id)-caption\""
          + (isCaptionHidden ? " class=\"unseen\"" : "") + ">")
      page.text(caption)
      page.raw("</caption><thead><tr>")
      for column in columns {
        page.raw("<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")><span>")
        page.text(column.title)
        page.raw("</span>")
        if let unit = column.unit {
          page.raw(" <small>")
          page.text(unit)
          page.raw("</small>")
        }
        page.raw("</th>")
      }
      page.raw("</tr></thead><tbody>\n")
      page.raw(body.html)
      page.raw("</tbody></table></div>\n")
    }
  }
}

extension TableMarkup {
  /// A table of results as it stands on a page.
  init(
    _ table: DataTable, id: String, isCaptionHidden: Bool = false, classes: String = "sortable",
    words: Words
  ) {
    let columns = table.columns.map { column in
      Column(column.title, unit: column.unit, isNumber: column.kind != .text)
    }
    self.init(
      id: id, caption: table.title, isCaptionHidden: isCaptionHidden, classes: classes, columns)
    for cells in table.rows {
      row(
        zip(cells, table.columns).enumerated().map { index, pair in
          Self.cell(pair.0, pair.1.kind, isFirst: index == 0, words)
        })
    }
  }

  private static func cell(
    _ cell: DataTable.Cell, _ kind: DataTable.Kind, isFirst: Bool, _ words: Words
  ) -> Cell {
    switch (cell, kind) {
    case (.text(let text), _): return isFirst ? .head(text) : .text(text)
    case (.integer(let value), .year): return .number(String(value), Double(value))
    case (.integer(let value), .number(let decimals)):
      return .number(words.number(Double(value), decimals: decimals), Double(value))
    case (.integer(let value), _): return .number(words.count(value), Double(value))
    case (.number(let value), .number(let decimals)):
      return .number(words.number(value, decimals: decimals), value)
    case (.number(let value), _): return .number(words.number(value), value)
    case (.missing, .text): return .text(Words.missing)
    case (.missing, _): return .number(Words.missing, nil)
    case (.withheld, _): return .text(words(PagePhrase.withheld))
    }
  }
}
