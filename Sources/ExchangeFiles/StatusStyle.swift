// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment

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
    case .met: StatusStyle("#0072b2", "star", "star", whiteText: true)
    case .metUnproven: StatusStyle("#56b4e9", "circle", "circle", hollow: true)
    case .onTrack: StatusStyle("#009e73", "circle", "circle")
    case .atRisk: StatusStyle("#e69f00", "triangle", "triangle")
    case .offTrack: StatusStyle("#d55e00", "diamond", "diamond")
    case .missed: StatusStyle("#882255", "cross_fill", "cross", whiteText: true)
    case .undetermined: StatusStyle("#777777", "square", "square", hollow: true)
    }
  }

  private init(
    _ colour: String, _ shape: String, _ mark: String, hollow: Bool = false,
    whiteText: Bool = false
  ) {
    self.colour = colour
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
