// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a verdict is what it is, why there is none, and why nothing is projected.
///
/// The texts are clauses without a capital and a full stop, so that they can follow one another.
enum ReasonPhrase: String, PhraseKey {
  // The path and the probability.
  case onOrAbovePath, belowPath, belowPathOfYearBefore
  case belowTarget, atOrAboveTarget, proven, notProven
  case probablyMet, improbable, probable, probableBelowPath, uncertain
  // Why the path alone decides.
  case probabilityNotComputed, unresolvedRho, unresolvedUncertainty, tooFewYearsForProbability
  case noProjection, noPlan, noSecuredPlan, planEnds, noLocalSeries
  case noTrend, trendTooFewYears, trendOfZero, trendHalfLife, trendErrorsUnknown, trendNotFound
  // What stands in the way of a verdict.
  case notInSource, unknownCell, noBaseline, incomplete, incompleteYear, zeroBaseline
  case noYearAfterBaseline, noDefinitiveYear, noFigureForTargetYear, tooFewStatedYears
  case partOfSector, noTarget, unresolved, unresolvedTarget, unresolvedBaselineYear,
    unresolvedIndexVintage
  case noNationalIndex, noReleaseForIndex, releaseHasYear, releaseHasYears, noReleaseHasAny
  case indexLacksYears, boundaryNotResolvable
  // Whose verdict it is.
  case inherited, shadow, boundaryVariant
  // What is not shown to everybody.
  case withheld, withheldBySilence
  // Two releases side by side.
  case noDefinitiveYearInOld, noDefinitiveYearInNew, provisionalAgain, notRestated
  case notRestatedInFull, laterYearUnknownInOld, laterYearUnknownInNew, noBaselineInOld
  case noBaselineInNew, derivedBaselineInOld, derivedBaselineInNew, baselineYearsDiffer

