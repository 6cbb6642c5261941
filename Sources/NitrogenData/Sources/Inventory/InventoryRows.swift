// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Turns the rows of an export into sources and figures of territories.
struct InventoryRows {
  /// What a row says apart from its year and emission.
  struct Row {
    let number: Int
    /// `nil` for a substance that is neither NH₃ nor NOx.
    let pollutant: Pollutant?
    let substance: String
    /// `nil` where no boundary and no list places the sector.
    let code: ActivityCode?
    let sector: String
    let release: ReleaseName
    /// The power of ten that turns the emission into kg; `nil` for a unit that is no mass.
    let shift: Int?
    let unit: String
    let isAir: Bool
    let region: InventoryRegion
    /// `nil` where the row has no place.
    let point: RDPoint?
    /// The company's number or name; empty where the row is of none.
    let company: String
    /// What tells rows of one figure apart.
    let detail: String
  }

  let sheet: InventorySheet
  let columns: InventoryColumns
  let options: SourceOptions
  let codes: KnownCodes
  let classification: String
  private let provinces: Set<String>
  var numbers: SheetNumbers
  private(set) var figures = InventoryFigures()
  var releases = SheetMemo<ReleaseName>()
  var subsectors = SheetMemo<String>()
  var warned: Set<String> = []

  /// The codes of the Emissieregistratie for what counts here.
  private static let pollutants: [String: Pollutant] = ["301": .nh3, "305": .nox]

  /// Units of mass by the power of ten that makes them kg.
  private static let shifts: [String: Int] = [
    "kg": 0, "ton": 3, "t": 3, "kton": 6, "mln kg": 6, "g": -3, "gram": -3, "mg": -6,
  ]

  init(
    sheet: InventorySheet, columns: InventoryColumns, options: SourceOptions,
    reference: ReferenceData
  ) {
    self.sheet = sheet
    self.columns = columns
    self.options = options
    classification = options.classification ?? "er"
    codes = KnownCodes(classification: classification, reference: reference)
    provinces = Set(reference.catalogue.provinces.map(\.code))
    numbers = SheetNumbers(sheet: sheet)
  }

  /// Reads a row below the header.
  mutating func read(
    _ row: SheetRow, intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    guard !row.cells.isEmpty, let head = head(row, &log) else { return }
    switch columns.years {
    case .wide(let years):
      for (year, column) in years {
        try take(head, year: year, column: column, row, &intake, &log)
      }
    case .long(let yearColumn, let column):
      guard let year = year(row, yearColumn, &log) else { return }
      try take(head, year: year, column: column, row, &intake, &log)
    }
  }

  private mutating func head(_ row: SheetRow, _ log: inout DiagnosticLog) -> Row? {
    let code = Self.whole(row.text(columns["Stofcode"]))
    let sector = required("Sector", row, &log)
    let unit = required("Eenheid", row, &log)
    let release = release(row, &log)
    let point = point(row, &log)
    guard let code else {
      _ = required("Stofcode", row, &log)
      return nil
    }
    guard let sector, let unit, let release, let point else { return nil }
    let pollutant = Self.pollutants[code]
    let substance = row.text(columns["Stof"]) ?? "code \(code)"
    var shift = Self.shifts[unit.lowercased()]
    if pollutant != nil && shift == nil {
      sheet.error(
        row.number, columns.unit,
        "unit '\(unit)' is not read; expected \(Self.shifts.keys.sorted().asChoice)", &log)
      return nil
    }
    // An emission of something else is counted in kg or not at all.
    if pollutant == nil && unit.lowercased() != "kg" { shift = nil }
    let (known, label) = activity(row, sector, &log)
    return Row(
      number: row.number, pollutant: pollutant, substance: substance, code: known, sector: label,
      release: release, shift: shift, unit: unit, isAir: isAir(row),
      region: InventoryRegion(
        division: row.text(columns["Gebiedsindeling"]), code: row.text(columns["Code_gebied"]),
        name: row.text(columns["Gebied"]), provinces: provinces),
      point: point,
      company: Self.whole(row.text(columns["Nic"])) ?? row.text(columns["Bedrijf"]) ?? "",
      detail: detail(row))
  }

