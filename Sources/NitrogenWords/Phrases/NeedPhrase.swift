// SPDX-License-Identifier: GPL-3.0-or-later

/// What could not be computed for want of a policy value.
enum NeedPhrase: String, PhraseKey {
  case target, baseline, localVerdict, rebuiltBaseline, probability, verdictFromProbability
  case nationalRows, nationalRowsOf, zonesTogether
  /// The whole sentence: what the value would mean, and what waits for it.
  case open
  case openWithoutMeaning, openTarget

  static let catalogue = Catalogue(
    dutch: """
      target = een doel voor {sector} ({pollutant})
      baseline = het peiljaar van {sector}
      localVerdict = een oordeel over eigen reeksen
      rebuiltBaseline = het herleiden van het peiljaar van {pollutant} waar het niet is opgegeven
      probability = de kans dat {slice} ({pollutant}) de doelen haalt
      verdictFromProbability = een oordeel uit een kans
      nationalRows = de landelijke regels
      nationalRowsOf = de landelijke regels voor {pollutant}
      zonesTogether = het samennemen van de zones van een dataset
      open = niet opgelost: {meaning}; nodig voor {need} ({key})
      openWithoutMeaning = niet opgelost: {key}; nodig voor {need}
      openTarget = niet opgelost: {need} in {year} ({key})
      """,
    english: """
      target = a target for {sector} ({pollutant})
      baseline = the baseline of {sector}
      localVerdict = a verdict on local series
      rebuiltBaseline = rebuilding the baseline of {pollutant} where it is not stated
      probability = the probability that {slice} ({pollutant}) reaches its targets
      verdictFromProbability = a verdict from a probability
      nationalRows = the national rows
      nationalRowsOf = the national rows of {pollutant}
      zonesTogether = the zones of a dataset taken together
      open = unresolved: {meaning}; needed for {need} ({key})
      openWithoutMeaning = unresolved: {key}; needed for {need}
      openTarget = unresolved: {need} in {year} ({key})
      """)
}