  static let catalogue = Catalogue(
    dutch: """
      onOrAbovePath = de reductie is {reduction} in {year}; het reductiepad vraagt dan {now}
      belowPath = de reductie is {reduction} in {year}; het reductiepad vraagt dan {now} en vroeg een jaar eerder {before}
      belowPathOfYearBefore = de reductie is {reduction} in {year}; het reductiepad vraagt dan {now} en vroeg een jaar eerder al {before}
      belowTarget = de reductie is {reduction} in {target}; gevraagd is {required}
      atOrAboveTarget = de reductie is {reduction} in {target}; gevraagd is {required}
      proven = de kans dat het doel voor {target} is gehaald, is {probability}; gevraagd is {met}
      notProven = de kans dat het doel voor {target} is gehaald, is {probability}; om het aan te tonen is {met} nodig
      probablyMet = de kans op {required} reductie in {target} is {probability}, en die reductie is nu al bereikt
      improbable = de kans op {required} reductie in {target} is {probability}, minder dan {atRisk}
      probable = de kans op {required} reductie in {target} is {probability}; voor op koers is {onTrack} nodig
      probableBelowPath = de kans op {required} reductie in {target} is {probability}, maar het reductiepad wordt niet gehouden
      uncertain = de kans op {required} reductie in {target} is {probability}, tussen {atRisk} en {onTrack}
      probabilityNotComputed = er is geen kans bekend, dus het reductiepad alleen beslist
      unresolvedRho = het reductiepad alleen beslist, want de correlatie tussen de fouten van twee jaren is niet bepaald (uncertainty.rho)
      unresolvedUncertainty = het reductiepad alleen beslist, want hoe onzeker de inventaris hier is, is niet bepaald ({key})
      tooFewYearsForProbability = het reductiepad alleen beslist: sinds {since} {count|is|zijn} er {count} {count|volledig jaar|volledige jaren}, voor een kans zijn er {needed} nodig
      noProjection = er is geen projectie gevraagd
      noPlan = het reductiepad alleen beslist: voor deze sector is er hier geen plan
      noSecuredPlan = het reductiepad alleen beslist: geen punt van het plan is geborgd
      planEnds = het reductiepad alleen beslist: het geborgde plan eindigt in {year}
      noLocalSeries = er is geen eigen reeks ({count} {count|opgegeven jaar|opgegeven jaren}); de kans is die van heel Nederland
      noTrend = het reductiepad alleen beslist: {why}
      trendTooFewYears = door {count} {count|jaar|jaren} gaat geen lijn met een spreiding, er zijn er 3 nodig
      trendOfZero = de uitstoot van {year} is 0 en heeft dus geen logaritme
      trendHalfLife = met deze halveringstijd tellen {count} {count|jaar|jaren} als {weight}, er zijn er 3 nodig
      trendErrorsUnknown = {count} {count|jaar zegt|jaren zeggen} te weinig over hoe fouten op elkaar volgen
      trendNotFound = door de bekende jaren is geen lijn te trekken
      notInSource = de bron heeft hier geen regels voor {slice} ({pollutant})
      unknownCell = de bron laat het cijfer open: {cells}
      noBaseline = er is geen cijfer voor {year}, opgegeven noch herleid
      incomplete = {years}
      incompleteYear = in het totaal van {year} {count|ontbreekt|ontbreken} {count} {count|cijfer|cijfers}: {cells}
      zeroBaseline = de uitstoot in {year} is 0 kg, dus een reductie bestaat niet
      noYearAfterBaseline = het laatste definitieve jaar is {year}, het peiljaar {baseline}
      noDefinitiveYear = er is geen definitief jaar tot en met het jaar waarover het gaat
      noFigureForTargetYear = {target} is voorbij en er is geen definitief cijfer voor
      tooFewStatedYears = een eigen oordeel vraagt meer opgegeven jaren dan er zijn
      partOfSector = het doel geldt voor {sector} als geheel, niet voor een deel
      noTarget = geen beleidspakket heeft een doel voor {slice} ({pollutant})
      unresolved = het beleid zegt hier niets over ({key})
      unresolvedTarget = het beleid geeft geen doel ({key})
      unresolvedBaselineYear = het beleid geeft geen peiljaar voor {sector} ({key})
      unresolvedIndexVintage = het beleid noemt voor {pollutant} geen uitgave waarmee het peiljaar is te herleiden ({key})
      noNationalIndex = {vintage} heeft geen landelijk cijfer voor {slice} ({pollutant}) met afbakening {boundary}
      noReleaseForIndex = geen uitgave bij de hand bevat {years} voor {slice} ({pollutant}) van heel Nederland met afbakening {boundary}: {held}
      releaseHasYear = {vintage} heeft {first}
      releaseHasYears = {vintage} heeft {first} tot en met {last}
      noReleaseHasAny = geen ervan heeft ook maar één jaar
      indexLacksYears = de landelijke index heeft geen volledig cijfer voor zowel {baseline} als {years}
      boundaryNotResolvable = {vintage} onderscheidt {sector} ({pollutant}) niet met afbakening {boundary}
      inherited = voor een eigen oordeel zijn te weinig jaren opgegeven; dit is het oordeel over heel Nederland ({vintage}, afbakening {boundary}) en geeft hier geen signaal
      withheld = het cijfer is afgeschermd: er staan minder dan {count} bedrijven achter, of een ander cijfer zou eruit volgen
      withheldBySilence = het cijfer is afgeschermd: het beleid zegt niet hoeveel bedrijven achter een cijfer moeten staan
      shadow = dit staat naast het officiële doel en geeft nooit een signaal
      boundaryVariant = afbakening {boundary} staat naast de gewone en geeft nooit een signaal
      noDefinitiveYearInOld = de oude uitgave heeft geen definitief jaar dat volledig bekend is
      noDefinitiveYearInNew = de nieuwe uitgave heeft geen definitief jaar dat volledig bekend is
      provisionalAgain = {year} is voorlopig in de nieuwe uitgave
      notRestated = de nieuwe uitgave heeft geen {year}, dus herberekening en echte verandering zijn niet te scheiden
      notRestatedInFull = de nieuwe uitgave kent {year} niet volledig, dus herberekening en echte verandering zijn niet te scheiden
      laterYearUnknownInOld = {year} is in de oude uitgave niet volledig bekend, dus {latest} is vergeleken
      laterYearUnknownInNew = {year} is in de nieuwe uitgave niet volledig bekend, dus {latest} is vergeleken
      noBaselineInOld = de oude uitgave heeft geen peiljaar dat volledig bekend is
      noBaselineInNew = de nieuwe uitgave heeft geen peiljaar dat volledig bekend is
      derivedBaselineInOld = {year} is in de oude uitgave herleid met een landelijke index, niet opgegeven
      derivedBaselineInNew = {year} is in de nieuwe uitgave herleid met een landelijke index, niet opgegeven
      baselineYearsDiffer = het peiljaar is {old} in de oude uitgave en {new} in de nieuwe
      """,
    english: """
      onOrAbovePath = the reduction is {reduction} in {year}; the path asks {now} by then
      belowPath = the reduction is {reduction} in {year}; the path asks {now} by then and asked {before} a year earlier
      belowPathOfYearBefore = the reduction is {reduction} in {year}; the path asks {now} by then and asked {before} already a year earlier
      belowTarget = the reduction is {reduction} in {target}; {required} is asked
      atOrAboveTarget = the reduction is {reduction} in {target}; {required} is asked
      proven = the probability that the target for {target} is met is {probability}; {met} is asked
      notProven = the probability that the target for {target} is met is {probability}; {met} is needed to show it
      probablyMet = the probability of a reduction of {required} in {target} is {probability}, and it is reached already
      improbable = the probability of a reduction of {required} in {target} is {probability}, below {atRisk}
      probable = the probability of a reduction of {required} in {target} is {probability}; on track needs {onTrack}
      probableBelowPath = the probability of a reduction of {required} in {target} is {probability}, but the path is not kept
      uncertain = the probability of a reduction of {required} in {target} is {probability}, between {atRisk} and {onTrack}
      probabilityNotComputed = no probability is known, so the path alone decides
      unresolvedRho = the path alone decides, since policy gives no correlation between the errors of two years (uncertainty.rho)
      unresolvedUncertainty = the path alone decides, since policy does not say how uncertain the inventory is here ({key})
      tooFewYearsForProbability = the path alone decides: there {count|is|are} {count} whole {count|year|years} since {since}, a probability needs {needed}
      noProjection = no projection is asked for
      noPlan = the path alone decides: there is no plan for this sector here
      noSecuredPlan = the path alone decides: no point of the plan is secured
      planEnds = the path alone decides: the plan that is secured ends in {year}
      noLocalSeries = there is no local series ({count} stated {count|year|years}); the probability is that of the Netherlands as a whole
      noTrend = the path alone decides: {why}
      trendTooFewYears = {count} {count|year makes|years make} no line with a scatter, 3 are needed
      trendOfZero = the emission of {year} is 0, which has no logarithm
      trendHalfLife = with this half-life {count} {count|year counts|years count} as {weight}, 3 are needed
      trendErrorsUnknown = {count} {count|year does|years do} not tell how far errors follow each other
      trendNotFound = no line can be drawn through the known years
      notInSource = the source has no rows for {slice} ({pollutant}) here
      unknownCell = the source leaves the figure open: {cells}
      noBaseline = there is no figure for {year}, stated or rebuilt
      incomplete = {years}
      incompleteYear = the total of {year} lacks {count} {count|figure|figures}: {cells}
      zeroBaseline = the emission of {year} is 0 kg, so no reduction exists
      noYearAfterBaseline = the latest definitive year is {year}, the baseline year {baseline}
      noDefinitiveYear = there is no definitive year up to the year asked about
      noFigureForTargetYear = {target} has passed and there is no definitive figure for it
      tooFewStatedYears = a local verdict needs more stated years than there are
      partOfSector = the target is set for {sector} as a whole, not for a part
      noTarget = no policy pack has a target for {slice} ({pollutant})
      unresolved = policy is silent on this ({key})
      unresolvedTarget = policy gives no target ({key})
      unresolvedBaselineYear = policy gives no baseline year for {sector} ({key})
      unresolvedIndexVintage = policy names no release by which the baseline of {pollutant} can be rebuilt ({key})
      noNationalIndex = {vintage} has no national figure for {slice} ({pollutant}) under boundary {boundary}
      noReleaseForIndex = no release at hand holds {years} for national {slice} ({pollutant}) under boundary {boundary}: {held}
      releaseHasYear = {vintage} has {first}
      releaseHasYears = {vintage} has {first} to {last}
      noReleaseHasAny = none has any year
      indexLacksYears = the national index has no whole figure for both {baseline} and {years}
      boundaryNotResolvable = {vintage} does not tell {sector} ({pollutant}) apart under boundary {boundary}
      inherited = too few years are stated for a verdict of its own; this is the verdict on the Netherlands as a whole ({vintage}, boundary {boundary}) and raises no flag here
      withheld = the figure is withheld: fewer than {count} farms stand behind it, or another figure would follow from it
      withheldBySilence = the figure is withheld: policy does not say how many farms must stand behind a figure
      shadow = this stands beside the official target and never raises a flag
      boundaryVariant = boundary {boundary} stands beside the default and never raises a flag
      noDefinitiveYearInOld = the old release has no definitive year that is known in full
      noDefinitiveYearInNew = the new release has no definitive year that is known in full
      provisionalAgain = {year} is provisional in the new release
      notRestated = the new release has no {year}, so recalculation and real change cannot be told apart
      notRestatedInFull = the new release does not know {year} in full, so recalculation and real change cannot be told apart
      laterYearUnknownInOld = {year} is not known in full in the old release, so {latest} is compared
      laterYearUnknownInNew = {year} is not known in full in the new release, so {latest} is compared
      noBaselineInOld = the old release has no baseline that is known in full
      noBaselineInNew = the new release has no baseline that is known in full
      derivedBaselineInOld = {year} is rebuilt by a national index in the old release, not stated
      derivedBaselineInNew = {year} is rebuilt by a national index in the new release, not stated
      baselineYearsDiffer = the baseline year is {old} in the old release and {new} in the new one
      """)
}
