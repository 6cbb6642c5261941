// SPDX-License-Identifier: GPL-3.0-or-later

/// A table with aligned columns, a header of one or two lines, and headings between rows.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  struct Column {
    /// The title right above the rows.
    let title: String
    let alignment: Alignment
    /// The columns left open before it.
    let gap: Int
    /// The title above that, over this and the next columns.
    let group: String
    /// How many columns the upper title stands over.
    let span: Int

    init(
      _ title: String = "", _ alignment: Alignment = .right, gap: Int = 2, group: String = "",
      span: Int = 1
    ) {
      self.title = title
      self.alignment = alignment
      self.gap = gap
      self.group = group
      self.span = span
    }

    /// A column for the markers of the number before it.
    static let markers = Column("", .left, gap: 0)
  }

  private enum Line {
    case row([Inked])
    case heading(Inked)
  }

  let columns: [Column]
  private var content: [Line] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Whether it has nothing below its header.
  var isEmpty: Bool { content.isEmpty }

  mutating func row(_ cells: [Inked]) { content.append(.row(cells)) }

  mutating func heading(_ text: Inked) { content.append(.heading(text)) }

  // MARK: - Places

  /// Where a column stands.
  private struct Place {
    var start: Int
    var width: Int

    var end: Int { start + width }
  }

  /// The columns that rows take at most.
  var naturalWidth: Int { places(width: .max).last?.end ?? 0 }

  /// Whether rows keep to a width, with gaps as small as they get.
  func fits(_ width: Int) -> Bool { (places(width: width).last?.end ?? 0) <= width }

  /// Gaps shrink from the right to keep to the width, so that what belongs together on the left
  /// stays apart longest.
  private func places(width: Int) -> [Place] {
    var widths = columns.map { column in
      max(column.title.displayWidth, column.span == 1 ? column.group.displayWidth : 0)
    }
    for case .row(let cells) in content {
      for (index, cell) in cells.enumerated() where !cell.spills {
        widths[index] = max(widths[index], cell.displayWidth)
      }
    }
    var gaps = columns.enumerated().map { $0.offset == 0 ? 0 : $0.element.gap }
    var excess = widths.reduce(0, +) + gaps.reduce(0, +) - width
    for index in gaps.indices.reversed() where excess > 0 && gaps[index] > 1 {
      excess -= gaps[index] - 1
      gaps[index] = 1
    }
    var places: [Place] = []
    for (gap, width) in zip(gaps, widths) {
      places.append(Place(start: (places.last?.end ?? 0) + gap, width: width))
    }
    return places
  }

  // MARK: - Lines

  /// The lines of the table.
  ///
  /// - Parameters:
  ///   - colour: whether to colour.
  ///   - width: columns a line may have; gaps shrink, and headings are cut, to keep to it.
  /// - Returns: header and rows, without line ends.
  func lines(colour: Bool, width: Int) -> [String] {
    let places = places(width: width)
    var lines: [String] = []
    if columns.contains(where: { !$0.group.isEmpty }) {
      let spans = columns.indices.map { index in
        let last = min(index + columns[index].span, columns.count) - 1
        let start = places[index].start
        let width = places[last].end - start
        // A title over several columns stands in their middle.
        let space = last == index ? 0 : max(0, width - columns[index].group.displayWidth) / 2
        return Place(start: start, width: width - space)
      }
      let titles = columns.map { Inked($0.group, .dim) }
      lines.append(line(titles, spans, colour))
    }
    if columns.contains(where: { !$0.title.isEmpty }) {
      lines.append(line(columns.map { Inked($0.title, .dim) }, places, colour))
    }
    for entry in content {
      switch entry {
      case .row(let cells): lines.append(line(cells, places, colour))
      case .heading(let text):
        let shown = text.displayWidth > width ? text.truncated(to: width) : text
        lines.append(shown.text(colour: colour))
      }
    }
    return lines
  }

  private func line(_ cells: [Inked], _ places: [Place], _ colour: Bool) -> String {
    var text = ""
    var used = 0
    for (index, cell) in cells.enumerated() where cell.displayWidth > 0 {
      var start = places[index].start
      if columns[index].alignment == .right && !cell.spills {
        start = places[index].end - cell.displayWidth
      }
      let space = max(start - used, used == 0 || columns[index].gap == 0 ? 0 : 1)
      text += String(repeating: " ", count: space) + cell.text(colour: colour)
      used += space + cell.displayWidth
    }
    return text
  }
}
