// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenGeography

/// Zones made from sources as a dataset that an assessment takes: a data package with its tables.
public enum ZonePackage {
  /// A file of the package.
  public struct File: Sendable {
    /// The name in the folder.
    public let name: String
    /// The whole content.
    public let text: String
  }

  /// What the dataset is called.
  public struct Heading: Sendable {
    /// The name of the dataset: lower-case letters, digits, `.`, `_` and `-`.
    public let name: String
    /// The title.
    public let title: String
    /// How close to the publisher the sources are.
    public let grade: SourceGrade
    /// Whether the zones may be shown to everybody as they are.
    public let disclosure: Disclosure

    /// Makes a heading.
    public init(
      name: String, title: String, grade: SourceGrade, disclosure: Disclosure = .protected
    ) {
      self.name = name
      self.title = title
      self.grade = grade
      self.disclosure = disclosure
    }
  }

  /// The files of a package.
  ///
  /// - Parameters:
  ///   - result: the zones.
  ///   - heading: what the dataset is called.
  /// - Returns: the files, `datapackage.json` first.
  public static func files(_ result: ZoneResult, heading: Heading) -> [File] {
    files(
      result, rows: ZoneGrid(result.table).rows.map(PublicZones.Row.init), heading: heading,
      isPublic: false)
  }

  /// The files of a package that everybody may see: zones that an assessment of the same sources
  /// withholds have neither a number of sources nor an emission, and sums over several areas, from which
  /// they might follow, are left out.
  ///
  /// - Parameters:
  ///   - result: the zones.
  ///   - heading: what the dataset is called.
  ///   - withheld: the zones that an assessment of the same sources withholds.
  /// - Returns: the files, `datapackage.json` first.
  public static func publicFiles(
    _ result: ZoneResult, heading: Heading, withholding withheld: Set<PublicZones.Zone>
  ) -> [File] {
    files(
      result, rows: PublicZones(result.table, withholding: withheld).rows, heading: heading,
      isPublic: true)
  }

  private static func files(
    _ result: ZoneResult, rows: [PublicZones.Row], heading: Heading, isPublic: Bool
  ) -> [File] {
    let boundaries = Set(result.table.rows.map(\.entry.boundary)).sorted()
    var tables: [File] = []
    var resources: [JSONValue] = []
    for boundary in boundaries {
      let name = boundaries.count == 1 ? "zone-emissions" : "zone-emissions-\(boundary)"
      tables.append(File(name: "\(name).csv", text: zones(rows, boundary)))
      resources.append(
        resource(
          name, "Emission of sources in and around Natura 2000 areas",
          [
            ("stikstof:role", .string("zone-emissions")),
            ("stikstof:boundary", .string(boundary.rawValue)),
          ], zoneFields))
      // From sums over areas a withheld zone may follow.
      if isPublic { continue }
      let unions = boundaries.count == 1 ? "zone-unions" : "zone-unions-\(boundary)"
      tables.append(File(name: "\(unions).csv", text: unionTable(result.table, boundary)))
      resources.append(
        resource(
          unions, "The same with each source once per province of the areas, and once in all",
          [
            ("stikstof:role", .string("zone-unions")),
            ("stikstof:boundary", .string(boundary.rawValue)),
          ], unionFields))
    }
    for (classification, records) in territories(result.territories) {
      let name = "territory-emissions-\(classification)"
      tables.append(File(name: "\(name).csv", text: territoryTable(records, result.groupNames)))
      resources.append(
        resource(
          name, "Emission of provinces and municipalities in the same files",
          [
            ("stikstof:role", .string("territory-emissions")),
            ("stikstof:classification", .string(classification)),
            ("stikstof:disclosure", .string(Disclosure.published.rawValue)),
          ], territoryFields))
    }
    let package = JSONValue.object([
      ("name", .string(heading.name)), ("title", .string(heading.title)),
      (
        "description",
        .string(
          "Made from sources by stikstof zone. A ring without a source of an inventory that has "
            + "sources of the sector around the area is 0; an empty emission is unknown."
            + remark(heading, isPublic: isPublic))
      ),
      ("stikstof:grade", .string(heading.grade.rawValue)),
      (
        "stikstof:disclosure",
        .string((isPublic ? Disclosure.published : heading.disclosure).rawValue)
      ),
      (
        "sources",
        .array(result.sources.map { .object([("title", .string($0)), ("path", .string($0))]) })
      ),
      ("resources", .array(resources)),
    ])
    return [File(name: "datapackage.json", text: package.text + "\n")] + tables
  }

