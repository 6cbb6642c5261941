// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// The texts of figures.
enum FigurePhrase: String, PhraseKey {
  // Emission against the path asked for.
  case corridorTitle, corridorTitleShadow, perYear, percentOfBaseline, latestDefinitive, latestLevel
  case latestWhole, latestLevelMore, targetCeiling, leftToDo, noInterimTarget
  case keyCorridor, keyLine, keyTarget, keyMedian, keyFan68, keyFan95, keyAdditional
  case keyStated, keyDerived, keyProvisional, keyUnknown, keyInherited
  case corridorAlternative, corridorAsked, corridorVerdict, corridorVerdictInherited
  case corridorExpected, corridorExpectedAdditional, corridorGap, corridorStraight
  case multiplesAlternative, multiplesAxis, multiplesCount, multiplesUndrawn
  case columnYear, columnEmission, columnShare, columnKnown, columnCeilingLow, columnCeilingHigh
  case columnLowest, columnLower, columnMedian, columnUpper, columnHighest, columnAdditional
  case columnTerritory, columnSector, columnPollutant, columnReduction, columnTarget, columnStatus
  case provisional, incomplete
  // Rings by sector.
  case ringTitle, ringUnit, ringShare, ringTotal, ringAtLeast, ringExactly, ringUnknown,
    ringWithheld
  case ringUnknownSlice, ringAlternative, columnRing, columnOfTotal
  // Pace.
  case paceTitle, paceUnit, pacePerYear, paceSoFar, paceInterval, paceNeeded, paceNeededFor
  case paceColumns, paceSentence, paceAlternative, paceFitLow, paceFitHigh, paceNeededLow,
    paceNeededHigh
  // Measured trends.
  case measuredTitle, measuredUnit, measuredModel, measuredSen, measuredModelled, measuredPooled
  case measuredSlope, measuredAlternative, percentPerYear, columnStation, columnLow95
  case columnHigh95, columnRemark, refusedTooShort, refusedAllMissing, refusedConstant
  case refusedDuplicateMonths, refusedNonPositive, refusedSeasonMissing, refusedRankDeficient
  case refusedBadWeight, refusedNotFinite, refusedDidNotConverge
  // Measures.
  case measuresTitle, measuresUnit, measuresSince, measuresToGo, measuresOpenBy, measuresEnough
  case measuresSecured, measuresEdges, measuresOpen, measuresAlternative, measuresSentence
  case columnItem, itemToGoLow, itemToGoHigh, itemOpenLow, itemOpenHigh
  // Deposition.
  case depositionTitle, depositionContext, depositionUnit, depositionSurface
  case depositionCalculated, depositionForecast, depositionBelow, depositionAbove
  case depositionAlternative, depositionIn, depositionForecastIn, depositionLoads
  case depositionShare, depositionRate, depositionLoad, columnEdition

  static let catalogue = Catalogue(dutch: FigureTexts.dutch, english: FigureTexts.english)
}
