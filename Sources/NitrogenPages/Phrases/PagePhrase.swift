// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// What every page says around its content.
enum PagePhrase: String, PhraseKey {
  case brand, skip, contents, toLight, toDark, filter, shown, hover, data, withheld, colophon
  case absent
  case nation, languageName, overview, running, notAsked
  case sector, compound, target, status, year, unit, release, provenance, rule, source, place
  case dataset, probability, reasons, number, area, tonnes, kilograms, points, pointsYear

  static let catalogue = Catalogue(
    dutch: """
      brand = Stikstof: uitstoot en doelen per gebied
      skip = Naar de inhoud
      contents = Op deze pagina
      toLight = Lichte weergave
      toDark = Donkere weergave
      filter = Zoek in de tabel
      shown = %n van %all regels
      hover = Wijs een deel van de figuur aan voor de waarde.
      data = Cijfers achter deze figuur
      withheld = afgeschermd
      absent = Niet in dit rapport
      colophon = Gemaakt met {tool} {version}. Dezelfde invoer geeft dezelfde pagina; er staat geen cijfer van één bedrijf op.
      nation = Nederland
      languageName = Nederlands
      overview = Overzicht
      running = {area} · {release}
      notAsked = niet bekend
      sector = Sector
      compound = Stof
      target = Doel
      status = Oordeel
      year = Jaar
      unit = Eenheid
      release = Uitgave
      provenance = Herkomst
      rule = Regel
      source = Bron
      place = Plaats
      dataset = Dataset
      probability = Kans
      reasons = Waarom
      number = Nr.
      area = Gebied
      tonnes = t/jaar
      kilograms = kg/jaar
      points = % van de basis
      pointsYear = procentpunt per jaar
      """,
    english: """
      brand = Nitrogen: emissions and targets by area
      skip = To the content
      contents = On this page
      toLight = Light colours
      toDark = Dark colours
      filter = Search the table
      shown = %n of %all rows
      hover = Point at a part of the figure for its value.
      data = Figures behind this picture
      withheld = withheld
      absent = Not in this report
      colophon = Made with {tool} {version}. The same input gives the same page; no figure on it is that of a single farm.
      nation = Netherlands
      languageName = English
      overview = Overview
      running = {area} · {release}
      notAsked = not known
      sector = Sector
      compound = Compound
      target = Target
      status = Verdict
      year = Year
      unit = Unit
      release = Release
      provenance = Provenance
      rule = Rule
      source = Source
      place = Place
      dataset = Dataset
      probability = Probability
      reasons = Why
      number = No.
      area = Area
      tonnes = t/yr
      kilograms = kg/yr
      points = % of the baseline
      pointsYear = percentage points a year
      """)
}
