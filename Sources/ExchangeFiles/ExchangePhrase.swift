// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenWords

/// What files for other programs say of themselves.
public enum ExchangePhrase: String, PhraseKey {
  case title, description, areasLayer, areasText, areasPointText, ringsLayer, ringsText,
    resultsLayer
  case resultsText, aboutLayer, styleText, inherited
  case workbookFile, layersFile, jsonFile, iamcFile, ceipFile, packageFile, tableFile

  /// The texts.
  public static let catalogue = Catalogue(
    dutch: """
      title = Stikstofuitstoot rond Natura 2000-gebieden, getoetst
      description = Tabellen van een toetsing met stikstof. Een leeg veld is onbekend. Een tekst die \
      een rekenblad voor een formule zou houden, heeft er een apostrof voor.
      areasLayer = Gebieden
      areasText = De gebieden met hun omtrek en het slechtste oordeel over de sectoren in alle zones samen
      areasPointText = De gebieden als punt in hun grootste deel, met het slechtste oordeel over de \
      sectoren in alle zones samen
      ringsLayer = Zones
      ringsText = De zones rond de gebieden, met de uitstoot in het beoordeelde jaar
      resultsLayer = Oordelen
      resultsText = Een regel per gebied, zone, sector, stof en doel, op een punt in het gebied
      aboutLayer = Toelichting
      styleText = Kleur, vorm en woord per oordeel; een overgenomen oordeel is hol
      inherited = {status} (overgenomen)
      workbookFile = Alle tabellen als werkboek (Excel, LibreOffice)
      layersFile = Gebieden, zones en oordelen als kaartlagen (QGIS)
      jsonFile = Alle uitkomsten voor programma's, volgens een gepubliceerd schema
      iamcFile = Reeksen en verwachtingen in de vorm van het IAMC
      ceipFile = Landelijke reeksen per GNFR-sector in de vorm van CEIP
      packageFile = Beschrijving van de tabellen (Frictionless Data Package)
      tableFile = Tabel {name} als CSV
      """,
    english: """
      title = Nitrogen emissions around Natura 2000 areas, assessed
      description = Tables of an assessment of nitrogen. An empty cell is unknown. A text that a \
      spreadsheet would take for a formula has an apostrophe before it.
      areasLayer = Areas
      areasText = The areas with their outline and the worst verdict on the sectors in all zones together
      areasPointText = The areas as a point in their largest part, with the worst verdict on the \
      sectors in all zones together
      ringsLayer = Rings
      ringsText = The rings around the areas, with the emission in the assessed year
      resultsLayer = Verdicts
      resultsText = A row for each area, ring, sector, pollutant and target, at a point in the area
      aboutLayer = About
      styleText = Colour, shape and word of each verdict; an inherited verdict is hollow
      inherited = {status} (inherited)
      workbookFile = All tables as a workbook (Excel, LibreOffice)
      layersFile = Areas, rings and verdicts as map layers (QGIS)
      jsonFile = All results for programs, by a published schema
      iamcFile = Series and projections in the form of the IAMC
      ceipFile = National series by GNFR sector in the form of CEIP
      packageFile = What the tables hold (Frictionless Data Package)
      tableFile = Table {name} as CSV
      """)
}

extension ExchangePhrase {
  /// What a file holds, in words.
  ///
  /// - Parameters:
  ///   - name: the name of the file, such as `results.xlsx` or `csv/nl/series.csv`.
  ///   - words: the words of a language.
  /// - Returns: a title.
  public static func title(ofFile name: String, _ words: Words) -> String {
    switch name {
    case "results.xlsx": words(ExchangePhrase.workbookFile)
    case "results.gpkg": words(ExchangePhrase.layersFile)
    case "results.json": words(ExchangePhrase.jsonFile)
    case "iamc.csv": words(ExchangePhrase.iamcFile)
    case "ceip.csv": words(ExchangePhrase.ceipFile)
    case "datapackage.json": words(ExchangePhrase.packageFile)
    default: words(ExchangePhrase.tableFile, ["name": .text(name)])
    }
  }
}
