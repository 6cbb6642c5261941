// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Turns the rows of a farm table into sources of NH₃.
struct FarmRows {
  private var table: Table
  private let columns: FarmColumns
  private let options: SourceOptions
  private var factors: FactorLookup
  private let boundary: BoundaryID
  private var parts = CellMemo<SectorPart>()
  private var vintages = CellMemo<Vintage>()
  private var lines: [String: Int] = [:]
  /// Why emissions stay unknown: where it stands first, and in how many rows.
  private var open: [String: (place: Place, rows: Int)] = [:]
  /// How many rows have a factor of their own.
  private var ownFactors = 0

  private static let partNames = SectorPart.allCases.map(\.rawValue)

  init(
    table: Table, columns: FarmColumns, options: SourceOptions, boundary: BoundaryID,
    factors: EmissionFactors
  ) {
    self.table = table
    self.columns = columns
    self.options = options
    self.boundary = boundary
    self.factors = FactorLookup(factors)
  }

  /// Reads every row.
  mutating func readAll(_ intake: inout SourceIntake, _ log: inout DiagnosticLog) throws {
    while table.next(&log) { try readRow(&intake, &log) }
    if table.rowCount == 0 && !table.isBroken {
      log.error(
        Place(file: table.file, line: 1), "the table has a header and no rows; add farms")
    }
    let byPlace = open.sorted {
      ($0.value.place.line ?? 0, $0.key) < ($1.value.place.line ?? 0, $1.key)
    }
    for (message, found) in byPlace {
      let rows = found.rows == 1 ? "" : " (in \(found.rows) rows, here first)"
      log.warning(found.place, "\(message); the emission stays unknown\(rows)")
    }
    if ownFactors > 0 {
      log.note(
        Place(file: table.file),
        "\(counted(ownFactors, "row")) \(ownFactors == 1 ? "has" : "have") a factor of "
          + "\(ownFactors == 1 ? "its" : "their") own, which counts before those of Areas")
    }
  }

  private mutating func readRow(
    _ intake: inout SourceIntake, _ log: inout DiagnosticLog
  ) throws {
    let site = table.requiredText(columns["site"], &log)
    let category = table.requiredText(columns["category"], &log)
    let housing = table.requiredText(columns["housing"], &log)
    let part = table.optionalWord(
      columns["part"], "part of agriculture", Self.partNames, memo: &parts, &log,
      make: SectorPart.init(rawValue:))
    let year = columns["year"] == nil ? options.year : table.requiredYear(columns["year"], &log)
    let vintage =
      columns["vintage"] == nil
      ? options.vintage
      : table.requiredWord(
        columns["vintage"], "vintage", [], memo: &vintages, &log, make: Vintage.init(rawValue:))
    let point = point(&log)
    guard let site, let category, let housing, let part, let year, let vintage, let point,
      let shape = shape(part ?? .housing, at: point, &log),
      isNew(site, part ?? .housing, category, housing, year, vintage, &log),
      let emission = emission(part ?? .housing, category, housing, year, &log)
    else { return }
    intake.farms.insert(site)
    try intake.add(
      shape, emission: emission,
      key: SourceKey(
        activity: .slice(SectorSlice(.agriculture, part ?? .housing), boundary: boundary),
        pollutant: .nh3, year: year, vintage: vintage), id: site, line: table.line,
      owner: Self.number(of: site))
  }

