// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

@testable import NitrogenFigures

/// The names of the texts of maps, as the program asks for them and as the catalogue has them.
enum MapPhraseNames {
  static let all = MapPhrase.allCases.map(\.rawValue)

  static func texts(in language: Language) -> [String] { MapPhrase.catalogue.names(in: language) }
}
