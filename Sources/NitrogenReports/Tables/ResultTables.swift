// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
public import NitrogenCore
public import NitrogenWords

/// The topics of a result as tables, the same on pages, in workbooks and in CSV.
public struct ResultTables: Sendable {
  let narrator: Narrator
  let run: RunRecord
  /// The area that the tables are about; `nil` for all.
  let area: AreaCode?
  /// The assessments that the tables are about.
  let assessments: [Assessment]

  /// Prepares the tables of a result.
  public init(_ narrator: Narrator, run: RunRecord) {
    self.init(narrator, run: run, area: nil)
  }

  private init(_ narrator: Narrator, run: RunRecord, area: AreaCode?) {
    self.narrator = narrator
    self.run = run
    self.area = area
    assessments = narrator.result.assessments.filter {
      area == nil || $0.territory.area == area
    }
  }

  /// All tables, in the order of a workbook.
  public func all() -> [DataTable] {
    [
      about(), standings(), seriesByYear(), series(), projections(), measures(), closure(), flags(),
      policy(), unresolved(), sources(),
    ]
  }

  /// The tables of one area and its rings; policy and sources are those of the area too, what the
  /// text leaves open is that of the whole result.
  public func tables(of area: AreaCode) -> ResultTables {
    ResultTables(narrator, run: run, area: area)
  }

  var words: Words { narrator.words }
  var result: AssessmentResult { narrator.result }
}

// MARK: - Columns that several tables share

extension ResultTables {
  /// A column with its title in the language.
  func column(
    _ key: String, _ title: TablePhrase, unit: String? = nil, _ kind: DataTable.Kind = .text
  ) -> DataTable.Column {
    DataTable.Column(key, title: words(title), unit: unit, kind)
  }

  /// A column of shares in per cent.
  func percent(_ key: String, _ title: TablePhrase) -> DataTable.Column {
    column(key + "_percent", title, unit: "%", .number(decimals: 1))
  }

  /// A column of emissions.
  func emission(_ key: String, _ title: TablePhrase) -> DataTable.Column {
    column(key + "_kg_per_yr", title, unit: massUnit, .number(decimals: 0))
  }

  /// Kilograms per year as people write it.
  var massUnit: String { words.language == .dutch ? "kg/jaar" : "kg/yr" }

  /// What a territory is.
  var territoryColumns: [DataTable.Column] {
    [
      column("territory_kind", .kindColumn), column("area", .areaColumn, .integer),
      column("code", .codeColumn), column("name", .nameColumn),
      column("provinces", .provincesColumn), column("ring", .ringColumn),
    ]
  }

  /// What a series is about.
  var subjectColumns: [DataTable.Column] {
    territoryColumns + sliceColumns + [column("boundary", .boundaryColumn)]
  }

  /// Sector and compound.
  var sliceColumns: [DataTable.Column] {
    [
      column("sector", .sectorColumn), column("part", .partColumn),
      column("sector_code", .sectorCodeColumn), column("pollutant", .pollutantColumn),
    ]
  }

  /// The cells of ``territoryColumns``.
  func cells(_ territory: Territory?) -> [DataTable.Cell] {
    guard let territory else { return Array(repeating: .missing, count: 6) }
    let provinces = result.provinces(of: territory)
    let place: Territory = territory.area.map { .area($0) } ?? territory
    return [
      .text(kind(territory)), .init(territory.area?.rawValue), .init(territory.code),
      .text(narrator.name(place)),
      provinces.isEmpty ? .missing : .text(provinces.joined(separator: ", ")),
      .init(territory.ring.map(narrator.ring)),
    ]
  }

  /// The cells of ``sliceColumns``.
  func cells(_ slice: SectorSlice?, _ pollutant: Pollutant?) -> [DataTable.Cell] {
    [
      .init(slice.map { narrator.slice(SectorSlice($0.sector)) }),
      .init(slice?.part.map { words(part($0)) }), .init(slice?.label), .init(pollutant?.label),
    ]
  }

  /// The cells of ``subjectColumns``.
  func subject(_ assessment: Assessment) -> [DataTable.Cell] {
    cells(assessment.territory) + cells(assessment.slice, assessment.pollutant)
      + [.text(assessment.boundary.rawValue)]
  }

  /// Yes or no.
  func cell(_ flag: Bool) -> DataTable.Cell { .text(words(flag ? .yes : .no as TablePhrase)) }

  /// Texts in one cell; nothing for none.
  func cell(_ texts: [String]) -> DataTable.Cell {
    texts.isEmpty ? .missing : .text(texts.joined(separator: "; "))
  }

  private func kind(_ territory: Territory) -> String {
    let phrase: TablePhrase =
      switch territory {
      case .nation: .nation
      case .province: .province
      case .municipality: .municipality
      case .area: .area
      case .ring: .ring
      }
    return words(phrase)
  }

  private func part(_ part: SectorPart) -> TablePhrase {
    switch part {
    case .housing: .housing
    case .storage: .storage
    case .grazing: .grazing
    case .field: .field
    }
  }
}
