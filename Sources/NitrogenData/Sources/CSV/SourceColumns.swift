// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Which column of a table of sources holds what.
struct SourceColumns: Sendable {
  /// What a column holds.
  enum Role: Sendable {
    case unused, id, x, y, geometry, sector, second, pollutant, year, emission, vintage, status
  }

  /// The roles of the columns, in the order of the file.
  private(set) var roles: [Role]
  /// The unit of the emissions.
  private(set) var unit = EmissionColumn.kilograms
  /// The name of the column of parts or sub-sectors.
  let secondName: String

  /// The columns with a role.
  private(set) var positions: [Role: Int] = [:]

  private static let names: [String: Role] = [
    "id": .id, "x": .x, "y": .y, "geometry": .geometry, "sector": .sector,
    "pollutant": .pollutant, "year": .year, "vintage": .vintage, "status": .status,
    "emission_kg_per_yr": .emission, "emission_t_per_yr": .emission,
    "emission_kt_per_yr": .emission,
  ]

  /// The column of a role.
  subscript(role: Role) -> Int? { positions[role] }

  /// Finds the columns in a header by the names of ours and those the options give; `nil`, with the
  /// reason in the log, when one is missing or twice.
  init?(
    _ table: Table, options: SourceOptions, secondName: String, log: inout DiagnosticLog
  ) {
    self.secondName = secondName
    roles = Array(repeating: .unused, count: table.header.count)
    var names = Self.names
    names[secondName] = .second
    let theirs = Self.theirs(table, options, Set(names.keys).union(["site"]), &log)
    var first: [String: Int] = [:]
    var unused: [String] = []
    var isGood = theirs != nil
    for (column, name) in table.header.enumerated() {
      if let other = first[name], !name.isEmpty {
        log.standsTwice(table.headerPlaces[column], column: name, first: other)
        isGood = false
        continue
      }
      first[name] = column
      let ours = theirs?[name] ?? (theirs?.values.contains(name) == true ? nil : name)
      guard let ours, let role = names[ours] else {
        if ours != "site" { unused.append(name) }
        continue
      }
      if let other = positions[role] {
        log.error(
          table.headerPlaces[column],
          "a second column of emissions '\(name)' beside '\(table.header[other])'; keep one of them"
        )
        isGood = false
        continue
      }
      positions[role] = column
      roles[column] = role
      if let unit = EmissionColumn(rawValue: ours) { self.unit = unit }
    }
    if positions[.geometry] != nil {
      for role in [Role.x, .y] {
        guard let column = positions.removeValue(forKey: role) else { continue }
        roles[column] = .unused
        unused.append(table.header[column])
      }
    }
    if let year = options.year, positions[.year] == nil, !Table.years.contains(year) {
      log.error(
        Place(file: table.file),
        "year \(year) lies outside \(Table.years.lowerBound) to \(Table.years.upperBound)")
      isGood = false
    }
    guard reportMissing(table, options, unused, &log), isGood else { return nil }
    guard !unused.isEmpty else { return }
    let shown = unused.prefix(20).map { "'\($0)'" } + (unused.count > 20 ? ["others"] : [])
    log.note(
      Place(file: table.file, line: 1),
      unused.count == 1
        ? "column \(shown[0]) is not used" : "the columns \(shown.asList) are not used")
  }

  /// Our names by those of the file; `nil` when the options name a column that is not there.
  private static func theirs(
    _ table: Table, _ options: SourceOptions, _ known: Set<String>, _ log: inout DiagnosticLog
  ) -> [String: String]? {
    var theirs: [String: String] = [:]
    var isGood = true
    for (ours, name) in options.columns.sorted(by: { $0.key < $1.key }) {
      if !known.contains(ours) {
        log.error(
          Place(file: table.file, line: 1),
          "no column of sources is called '\(ours)'\(NearestName.hint(ours, in: known)); expected "
            + known.sorted().asChoice)
        isGood = false
      } else if !table.header.contains(name) {
        log.error(
          Place(file: table.file, line: 1),
          "there is no column '\(name)' to hold '\(ours)'\(NearestName.hint(name, in: table.header))",
          notes: ["the file has the columns \(table.header.map { "'\($0)'" }.asList)"])
        isGood = false
      } else {
        theirs[name] = ours
      }
    }
    return isGood ? theirs : nil
  }

  private func reportMissing(
    _ table: Table, _ options: SourceOptions, _ unused: [String], _ log: inout DiagnosticLog
  ) -> Bool {
    var missing: [String] = []
    if positions[.id] == nil { missing.append("id") }
    if positions[.geometry] == nil {
      if positions[.x] == nil { missing.append("x") }
      if positions[.y] == nil { missing.append("y") }
    }
    if positions[.sector] == nil && options.sector == nil { missing.append("sector") }
    if positions[.pollutant] == nil && options.pollutant == nil { missing.append("pollutant") }
    if positions[.year] == nil && options.year == nil { missing.append("year") }
    if positions[.emission] == nil { missing.append("emission_kg_per_yr") }
    if positions[.vintage] == nil && options.vintage == nil { missing.append("vintage") }
    guard !missing.isEmpty else { return true }
    var notes = missing.compactMap { name in
      NearestName.of(name, in: unused).map { "column '\($0)' looks like '\(name)'; rename it" }
    }
    let sayable = missing.filter { ["sector", "pollutant", "year", "vintage"].contains($0) }
    if !sayable.isEmpty {
      notes.append(
        "where all rows have one \(sayable.asChoice), give it with "
          + sayable.map { "--\($0)" }.asChoice)
    }
    notes.append(
      "a table of sources takes id, x, y (or geometry), sector, pollutant, year, "
        + "emission_kg_per_yr, vintage, and may have \(secondName), status and site")
    let names = missing.map { "'\($0)'" }
    log.error(
      Place(file: table.file, line: 1),
      names.count == 1
        ? "column \(names[0]) is missing" : "the columns \(names.asList) are missing",
      notes: notes)
    return false
  }
}
