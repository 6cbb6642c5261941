// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// What the overview says.
enum OverviewPhrase: String, PhraseKey {
  case perYear, title, summary, statusCount, agriculture, map, noMap, ranking, rankingIntro,
    shareIntro
  case rankingCaption, rank, gap, shareNear, tonnesNitrogen, named, provinces, verdict, why,
    noAreas, multiples
  case multiplesTitle, noMultiples, nation, noNation, nationCaption, regions, regionsCaption
  case baseline, latest, reached, verdicts, boundary, closure, closureIntro, closureCaption
  case noClosure, exact, notExact, check, zonesToProvince, zonesToNation, ringsToArea, sum
  case reference, difference, remark, upperBound, incomplete, ring, change, noRound, firstRound
  case changeIntro, changedVerdicts, noChange, before, after, pages, pagesIntro, pageList
  case fileList, size, areasFact, policyDate, releases, datasets, flagsFact

  static let catalogue = Catalogue(
    dutch: """
      perYear = jaar
      title = Stikstof in Nederland en rond de gebieden
      summary = {n} {n|gebied|gebieden} in dit overzicht, {pages} met een eigen pagina. {counts}
      statusCount = {n} {status}
      agriculture = Landbouw, ammoniak, laatste doel: {list}.
      map = De gebieden op de kaart
      noMap = Er is geen kaart: van geen gebied is de plaats bekend.
      ranking = De gebieden op volgorde
      rankingIntro = Op volgorde van de restopgave: wat er tot de onderkant van het laatste doel nog af moet, opgeteld als stikstof over de sectoren met een doel. Een + betekent dat van een sector de restopgave onbekend is. De volledige rangorde naar nood en effect volgt later; deze is een eerste aanwijzing.
      shareIntro = Dichtbij is het aandeel van het gebied in de uitstoot rond alle gebieden in dit rapport: {what}.
      tonnesNitrogen = t N per jaar
      named = in het beleid genoemd als {name}
      rankingCaption = Gebieden met hun restopgave, aandeel dichtbij, oordeel en kans
      rank = Plaats
      gap = Restopgave
      shareNear = Dichtbij
      provinces = Provincie
      verdict = Oordeel landbouw NH₃
      why = Waarom voorop
      noAreas = Er zijn geen gebieden in dit rapport.
      multiples = De gebieden naast elkaar
      multiplesTitle = Landbouw, ammoniak: op weg naar de doelen
      noMultiples = Er is geen gebied met een reeks en een doel.
      nation = Het land
      noNation = Er zijn geen landelijke reeksen.
      nationCaption = Stand van het land per sector en stof
      regions = Provincies en gemeenten
      regionsCaption = Stand van provincies en gemeenten per sector en stof
      baseline = Basis
      latest = Laatste jaar
      reached = Daling
      verdicts = Oordeel per doeljaar
      boundary = Afbakening
      closure = Sluitende optelling
      closureIntro = Optellingen naast een ander cijfer dat ermee zou moeten kloppen. Zones van twee gebieden overlappen; dan is de som een bovengrens.
      closureCaption = Sommen naast het cijfer waarmee ze worden vergeleken
      noClosure = Er is niets om op te tellen.
      exact = De ringen tellen op tot hun gebied in alle {n} sommen.
      notExact = De ringen tellen niet op tot hun gebied in {off} van {n} sommen.
      check = Wat
      zonesToProvince = zones van de gebieden naast de provincie
      zonesToNation = zones van de gebieden naast het land
      ringsToArea = ringen naast het gebied
      sum = Som
      reference = Vergeleken met
      difference = Verschil
      remark = Opmerking
      upperBound = bovengrens
      incomplete = niet compleet
      ring = Ring
      change = Wat er veranderd is
      noRound = Bij dit rapport zijn geen monitoringsrondes gegeven.
      firstRound = Dit is de eerste ronde, {round} van {day}; er is niets om mee te vergelijken.
      changeIntro = Ronde {round} van {day}, vergeleken met de ronde ervoor.
      changedVerdicts = Oordelen die veranderd zijn
      noChange = Geen eigen oordeel is veranderd.
      before = Eerst
      after = Nu
      pages = Pagina's en bestanden
      pagesIntro = Een pagina per gebied. De bestanden bevatten dezelfde cijfers.
      pageList = Pagina per gebied
      fileList = Bestanden
      size = {n} kB
      areasFact = Gebieden
      policyDate = Beleid tot en met
      releases = Uitgaven van de cijfers
      datasets = Datasets
      flagsFact = Signalen
      """,
    english: """
      perYear = yr
      title = Nitrogen in the Netherlands and around its areas
      summary = {n} {n|area|areas} in this overview, {pages} with a page of {pages|its|their} own. {counts}
      statusCount = {n} {status}
      agriculture = Agriculture, ammonia, last target: {list}.
      map = The areas on the map
      noMap = There is no map: the place of no area is known.
      ranking = The areas in order
      rankingIntro = In order of what is left to do: what has to go to reach the low edge of the last target, added up as nitrogen over the sectors that have one. A + says that the gap of some sector is not known. The full ranking by need and impact is still to come; this one is a first indication.
      shareIntro = Nearby is the share of the area in the emission around all areas of this report: {what}.
      tonnesNitrogen = t N per year
      named = named in policy as {name}
      rankingCaption = Areas with what is left to do, the share nearby, verdict and probability
      rank = Place
      gap = Left to do
      shareNear = Nearby
      provinces = Province
      verdict = Verdict agriculture NH₃
      why = Why first
      noAreas = There are no areas in this report.
      multiples = The areas side by side
      multiplesTitle = Agriculture, ammonia: on the way to the targets
      noMultiples = There is no area with a series and a target.
      nation = The nation
      noNation = There are no national series.
      nationCaption = Standing of the nation by sector and compound
      regions = Provinces and municipalities
      regionsCaption = Standing of provinces and municipalities by sector and compound
      baseline = Baseline
      latest = Latest year
      reached = Reduction
      verdicts = Verdict by target year
      boundary = Boundary
      closure = Closure
      closureIntro = Sums beside another figure that should agree with them. Zones of two areas overlap; then the sum is an upper bound.
      closureCaption = Sums beside the figure they are compared with
      noClosure = There is nothing to add up.
      exact = The rings add up to their area in all {n} sums.
      notExact = The rings do not add up to their area in {off} of {n} sums.
      check = What
      zonesToProvince = zones of the areas beside the province
      zonesToNation = zones of the areas beside the nation
      ringsToArea = rings beside the area
      sum = Sum
      reference = Compared with
      difference = Difference
      remark = Remark
      upperBound = upper bound
      incomplete = incomplete
      ring = Ring
      change = What has changed
      noRound = No monitoring rounds were given with this report.
      firstRound = This is the first round, {round} of {day}; there is nothing to compare with.
      changeIntro = Round {round} of {day}, compared with the round before.
      changedVerdicts = Verdicts that changed
      noChange = No verdict of a place's own has changed.
      before = Before
      after = Now
      pages = Pages and files
      pagesIntro = A page for each area. The files hold the same figures.
      pageList = Page of each area
      fileList = Files
      size = {n} kB
      areasFact = Areas
      policyDate = Policy up to
      releases = Releases of the figures
      datasets = Datasets
      flagsFact = Flags
      """)
}
