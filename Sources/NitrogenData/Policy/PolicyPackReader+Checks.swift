// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension PolicyPackReader {
  /// Silence has no value, and everything else has one.
  func checkStatus(
    _ status: PolicyStatus, isSilent: Bool, _ map: YAMLMap, _ log: inout DiagnosticLog
  ) {
    guard let value = map["value"] else { return }
    if status == .silent && !value.isNull {
      log.error(
        value.place,
        "a silent record has no value, found \(value.found); write null, or another status")
    }
    if status != .silent && isSilent {
      log.error(
        value.place,
        "a record of status '\(status.rawValue)' needs a value, found nothing; give one, or status "
          + "'silent'")
    }
  }

  /// How binding a target is; only targets and shadow indicators say so.
  func readKind(
    _ map: YAMLMap, _ key: PolicyKey?, _ definition: PolicyKeyDefinition?, hasValue: Bool,
    _ log: inout DiagnosticLog
  ) -> TargetKind? {
    guard let key, let definition else { return nil }
    let isShadow = key.rawValue.hasPrefix("shadow.")
    let takesKind =
      definition.type == .band && (isShadow || key.rawValue.hasPrefix("target."))
    guard let value = map.given("kind") else {
      if takesKind && hasValue {
        log.error(
          map.place,
          "the record has no 'kind'; say whether the target is "
            + (isShadow ? "a shadow" : "statutory or an aim"))
      }
      return nil
    }
    guard takesKind else {
      log.error(
        value.place,
        "'kind' goes with targets and shadow indicators only; take it out of "
          + "'\(key)'")
      return nil
    }
    let words = isShadow ? ["shadow"] : ["statutory", "aim"]
    return value.choice("kind", words, &log) { word in
      words.contains(word) ? TargetKind(rawValue: word) : nil
    }
  }

  /// A rule or ambiguity of the register, such as `R01`.
  func code(
    _ name: String, _ letter: Character, _ map: YAMLMap, _ log: inout DiagnosticLog
  ) -> String? {
    guard let value = map.given(name), let text = value.text(name, &log) else { return nil }
    if text.count == 3, text.first == letter, text.dropFirst().allSatisfy(\.isNumber) {
      return text
    }
    log.error(
      value.place,
      "'\(name)' must be '\(letter)' and two digits, such as '\(letter)01', found "
        + "'\(text)'")
    return nil
  }

  /// Two records of one key that hold on the same day.
  func checkOverlap(_ record: PolicyRecord, _ map: YAMLMap, _ log: inout DiagnosticLog) {
    let from = record.validFrom ?? ""
    let to = record.validTo ?? "9999-12-31"
    let other = earlierRecords(of: record.key).first {
      ($0.validFrom ?? "") <= to && from <= ($0.validTo ?? "9999-12-31")
    }
    guard let other else { return }
    log.error(
      map["key"]?.place ?? map.place,
      "a second record of '\(record.key)' holds on the same days; keep one, or end the first by "
        + "'valid-to'",
      notes: ["the first is on line \(other.origin.line)"])
  }
}

/// Reads the citation of a record.
struct PolicyReferenceReader {
  let library: PolicyLibrary
  /// Whether the record may cite documents the library does not know.
  let isUsers: Bool

  func read(
    _ record: YAMLMap, isNeeded: Bool, _ log: inout DiagnosticLog
  ) -> PolicyReference? {
    guard let value = record.given("reference") else {
      if isNeeded { _ = record.required("reference", &log) }
      return nil
    }
    guard let map = value.map("the reference", &log) else { return nil }
    map.allowOnly(["document", "chapter", "line", "lines"], &log)
    guard let document = map.text("document", &log), let chapter = map.text("chapter", &log)
    else { return nil }
    var lines: ClosedRange<Int>?
    if map.given("lines") != nil {
      lines = map.given("lines")?.lines("lines", &log)
    } else if let line = map.given("line")?.integer("line", &log) {
      lines = line...line
    }
    check(document, chapter, lines, map, &log)
    return PolicyReference(
      document: document, chapter: chapter, firstLine: lines?.lowerBound,
      lastLine: lines?.upperBound, keyword: record.optionalText("keyword", &log))
  }

  private func check(
    _ id: String, _ name: String, _ lines: ClosedRange<Int>?, _ map: YAMLMap,
    _ log: inout DiagnosticLog
  ) {
    guard let document = library.documents.first(where: { $0.id == id }) else {
      guard !isUsers else { return }
      log.error(
        map["document"]?.place ?? map.place,
        "unknown document '\(id)'\(NearestName.hint(id, in: library.documents.map(\.id)))",
        notes: ["add it to sources.yaml, or cite one that stands there"])
      return
    }
    guard let chapter = document.chapters.first(where: { $0.name == name }) else {
      let names = document.chapters.map(\.name)
      log.error(
        map["chapter"]?.place ?? map.place,
        "document '\(id)' has no chapter '\(name)'\(NearestName.hint(name, in: names)); expected "
          + names.map { "'\($0)'" }.asChoice)
      return
    }
    guard let lines, let place = (map["lines"] ?? map["line"])?.place else { return }
    guard let first = chapter.firstLine, let last = chapter.lastLine else {
      log.error(place, "chapter '\(name)' of '\(id)' has no line numbers; take the line out")
      return
    }
    guard !(first...last).contains(lines.lowerBound) || !(first...last).contains(lines.upperBound)
    else { return }
    let found =
      lines.count == 1
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)"
    log.error(
      place, "\(found) of '\(id)' is not in chapter '\(name)', which has lines \(first) to \(last)")
  }
}
