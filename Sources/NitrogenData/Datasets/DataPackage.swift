// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What a dataset's `datapackage.yaml` says, as far as this program reads it.
struct DataPackage {
  /// The data package itself, as the user named it.
  let file: String
  /// The name of the dataset.
  let name: String
  /// The title; the name where there is none.
  let title: String
  /// How close to the publisher the figures are.
  let grade: SourceGrade
  /// Whether its figures may be shown to everybody as they are, where it says so.
  let disclosure: Disclosure?
  /// The tables this version reads, in file order.
  let resources: [TableResource]

  /// Reads a data package and its tables of some roles; `nil` when it cannot be used at all.
  init?(file: String, roles: [TableRole] = TableRole.assessing, log: inout DiagnosticLog) {
    guard let map = YAMLFile.readMap(file, name: "the data package", log: &log) else { return nil }
    self.file = file
    self.name = Self.slug(map, &log) ?? ""
    self.title = map.optionalText("title", &log) ?? name
    Self.checkOwnProperties(
      map, ["stikstof:grade", "stikstof:territory", "stikstof:disclosure"], &log)
    self.disclosure = Self.statedDisclosure(map, &log)
    var resources: [TableResource] = []
    var lines: [String: Int] = [:]
    let listed = map.list("resources", &log)
    if let listed, listed.isEmpty, let place = map["resources"]?.place {
      log.error(place, "'resources' is empty; list the tables of the dataset in it")
    }
    for value in listed ?? [] {
      guard let entry = value.map("the resource", &log) else { continue }
      if let name = entry["name"], case .text(let text) = name.kind {
        if let line = lines[text] {
          log.error(
            name.place, "a second resource bears the name '\(text)'; rename one of them",
            notes: ["the first is on line \(line)"])
        }
        lines[text] = name.place.line
      }
      if let resource = TableResource(entry, roles: roles, log: &log) { resources.append(resource) }
    }
    self.resources = resources
    self.grade = Self.grade(map, resources.compactMap(\.grade), &log)
  }

  /// The name of a package or resource: lower-case letters, digits, `.`, `_` and `-`.
  static func slug(_ map: YAMLMap, _ log: inout DiagnosticLog) -> String? {
    guard let name = map.text("name", &log) else { return nil }
    let isSlug = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte
        || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
    if isSlug, let first = name.first, first.isLetter || first.isNumber { return name }
    log.error(
      map["name"]?.place ?? map.place,
      "'\(name)' is no name: expected lower-case letters, digits, '-', '_' and '.', "
        + "a letter or digit first")
    return nil
  }

  /// The grade of the dataset: the lowest that it or one of its tables states.
  private static func grade(
    _ map: YAMLMap, _ tables: [SourceGrade], _ log: inout DiagnosticLog
  ) -> SourceGrade {
    let own = statedGrade(map, &log)
    let order: [SourceGrade] = [.official, .secondHand, .made]
    let lowest = order.last { $0 == own || tables.contains($0) }
    if let own, let lowest, lowest != own, let place = map["stikstof:grade"]?.place {
      log.note(
        place,
        "a table of the dataset is '\(lowest.rawValue)', so the dataset counts as that, not as "
          + "'\(own.rawValue)'")
    }
    if let lowest { return lowest }
    if map.given("stikstof:grade") == nil {
      log.note(
        map.place,
        "no 'stikstof:grade': the figures count as second-hand; write official, second-hand or "
          + "made to say what they are")
    }
    return .secondHand
  }

  /// The grade that a package or resource states.
  static func statedGrade(_ map: YAMLMap, _ log: inout DiagnosticLog) -> SourceGrade? {
    let words = ["official", "second-hand", "made"]
    return map.given("stikstof:grade")?.choice(
      "stikstof:grade", words, &log, make: SourceGrade.init(rawValue:))
  }

  /// What a package or resource states about showing its figures.
  static func statedDisclosure(_ map: YAMLMap, _ log: inout DiagnosticLog) -> Disclosure? {
    map.given("stikstof:disclosure")?.choice(
      "stikstof:disclosure", Disclosure.allCases.map(\.rawValue), &log,
      make: Disclosure.init(rawValue:))
  }

  /// Reports properties that begin as ours do and are none of ours.
  static func checkOwnProperties(
    _ map: YAMLMap, _ names: [String], _ log: inout DiagnosticLog
  ) {
    for entry in map.entries
    where entry.name.hasPrefix("stikstof:") && !names.contains(entry.name) {
      log.error(
        entry.place,
        "unknown property '\(entry.name)' in \(map.name)\(NearestName.hint(entry.name, in: names));"
          + " expected \(names.asChoice)")
    }
  }
}
