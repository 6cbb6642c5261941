// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds room for labels, so that none covers another or a mark.
struct LabelPlacer {
  /// A label and the places where it may stand, best first.
  struct Label {
    let lines: [String]
    let candidates: [(place: Place, anchor: Drawing.Anchor)]
    var size = 11.0
    var isBold = false

    /// How far one line is below the other.
    var leading: Double { size * 1.18 }

    /// The room it takes at a candidate.
    func box(_ place: Place, _ anchor: Drawing.Anchor) -> Box {
      let boxes = lines.enumerated().map { index, line in
        Box(
          of: line, at: (place.x, place.y + Double(index) * leading), size: size, isBold: isBold,
          anchor: anchor)
      }
      return boxes.dropFirst().reduce(
        boxes.first ?? Box(left: place.x, top: place.y, right: place.x, bottom: place.y)
      ) {
        Box(
          left: min($0.left, $1.left), top: min($0.top, $1.top), right: max($0.right, $1.right),
          bottom: max($0.bottom, $1.bottom))
      }
    }
  }

  /// The room there is.
  let room: Box
  /// What is taken, marks and labels.
  private(set) var taken: [Box] = []
  /// Lines, which a label covers only where there is no other room.
  private var lines: [Box] = []

  init(room: Box) { self.room = room }

  /// Keeps a place free of labels.
  mutating func keepFree(_ box: Box) { taken.append(box) }

  /// Keeps a line free of labels as far as there is room elsewhere.
  mutating func avoid(_ places: [Place]) {
    for (from, to) in zip(places, places.dropFirst()) {
      let steps = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 5))
      for step in 0..<steps {
        let share = (Double(step) + 0.5) / Double(steps)
        let middle: Place = (from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
        lines.append(Box(around: middle, reach: 2.5))
      }
    }
  }

  /// The first candidate with room, which is then taken; one that covers a line only where all do;
  /// `nil` where there is none.
  mutating func place(_ label: Label) -> (place: Place, anchor: Drawing.Anchor)? {
    var second: (place: Place, anchor: Drawing.Anchor)?
    for (place, anchor) in label.candidates {
      let box = label.box(place, anchor)
      guard room.holds(box), !taken.contains(where: { $0.overlaps(box) }) else { continue }
      if lines.contains(where: { $0.overlaps(box) }) {
        if second == nil { second = (place, anchor) }
        continue
      }
      taken.append(box)
      return (place, anchor)
    }
    if let second { taken.append(label.box(second.place, second.anchor)) }
    return second
  }
}

extension Drawing {
  /// Draws a label where there is room for it.
  ///
  /// - Returns: whether there was.
  @discardableResult
  mutating func label(
    _ label: LabelPlacer.Label, _ placer: inout LabelPlacer, role: Role = .fg
  ) -> Bool {
    guard let (place, anchor) = placer.place(label) else { return false }
    for (index, line) in label.lines.enumerated() {
      text(
        line, (place.x, place.y + Double(index) * label.leading), size: label.size,
        isBold: label.isBold, anchor: anchor, role: role, hasHalo: true)
    }
    return true
  }
}
