// SPDX-License-Identifier: GPL-3.0-or-later

/// Which column of a farm table holds what.
struct FarmColumns {
  /// The columns that make a table one of farms.
  static let telling = ["site", "category", "housing"]
  private static let required = ["site", "x", "y", "category", "housing"]
  private static let optional = [
    "places", "factor_kg_nh3_per_place_yr", "emission_kg_per_yr", "part", "year", "vintage",
    "land", "n_kg_per_yr", "geometry", "parcel",
  ]

  private var positions: [String: Int] = [:]

  /// The column of one of our names; `nil` when the table has none.
  subscript(name: String) -> Int? { positions[name] }

  /// Finds the columns in a header; `nil`, with the reasons in the log, when they do not do.
  init?(_ table: Table, _ options: SourceOptions, _ log: inout DiagnosticLog) {
    let known = Self.required + Self.optional
    var first: [String: Int] = [:]
    var isFine = true
    for (column, name) in table.header.enumerated() where !name.isEmpty {
      if let other = first[name] {
        log.standsTwice(table.headerPlaces[column], column: name, first: other)
        isFine = false
      } else {
        first[name] = column
      }
    }
    for name in known { positions[name] = first[options.columns[name] ?? name] }
    var missing = Self.required.filter { positions[$0] == nil }
    if options.year == nil && positions["year"] == nil { missing.append("year") }
    if options.vintage == nil && positions["vintage"] == nil { missing.append("vintage") }
    if !missing.isEmpty {
      let hints = missing.map { NearestName.hint($0, in: table.header) }.first { !$0.isEmpty }
      let names = missing.map { "'\(options.columns[$0] ?? $0)'" }
      log.error(
        Place(file: table.file, line: 1),
        (names.count == 1
          ? "column \(names[0]) is missing" : "the columns \(names.asList) are missing")
          + (hints ?? ""),
        notes: [
          "a table of farms has the columns \(Self.required.asList), a year and a vintage unless "
            + "the user gives them, and may have \(Self.optional.filter { !["year", "vintage"].contains($0) }.asList)"
        ])
      isFine = false
    }
    guard isFine else { return nil }
    let used = Set(positions.values)
    let unused = table.header.indices.filter { !used.contains($0) }
      .map { "'\(table.header[$0])'" }
    if !unused.isEmpty {
      log.note(
        Place(file: table.file, line: 1),
        unused.count == 1
          ? "column \(unused[0]) is not used" : "the columns \(unused.asList) are not used")
    }
  }
}