  /// What the dataset says of who may see it.
  private static func remark(_ heading: Heading, isPublic: Bool) -> String {
    if isPublic {
      return
        " Zones behind which too few sources stand to be shown have no figure, nor a number of "
        + "sources."
    }
    return heading.disclosure == .protected
      ? " Private working material: figures may rest on a single farm and are not for publication."
      : ""
  }

  // MARK: - Tables

  private static let zoneFields = [
    ("area", "integer"), ("ring", "string"), ("sector", "string"), ("part", "string"),
    ("pollutant", "string"), ("year", "integer"), ("sources", "integer"),
    ("farms", "integer"), ("emission_kg_per_yr", "number"), ("vintage", "string"),
    ("status", "string"),
  ]
  private static let unionFields =
    [("territory", "string")] + zoneFields.dropFirst().filter { $0.0 != "farms" }
  private static let territoryFields = [
    ("kind", "string"), ("code", "string"), ("name", "string"), ("sector", "string"),
    ("subsector", "string"), ("pollutant", "string"), ("year", "integer"),
    ("emission_kg_per_yr", "number"), ("vintage", "string"), ("status", "string"),
  ]

  private static func resource(
    _ name: String, _ title: String, _ own: [(String, JSONValue)], _ fields: [(String, String)]
  ) -> JSONValue {
    .object(
      [
        ("name", .string(name)), ("path", .string("\(name).csv")), ("type", .string("table")),
        ("title", .string(title)),
      ] + own + [
        ("encoding", .string("utf-8")),
        (
          "schema",
          .object([
            (
              "fields",
              .array(
                fields.map { .object([("name", .string($0.0)), ("type", .string($0.1))]) })
            ),
            ("missingValues", .array([.string("")])),
          ])
        ),
      ])
  }

  private static func header(_ fields: [(String, String)]) -> String {
    fields.map(\.0).joined(separator: ",")
  }

  private static func zones(_ rows: [PublicZones.Row], _ boundary: BoundaryID) -> String {
    var csv = CSVWriter(header: header(zoneFields))
    for row in rows where row.entry.boundary == boundary {
      csv.cell(row.area.rawValue)
      add(row.ring, row.entry, row.sum, countsFarms: true, to: &csv)
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  private static func unionTable(_ table: ZoneTable, _ boundary: BoundaryID) -> String {
    var csv = CSVWriter(header: header(unionFields))
    for union in table.unions where union.entry.boundary == boundary {
      csv.cell(union.group ?? "NL")
      add(union.ring, union.entry, union.sum, countsFarms: false, to: &csv)
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  private static func add(
    _ ring: Ring, _ entry: ZoneTable.Entry, _ sum: ZoneTable.Sum?, countsFarms: Bool,
    to csv: inout CSVWriter
  ) {
    csv.cell(ring.label)
    csv.cell(entry.slice.sector.rawValue)
    csv.cell(entry.slice.part?.rawValue)
    csv.cell(entry.pollutant.label)
    csv.cell(entry.year)
    csv.cell(sum?.sources)
    if countsFarms { csv.cell(sum?.farms) }
    csv.cell(sum?.emission?.kilogramsPerYear)
    csv.cell(entry.vintage.rawValue)
    csv.cell(entry.provisional ? "provisional" : "final")
    csv.endRow()
  }

  /// Figures of provinces and municipalities by classification; those in sectors of ours are none,
  /// and the nation has its inventory elsewhere.
  private static func territories(
    _ records: [EmissionRecord]
  ) -> [(classification: String, records: [(ActivityCode, EmissionRecord)])] {
    var found: [String: [(ActivityCode, EmissionRecord)]] = [:]
    for record in records where record.territory != .nation {
      if case .code(let code) = record.activity {
        found[code.classification, default: []].append((code, record))
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The files name a municipality by its code only; a province has its official name.
  private static func territoryTable(
    _ records: [(ActivityCode, EmissionRecord)], _ names: [String: String]
  ) -> String {
    var csv = CSVWriter(header: header(territoryFields))
    for (code, record) in records {
      csv.cell(record.territory.kind)
      csv.cell(record.territory.code)
      csv.cell(record.territory.code.map { names[$0] ?? $0 })
      csv.cell(code.sector)
      csv.cell(code.subsector)
      csv.cell(record.pollutant.label)
      csv.cell(record.year)
      csv.cell(record.emission?.kilogramsPerYear)
      csv.cell(record.vintage.rawValue)
      csv.cell(record.provisional ? "provisional" : "final")
      csv.endRow()
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }
}