  /// A number for a farm, from its name (FNV-1a).
  private static func number(of site: String) -> UInt64 {
    site.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private mutating func isNew(
    _ site: String, _ part: SectorPart, _ category: String, _ housing: String, _ year: Int,
    _ vintage: Vintage, _ log: inout DiagnosticLog
  ) -> Bool {
    let rest = ["x", "y", "parcel", "land", "geometry"].map { table.text(columns[$0]) ?? "" }
    let key = ([site, part.rawValue, category, housing, "\(year)", vintage.rawValue] + rest)
      .joined(separator: "\t")
    guard let first = lines.updateValue(table.line, forKey: key) else { return true }
    log.standsTwice(
      table.place(of: columns["site"] ?? 0),
      "'\(housing)' of '\(category)' at site '\(site)' in \(year)", firstLine: first)
    return false
  }

  private func point(_ log: inout DiagnosticLog) -> RDPoint? {
    guard let xColumn = columns["x"], let yColumn = columns["y"] else { return nil }
    guard table.hasValue(xColumn, &log), table.hasValue(yColumn, &log),
      case .some(let x?) = table.number(xColumn, unit: "m", &log),
      case .some(let y?) = table.number(yColumn, unit: "m", &log)
    else { return nil }
    if RDEnvelope.contains(x: x, y: y) { return RDPoint(x: x, y: y) }
    table.error(
      xColumn,
      "the place \(table.shown(xColumn)), \(table.shown(yColumn)) lies outside RD New (x -100 to "
        + "400 km, y 200 to 950 km)"
        + (RDEnvelope.contains(x: y, y: x) ? "; x and y look swapped" : ""), &log)
    return nil
  }

  /// The parcel of a row of part field that has one, the building otherwise.
  private func shape(
    _ part: SectorPart, at point: RDPoint, _ log: inout DiagnosticLog
  ) -> SourceShape? {
    guard let column = columns["geometry"], !table.isEmpty(column) else { return .point(point) }
    guard part == .field else {
      table.error(
        column,
        "a parcel goes with part field, not with \(part.rawValue), which is at the building; leave "
          + "it empty", &log)
      return nil
    }
    do throws(WellKnownText.Problem) {
      let parts = try WellKnownText.polygons(table.bytes(column))
      return options.takesParcels ? .surface(parts) : .point(point)
    } catch {
      table.error(column, "the parcel cannot be read: \(error.message)", &log)
      return nil
    }
  }
}

extension FarmRows {
  /// The emission of the row at hand in kg NH₃/yr; the outer `nil` is an error, the inner unknown.
  private mutating func emission(
    _ part: SectorPart, _ category: String, _ housing: String, _ year: Int,
    _ log: inout DiagnosticLog
  ) -> Double?? {
    guard let given = quantity("emission_kg_per_yr", "emission", "kg/yr", &log),
      let places = quantity("places", "the number of places", "animal places", &log),
      let own = quantity("factor_kg_nh3_per_place_yr", "the factor", "kg/yr", &log),
      let nitrogen = quantity("n_kg_per_yr", "nitrogen", "kg/yr", &log)
    else { return nil }
    if let given { return .some(given) }
    if part == .field {
      guard let nitrogen else {
        leaveOpen("n_kg_per_yr", "neither nitrogen nor emission is given")
        return .some(nil)
      }
      switch factors.field(
        kind: category, technique: housing, land: table.text(columns["land"]), year: year)
      {
      case .factor(let factor):
        let ammonia = MolarMass.ammonia / MolarMass.nitrogen
        return checked(nitrogen * factor.loss.value * ammonia, "n_kg_per_yr", &log)
      case .nothing(let reason):
        leaveOpen("housing", reason)
        return .some(nil)
      }
    }
    guard let places else {
      leaveOpen("places", "the number of places is not given")
      return .some(nil)
    }
    if let own {
      ownFactors += 1
      return checked(places * own, "places", &log)
    }
    guard part == .housing else {
      leaveOpen("part", "Areas has no factors of part \(part.rawValue); give one of your own")
      return .some(nil)
    }
    switch factors.housing(housing, category: category, year: year) {
    case .factor(let factor): return checked(places * factor.kilogramsPerPlace, "places", &log)
    case .nothing(let reason):
      leaveOpen("housing", reason)
      return .some(nil)
    }
  }

  private func quantity(
    _ name: String, _ what: String, _ unit: String, _ log: inout DiagnosticLog
  ) -> Double?? {
    guard let column = columns[name] else { return .some(nil) }
    return table.positiveNumber(column, what, unit: unit, &log)
  }

  /// The emission, unless it is larger than sums can take.
  private func checked(
    _ emission: Double, _ name: String, _ log: inout DiagnosticLog
  ) -> Double?? {
    guard emission > ExactSum.largestTerm else { return .some(emission) }
    if let column = columns[name] {
      table.error(
        column,
        "the row emits \(emission) kg/yr, beyond anything there is; check the digits", &log)
    }
    return nil
  }

  /// Remembers why an emission stays unknown.
  private mutating func leaveOpen(_ name: String, _ reason: String) {
    let column = columns[name] ?? columns["housing"] ?? 0
    open[reason, default: (table.place(of: column), 0)].rows += 1
  }
}
