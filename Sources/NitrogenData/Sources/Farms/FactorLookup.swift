// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Finds emission factors by what farms say of themselves.
struct FactorLookup {
  /// What a look-up found: the factor, or why there is none in words.
  enum Finding<Factor> {
    case factor(Factor)
    case nothing(String)
  }

  private let all: EmissionFactors
  private let byCode: [String: [HousingFactor]]
  private let byCategory: [String: [HousingFactor]]
  private let fieldByKind: [String: [FieldFactor]]
  private var known: [Question: Finding<HousingFactor>] = [:]
  private var misses = 0

  /// What is asked of a housing system; farms ask the same again and again.
  private struct Question: Hashable {
    let housing: String
    let category: String
    let year: Int
  }

  init(_ all: EmissionFactors) {
    self.all = all
    byCode = Dictionary(grouping: all.housing.filter { $0.code != nil }) {
      Self.plain(code: $0.code ?? "")
    }
    byCategory = Dictionary(grouping: all.housing) { $0.category.lowercased() }
    fieldByKind = Dictionary(grouping: all.field) { $0.kind.lowercased() }
  }

  /// A code without blanks and in capitals: `A 1.1` is `A1.1`.
  private static func plain(code: String) -> String {
    code.filter { $0 != " " && $0 != "\u{A0}" }.uppercased()
  }

  /// The factor of a housing system, by its code or by category and name, in a year.
  mutating func housing(
    _ housing: String, category: String, year: Int
  ) -> Finding<HousingFactor> {
    let question = Question(housing: housing, category: category, year: year)
    if let known = known[question] { return known }
    let finding = look(housing, category: category, year: year)
    if case .nothing = finding { misses += 1 }
    known[question] = finding
    return finding
  }

  /// What a name may mean, as long as what is unknown is still listed.
  private func hint(_ name: String, in names: some Sequence<String>) -> String {
    misses < DiagnosticLog.limit ? NearestName.hint(name, in: names) : ""
  }

  private func look(_ housing: String, category: String, year: Int) -> Finding<HousingFactor> {
    if let rows = byCode[Self.plain(code: housing)] {
      return byCode(rows, housing, category: category, year: year)
    }
    if Self.isCode(housing) {
      return .nothing(
        "unknown housing code '\(housing)'\(hint(housing, in: byCode.keys)); it is not "
          + "among the factors of Areas")
    }
    guard let rows = byCategory[category.lowercased()] else {
      return .nothing(
        "unknown animal category '\(category)'"
          + hint(category, in: Set(all.housing.map(\.category)))
          + ", and no housing code")
    }
    let named = rows.filter { $0.housing.lowercased() == housing.lowercased() }
    guard !named.isEmpty else {
      return .nothing(
        "unknown housing system '\(housing)' of '\(category)'"
          + hint(housing, in: Set(rows.map(\.housing))))
    }
    guard let valid = named.first(where: { $0.years.contains(year) }) else {
      return .nothing(Self.notValid("housing system '\(housing)' of '\(category)'", named, year))
    }
    return .factor(valid)
  }

  private func byCode(
    _ rows: [HousingFactor], _ code: String, category: String, year: Int
  ) -> Finding<HousingFactor> {
    let categories = Set(rows.map { $0.category.lowercased() })
    if byCategory[category.lowercased()] != nil && !categories.contains(category.lowercased()) {
      return .nothing(
        "housing code '\(code)' is of '\(rows[0].category)', and the row says '\(category)'")
    }
    let valid = rows.filter { $0.years.contains(year) }
    if let factor = valid.first(where: \.isDefaultOfCode) ?? (valid.count == 1 ? valid[0] : nil) {
      return .factor(factor)
    }
    guard valid.isEmpty else {
      return .nothing(
        "housing code '\(code)' stands for \(counted(valid.count, "housing system")) in \(year); "
          + "write the name of one")
    }
    return .nothing(Self.notValid("housing code '\(code)'", rows, year))
  }

  /// The factor of what is brought onto land, in a year.
  mutating func field(
    kind: String, technique: String, land: String?, year: Int
  ) -> Finding<FieldFactor> {
    let finding = look(kind: kind, technique: technique, land: land, year: year)
    if case .nothing = finding { misses += 1 }
    return finding
  }

  private func look(
    kind: String, technique: String, land: String?, year: Int
  ) -> Finding<FieldFactor> {
    guard let rows = fieldByKind[kind.lowercased()] else {
      return .nothing(
        "unknown category '\(kind)' of part field"
          + hint(kind, in: Set(all.field.map(\.kind))))
    }
    let named = rows.filter { $0.technique.lowercased() == technique.lowercased() }
    guard !named.isEmpty else {
      return .nothing(
        "unknown technique '\(technique)' of '\(kind)'"
          + hint(technique, in: Set(rows.map(\.technique))))
    }
    let onLand = named.filter { $0.land == "all" || $0.land == land?.lowercased() }
    guard let first = onLand.first else {
      let lands = Set(named.map(\.land)).sorted().map { "'\($0)'" }.asChoice
      return .nothing(
        "technique '\(technique)' of '\(kind)' needs the land \(lands)"
          + (land.map { ", found '\($0)'" } ?? ""))
    }
    guard let valid = onLand.first(where: { $0.years.contains(year) }) else {
      return .nothing(
        "technique '\(technique)' of '\(kind)' has no factor for \(year), only for \(first.years)")
    }
    return .factor(valid)
  }

  /// Whether a text looks like a housing code: a letter or two, then digits and points.
  private static func isCode(_ text: String) -> Bool {
    let rest = plain(code: text).drop { $0.isLetter }
    return rest.count < plain(code: text).count && text.first?.isLetter == true
      && rest.contains(".") && rest.allSatisfy { $0.isNumber || $0 == "." }
  }

  private static func notValid(_ what: String, _ rows: [HousingFactor], _ year: Int) -> String {
    let spans = Set(rows.map(\.years)).sorted {
      ($0.first ?? 0, $0.last ?? .max) < ($1.first ?? 0, $1.last ?? .max)
    }
    return "\(what) has no factor for \(year), only for \(spans.map(\.description).asList)"
  }
}
