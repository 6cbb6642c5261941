// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenWords

/// The titles, columns and notes of the tables of a result.
public enum TablePhrase: String, PhraseKey {
  case about, standings, series, seriesByYear, projections, measures, closure, flags, policy,
    unresolved, sources, standingsNote, seriesNote, seriesByYearNote, projectionsNote,
    measuresNote, closureNote, policyNote, unresolvedNote, sourcesNote, yes, no, withheld, nation,
    province, municipality, area, ring, housing, storage, grazing, field, basisStated, basisIndex,
    existingMeasures, additionalMeasures, severityHard, severitySoft, severityInformation,
    ringsToArea, zonesToProvince, zonesToNation, policyStated, policyDerived, policySilent,
    policyAssumed, sourcePolicy, sourceReference, sourceInput, allAreas, kindColumn, areaColumn,
    codeColumn, nameColumn, provincesColumn, ringColumn, sectorColumn, partColumn,
    sectorCodeColumn, pollutantColumn, boundaryColumn, targetColumn, targetKindColumn,
    targetLowColumn, targetHighColumn, statusColumn, statusCodeColumn, inheritedColumn,
    flaggedColumn, provisionalColumn, shadowColumn, completeColumn, baselineYearColumn,
    baselineColumn, baselineProvenanceColumn, assessedYearColumn, emissionColumn, reductionColumn,
    pathLowColumn, pathHighColumn, gapLowColumn, gapHighColumn, paceSoFarColumn, paceLowColumn,
    paceHighColumn, probabilityColumn, probabilityAtColumn, reasonsColumn, datasetColumn,
    gradeColumn, policyColumn, userColumn, secondHandColumn, yearColumn, provenanceColumn,
    ruleColumn, vintageColumn, basisColumn, rowsColumn, missingColumn, modelColumn,
    measureSetColumn, rhoColumn, q025Column, q16Column, q50Column, q84Column, q975Column,
    measureColumn, titleColumn, fromColumn, toColumn, effectColumn, spreadColumn, evidenceColumn,
    evidenceRankColumn, securedColumn, groupColumn, techniqueColumn, costColumn, checkColumn,
    sumColumn, referenceColumn, differenceColumn, relativeColumn, upperBoundColumn, noteColumn,
    severityColumn, findingColumn, findingCodeColumn, keyColumn, meaningColumn, valueColumn,
    unitColumn, policyStatusColumn, documentColumn, chapterColumn, lineColumn, packColumn,
    neededForColumn, fileColumn, sha256Column, topicColumn, textColumn, aboutWhat, aboutWhatText,
    aboutProgram, aboutPolicy, aboutPolicyText, aboutReleases, aboutDatasets, aboutEmpty,
    aboutEmptyText, aboutUnits, aboutUnitsText, aboutLimits, aboutLimitsText, aboutVerify,
    aboutVerifyText

