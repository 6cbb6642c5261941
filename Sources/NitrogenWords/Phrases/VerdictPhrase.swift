// SPDX-License-Identifier: GPL-3.0-or-later

/// Verdicts in sentences: of one target, and of an area as a whole.
enum VerdictPhrase: String, PhraseKey {
  // The verdict on one target: a place's own, and the nation's.
  case met, metUnproven, onTrack, atRisk, offTrack, missed, undetermined
  case nationalMet, nationalMetUnproven, nationalOnTrack, nationalAtRisk, nationalOffTrack
  case nationalMissed, nationalUndetermined
  case noTarget, goal, goalWithoutYear
  case because, place, provisional
  // The verdict on an area.
  case item, itemOfYears
  case someMet, someMetUnproven, someOnTrack, someAtRisk, someOffTrack, someMissed
  case nationalSomeMet, nationalSomeMetUnproven, nationalSomeOnTrack, nationalSomeAtRisk
  case nationalSomeOffTrack, nationalSomeMissed
  case ofItself, ofTheNation, ofBoth, unknown, unknownBecause, nothingKnown, noFigures, gapLeft
  case worst, nationalWorst

  static let catalogue = Catalogue(
    dutch: """
      met = {sector} heeft {goal} gehaald
      metUnproven = {sector} heeft {goal} gehaald, maar niet aantoonbaar
      onTrack = {sector} ligt op koers naar {goal}
      atRisk = {sector} loopt risico {goal} niet te halen
      offTrack = {sector} ligt niet op koers naar {goal}
      missed = {sector} heeft {goal} gemist
      undetermined = over {sector} is geen oordeel mogelijk voor {goal}
      nationalMet = volgens het oordeel over heel Nederland heeft {sector} {goal} gehaald
      nationalMetUnproven = volgens het oordeel over heel Nederland heeft {sector} {goal} gehaald, maar niet aantoonbaar
      nationalOnTrack = volgens het oordeel over heel Nederland ligt {sector} op koers naar {goal}
      nationalAtRisk = volgens het oordeel over heel Nederland loopt {sector} risico {goal} niet te halen
      nationalOffTrack = volgens het oordeel over heel Nederland ligt {sector} niet op koers naar {goal}
      nationalMissed = volgens het oordeel over heel Nederland heeft {sector} {goal} gemist
      nationalUndetermined = ook over heel Nederland is voor {sector} geen oordeel mogelijk over {goal}
      noTarget = voor {slice} ({pollutant}) is er geen oordeel
      goal = {name} voor {year} ({band} minder {pollutant} dan in {baseline})
      goalWithoutYear = {name} voor {year} ({band} minder {pollutant})
      because = {verdict}: {reasons}
      place = {place}: {verdict}
      provisional = {verdict}; het peiljaar is nog voorlopig
      item = {sector} ({pollutant})
      itemOfYears = {sector} ({pollutant}, {years})
      someMet = {items} {count|heeft|hebben} het doel gehaald
      someMetUnproven = {items} {count|heeft|hebben} het doel gehaald, maar niet aantoonbaar
      someOnTrack = {items} {count|ligt|liggen} op koers
      someAtRisk = {items} {count|loopt|lopen} risico het doel niet te halen
      someOffTrack = {items} {count|ligt|liggen} niet op koers
      someMissed = {items} {count|heeft|hebben} het doel gemist
      nationalSomeMet = volgens het oordeel over heel Nederland {count|heeft|hebben} {items} het doel gehaald
      nationalSomeMetUnproven = volgens het oordeel over heel Nederland {count|heeft|hebben} {items} het doel gehaald, maar niet aantoonbaar
      nationalSomeOnTrack = volgens het oordeel over heel Nederland {count|ligt|liggen} {items} op koers
      nationalSomeAtRisk = volgens het oordeel over heel Nederland {count|loopt|lopen} {items} risico het doel niet te halen
      nationalSomeOffTrack = volgens het oordeel over heel Nederland {count|ligt|liggen} {items} niet op koers
      nationalSomeMissed = volgens het oordeel over heel Nederland {count|heeft|hebben} {items} het doel gemist
      ofItself = {place}: {verdicts}
      ofTheNation = {place}: {verdicts}; voor een eigen oordeel over het gebied zijn te weinig jaren bekend
      ofBoth = {place}: {own}; {national}
      unknown = geen oordeel is er over {items}
      unknownBecause = geen oordeel is er over {items}: {reasons}
      nothingKnown = {place}: er is geen oordeel over {items}
      noFigures = {place}: er zijn geen cijfers om te toetsen
      gapLeft = de restopgave van {sector} voor {year} is {gap} {pollutant} per jaar
      worst = {sector}: {reasons}
      nationalWorst = {sector}, landelijk: {reasons}
      """,
    english: """
      met = {sector} has met {goal}
      metUnproven = {sector} has met {goal}, though it is not proven
      onTrack = {sector} is on track for {goal}
      atRisk = {sector} is at risk of not reaching {goal}
      offTrack = {sector} is off track for {goal}
      missed = {sector} has missed {goal}
      undetermined = no verdict is possible on {sector} for {goal}
      nationalMet = by the verdict on the Netherlands as a whole, {sector} has met {goal}
      nationalMetUnproven = by the verdict on the Netherlands as a whole, {sector} has met {goal}, though it is not proven
      nationalOnTrack = by the verdict on the Netherlands as a whole, {sector} is on track for {goal}
      nationalAtRisk = by the verdict on the Netherlands as a whole, {sector} is at risk of not reaching {goal}
      nationalOffTrack = by the verdict on the Netherlands as a whole, {sector} is off track for {goal}
      nationalMissed = by the verdict on the Netherlands as a whole, {sector} has missed {goal}
      nationalUndetermined = for the Netherlands as a whole, too, no verdict is possible on {sector} for {goal}
      noTarget = there is no verdict on {slice} ({pollutant})
      goal = {name} for {year} ({band} less {pollutant} than in {baseline})
      goalWithoutYear = {name} for {year} ({band} less {pollutant})
      because = {verdict}: {reasons}
      place = {place}: {verdict}
      provisional = {verdict}; the baseline is still provisional
      item = {sector} ({pollutant})
      itemOfYears = {sector} ({pollutant}, {years})
      someMet = {items} {count|has|have} met the target
      someMetUnproven = {items} {count|has|have} met the target, though it is not proven
      someOnTrack = {items} {count|is|are} on track
      someAtRisk = {items} {count|is|are} at risk of not reaching the target
      someOffTrack = {items} {count|is|are} off track
      someMissed = {items} {count|has|have} missed the target
      nationalSomeMet = by the verdict on the Netherlands as a whole, {items} {count|has|have} met the target
      nationalSomeMetUnproven = by the verdict on the Netherlands as a whole, {items} {count|has|have} met the target, though it is not proven
      nationalSomeOnTrack = by the verdict on the Netherlands as a whole, {items} {count|is|are} on track
      nationalSomeAtRisk = by the verdict on the Netherlands as a whole, {items} {count|is|are} at risk of not reaching the target
      nationalSomeOffTrack = by the verdict on the Netherlands as a whole, {items} {count|is|are} off track
      nationalSomeMissed = by the verdict on the Netherlands as a whole, {items} {count|has|have} missed the target
      ofItself = {place}: {verdicts}
      ofTheNation = {place}: {verdicts}; too few years are known for a verdict on the area itself
      ofBoth = {place}: {own}; {national}
      unknown = there is no verdict on {items}
      unknownBecause = there is no verdict on {items}: {reasons}
      nothingKnown = {place}: there is no verdict on {items}
      noFigures = {place}: there are no figures to assess
      gapLeft = {sector} has {gap} {pollutant} a year left to do for {year}
      worst = {sector}: {reasons}
      nationalWorst = {sector}, nationally: {reasons}
      """)
}
