// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// Reads YAML (and JSON, which is YAML too) with the place of every value.
enum YAMLFile {
  /// The value a file holds; `nil`, with the reason in the log, when it is not YAML.
  static func read(_ file: String, log: inout DiagnosticLog) -> YAMLValue? {
    guard let bytes = Table.text(of: file, format: TableFormat(), log: &log) else { return nil }
    return parse(String(decoding: bytes, as: UTF8.self), file: file, log: &log)
  }

  /// The mapping a file holds; `nil`, with the reason in the log, when it holds none.
  static func readMap(_ file: String, name: String, log: inout DiagnosticLog) -> YAMLMap? {
    read(file, log: &log)?.map(name, &log)
  }

  static func parse(_ text: String, file: String, log: inout DiagnosticLog) -> YAMLValue? {
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      if let node = try parser.singleRoot() { return YAMLValue(node: node, file: file) }
      log.error(Place(file: file), "the file is empty; expected YAML")
    } catch let error as YamlError {
      report(error, text: text, file: file, log: &log)
    } catch {
      log.error(Place(file: file), "the file is not YAML: \(error)")
    }
    return nil
  }

  private static func report(
    _ error: YamlError, text: String, file: String, log: inout DiagnosticLog
  ) {
    let language = file.hasSuffix(".json") ? "JSON" : "YAML"
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      log.error(
        Place(file: file, line: mark.line, column: mark.column),
        "the file is not \(language): \(problem)\(advice(on: problem, language))",
        notes: context.map { ["\($0.text) in line \($0.mark.line), column \($0.mark.column)"] }
          ?? [])
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let second = line(of: name, after: context.mark, in: text)
      log.error(
        Place(file: file, line: second ?? context.mark.line, column: context.mark.column),
        "'\(name)' stands twice in one mapping; keep one of them",
        notes: second == nil ? [] : ["the first is on line \(context.mark.line)"])
    case .reader(let problem, let offset, _, _):
      let before = offset.map { text.prefix($0) }
      log.error(
        Place(file: file, line: before.map { $0.count { $0.isNewline } + 1 }),
        "the file is not \(language): \(problem)")
    default:
      log.error(Place(file: file), "the file is not \(language): \(error)")
    }
  }

  private static func advice(on problem: String, _ language: String) -> String {
    guard language == "YAML" else { return "; check the commas and brackets before it" }
    return problem.hasPrefix("did not find expected") || problem.hasPrefix("mapping values")
      ? "; check the indentation and the quotes around it" : ""
  }

  /// The line on which a name stands again at the same column, in a mapping of one name a line.
  private static func line(of name: String, after mark: Mark, in text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated().dropFirst(mark.line) {
      let before = line.prefix(mark.column - 1)
      let rest = line.dropFirst(mark.column - 1)
      if before.allSatisfy({ $0 == " " }), rest.hasPrefix("\(name):") { return index + 1 }
    }
    return nil
  }
}
