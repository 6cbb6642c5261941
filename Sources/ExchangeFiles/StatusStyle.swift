// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenReports

/// How a status looks in files of other programs: a colour that eyes with a colour deficiency tell apart,
/// always with a shape and a word beside it.
struct StatusStyle {
  /// The colour, `#rrggbb`.
  let colour: String
  /// The shape by its name in QGIS.
  let shape: String
  /// The shape by its well-known name in styled layer descriptors.
  let mark: String
  /// Whether only the outline of the shape is drawn.
  let isHollow: Bool
  /// Whether text on the colour is white.
  let hasWhiteText: Bool

  /// The style of a status.
  static func of(_ status: Status) -> StatusStyle {
    switch status {
    case .met: StatusStyle(status, "star", "star", whiteText: true)
    case .metUnproven: StatusStyle(status, "circle", "circle", hollow: true)
    case .onTrack: StatusStyle(status, "circle", "circle")
    case .atRisk: StatusStyle(status, "triangle", "triangle")
    case .offTrack: StatusStyle(status, "diamond", "diamond")
    case .missed: StatusStyle(status, "cross_fill", "cross", whiteText: true)
    case .undetermined: StatusStyle(status, "square", "square", hollow: true)
    }
  }

  private init(
    _ status: Status, _ shape: String, _ mark: String, hollow: Bool = false,
    whiteText: Bool = false
  ) {
    colour = status.colour
    self.shape = shape
    self.mark = mark
    isHollow = hollow
    hasWhiteText = whiteText
  }

  /// Red, green and blue, 0 to 255.
  var channels: [Int] {
    let digits = colour.utf8.dropFirst().compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
  }
}
