// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// The texts of maps.
enum MapPhrase: String, PhraseKey {
  case areaTitle, areaOutlineAlternative, areaSchemeAlternative
  case north, scale, thisArea, neighbours, ringWords, schemeOthers, schemeNote
  case coarseProvinces, northSea, densityHeading, densitySmall, densityMiddle, densityLarge,
    densityWithheld
  case densityUnknown, densityNote, densityAlternative, locator
  case tableArea, columnKind, columnName, columnX, columnY, columnDetail
  case kindArea, kindRing, kindNeighbour, kindDensity, surface, cells, surfaceUnknown
  case nationTitle, nationAlternative, nationNote, nationMark, legendCount, inherited
  case inheritedNote, priority, atSea, tableNation, columnNumber, columnProvince
  case columnStatus, columnDecides, columnInherited, yes, no, target, notOnMap

  static let catalogue = Catalogue(
    dutch: """
      areaTitle = {name} en de zones eromheen
      areaOutlineAlternative = Kaart van {name} ({number}) met {rings|één ring|ringen} tot {bound} m eromheen, op schaal.
      areaSchemeAlternative = Schematische kaart: {name} ({number}) als cirkel op zijn plaats in {province}, met {rings|één ring|ringen} tot {bound} m eromheen die niet op schaal {rings|is|zijn}.
      north = N
      scale = {length} km
      thisArea = {name} ({number})
      neighbours = andere Natura 2000-gebieden, met hun nummer
      ringWords = {ring} van de rand
      schemeOthers = andere Natura 2000-gebieden, als stip
      schemeNote = Schets zonder gebiedsgrens: de cirkel is even groot als het gebied, de vorm is anders. De ringen zijn niet op schaal: breder getekend dan ze zijn.
      northSea = de Noordzee
      coarseProvinces = Provincies zijn grof getekend; aan de lijnen is niets te meten.
      densityHeading = Uitstoot in cellen van {size} km, in kg per km² per jaar
      densitySmall = {slice}, {pollutant} ({year}): minder dan {low}
      densityMiddle = {low} tot {high}
      densityLarge = {high} of meer
      densityWithheld = niet getoond: minder dan {minimum} bedrijven of bronnen in de cel
      densityUnknown = onbekend: de uitstoot van een bron in de cel ontbreekt
      densityNote = Een bron telt in de cel waar haar midden ligt. Vakken tonen klassen, geen bedrijven.
      densityAlternative =  Vakken tonen de dichtheid van de uitstoot van {sectors}.
      locator = Ligging in Nederland
      tableArea = Wat de kaart van {name} toont
      columnKind = Soort
      columnName = Naam
      columnX = x (RD)
      columnY = y (RD)
      columnDetail = Bijzonderheid
      kindArea = gebied
      kindRing = ring
      kindNeighbour = ander gebied in beeld
      kindDensity = cellen
      surface = {hectares} ha
      surfaceUnknown = oppervlakte onbekend
      cells = {count} {count|cel|cellen}
      nationTitle = Natura 2000-gebieden naar status
      nationAlternative = Kaart van Nederland met {areas} {areas|gebied|gebieden} naar status: {statuses}.
      nationNote = Een gebied krijgt de slechtste status van zijn doelen: gemist, dan niet op koers, risico, onbepaald, gehaald maar niet aangetoond, op koers, gehaald. Bij gelijke status gaat een eigen oordeel voor een overgenomen oordeel.
      nationMark = {number} {name}: {status}
      legendCount = {status}: {count}
      inherited = {status}, overgenomen van het land: {count}
      inheritedNote = Een open teken rust op de landelijke ontwikkeling en zegt niets over het gebied zelf.
      priority = Nummers: prioritaire gebieden ({areas})
      atSea = Op de Noordzee, buiten de kaart
      tableNation = Gebieden naar status
      columnNumber = Nummer
      columnProvince = Provincie
      columnStatus = Status
      columnDecides = Bepaald door
      columnInherited = Overgenomen
      yes = ja
      no = nee
      target = {slice}, {pollutant}, {year}
      notOnMap = {count} {count|gebied staat|gebieden staan} niet op de kaart, omdat de plaats niet bekend is.
      """,
    english: """
      areaTitle = {name} and the zones around it
      areaOutlineAlternative = Map of {name} ({number}) with {rings|one ring|rings} up to {bound} m around it, to scale.
      areaSchemeAlternative = Schematic map: {name} ({number}) as a circle in its place in {province}, with {rings|one ring|rings} up to {bound} m around it that {rings|is|are} not to scale.
      north = N
      scale = {length} km
      thisArea = {name} ({number})
      neighbours = other Natura 2000 areas, with their numbers
      ringWords = {ring} from the edge
      schemeOthers = other Natura 2000 areas, as dots
      schemeNote = A sketch without outline: the circle is as large as the area, its shape is not. The rings are not to scale: they are drawn wider than they are.
      northSea = the North Sea
      coarseProvinces = Provinces are drawn coarsely; nothing can be measured by their lines.
      densityHeading = Emission in cells of {size} km, in kg per km² and year
      densitySmall = {slice}, {pollutant} ({year}): below {low}
      densityMiddle = {low} to {high}
      densityLarge = {high} or more
      densityWithheld = not shown: fewer than {minimum} farms or sources in the cell
      densityUnknown = unknown: the emission of a source in the cell is missing
      densityNote = A source counts in the cell in which its middle lies. Squares show classes, not farms.
      densityAlternative =  Squares show the density of the emission of {sectors}.
      locator = Where in the Netherlands
      tableArea = What the map of {name} shows
      columnKind = Kind
      columnName = Name
      columnX = x (RD)
      columnY = y (RD)
      columnDetail = Detail
      kindArea = area
      kindRing = ring
      kindNeighbour = other area in view
      kindDensity = cells
      surface = {hectares} ha
      surfaceUnknown = surface not known
      cells = {count} {count|cell|cells}
      nationTitle = Natura 2000 areas by status
      nationAlternative = Map of the Netherlands with {areas} {areas|area|areas} by status: {statuses}.
      nationNote = An area takes the worst status of its targets: missed, then off track, at risk, undetermined, met but not proven, on track, met. Of equal statuses one of its own comes before an inherited one.
      nationMark = {number} {name}: {status}
      legendCount = {status}: {count}
      inherited = {status}, inherited from the nation: {count}
      inheritedNote = A hollow mark rests on the national development and says nothing of the area itself.
      priority = Numbers: priority areas ({areas})
      atSea = In the North Sea, outside the map
      tableNation = Areas by status
      columnNumber = Number
      columnProvince = Province
      columnStatus = Status
      columnDecides = Decided by
      columnInherited = Inherited
      yes = yes
      no = no
      target = {slice}, {pollutant}, {year}
      notOnMap = {count} {count|area is|areas are} not on the map, as where it lies is not known.
      """)
}
