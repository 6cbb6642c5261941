// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// What the page of an area says.
enum AreaPhrase: String, PhraseKey {
  case looms, withheldNote, provinces, surface, sensitive, yes, no, releases, assessedYear,
    policyDate, inherited
  case provisional, shadow, chance, verdicts, noVerdicts, verdictsCaption, verdictsIntro
  case sectorCompound, asked, binding, reached, map, noMap, corridors, corridorsIntro, noCorridors
  case rings, noRings, gaps, gapsCaption, gapsIntro, noGaps, baseline, latest, ceiling, toGo
  case soFar, needed, measured, measuredIntro, measuredCaption, noMeasurements, noStations
  case station, quantity, months, trend, trendUnit, interval, difference, agreement, agrees
  case disagrees, cannotTell, measures, measuresIntro, measuresCaption, noMeasures, noMeasuresHere
  case measure, evidence, counts, isSecured, isPlanned, worksOn, scope, period, from, effect, cost
  case flags, noFlags, life, noRounds, lifeIntro, noLife, deposition, depositionIntro
  case noDeposition, consequences, consequencesIntro, consequencesCaption, noConsequences
  case consequence, inPlay, textIsSilent, record, probabilities, probabilitiesIntro
  case probabilitiesCaption, noProbabilities, measureSet, correlation, lowEdge, highEdge, isGiven
  case isCompared, existing, additional, rangesCaption, median, range68, range95, interval2
  case parameters, residual, fromMeasures, inventory, numbers, numbersIntro, numbersCaption
  case noNumbers, emission, reduction, fileLine, rules, rowFiles, whole, incomplete, numbersPrint
  case printMarks, citations, citationsIntro, citationsCaption, says, value, document, line
  case lineNumber