  /// Adds one emission to the sources, to the figures of territories or to what is left out.
  private mutating func take(
    _ head: Row, year: Int, column: Int, _ row: SheetRow, _ intake: inout SourceIntake,
    _ log: inout DiagnosticLog
  ) throws {
    var emission: Double?
    if let shift = head.shift {
      guard
        case .some(let number) = numbers.emission(
          row, column, unit: head.unit, shift: shift, &log)
      else { return }
      emission = number
    }
    guard let pollutant = head.pollutant else {
      intake.drop(.otherSubstance(head.substance), pollutant: nil, emission: emission)
      return
    }
    guard head.isAir else {
      intake.drop(
        .other("not emitted to air"), pollutant: pollutant, emission: emission)
      return
    }
    guard let code = head.code else {
      intake.drop(.unknownSector(head.sector), pollutant: pollutant, emission: emission)
      return
    }
    if let point = head.point {
      let key = SourceKey(
        activity: .code(code), pollutant: pollutant, year: year, vintage: head.release.vintage,
        provisional: head.release.provisionalYear == year)
      try intake.add(
        .point(point), emission: emission, key: key, id: head.company, line: head.number)
      return
    }
    takeUnplaced(head, code, pollutant, year, emission, column, &intake, &log)
  }

  private mutating func takeUnplaced(
    _ head: Row, _ code: ActivityCode, _ pollutant: Pollutant, _ year: Int, _ emission: Double?,
    _ column: Int, _ intake: inout SourceIntake, _ log: inout DiagnosticLog
  ) {
    guard head.company.isEmpty else {
      intake.drop(.noPlace("company without coordinates"), pollutant: pollutant, emission: emission)
      return
    }
    switch head.region {
    case .sea(let name):
      intake.drop(.keptApart(name), pollutant: pollutant, emission: emission)
    case .other(let division):
      let what = division.isEmpty ? "no region" : "region of '\(division)'"
      if warned.insert("division \(division)").inserted {
        sheet.warning(
          head.number, columns["Gebiedsindeling"] ?? columns["Gebied"],
          "\(what); figures are taken of the country, provinces and municipalities only, these rows "
            + "are left out and counted", &log)
      }
      intake.drop(.noPlace(what), pollutant: pollutant, emission: emission)
    case .territory(let territory):
      let key = InventoryFigures.Key(
        territory: territory, code: code, pollutant: pollutant, year: year, release: head.release)
      let clash = figures.add(key, emission: emission, detail: head.detail, row: head.number)
      if let clash {
        report(clash, key, head.number, column, &log)
      } else {
        let what = "figure of \(territory == .nation ? "the" : "a") \(territory.kind)"
        intake.drop(.noPlace(what), pollutant: pollutant, emission: emission)
      }
    }
  }

  private func report(
    _ clash: InventoryFigures.Clash, _ key: InventoryFigures.Key, _ row: Int, _ column: Int,
    _ log: inout DiagnosticLog
  ) {
    let place = ([key.territory.kind] + [key.territory.code].compactMap { $0 })
      .joined(separator: " ")
    let what = "\(key.pollutant.label) of '\(key.code.label)' in \(key.year), \(place),"
    let message =
      switch clash {
      case .twice(let first): "\(what) stands twice, first in row \(first); take one out"
      case .wholeAndCauses(let first):
        "\(what) stands both whole and by cause, the other in row \(first); export one of them"
      case .wholeAndParts(let first):
        "\(what) stands beside another level of the sector in row \(first), so that it would count "
          + "twice; export sectors or sub-sectors"
      }
    sheet.error(row, column, message, &log)
  }
}
