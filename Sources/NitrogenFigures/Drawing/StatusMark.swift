// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenReports

/// The mark of a status: a shape of its own in a colour of its own, hollow where the verdict is another's.
extension Drawing {
  /// Draws the mark of a status.
  ///
  /// - Parameters:
  ///   - status: the status.
  ///   - isInherited: whether the verdict is the nation's; its mark is hollow.
  ///   - centre: its middle.
  ///   - radius: half its size.
  ///   - tip: what it says to a pointer.
  mutating func mark(
    _ status: Status, isInherited: Bool = false, _ centre: Place, radius: Double = 5,
    tip: String? = nil
  ) {
    let colour = status.colour
    let (x, y, r) = (centre.x, centre.y, radius)
    let width = max(1.2, r * 0.3)
    func ink(_ inside: String = "#ffffff") -> String { isInherited ? colour : inside }
    if let tip { group(tip: tip) }
    switch status {
    case .met:
      circle(
        centre, radius: r, fill: isInherited ? "none" : colour, stroke: colour,
        strokeWidth: width)
      line(
        [(x - 0.5 * r, y), (x - 0.1 * r, y + 0.4 * r), (x + 0.5 * r, y - 0.4 * r)], colour: ink(),
        width: width)
    case .metUnproven:
      circle(
        centre, radius: r * 0.85, fill: "none", stroke: colour,
        strokeWidth: isInherited ? width : width * 1.6)
    case .onTrack:
      circle(
        centre, radius: r, fill: isInherited ? "none" : colour, stroke: colour,
        strokeWidth: width)
    case .atRisk:
      surface(
        [(x, y - r), (x + r, y + 0.8 * r), (x - r, y + 0.8 * r)],
        fill: isInherited ? "none" : colour, stroke: colour, strokeWidth: width)
    case .offTrack:
      surface(
        [(x, y - 1.1 * r), (x + 1.1 * r, y), (x, y + 1.1 * r), (x - 1.1 * r, y)],
        fill: isInherited ? "none" : colour, stroke: colour, strokeWidth: width)
    case .missed:
      rectangle(
        x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r, fill: isInherited ? "none" : colour,
        stroke: colour, strokeWidth: width)
      for turn in [1.0, -1] {
        line(
          [(x - 0.45 * r, y - 0.45 * r * turn), (x + 0.45 * r, y + 0.45 * r * turn)],
          colour: ink(), width: width)
      }
    case .undetermined:
      rectangle(
        x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r, fill: "none", stroke: colour,
        strokeWidth: width)
      line([(x - 0.4 * r, y), (x + 0.4 * r, y)], colour: colour, width: width)
    }
    if tip != nil { endGroup() }
  }
}
