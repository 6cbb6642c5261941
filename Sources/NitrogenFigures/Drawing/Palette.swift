// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// The colours of figures and maps: told apart by people who see few colours, and never the only thing
/// that says what is meant.
enum Palette {
  static let fan = "#0072b2"
  static let corridor = "#009e73"
  static let target = "#d55e00"
  /// What is not known.
  static let unknown = "#777777"

  /// The colour of a sector or of one of its parts, which has a tint of it.
  static func colour(_ slice: SectorSlice) -> String {
    switch (slice.sector, slice.part) {
    case (.agriculture, .storage): "#40b696"
    case (.agriculture, .grazing): "#80cfb9"
    case (.agriculture, .field): "#a6ddce"
    case (.agriculture, _): "#009e73"
    case (.industry, _): "#56b4e9"
    case (.mobility, _): "#e69f00"
    case (.other, _): "#999999"
    }
  }

}
