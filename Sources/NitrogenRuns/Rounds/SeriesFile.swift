// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports

/// Territory, sector, pollutant and boundary as they are read back.
struct SeriesEntry: Decodable {
  struct TerritoryEntry: Decodable {
    let kind: String
    let area: Int?
    let ring: String?
    let code: String?
    let name: String
  }

  let territory: TerritoryEntry
  let sector: String
  let part: String?
  let pollutant: String
  let boundary: String

  /// The key, with every word checked.
  func key() throws -> SeriesKey {
    SeriesKey(
      territory: try place(),
      slice: SectorSlice(
        try Self.word(sector, as: "a sector"), try part.map { try Self.word($0, as: "a part") }),
      pollutant: try Self.word(pollutant, as: "a pollutant"),
      boundary: BoundaryID(rawValue: boundary))
  }

  private func place() throws -> Territory {
    let area = territory.area.map { AreaCode(rawValue: $0) }
    switch (territory.kind, area, territory.ring.flatMap { Ring(label: $0) }, territory.code) {
    case ("nation", nil, nil, nil): return .nation
    case ("province", nil, nil, let code?): return .province(code: code)
    case ("municipality", nil, nil, let code?): return .municipality(code: code)
    case ("area", let area?, nil, nil): return .area(area)
    case ("ring", let area?, let ring?, nil): return .ring(area, ring)
    default: throw RoundFile.Unexpected(territory.kind, expected: "a territory with its codes")
    }
  }

  /// A word of the domain.
  static func word<Word: RawRepresentable>(
    _ text: String, as expected: String
  ) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
      throw RoundFile.Unexpected(text, expected: expected)
    }
    return word
  }
}

/// `series.json` as it is read back.
struct SeriesFile: Decodable {
  struct Base: Decodable {
    let year: Int
    let kgPerYear: Double
    let derived: Bool
  }

  struct Year: Decodable {
    let year: Int
    let kgPerYear: Double?
    let release: String
    let provisional: Bool
  }

  struct Target: Decodable {
    let year: Int
    let low: Double
    let high: Double
  }

  struct Verdict: Decodable {
    let target: Int
    let status: String
    let inherited: Bool
    let flagged: Bool
  }

  struct Entry: Decodable {
    let series: SeriesEntry
    let dataset: String?
    let shadow: Bool
    let baseline: Base?
    let years: [Year]
    let targets: [Target]
    let verdicts: [Verdict]

    private enum Key: String, CodingKey {
      case dataset, shadow, baseline, years, targets, verdicts
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      series = try SeriesEntry(from: decoder)
      dataset = try values.decodeIfPresent(String.self, forKey: .dataset)
      shadow = try values.decode(Bool.self, forKey: .shadow)
      baseline = try values.decodeIfPresent(Base.self, forKey: .baseline)
      years = try values.decode([Year].self, forKey: .years)
      targets = try values.decode([Target].self, forKey: .targets)
      verdicts = try values.decode([Verdict].self, forKey: .verdicts)
    }
  }

  let schema: String
  let series: [Entry]

  /// The series, with every word checked.
  func standings() throws -> [SeriesStanding] {
    guard schema == StandingsDocument.schema else {
      throw RoundFile.Unexpected(schema, expected: "'\(StandingsDocument.schema)' as schema")
    }
    return try series.map { entry in
      SeriesStanding(
        key: try entry.series.key(), name: entry.series.territory.name, dataset: entry.dataset,
        isShadow: entry.shadow,
        baseline: entry.baseline.map {
          SeriesStanding.Base(
            year: $0.year, emission: EmissionRate(kilogramsPerYear: $0.kgPerYear),
            isDerived: $0.derived)
        },
        years: entry.years.map { year in
          SeriesStanding.Year(
            year: year.year, emission: year.kgPerYear.map { EmissionRate(kilogramsPerYear: $0) },
            release: Vintage(rawValue: year.release), isProvisional: year.provisional)
        },
        targets: entry.targets.map {
          SeriesStanding.Asked(
            year: $0.year, band: Band(low: Fraction($0.low), high: Fraction($0.high)))
        },
        stands: try entry.verdicts.map {
          SeriesStanding.Stand(
            target: $0.target, status: try SeriesEntry.word($0.status, as: "a status"),
            isInherited: $0.inherited, isFlagged: $0.flagged)
        })
    }
  }
}
