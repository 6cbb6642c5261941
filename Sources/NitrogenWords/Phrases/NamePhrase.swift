// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of statuses, sectors, rings, grades and everything else that has one.
enum NamePhrase: String, PhraseKey {
  // Statuses.
  case met, metUnproven, onTrack, atRisk, offTrack, missed, undetermined
  // Territories and rings.
  case nation, areaNumber, inside, ringOf
  // Sectors, bare and as the subject of a sentence, and parts.
  case agriculture, industry, mobility, other
  case theAgriculture, theIndustry, theMobility, theOther
  case housing, storage, grazing, field
  // How binding a target is, and how it is called in a sentence.
  case statutory, aim, shadow, indicative
  case statutoryGoal, aimGoal, shadowGoal, indicativeGoal
  // Figures and packs.
  case stated, derived, assumed, silent
  case official, secondHand, made
  case enforceableLaw, permitChanged, contract, subsidyRealised, planned, assumedEffect
  case hard, soft, information
  // Projections.
  case logLinear, robust, autoregressive, plan, steffen, noModel
  case existingMeasures, additionalMeasures
  case path, straightLine
  // Pieces of names of cells.
  case noRows, notSplit, andMore
  // Values of policy.
  case notStated, yes, no, negative
  case metres, molPerHectare, kilogramsPerYear, kilogramsPerRight, unitsPerHectare, euros, years
  case months

  static let catalogue = Catalogue(
    dutch: """
      met = gehaald
      metUnproven = gehaald, niet aantoonbaar
      onTrack = op koers
      atRisk = risico
      offTrack = niet op koers
      missed = gemist
      undetermined = geen oordeel
      nation = Nederland
      areaNumber = gebied {number}
      inside = in het gebied
      ringOf = {area}, {ring}
      agriculture = landbouw
      industry = industrie
      mobility = mobiliteit
      other = overig
      theAgriculture = de landbouw
      theIndustry = de industrie
      theMobility = de mobiliteit
      theOther = de overige uitstoot
      housing = stal
      storage = opslag
      grazing = beweiding
      field = veld
      statutory = doel voor de wet
      aim = streefdoel
      shadow = schaduwindicator
      indicative = indicatief doel
      statutoryGoal = het doel
      aimGoal = het streefdoel
      shadowGoal = de schaduwindicator
      indicativeGoal = het indicatieve doel
      stated = opgegeven
      derived = afgeleid
      assumed = aanname
      silent = niet bepaald
      official = van de uitgever
      secondHand = uit de tweede hand
      made = verzonnen
      enforceableLaw = afdwingbare wet
      permitChanged = vergunning gewijzigd
      contract = contract
      subsidyRealised = subsidie gerealiseerd
      planned = voorgenomen
      assumedEffect = aanname
      hard = hard
      soft = zacht
      information = ter informatie
      logLinear = vast tempo van verandering (rechte lijn door ln E)
      robust = vast tempo van verandering, uitschieters tellen minder
      autoregressive = vast tempo van verandering, fouten volgen op elkaar
      plan = het plan, recht van punt naar punt
      steffen = vloeiende lijn door bekende jaren en het plan
      noModel = geen projectie
      existingMeasures = vastgesteld beleid
      additionalMeasures = vastgesteld en voorgenomen beleid
      path = reductiepad door alle mijlpalen
      straightLine = rechte lijn van peiljaar naar doel
      noRows = {slice} ({pollutant}): geen regels in de bron
      notSplit = {name} (in de bron niet gesplitst, afbakening {boundary})
      andMore = {names}; en nog {count}
      notStated = – (niet bepaald)
      yes = ja
      negative = {share} (de uitstoot is gestegen)
      no = nee
      metres = {value} m
      molPerHectare = {value} mol/ha/jaar
      kilogramsPerYear = {value} kg/jaar
      kilogramsPerRight = {value} kg NH₃ per recht
      unitsPerHectare = {value} GVE/ha
      euros = € {value}
      years = {value} jaar
      months = {value} {count|maand|maanden}
      """,
    english: """
      met = met
      metUnproven = met, not proven
      onTrack = on track
      atRisk = at risk
      offTrack = off track
      missed = missed
      undetermined = no verdict
      nation = Netherlands
      areaNumber = area {number}
      inside = inside the area
      ringOf = {area}, {ring}
      agriculture = agriculture
      industry = industry
      mobility = mobility
      other = other
      theAgriculture = agriculture
      theIndustry = industry
      theMobility = mobility
      theOther = all other emission
      housing = housing
      storage = storage
      grazing = grazing
      field = field
      statutory = target for the law
      aim = aim
      shadow = shadow indicator
      indicative = indicative target
      statutoryGoal = the target
      aimGoal = the aim
      shadowGoal = the shadow indicator
      indicativeGoal = the indicative target
      stated = stated
      derived = derived
      assumed = assumption
      silent = not stated
      official = from the publisher
      secondHand = second-hand
      made = made up
      enforceableLaw = enforceable law
      permitChanged = permit changed
      contract = contract
      subsidyRealised = subsidy realised
      planned = planned
      assumedEffect = assumption
      hard = hard
      soft = soft
      information = for information
      logLinear = constant rate of change (straight line through ln E)
      robust = constant rate of change, outlying years weigh less
      autoregressive = constant rate of change, errors follow each other
      plan = the plan, straight from point to point
      steffen = smooth line through known years and the plan
      noModel = no projection
      existingMeasures = existing measures
      additionalMeasures = existing and planned measures
      path = path through all milestones
      straightLine = straight line from baseline to target
      noRows = {slice} ({pollutant}): no rows in the source
      notSplit = {name} (not split in the source, boundary {boundary})
      andMore = {names}; and {count} more
      notStated = – (not stated)
      yes = yes
      negative = {share} (the emission has risen)
      no = no
      metres = {value} m
      molPerHectare = {value} mol/ha/yr
      kilogramsPerYear = {value} kg/yr
      kilogramsPerRight = {value} kg NH₃ per right
      unitsPerHectare = {value} LU/ha
      euros = € {value}
      years = {value} yr
      months = {value} {count|month|months}
      """)
}