  /// The texts.
  public static let catalogue = Catalogue(
    dutch: """
      about = Toelichting
      standings = Stand
      series = Reeksen
      seriesByYear = Reeksen per jaar
      projections = Projecties
      measures = Maatregelen
      closure = Sluitende sommen
      flags = Signalen
      policy = Beleid
      unresolved = Onopgelost
      sources = Bronnen
      standingsNote = Een regel per gebied, sector, stof en doel. Een overgenomen oordeel is dat \
      van het land: de reeks zegt zelf niets over de plek. Een leeg veld is niet bekend.
      seriesNote = Elk jaar met zijn herkomst. Een jaar op landelijke index is een ander jaar maal \
      de ontwikkeling van het land.
      seriesByYearNote = Dezelfde uitstoot met de jaren naast elkaar, in kg per jaar; de herkomst \
      van elk jaar staat bij de reeksen.
      projectionsNote = De reductie ten opzichte van het basisjaar: mediaan en de grenzen \
      waarbinnen zij met 68 en 95 % kans ligt.
      measuresNote = Zoals opgegeven; wat zij samen doen staat in de projecties.
      closureNote = Sommen naast een cijfer waarmee zij zouden moeten overeenkomen. Een bovengrens \
      telt een bron bij elk gebied waar zij dichtbij ligt.
      policyNote = De regels waarop de cijfers in deze tabellen rusten, met hun vindplaats.
      unresolvedNote = Wat het beleid openlaat; wat ervan afhangt, is niet berekend.
      sourcesNote = De gelezen bestanden met hun SHA-256.
      yes = ja
      no = nee
      withheld = afgeschermd
      nation = land
      province = provincie
      municipality = gemeente
      area = gebied
      ring = zone
      housing = stal
      storage = opslag
      grazing = beweiding
      field = veld
      basisStated = eigen cijfer
      basisIndex = landelijke index
      existingMeasures = vastgesteld beleid
      additionalMeasures = ook voorgenomen beleid
      severityHard = doel
      severitySoft = streven
      severityInformation = mededeling
      ringsToArea = zones en gebied
      zonesToProvince = zones en provincie
      zonesToNation = zones en land
      policyStated = opgegeven
      policyDerived = afgeleid
      policySilent = zwijgt
      policyAssumed = aangenomen
      sourcePolicy = beleid
      sourceReference = naslag
      sourceInput = invoer
      allAreas = alle gebieden
      kindColumn = Soort
      areaColumn = Gebiedsnummer
      codeColumn = Code
      nameColumn = Naam
      provincesColumn = Provincies
      ringColumn = Zone
      sectorColumn = Sector
      partColumn = Deel
      sectorCodeColumn = Sectorcode
      pollutantColumn = Stof
      boundaryColumn = Sectorafbakening
      targetColumn = Doeljaar
      targetKindColumn = Soort doel
      targetLowColumn = Doel, lage rand
      targetHighColumn = Doel, hoge rand
      statusColumn = Oordeel
      statusCodeColumn = Oordeelcode
      inheritedColumn = Overgenomen
      flaggedColumn = Gesignaleerd
      provisionalColumn = Voorlopig
      shadowColumn = Schaduwcijfer
      completeColumn = Volledig
      baselineYearColumn = Basisjaar
      baselineColumn = Uitstoot basisjaar
      baselineProvenanceColumn = Herkomst basisjaar
      assessedYearColumn = Beoordeeld jaar
      emissionColumn = Uitstoot
      reductionColumn = Reductie
      pathLowColumn = Pad, lage rand
      pathHighColumn = Pad, hoge rand
      gapLowColumn = Restopgave, lage rand
      gapHighColumn = Restopgave, hoge rand
      paceSoFarColumn = Tempo tot nu
      paceLowColumn = Nodig tempo, lage rand
      paceHighColumn = Nodig tempo, hoge rand
      probabilityColumn = Kans
      probabilityAtColumn = Kans bij ρ = {rho}
      reasonsColumn = Redenen
      datasetColumn = Dataset
      gradeColumn = Aard van de cijfers
      policyColumn = Beleidsregels
      userColumn = Aannamen van de gebruiker
      secondHandColumn = Beleid uit de tweede hand
      yearColumn = Jaar
      provenanceColumn = Herkomst
      ruleColumn = Regel
      vintageColumn = Uitgave
      basisColumn = Grondslag
      rowsColumn = Vindplaats
      missingColumn = Ontbreekt
      modelColumn = Model
      measureSetColumn = Maatregelen
      rhoColumn = Correlatie ρ
      q025Column = Ondergrens 95 %
      q16Column = Ondergrens 68 %
      q50Column = Mediaan
      q84Column = Bovengrens 68 %
      q975Column = Bovengrens 95 %
      measureColumn = Maatregel
      titleColumn = Omschrijving
      fromColumn = Vanaf
      toColumn = Tot en met
      effectColumn = Effect
      spreadColumn = Spreiding
      evidenceColumn = Zekerheid
      evidenceRankColumn = Rang zekerheid
      securedColumn = Telt als vastgesteld
      groupColumn = Overlapgroep
      techniqueColumn = Techniek
      costColumn = Kosten
      checkColumn = Vergelijking
      sumColumn = Som
      referenceColumn = Vergeleken cijfer
      differenceColumn = Verschil
      relativeColumn = Verschil, aandeel
      upperBoundColumn = Bovengrens
      noteColumn = Opmerking
      severityColumn = Gewicht
      findingColumn = Bericht
      findingCodeColumn = Code bericht
      keyColumn = Sleutel
      meaningColumn = Betekenis
      valueColumn = Waarde
      unitColumn = Eenheid
      policyStatusColumn = Status
      documentColumn = Document
      chapterColumn = Hoofdstuk
      lineColumn = Regels
      packColumn = Pakket
      neededForColumn = Nodig voor
      fileColumn = Bestand
      sha256Column = SHA-256
      topicColumn = Onderwerp
      textColumn = Tekst
      aboutWhat = Wat dit is
      aboutWhatText = De toetsing van de uitstoot van stikstof rond Natura 2000-gebieden aan de \
      doelen van het beleid, als tabellen. Elke tabel is een blad, en een CSV-bestand van dezelfde \
      naam.
      aboutProgram = Programma
      aboutPolicy = Beleidspakketten
      aboutPolicyText = {packs}; van kracht op {date}
      aboutReleases = Uitgaven van de cijfers
      aboutDatasets = Datasets
      aboutEmpty = Lege velden
      aboutEmptyText = Een leeg veld is niet bekend en is geen nul. Waar '{withheld}' staat, is \
      het cijfer bekend maar niet getoond, om losse bedrijven te beschermen.
      aboutUnits = Eenheden
      aboutUnitsText = Uitstoot in kg per jaar van de stof zelf, NOx als NO₂. Reducties en paden \
      in procent van het basisjaar.
      aboutLimits = Wat dit niet is
      aboutLimitsText = Geen vergunningadvies, geen berekening van neerslag, en geen oordeel over \
      een enkel bedrijf.
      aboutVerify = Nagaan
      aboutVerifyText = 'stikstof verify' met het bestand manifest.json rekent alles na en \
      vergelijkt de bytes; de gebruikte bestanden staan bij de bronnen.
      """,
    english: """
      about = About
      standings = Standings
      series = Series
      seriesByYear = Series by year
      projections = Projections
      measures = Measures
      closure = Closure
      flags = Flags
      policy = Policy
      unresolved = Unresolved
      sources = Sources
      standingsNote = One row for each territory, sector, pollutant and target. An inherited \
      verdict is that of the nation: the series itself says nothing of the place. An empty cell is \
      not known.
      seriesNote = Each year with its provenance. A year on the national index is another year \
      times the development of the nation.
      seriesByYearNote = The same emissions with the years side by side, in kg per year; the \
      provenance of each year is with the series.
      projectionsNote = The reduction against the baseline: the median and the bounds between \
      which it lies with a probability of 68 and 95 %.
      measuresNote = As given; what they do together is in the projections.
      closureNote = Sums beside a figure that they should agree with. An upper bound counts a \
      source for every area it is near.
      policyNote = The records that the figures in these tables rest on, with the place where they \
      stand.
      unresolvedNote = What policy leaves open; what depends on it was not computed.
      sourcesNote = The files that were read, with their SHA-256.
      yes = yes
      no = no
      withheld = withheld
      nation = nation
      province = province
      municipality = municipality
      area = area
      ring = zone
      housing = housing
      storage = storage
      grazing = grazing
      field = field
      basisStated = own figure
      basisIndex = national index
      existingMeasures = existing measures
      additionalMeasures = additional measures too
      severityHard = target
      severitySoft = aim
      severityInformation = information
      ringsToArea = zones and area
      zonesToProvince = zones and province
      zonesToNation = zones and nation
      policyStated = stated
      policyDerived = derived
      policySilent = silent
      policyAssumed = assumed
      sourcePolicy = policy
      sourceReference = reference
      sourceInput = input
      allAreas = all areas
      kindColumn = Kind
      areaColumn = Area number
      codeColumn = Code
      nameColumn = Name
      provincesColumn = Provinces
      ringColumn = Zone
      sectorColumn = Sector
      partColumn = Part
      sectorCodeColumn = Sector code
      pollutantColumn = Pollutant
      boundaryColumn = Sector boundary
      targetColumn = Target year
      targetKindColumn = Kind of target
      targetLowColumn = Target, low edge
      targetHighColumn = Target, high edge
      statusColumn = Verdict
      statusCodeColumn = Verdict code
      inheritedColumn = Inherited
      flaggedColumn = Flagged
      provisionalColumn = Provisional
      shadowColumn = Shadow figure
      completeColumn = Complete
      baselineYearColumn = Baseline year
      baselineColumn = Baseline emission
      baselineProvenanceColumn = Baseline provenance
      assessedYearColumn = Assessed year
      emissionColumn = Emission
      reductionColumn = Reduction
      pathLowColumn = Path, low edge
      pathHighColumn = Path, high edge
      gapLowColumn = Remaining gap, low edge
      gapHighColumn = Remaining gap, high edge
      paceSoFarColumn = Pace so far
      paceLowColumn = Pace needed, low edge
      paceHighColumn = Pace needed, high edge
      probabilityColumn = Probability
      probabilityAtColumn = Probability at ρ = {rho}
      reasonsColumn = Reasons
      datasetColumn = Dataset
      gradeColumn = Grade of the figures
      policyColumn = Policy records
      userColumn = Assumptions of the user
      secondHandColumn = Second-hand policy
      yearColumn = Year
      provenanceColumn = Provenance
      ruleColumn = Rule
      vintageColumn = Release
      basisColumn = Basis
      rowsColumn = Rows
      missingColumn = Missing
      modelColumn = Model
      measureSetColumn = Measures
      rhoColumn = Correlation ρ
      q025Column = Lower bound 95 %
      q16Column = Lower bound 68 %
      q50Column = Median
      q84Column = Upper bound 68 %
      q975Column = Upper bound 95 %
      measureColumn = Measure
      titleColumn = Title
      fromColumn = From
      toColumn = Until
      effectColumn = Effect
      spreadColumn = Spread
      evidenceColumn = Evidence
      evidenceRankColumn = Evidence rank
      securedColumn = Counts as secured
      groupColumn = Overlap group
      techniqueColumn = Technique
      costColumn = Cost
      checkColumn = Comparison
      sumColumn = Sum
      referenceColumn = Compared figure
      differenceColumn = Difference
      relativeColumn = Difference, share
      upperBoundColumn = Upper bound
      noteColumn = Note
      severityColumn = Weight
      findingColumn = Message
      findingCodeColumn = Message code
      keyColumn = Key
      meaningColumn = Meaning
      valueColumn = Value
      unitColumn = Unit
      policyStatusColumn = Status
      documentColumn = Document
      chapterColumn = Chapter
      lineColumn = Lines
      packColumn = Pack
      neededForColumn = Needed for
      fileColumn = File
      sha256Column = SHA-256
      topicColumn = Topic
      textColumn = Text
      aboutWhat = What this is
      aboutWhatText = The assessment of nitrogen emissions around Natura 2000 areas against the \
      targets of policy, as tables. Each table is a sheet, and a CSV file of the same name.
      aboutProgram = Program
      aboutPolicy = Policy packs
      aboutPolicyText = {packs}; in force on {date}
      aboutReleases = Releases of the figures
      aboutDatasets = Datasets
      aboutEmpty = Empty cells
      aboutEmptyText = An empty cell is not known and is no zero. Where it says '{withheld}', the \
      figure is known and not shown, to protect single farms.
      aboutUnits = Units
      aboutUnitsText = Emissions in kg per year of the compound itself, NOx as NO₂. Reductions and \
      paths in per cent of the baseline.
      aboutLimits = What this is not
      aboutLimitsText = No advice on permits, no computation of deposition, and no verdict on a \
      single farm.
      aboutVerify = Verify
      aboutVerifyText = 'stikstof verify' with the file manifest.json computes everything again \
      and compares the bytes; the files used are with the sources.
      """)
}
