// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of results as people and programs read it: typed cells under titled columns.
///
/// One table has many faces: a table on a page, a sheet of a workbook, a CSV file, the data behind
/// a figure.
public struct DataTable: Sendable {
  /// What a column holds.
  public enum Kind: Hashable, Sendable {
    /// Text.
    case text
    /// Whole numbers that are counted.
    case integer
    /// Years, which have no mark between thousands.
    case year
    /// Numbers, shown to people with so many decimals.
    case number(decimals: Int)
  }

  /// A column.
  public struct Column: Sendable {
    /// The name for programs, in English with its unit: `emission_kg_per_yr`.
    public let key: String
    /// The title for people.
    public let title: String
    /// The unit for people; `nil` where there is none or the title says it.
    public let unit: String?
    /// What it holds.
    public let kind: Kind

    /// Makes a column.
    public init(_ key: String, title: String, unit: String? = nil, _ kind: Kind = .text) {
      self.key = key
      self.title = title
      self.unit = unit
      self.kind = kind
    }
  }

  /// A cell.
  public enum Cell: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number in full precision.
    case number(Double)
    /// Nothing is known.
    case missing
    /// Something is known and not shown, to protect single farms.
    case withheld
  }

  /// The name for programs: the stem of a file, the name of a sheet or layer, at most 31 letters.
  public let name: String
  /// The title for people.
  public let title: String
  /// What to know when reading it; `nil` for nothing.
  public let note: String?
  /// The columns.
  public let columns: [Column]
  /// The rows, each with a cell for every column.
  public private(set) var rows: [[Cell]]

  /// Makes a table.
  public init(
    name: String, title: String, note: String? = nil, columns: [Column], rows: [[Cell]] = []
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
    self.name = name
    self.title = title
    self.note = note
    self.columns = columns
    self.rows = rows
  }

  /// Adds a row, a cell for every column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row has a cell for each column")
    rows.append(row)
  }
}

extension DataTable.Cell: ExpressibleByStringLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A text, or nothing known.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .missing }

  /// A whole number, or nothing known.
  public init(_ number: Int?) { self = number.map { .integer($0) } ?? .missing }

  /// A number, or nothing known.
  public init(_ number: Double?) { self = number.map { .number($0) } ?? .missing }
}