  static let catalogue = Catalogue(
    dutch: """
      provinces = Provincie
      surface = Oppervlakte
      sensitive = Stikstofgevoelig
      looms = dreigt
      withheldNote = Afgeschermd: achter het cijfer staan te weinig bedrijven om het te tonen, of een ander cijfer zou eruit af te leiden zijn.
      yes = ja
      no = nee
      releases = Uitgave van de cijfers
      assessedYear = Oordeel over het jaar
      policyDate = Beleid tot en met
      inherited = landelijk oordeel, zegt niets over het gebied zelf
      provisional = voorlopig
      shadow = ter vergelijking
      chance = kans {p}
      verdicts = Het oordeel en waarom
      noVerdicts = Er zijn geen cijfers van dit gebied, en dus is er geen oordeel.
      verdictsCaption = Het oordeel per sector, stof en doeljaar, met de redenen
      verdictsIntro = Een oordeel vergelijkt de daling in het laatste definitieve jaar met het pad naar het doel. Een open vorm betekent dat het oordeel van het land is overgenomen.
      sectorCompound = Sector en stof
      asked = Gevraagde daling
      binding = Soort doel
      reached = Bereikte daling
      map = Het gebied op de kaart
      noMap = Van dit gebied is geen omtrek en geen punt bekend; daarom is er geen kaart.
      corridors = Op weg naar de doelen
      corridorsIntro = De band is de daling die het beleid vraagt. De waaier laat zien waar de reeks naartoe gaat, met de kansen eromheen.
      noCorridors = Er is geen reeks met een doel; daarom is er geen figuur.
      rings = Uitstoot per afstand en sector
      noRings = Er zijn geen cijfers per ring rond dit gebied.
      gaps = Wat er nog te doen is
      gapsCaption = De restopgave en het tempo, per sector, stof en doeljaar
      gapsIntro = De restopgave is de uitstoot die nog weg moet tot het plafond van het doel. Twee getallen zijn de lage en de hoge rand van de band.
      noGaps = De restopgave is niet te zeggen: er is geen doel, of de cijfers zijn niet compleet.
      baseline = Basis
      latest = Laatste jaar
      ceiling = Plafond
      toGo = Restopgave
      soFar = Tempo tot nu toe
      needed = Tempo nodig
      measured = Gemeten tegenover berekend
      measuredIntro = Een meting van de lucht is geen uitstoot. Alleen de trends zijn te vergelijken.
      measuredCaption = Gemeten trend per meetpunt, naast de berekende
      noMeasurements = Bij dit rapport zijn geen metingen gegeven.
      noStations = Geen van de gegeven meetpunten hoort bij dit gebied.
      station = Meetpunt
      quantity = Gemeten
      months = Maanden
      trend = Trend
      trendUnit = % per jaar
      interval = 95%-interval
      difference = Gemeten min berekend
      agreement = Vergelijking
      agrees = komen overeen
      disagrees = verschillen
      cannotTell = niet te zeggen
      measures = Maatregelen
      measuresIntro = Alleen maatregelen met sterk bewijs tellen als geborgd. De andere staan erbij.
      measuresCaption = De maatregelen, best geborgde eerst
      noMeasures = Er zijn geen maatregelen gegeven.
      noMeasuresHere = Geen van de gegeven maatregelen werkt op dit gebied.
      measure = Maatregel
      evidence = Bewijs
      counts = Telt als
      isSecured = geborgd
      isPlanned = voorgenomen
      worksOn = Werkt op
      scope = Waar
      period = Wanneer
      from = vanaf {day}
      effect = Effect
      cost = Kosten
      flags = Signalen
      noFlags = Dit gebied heeft nu geen signaal.
      life = Levensloop over de monitoringsrondes
      noRounds = Bij dit rapport zijn geen monitoringsrondes gegeven.
      lifeIntro = Stand in ronde {round} van {day}.
      noLife = In geen ronde had dit gebied een signaal.
      deposition = Neerslag en kritische depositiewaarde
      depositionIntro = Dit is achtergrond. Geen oordeel op deze pagina rust erop.
      noDeposition = Over de neerslag op dit gebied zijn geen gepubliceerde cijfers bij de hand.
      consequences = Gevolg van een gemist doel
      consequencesIntro = Dit verbindt de tekst aan het missen van een doel.
      consequencesCaption = Gevolg per sector en doeljaar
      noConsequences = Er is geen doel waaraan de tekst een gevolg verbindt.
      consequence = Gevolg
      inPlay = Nu aan de orde
      textIsSilent = de tekst zwijgt
      record = Record
      probabilities = Kansen
      probabilitiesIntro = De kans hangt af van ρ: hoe de fouten van twee jaren samenhangen. De gegeven ρ telt; de andere staan ernaast om te vergelijken.
      probabilitiesCaption = Kans dat het doel wordt gehaald
      noProbabilities = Er is geen kans berekend.
      measureSet = Beleid
      correlation = Wat is ρ
      lowEdge = Lage rand
      highEdge = Hoge rand
      isGiven = gegeven
      isCompared = ter vergelijking
      existing = geborgd
      additional = ook voorgenomen
      rangesCaption = Daling in het doeljaar, en waar de onzekerheid vandaan komt
      median = Mediaan
      range68 = 68 % ligt in
      range95 = 95 % ligt in
      interval2 = {low} tot {high}
      parameters = Trend
      residual = Jaar
      fromMeasures = Maatregelen
      inventory = Inventaris
      numbers = Alle cijfers met hun herkomst
      numbersIntro = Elke regel is een jaar van een sector in het hele gebied of in een ring. De regel zegt hoe het cijfer is afgeleid, de bron waar het staat.
      numbersCaption = Uitstoot per plaats, sector, stof en jaar, met herkomst
      noNumbers = Er zijn geen cijfers van dit gebied.
      emission = Uitstoot
      reduction = Daling
      fileLine = Bestand:regel
      rules = Regels
      rowFiles = Bestanden
      whole = hele gebied
      incomplete = niet compleet
      numbersPrint = Uitstoot in t/jaar; de volledige tabel met regels en bronnen staat in de HTML-pagina
      printMarks = * afgeleid; † aangenomen; – niet bekend
      citations = Regels in het beleid
      citationsIntro = De records waar de cijfers van deze pagina op rusten, met document, hoofdstuk en regel.
      citationsCaption = Records van het beleid met document, hoofdstuk en regel
      says = Wat het record zegt
      value = Waarde
      document = Document en hoofdstuk
      line = Regel
      lineNumber = r. {n}
      """,
    english: """
      provinces = Province
      surface = Surface
      sensitive = Nitrogen-sensitive
      looms = looms
      withheldNote = Withheld: too few farms stand behind the figure to show it, or another figure could be worked out from it.
      yes = yes
      no = no
      releases = Release of the figures
      assessedYear = Verdict on the year
      policyDate = Policy up to
      inherited = the nation's verdict, says nothing about the area itself
      provisional = provisional
      shadow = for comparison
      chance = probability {p}
      verdicts = The verdict and why
      noVerdicts = There are no figures of this area, and so there is no verdict.
      verdictsCaption = The verdict by sector, compound and target year, with its reasons
      verdictsIntro = A verdict compares the reduction in the latest definitive year with the path to the target. A hollow shape means that the nation's verdict is taken over.
      sectorCompound = Sector and compound
      asked = Reduction asked for
      binding = Kind of target
      reached = Reduction reached
      map = The area on the map
      noMap = Neither an outline nor a point of this area is known; so there is no map.
      corridors = On the way to the targets
      corridorsIntro = The band is the reduction that policy asks for. The fan shows where the series is heading, with the probabilities around it.
      noCorridors = There is no series with a target; so there is no figure.
      rings = Emission by distance and sector
      noRings = There are no figures by ring around this area.
      gaps = What is left to do
      gapsCaption = What is left to do and the pace, by sector, compound and target year
      gapsIntro = What is left to do is the emission still to go down to the ceiling of the target. Two numbers are the low and the high edge of the band.
      noGaps = What is left to do cannot be said: there is no target, or the figures are not complete.
      baseline = Baseline
      latest = Latest year
      ceiling = Ceiling
      toGo = Left to do
      soFar = Pace so far
      needed = Pace needed
      measured = Measured against modelled
      measuredIntro = A measurement of the air is not an emission. Only the trends can be compared.
      measuredCaption = Measured trend by station, beside the modelled one
      noMeasurements = No measurements were given with this report.
      noStations = None of the stations given belongs to this area.
      station = Station
      quantity = Measured
      months = Months
      trend = Trend
      trendUnit = % a year
      interval = 95 % interval
      difference = Measured minus modelled
      agreement = Comparison
      agrees = agree
      disagrees = disagree
      cannotTell = cannot tell
      measures = Measures
      measuresIntro = Only measures with strong evidence count as secured. The others are shown beside them.
      measuresCaption = The measures, best secured first
      noMeasures = No measures were given.
      noMeasuresHere = None of the measures given works on this area.
      measure = Measure
      evidence = Evidence
      counts = Counts as
      isSecured = secured
      isPlanned = planned
      worksOn = Works on
      scope = Where
      period = When
      from = from {day}
      effect = Effect
      cost = Cost
      flags = Flags
      noFlags = This area has no flag now.
      life = Life over monitoring rounds
      noRounds = No monitoring rounds were given with this report.
      lifeIntro = As of round {round} of {day}.
      noLife = In no round did this area have a flag.
      deposition = Deposition and critical load
      depositionIntro = This is background. No verdict on this page rests on it.
      noDeposition = No published figures on the deposition on this area are at hand.
      consequences = Consequence of a missed target
      consequencesIntro = This is what the text attaches to missing a target.
      consequencesCaption = Consequence by sector and target year
      noConsequences = There is no target to which the text attaches a consequence.
      consequence = Consequence
      inPlay = In play now
      textIsSilent = the text is silent
      record = Record
      probabilities = Probabilities
      probabilitiesIntro = The probability depends on ρ: how the errors of two years go together. The ρ given counts; the others stand beside it for comparison.
      probabilitiesCaption = Probability that the target is met
      noProbabilities = No probability was computed.
      measureSet = Policy counted
      correlation = What ρ is
      lowEdge = Low edge
      highEdge = High edge
      isGiven = given
      isCompared = for comparison
      existing = secured
      additional = planned too
      rangesCaption = Reduction in the target year, and where the uncertainty comes from
      median = Median
      range68 = 68 % lies in
      range95 = 95 % lies in
      interval2 = {low} to {high}
      parameters = Trend
      residual = Year
      fromMeasures = Measures
      inventory = Inventory
      numbers = All figures with their provenance
      numbersIntro = Each line is a year of a sector in the whole area or in a ring. The rule says how the figure was derived, the source where it stands.
      numbersCaption = Emission by place, sector, compound and year, with provenance
      noNumbers = There are no figures of this area.
      emission = Emission
      reduction = Reduction
      fileLine = File:line
      rules = Rules
      rowFiles = Files
      whole = whole area
      incomplete = incomplete
      numbersPrint = Emission in t/yr; the whole table with rules and sources is in the HTML page
      printMarks = * derived; † assumed; – not known
      citations = Lines of policy
      citationsIntro = The records that the figures of this page rest on, with document, chapter and line.
      citationsCaption = Records of policy with document, chapter and line
      says = What the record says
      value = Value
      document = Document and chapter
      line = Line
      lineNumber = l. {n}
      """)
}
