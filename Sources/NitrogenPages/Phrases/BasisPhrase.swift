// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// What a page says about what its figures rest on.
enum BasisPhrase: String, PhraseKey {
  case title, made, unresolved, user, secondHand, assumptions, overridden, remarks, nothing
  case pack, national, unused, override, more
  case rests, restsMade, restAssumptions, restUser, restSecondHand, restOpen

  static let catalogue = Catalogue(
    dutch: """
      title = Waar deze cijfers op rusten
      made = Verzonnen gegevens, als voorbeeld of proef: {names}. Deze pagina zegt niets over de werkelijkheid.
      unresolved = Niet geregeld: de tekst zwijgt, er is niets berekend
      user = Aannames van de gebruiker
      secondHand = Uit de tweede hand: niet getoetst aan het origineel
      assumptions = Aannames: lezingen van wat de tekst openlaat
      overridden = Overschreven door later beleid
      remarks = Opmerkingen
      nothing = Er zijn geen aannames, open punten of cijfers uit de tweede hand.
      pack = beleid
      national = landelijke cijfers van {release}
      unused = geen cijfer op deze pagina hangt ervan af
      override = {later} ({pack}) in plaats van {earlier} ({other})
      more = Nog {n}
      rests = Deze cijfers rusten op {list}.
      restsMade = Verzonnen gegevens: deze pagina zegt niets over de werkelijkheid.
      restAssumptions = {n} {n|aanname|aannames}
      restUser = {n} {n|aanname|aannames} van de gebruiker
      restSecondHand = cijfers uit de tweede hand
      restOpen = {n} {n|punt is|punten zijn} niet geregeld.
      """,
    english: """
      title = What these figures rest on
      made = Made-up data, as an example or a trial: {names}. This page says nothing about the real world.
      unresolved = Unresolved: the text is silent, nothing is computed
      user = Assumptions of the user
      secondHand = Second-hand: not checked against the original
      assumptions = Assumptions: readings of what the text leaves open
      overridden = Overridden by later policy
      remarks = Remarks
      nothing = There are no assumptions, open points or second-hand figures.
      pack = policy
      national = national figures of {release}
      unused = no figure on this page depends on it
      override = {later} ({pack}) instead of {earlier} ({other})
      more = {n} more
      rests = These figures rest on {list}.
      restsMade = Made-up data: this page says nothing about the real world.
      restAssumptions = {n} {n|assumption|assumptions}
      restUser = {n} {n|assumption|assumptions} of the user
      restSecondHand = second-hand figures
      restOpen = {n} {n|point is|points are} unresolved.
      """)
}
