// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension CorridorDrawing {
  /// The labels, the weightiest first: where there is no room for one the table still has it.
  mutating func labels() {
    for target in content.targets.reversed() { label(target) }
    latestLabel()
    gapLabel()
    if content.isStraight { straightLabel() }
    if let latest = content.latest {
      let x = across.place(Double(latest.point.year))
      let words = wording.words(
        content.isLatestWhole ? FigurePhrase.latestDefinitive : FigurePhrase.latestWhole,
        ["year": "\(latest.point.year)"])
      drawing.label(
        LabelPlacer.Label(
          lines: [words],
          candidates: [
            ((x + 5, placer.room.top + 10), .start), ((x - 5, placer.room.top + 10), .end),
            ((x + 5, placer.room.bottom - 5), .start),
          ], size: 10.5), &placer, role: .muted)
    }
  }

  /// The ceiling of a target and the verdict on it, with its mark before the word.
  private mutating func label(_ target: Target) {
    let low = place(target.year, content.left(target.band.high))
    let high = place(target.year, content.left(target.band.low))
    let first = wording.words(
      FigurePhrase.targetCeiling,
      [
        "year": "\(target.year)", "emission": .text(wording.ceiling(target.band)),
        "unit": wording.unit,
      ])
    let verdict = content.assessment.verdict(for: target.year)
    // Room for the mark before the word.
    let narrator = wording.narrator
    let second = verdict.map { "MM" + narrator.status($0.status) }
    let size = 11.0
    var candidates: [(Place, Drawing.Anchor)] = []
    for anchor in [Drawing.Anchor.end, .middle, .start] {
      let shift = anchor == .end ? 12.0 : anchor == .start ? -12 : 0
      for down in [15.0, 24, 36, 50, 66, 84, 104] {
        candidates.append(((low.x + shift, low.y + down), anchor))
      }
    }
    for down in [20.0, 32, 48] { candidates.append(((high.x - 8, high.y - down), .end)) }
    candidates.append(((low.x - 8, low.y), .end))
    let label = LabelPlacer.Label(
      lines: [first] + (second.map { [$0] } ?? []), candidates: candidates, size: size,
      isBold: second != nil)
    guard let (place, anchor) = placer.place(label) else { return }
    let room = label.box(place, anchor)
    let x = min(max(low.x, room.left + 4), room.right - 4)
    // A thin line leads to a label that stands far from its mark.
    if room.bottom < high.y - 16 {
      drawing.line([(x, room.bottom), (high.x, high.y - 3)], role: .axis, width: 0.8)
    } else if room.top > low.y + 22 {
      drawing.line([(low.x, low.y + 3), (x, room.top)], role: .axis, width: 0.8)
    }
    drawing.text(first, place, size: size, isBold: false, anchor: anchor, hasHalo: true)
    guard let second, let verdict else { return }
    let y = place.y + label.leading
    let box = Box(of: second, at: (place.x, y), size: size, isBold: true, anchor: anchor)
    let word = narrator.status(verdict.status)
    drawing.text(word, (box.left + 14, y), size: size, isBold: true, hasHalo: true)
    drawing.mark(
      verdict.status, isInherited: verdict.isInherited, (box.left + 5, y - 3.8), radius: 4.2)
  }

  private mutating func latestLabel() {
    guard let latest = content.latest, let emission = content.emission(latest) else { return }
    let spot = place(latest.point.year, emission)
    drawing.label(
      LabelPlacer.Label(
        lines: [wording.level(latest)],
        candidates: [
          ((spot.x + 6, spot.y - 9), .start), ((spot.x, spot.y - 10), .middle),
          ((spot.x + 6, spot.y - 22), .start), ((spot.x - 6, spot.y + 18), .end),
          ((spot.x + 6, spot.y + 18), .start), ((spot.x - 6, spot.y - 10), .end),
          ((spot.x + 6, spot.y + 34), .start), ((spot.x - 6, spot.y + 34), .end),
          ((spot.x - 6, spot.y + 50), .end), ((spot.x + 6, spot.y + 60), .start),
        ], size: 11.5, isBold: true), &placer)
  }

  private mutating func gapLabel() {
    guard let gap = content.gap, let text = wording.gap else { return }
    let (from, to) = (up.place(gap.from), up.place(gap.to))
    guard to - from > 6 else { return }
    let x = across.end + 8
    let candidates = [from - 5, from + 14, (from + to) / 2 + 4, to - 4, from - 20].map {
      (place: (x, $0), anchor: Drawing.Anchor.end)
    }
    drawing.label(
      LabelPlacer.Label(lines: [text], candidates: candidates, size: 11.5, isBold: true), &placer)
  }

  private mutating func straightLabel() {
    let path = content.assessment.path
    let candidates = path.indices.reversed().dropFirst(2).flatMap { index in
      let spot = place(path[index].year, content.left(path[index].band.high))
      return [
        (place: (spot.x - 6, spot.y + 16), anchor: Drawing.Anchor.end),
        (place: (spot.x - 6, spot.y + 30), anchor: Drawing.Anchor.end),
      ]
    }
    drawing.label(
      LabelPlacer.Label(
        lines: [wording.words(FigurePhrase.noInterimTarget)], candidates: candidates, size: 10.5),
      &placer, role: .muted)
  }

  // MARK: - Key

  /// What the marks mean, of those that are drawn only.
  var keyItems: [KeyItem] {
    let words = wording.words
    var items: [KeyItem] = []
    let known = content.history.filter(\.point.isComplete).map(\.point)
    if known.contains(where: { !CorridorContent.isDerived($0) && !$0.provisional }) {
      items.append(KeyItem(swatch: .dot(isHollow: false), words: words(FigurePhrase.keyStated)))
    }
    if known.contains(where: { CorridorContent.isDerived($0) && !$0.provisional }) {
      items.append(KeyItem(swatch: .dot(isHollow: true), words: words(FigurePhrase.keyDerived)))
    }
    if let provisional = known.first(where: \.provisional) {
      items.append(
        KeyItem(
          swatch: .diamond(isHollow: CorridorContent.isDerived(provisional)),
          words: words(FigurePhrase.keyProvisional)))
    }
    if content.history.contains(where: { !$0.point.isComplete }) {
      items.append(KeyItem(swatch: .sign("?"), words: words(FigurePhrase.keyUnknown)))
    }
    if !content.assessment.path.isEmpty {
      items.append(
        content.isStraight
          ? KeyItem(
            swatch: .outlined(fill: "#e1f3ee", stroke: Palette.corridor, dash: "4 3"),
            words: words(FigurePhrase.keyLine))
          : KeyItem(
            swatch: .band(Palette.corridor, opacity: 0.4), words: words(FigurePhrase.keyCorridor)))
    }
    items.append(KeyItem(swatch: .bar(Palette.target), words: words(FigurePhrase.keyTarget)))
    if !content.fan.isEmpty {
      items += [
        KeyItem(
          swatch: .line(Palette.fan, width: 2.4, dash: ""), words: words(FigurePhrase.keyMedian)),
        KeyItem(swatch: .band(Palette.fan, opacity: 0.38), words: words(FigurePhrase.keyFan68)),
        KeyItem(swatch: .band(Palette.fan, opacity: 0.14), words: words(FigurePhrase.keyFan95)),
      ]
    }
    if !content.additional.isEmpty {
      items.append(
        KeyItem(
          swatch: .line(Palette.fan, width: 1.8, dash: "6 4"),
          words: words(FigurePhrase.keyAdditional)))
    }
    if content.isInherited {
      items.append(KeyItem(swatch: .sign("○"), words: words(FigurePhrase.keyInherited)))
    }
    return items
  }
}
