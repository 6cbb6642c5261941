// SPDX-License-Identifier: GPL-3.0-or-later

/// What the reader must know beside the verdicts.
enum FindingPhrase: String, PhraseKey {
  case reasons
  case secondHandPolicy, policyOverride, policyNotInForce, userAssumption
  case secondHandData, unknownCells, ringsDiffer, inSeveralDatasets, closureLeftOut
  case withheld, withheldBySilence, sumsWithheld
  // Zones that are not taken together.
  case zonesNotTakenTogether, correlationsContradict, correlationsDiffer, correlationOutside
  case sharedOutside, baselineNotPositive, otherYears, cannotBeJoined
  // Measured series.
  case breakRefused, noBreak, ranksOfLimits, stepOutside, fewerHarmonics
  case testsDisagree, falls, showsNoTrend, rises
  // Why a measured series has no answer.
  case tooShort, allMissing, constant, duplicateMonths, nonPositive, seasonMissing, rankDeficient
  case badWeight, notFinite, didNotConverge

  static let catalogue = Catalogue(
    dutch: """
      reasons = {reasons}
      secondHandPolicy = beleidspakket {pack} is uit de tweede hand: het origineel is niet gezien
      policyOverride = de waarde {later} komt in de plaats van {earlier}
      policyNotInForce = de waarde {citation} geldt niet op {day} en telt niet mee
      userAssumption = de waarde {citation} is een aanname van de gebruiker; wat ervan afhangt, vermeldt dat
      secondHandData = de cijfers van dataset {dataset} zijn uit de tweede hand
      unknownCells = van de {count} cijfers van dataset {dataset} {unknown|is|zijn} er {unknown} onbekend
      ringsDiffer = dataset {dataset} heeft de ringen {rings}, het beleid de ringen {expected} ({citation})
      inSeveralDatasets = het gebied {territory} staat in de datasets {datasets} en is in elk ervan getoetst
      closureLeftOut = de zones zijn niet naast het landelijke cijfer gelegd: dat geldt voor {covered} gebieden, elk één keer; hier {areas|is|zijn} het er {areas}
      withheld = {count} van de {all} reeksen {count|is|zijn} afgeschermd: er staan minder dan {farms} bedrijven achter, of zo'n reeks zou eruit volgen
      withheldBySilence = {count} van de {all} reeksen {count|is|zijn} afgeschermd: het beleid zegt niet hoeveel bedrijven achter een cijfer moeten staan
      sumsWithheld = {sums} {sums|som|sommen} van zones en {together} {together|verwachting|verwachtingen} van zones samen zijn afgeschermd: er zitten afgeschermde cijfers in
      zonesNotTakenTogether = de gebieden van dataset {dataset} zijn voor {slice} ({pollutant}) niet samengenomen: {why}
      correlationsContradict = de correlaties kunnen niet samengaan: die van de eerste {count} {count|reeks|reeksen} wel, met {series} erbij spreken zij elkaar tegen
      correlationsDiffer = de correlatie van {first} met {second} is {found}, andersom {other}
      correlationOutside = de correlatie van {first} met {second} is {found}, verwacht wordt −1 tot 1
      sharedOutside = de correlatie tussen zones is {found}, verwacht wordt 0 tot 1
      baselineNotPositive = de uitstoot in het peiljaar van {series} is niet groter dan 0
      otherYears = de reeks {series} heeft andere jaren dan de rest
      cannotBeJoined = de reeksen passen niet bij elkaar
      breakRefused = {series}: geen breuk gezocht, want {why}
      noBreak = {series}: geen breuk gevonden
      ranksOfLimits = {series}: de rangtoetsen nemen detectiegrenzen als waarden
      stepOutside = {series}: de sprong van {month} ligt buiten de reeks
      fewerHarmonics = {series}: de reeks draagt {most} {most|golf|golven} per jaar, gevraagd {asked|is|zijn} er {asked}
      testsDisagree = {series}: de reeks {model} volgens het model, maar {rank} volgens de seizoenstoets van Kendall
      falls = daalt
      showsNoTrend = heeft geen trend
      rises = stijgt
      tooShort = er zijn minder waarden dan het model nodig heeft
      allMissing = er is geen enkele waarde
      constant = alle waarden zijn gelijk
      duplicateMonths = een maand heeft twee waarden
      nonPositive = een waarde van 0 of lager heeft geen logaritme
      seasonMissing = een maand van het jaar heeft geen enkele waarde
      rankDeficient = de delen van het model zijn niet uit elkaar te houden
      badWeight = een gewicht of onzekerheid is 0 of negatief
      notFinite = een waarde is geen eindig getal
      didNotConverge = de berekening kwam niet tot een uitkomst die de controles doorstaat
      """,
    english: """
      reasons = {reasons}
      secondHandPolicy = policy pack {pack} is second-hand: its original was not seen
      policyOverride = the value {later} takes the place of {earlier}
      policyNotInForce = the value {citation} does not hold on {day} and is left out
      userAssumption = the value {citation} is an assumption of the user; what depends on it says so
      secondHandData = the figures of dataset {dataset} are second-hand
      unknownCells = of the {count} figures of dataset {dataset}, {unknown} {unknown|is|are} unknown
      ringsDiffer = dataset {dataset} has the rings {rings}, policy the rings {expected} ({citation})
      inSeveralDatasets = {territory} stands in datasets {datasets} and is assessed in each
      closureLeftOut = the zones are not held against the national figure, which covers {covered} areas, each once; here there {areas|is|are} {areas}
      withheld = {count} of the {all} series {count|is|are} withheld: fewer than {farms} farms stand behind them, or such a series would follow from them
      withheldBySilence = {count} of the {all} series {count|is|are} withheld: policy does not say how many farms must stand behind a figure
      sumsWithheld = {sums} {sums|sum|sums} of zones and {together} {together|projection|projections} of zones taken together are withheld: they hold figures that are
      zonesNotTakenTogether = the areas of dataset {dataset} are not taken together for {slice} ({pollutant}): {why}
      correlationsContradict = the correlations cannot hold together: those of the first {count} series can, with {series} they contradict one another
      correlationsDiffer = the correlation of {first} with {second} is {found}, the other way round {other}
      correlationOutside = the correlation of {first} with {second} is {found}, expected −1 to 1
      sharedOutside = the correlation between zones is {found}, expected 0 to 1
      baselineNotPositive = the baseline of {series} is not above 0
      otherYears = the series {series} has other years than the rest
      cannotBeJoined = the series do not fit together
      breakRefused = {series}: no break was sought, since {why}
      noBreak = {series}: no break was found
      ranksOfLimits = {series}: the rank tests take detection limits as values
      stepOutside = {series}: the step of {month} lies outside the series
      fewerHarmonics = {series}: the series carries {most} {most|wave|waves} a year, {asked} {asked|was|were} asked for
      testsDisagree = {series}: the series {model} by the model, but {rank} by the seasonal Kendall test
      falls = falls
      showsNoTrend = shows no trend
      rises = rises
      tooShort = there are fewer values than the model needs
      allMissing = there is not one value
      constant = all values are the same
      duplicateMonths = a month has two values
      nonPositive = a value of 0 or less has no logarithm
      seasonMissing = a month of the year has no value at all
      rankDeficient = parts of the model cannot be told apart
      badWeight = a weight or uncertainty is 0 or negative
      notFinite = a value is not a finite number
      didNotConverge = the iteration did not reach an answer that passes the checks
      """)
}
