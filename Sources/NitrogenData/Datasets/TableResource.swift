// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What the rows of a table are.
enum TableRole: String, CaseIterable {
  case zoneEmissions = "zone-emissions"
  case territoryEmissions = "territory-emissions"
  case nationalEmissions = "national-emissions"
  case measurements
  case stations
  case instrumentChanges = "instrument-changes"
  case sources
  case farms
  case measures
  case plan
  case zoneCorrelations = "zone-correlations"

  /// Roles of tables that hold emissions.
  static let emissions: [TableRole] = [.zoneEmissions, .territoryEmissions, .nationalEmissions]

  /// Roles of tables that say what is to come, and how sure it is.
  static let projecting: [TableRole] = [.measures, .plan, .zoneCorrelations]

  /// Roles of tables that an assessment reads.
  static let assessing: [TableRole] = emissions + projecting

  /// Roles of tables that a fit reads.
  static let measuring: [TableRole] = [.measurements, .stations, .instrumentChanges]

  /// Roles of tables that zones are made from.
  static let sourcing: [TableRole] = [.sources, .farms]

  /// Roles of tables that stand beside others for people and other programs to read.
  static let beside = ["zone-unions"]

  /// Every role there is.
  static var names: [String] { allCases.map(\.rawValue) + beside }
}

/// A text of the data package with its place.
struct PlacedText {
  let text: String
  let place: Place
}

/// A table of a dataset, as its data package describes it.
struct TableResource {
  /// What its rows are.
  let role: TableRole
  /// The path within the folder.
  let path: PlacedText
  /// How the table is written.
  let format: TableFormat
  /// The boundary the property `stikstof:boundary` names.
  let boundary: PlacedText?
  /// The classification the property `stikstof:classification` names.
  let classification: PlacedText?
  /// How close to the publisher its figures are, where it says so.
  let grade: SourceGrade?
  /// Whether its figures may be shown to everybody as they are, where it says so.
  let disclosure: Disclosure?
  /// The fields of the table schema; empty when it gives none.
  let fields: [SchemaField]
  /// Where the resource begins.
  let place: Place

  /// Reads a resource; `nil` when its role is not one of those asked for, or it cannot be used.
  init?(_ map: YAMLMap, roles: [TableRole], log: inout DiagnosticLog) {
    _ = DataPackage.slug(map, &log)
    DataPackage.checkOwnProperties(
      map,
      [
        "stikstof:role", "stikstof:boundary", "stikstof:classification", "stikstof:grade",
        "stikstof:disclosure",
      ], &log)
    guard let role = Self.role(map, among: roles, &log) else { return nil }
    self.role = role
    self.place = map.place
    self.grade = DataPackage.statedGrade(map, &log)
    self.disclosure = DataPackage.statedDisclosure(map, &log)
    self.boundary = Self.placed("stikstof:boundary", map, &log)
    self.classification = Self.placed("stikstof:classification", map, &log)
    let schema = map.given("schema")?.map("the schema", &log)
    self.fields = SchemaField.read(schema, &log)
    var format = Self.dialect(map, &log)
    if let value = map.given("encoding") { Self.set(encoding: value, in: &format, &log) }
    format.missingValues = schema?.optionalTexts("missingValues", &log) ?? []
    if let mark = fields.compactMap(\.decimalMark).first { format.decimalMark = mark }
    self.format = format
    guard let path = Self.path(map, &log) else { return nil }
    self.path = path
  }

  private static func placed(
    _ name: String, _ map: YAMLMap, _ log: inout DiagnosticLog
  ) -> PlacedText? {
    guard let value = map.given(name), let text = value.text(name, &log) else { return nil }
    return PlacedText(text: text, place: value.place)
  }

  private static func role(
    _ map: YAMLMap, among roles: [TableRole], _ log: inout DiagnosticLog
  ) -> TableRole? {
    guard let value = map.given("stikstof:role") else {
      log.note(
        map.place, "the resource has no 'stikstof:role' and is left alone")
      return nil
    }
    guard let text = value.text("stikstof:role", &log) else { return nil }
    if let role = TableRole(rawValue: text) {
      if roles.contains(role) { return role }
      if TableRole.measuring.contains(role) {
        log.warning(
          value.place,
          "role '\(text)' is read by `stikstof fit` and not here; the table is left alone")
      } else if roles == TableRole.sourcing && TableRole.projecting.contains(role) {
        log.warning(
          value.place,
          "role '\(text)' holds no sources and is left alone here; to have it counted, put the table "
            + "in a dataset of its own")
      } else if roles == TableRole.sourcing {
        log.note(value.place, "role '\(text)' holds no sources; the table is left alone here")
      } else if TableRole.sourcing.contains(role) && roles == TableRole.assessing {
        log.note(
          value.place, "role '\(text)' is read apart from the others; the table is left alone here")
      } else {
        log.note(
          value.place, "role '\(text)' holds no measurements; the table is left alone here")
      }
      return nil
    }
    if TableRole.beside.contains(text) {
      log.note(value.place, "role '\(text)' adds nothing to an assessment; the table is left alone")
    } else {
      log.error(
        value.place,
        "unknown role '\(text)'\(NearestName.hint(text, in: TableRole.names)); expected "
          + TableRole.names.asChoice)
    }
    return nil
  }

  private static func path(_ map: YAMLMap, _ log: inout DiagnosticLog) -> PlacedText? {
    if map["data"] != nil && map["path"] == nil {
      log.error(
        map.place, "the resource holds its rows as 'data'; put them in a file and name its 'path'")
      return nil
    }
    guard let value = map.required("path", &log) else { return nil }
    if case .list = value.kind {
      log.error(value.place, "'path' is a list of files; give one file a resource")
      return nil
    }
    guard let text = value.text("path", &log) else { return nil }
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    if text.contains("://") {
      log.error(
        value.place, "path '\(text)' is an address; put the file in the folder of the dataset")
    } else if text.hasPrefix("/") || text.hasPrefix("~") || text.contains("\\")
      || pieces.first?.hasSuffix(":") == true
    {
      log.error(
        value.place,
        "path '\(text)' must be relative to the folder of the dataset, with '/' between its parts")
    } else if pieces.contains("..") {
      log.error(
        value.place, "path '\(text)' leads out of the folder of the dataset; put the file in it")
    } else {
      return PlacedText(text: text, place: value.place)
    }
    return nil
  }
}
