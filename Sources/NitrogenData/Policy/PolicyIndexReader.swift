// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads what packs are checked against: `keys.yaml` and `sources.yaml`.
enum PolicyIndexReader {
  static func keys(file: String, _ log: inout DiagnosticLog) -> [PolicyKeyDefinition] {
    guard let map = YAMLFile.readMap(file, name: "the list of keys", log: &log) else { return [] }
    map.allowOnly(["keys"], &log)
    var definitions: [PolicyKeyDefinition] = []
    var lines: [String: Int] = [:]
    for value in map.list("keys", &log) ?? [] {
      guard let entry = value.map("the key definition", &log) else { continue }
      entry.allowOnly(
        ["key", "unit", "type", "meaning", "meaning-nl", "rules", "ambiguities"], &log)
      guard let pattern = entry.text("key", &log), let unit = entry.text("unit", &log),
        let type = entry.choice(
          "type", PolicyValueType.allCases.map(\.rawValue), &log,
          make: PolicyValueType.init(rawValue:)),
        let meaning = entry.text("meaning", &log)
      else { continue }
      let place = entry["key"]?.place ?? entry.place
      checkPlaceholders(of: pattern, place, &log)
      if let first = lines.updateValue(place.line ?? 0, forKey: pattern) {
        log.standsTwice(place, "key '\(pattern)'", firstLine: first)
      }
      definitions.append(
        PolicyKeyDefinition(
          pattern: pattern, unit: unit, type: type, meaning: meaning,
          dutchMeaning: entry.optionalText("meaning-nl", &log),
          rules: entry.optionalTexts("rules", &log),
          ambiguities: entry.optionalTexts("ambiguities", &log)))
    }
    return definitions
  }

  private static func checkPlaceholders(
    of pattern: String, _ place: Place, _ log: inout DiagnosticLog
  ) {
    let known = PolicyKeyDefinition.Placeholder.allCases.map(\.rawValue)
    for piece in pattern.split(separator: ".").map(String.init)
    where piece.contains("<") && !known.contains(piece) {
      log.error(place, "unknown placeholder '\(piece)'; expected \(known.asChoice)")
    }
  }

  static func documents(file: String, _ log: inout DiagnosticLog) -> [PolicyDocument] {
    guard let map = YAMLFile.readMap(file, name: "the list of sources", log: &log) else {
      return []
    }
    map.allowOnly(["documents"], &log)
    var documents: [PolicyDocument] = []
    var lines: [String: Int] = [:]
    for value in map.list("documents", &log) ?? [] {
      guard let entry = value.map("the document", &log) else { continue }
      guard let id = entry.text("id", &log), let title = entry.text("title", &log),
        let publisher = entry.text("publisher", &log),
        let seen = entry.choice(
          "seen", DocumentSight.allCases.map(\.rawValue), &log,
          make: DocumentSight.init(rawValue:))
      else { continue }
      let place = entry["id"]?.place ?? entry.place
      if let first = lines.updateValue(place.line ?? 0, forKey: id) {
        log.standsTwice(place, "document '\(id)'", firstLine: first)
      }
      let chapters = (entry.list("chapters", &log) ?? []).compactMap { chapter($0, &log) }
      documents.append(
        PolicyDocument(
          id: id, title: title, publisher: publisher, date: entry.optionalDate("date", &log),
          seen: seen, chapters: chapters))
    }
    return documents
  }

  private static func chapter(_ value: YAMLValue, _ log: inout DiagnosticLog) -> PolicyChapter? {
    guard let map = value.map("the chapter", &log), let name = map.text("name", &log) else {
      return nil
    }
    let lines = map.given("lines")?.lines("lines", &log)
    return PolicyChapter(name: name, firstLine: lines?.lowerBound, lastLine: lines?.upperBound)
  }
}

extension YAMLValue {
  /// A range of lines written as `[first, last]`.
  func lines(_ name: String, _ log: inout DiagnosticLog) -> ClosedRange<Int>? {
    guard let values = list(name, &log) else { return nil }
    let numbers = values.compactMap { $0.integer(name, &log) }
    guard numbers.count == values.count else { return nil }
    guard numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1] else {
      log.error(
        place, "'\(name)' must be two line numbers, [first, last], the smaller first")
      return nil
    }
    return numbers[0]...numbers[1]
  }
}
