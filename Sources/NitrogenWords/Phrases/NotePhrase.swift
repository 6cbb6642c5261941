// SPDX-License-Identifier: GPL-3.0-or-later

/// What is to be known of measures, plans and sums.
enum NotePhrase: String, PhraseKey {
  // Measures and plans.
  case notSecured, smallerTerritory, severalProvinces, unknownOverlap, unknownShare, noEmission
  case inFigures, ended, later, comesBack, techniqueUnknown, takenAsCertain, planTakenAsCertain
  // Sums held against other figures.
  case ringsToArea, zonesToProvince, zonesToNation
  case ringsAgainstAreas, upperBound, unknownZoneCells, provincialLacks
  // What a miss brings.
  case additionalMeasures, cutOfRights, sectorMeasures

  static let catalogue = Catalogue(
    dutch: """
      notSecured = maatregel {measure} telt niet mee: bewijsgraad {grade} geldt niet als geborgd
      smallerTerritory = maatregel {measure} telt niet mee: hij werkt in een kleiner gebied, waarvan het aandeel hier niet bekend is
      severalProvinces = maatregel {measure} telt niet mee: het gebied ligt in meer provincies ({provinces})
      unknownOverlap = maatregel {measure} telt niet mee: hoe ver zijn werkgebied hier ligt, is niet bekend
      unknownShare = maatregel {measure} telt niet mee: het aandeel van waar hij op werkt, is voor {year} niet bekend
      noEmission = maatregel {measure} telt niet mee: waar hij op werkt, heeft in {year} geen uitstoot
      inFigures = maatregel {measure} voegt niets toe: hij gold al in {year} en zit in de cijfers van dat jaar
      ended = maatregel {measure} voegt niets toe: hij eindigde op {day}
      later = maatregel {measure} voegt niets toe: hij begint op {day}, na de jaren waar het om gaat
      comesBack = maatregel {measure} eindigt op {day}; uitstoot die daarna terugkomt, is niet meegeteld
      techniqueUnknown = maatregel {measure} telt zoals op papier: het beleid zegt niet hoe techniek {technique} presteert
      takenAsCertain = maatregel {measure} telt als zeker: zijn spreiding is niet gegeven
      planTakenAsCertain = het plan voor {year} telt als zeker: zijn spreiding is niet gegeven
      ringsToArea = ringen samen tegenover het gebied
      zonesToProvince = zones van de gebieden tegenover het cijfer van de provincie
      zonesToNation = zones van alle gebieden tegenover het landelijke cijfer
      ringsAgainstAreas = de ringen van {count} {count|gebied|gebieden} tegenover de gebieden zelf
      upperBound = bovengrens: een bron bij twee gebieden telt dubbel
      unknownZoneCells = {count} {count|cijfer|cijfers} van de zones {count|is|zijn} onbekend
      provincialLacks = in het cijfer van de provincie ontbreekt: {cells}
      additionalMeasures = verdere maatregelen, na overleg met de betrokkenen
      cutOfRights = als laatste middel een korting op dier- of fosfaatrechten
      sectorMeasures = maatregelen in de sector; de tekst noemt er geen
      """,
    english: """
      notSecured = measure {measure} is left out: grade {grade} does not count as secured
      smallerTerritory = measure {measure} is left out: it works in a smaller territory, whose share here is not known
      severalProvinces = measure {measure} is left out: the area lies in several provinces ({provinces})
      unknownOverlap = measure {measure} is left out: how far its territory lies in this one is not known
      unknownShare = measure {measure} is left out: the share of what it works on is not known for {year}
      noEmission = measure {measure} is left out: what it works on has no emission in {year}
      inFigures = measure {measure} adds nothing: it was in force in {year}, and the figures of that year hold it
      ended = measure {measure} adds nothing: it ended on {day}
      later = measure {measure} adds nothing: it begins on {day}, after the years asked for
      comesBack = measure {measure} ends on {day}; emission that comes back after it is not counted
      techniqueUnknown = measure {measure} counts as on paper: policy does not say how technique {technique} performs
      takenAsCertain = measure {measure} counts as certain: its spread is not given
      planTakenAsCertain = the plan for {year} counts as certain: its spread is not given
      ringsToArea = rings together against the area
      zonesToProvince = zones of the areas against the figure of the province
      zonesToNation = zones of all areas against the national figure
      ringsAgainstAreas = the rings of {count} {count|area|areas} against the areas themselves
      upperBound = upper bound: a source near two areas counts twice
      unknownZoneCells = {count} {count|figure|figures} of the zones {count|is|are} unknown
      provincialLacks = the figure of the province lacks {cells}
      additionalMeasures = further measures, after talks with those concerned
      cutOfRights = as last resort a cut of animal or phosphate rights
      sectorMeasures = measures in the sector; the text names none
      """)
}
