// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// Tables as CSV in a folder with the data package (Frictionless) that describes them.
public enum TablePackage {
  /// A file of the package.
  public struct File: Sendable {
    /// The path in the folder, with `/`.
    public let name: String
    /// The whole content.
    public let bytes: [UInt8]

    /// Makes a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Tables in one dialect.
  public struct Part: Sendable {
    /// How they are written.
    public let dialect: TableDialect
    /// The tables, in its language.
    public let tables: [DataTable]

    /// Takes tables.
    public init(_ dialect: TableDialect, _ tables: [DataTable]) {
      self.dialect = dialect
      self.tables = tables
    }
  }

  /// The files of a package: `datapackage.json`, then the tables in `csv/nl/` and `csv/en/`.
  ///
  /// - Parameters:
  ///   - name: the name of the package: lower-case letters, digits, `.`, `_` and `-`.
  ///   - title: its title.
  ///   - description: what to know of it.
  ///   - parts: the tables by dialect.
  /// - Returns: the files, paths with `/`.
  public static func files(
    name: String, title: String, description: String, _ parts: [Part]
  ) -> [File] {
    var files: [File] = []
    var resources: [JSONValue] = []
    for part in parts {
      let withheld = Words(part.dialect.language)(TablePhrase.withheld)
      for table in part.tables {
        let path = "csv/\(part.dialect.language.rawValue)/\(table.name).csv"
        files.append(File(name: path, bytes: table.csv(part.dialect, withheld: withheld)))
        resources.append(resource(table, path: path, part.dialect, withheld: withheld))
      }
    }
    let package = JSONValue.object([
      ("name", .string(name)), ("title", .string(title)), ("description", .string(description)),
      ("resources", .array(resources)),
    ])
    return [File(name: "datapackage.json", bytes: Array((package.text + "\n").utf8))] + files
  }

  private static func resource(
    _ table: DataTable, path: String, _ dialect: TableDialect, withheld: String
  ) -> JSONValue {
    .object(
      [
        ("name", .string("\(table.name)-\(dialect.language.rawValue)")), ("path", .string(path)),
        ("type", .string("table")), ("title", .string(table.title)),
      ] + (table.note.map { [("description", .string($0))] } ?? []) + [
        ("format", .string("csv")), ("mediatype", .string("text/csv")),
        ("encoding", .string("utf-8")),
        ("dialect", .object([("delimiter", .string(String(dialect.delimiter)))])),
        (
          "schema",
          .object([
            ("fields", .array(table.columns.map { field($0, dialect) })),
            ("missingValues", .array([.string(""), .string(withheld)])),
          ])
        ),
      ])
  }

  private static func field(_ column: DataTable.Column, _ dialect: TableDialect) -> JSONValue {
    let type: String
    switch column.kind {
    case .text: type = "string"
    case .integer: type = "integer"
    case .year: type = "year"
    case .number: type = "number"
    }
    var members: [(String, JSONValue)] = [
      ("name", .string(dialect.header(of: column))), ("type", .string(type)),
    ]
    if case .number = column.kind, dialect.decimalMark != "." {
      members.append(("decimalChar", .string(String(dialect.decimalMark))))
    }
    if !dialect.hasTitles { members.append(("title", .string(column.title))) }
    if let unit = column.unit { members.append(("stikstof:unit", .string(unit))) }
    return .object(members)
  }
}
