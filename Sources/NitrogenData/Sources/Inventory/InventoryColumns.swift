// SPDX-License-Identifier: GPL-3.0-or-later

/// Which column of an export holds what, 1 for the first.
struct InventoryColumns {
  /// How the years stand.
  enum Years {
    /// One column of emissions for each year, `Jaar_2022`.
    case wide([(year: Int, column: Int)])
    /// One row for each year: the columns `Jaar` and `Emissie`.
    case long(year: Int, emission: Int)
  }

  let years: Years
  let unit: Int
  private let positions: [String: Int]

  /// The column of a name; `nil` when the export has none.
  subscript(name: String) -> Int? { positions[name] }

  /// The columns that are read, apart from the years.
  private static let known = [
    "Compartimentcode", "Compartiment", "Stofcode", "Stof", "Gebiedsindeling", "Code_gebied",
    "Gebied", "Sector", "Subsector", "Emissieoorzaak", "Emissieoorzaak_code", "Nic", "Bedrijf",
    "Xcoord", "Ycoord", "Sbi_code", "Herkomst_code", "Herkomst", "Dataset", "Jaar", "Emissie",
    "Eenheid",
  ]
  private static let yearPrefix = "Jaar_"

  /// Finds the columns in a header; `nil`, with the reasons in the log, when they do not do.
  init?(
    _ header: SheetRow, sheet: InventorySheet, options: SourceOptions, log: inout DiagnosticLog
  ) {
    var positions: [String: Int] = [:]
    var wide: [(year: Int, column: Int)] = []
    var isFine = true
    for cell in header.cells {
      let name = header.text(cell.column) ?? ""
      if let first = positions[name] {
        guard Self.known.contains(name) || name.hasPrefix(Self.yearPrefix) else { continue }
        sheet.error(
          header.number, cell.column,
          "column '\(name)' stands twice; it is column \(first) already: take one out", &log)
        isFine = false
        continue
      }
      positions[name] = cell.column
      guard name.hasPrefix(Self.yearPrefix) else { continue }
      guard let year = Int(name.dropFirst(Self.yearPrefix.count)), Table.years.contains(year) else {
        sheet.error(
          header.number, cell.column,
          "'\(name)' names no year from \(Table.years.lowerBound) to \(Table.years.upperBound)",
          &log)
        isFine = false
        continue
      }
      wide.append((year, cell.column))
    }
    for (ours, theirs) in options.columns where Self.known.contains(ours) {
      positions[ours] = positions[theirs]
    }
    self.positions = positions
    let emission = positions["Emissie"]
    if let first = wide.first, let emission {
      sheet.error(
        header.number, emission,
        "a column 'Emissie' beside 'Jaar_\(first.year)': an export has one or the other; take one "
          + "out", &log)
      isFine = false
    }
    var required = ["Stofcode", "Sector", "Eenheid"]
    if options.vintage == nil { required.append("Dataset") }
    if wide.isEmpty { required += ["Jaar", "Emissie"] }
    if positions["Xcoord"] == nil || positions["Ycoord"] == nil { required.append("Gebied") }
    let missing = required.filter { positions[$0] == nil }
    if !missing.isEmpty {
      sheet.error(
        header.number, nil, Self.missing(missing, in: positions.keys.sorted()), &log)
      isFine = false
    }
    guard isFine, let unit = positions["Eenheid"] else { return nil }
    self.unit = unit
    if !wide.isEmpty {
      years = .wide(wide)
    } else if let year = positions["Jaar"], let emission {
      years = .long(year: year, emission: emission)
    } else {
      return nil
    }
  }

  private static func missing(_ names: [String], in header: [String]) -> String {
    let list = names.map { "'\($0)'" }.asList
    let hints = names.map { NearestName.hint($0, in: header) }.first { !$0.isEmpty } ?? ""
    let years =
      names.contains("Emissie")
      ? "; the years stand either in columns such as 'Jaar_2022' or in 'Jaar' and 'Emissie'" : ""
    return (names.count == 1 ? "column \(list) is missing" : "the columns \(list) are missing")
      + hints + years
  }
}
