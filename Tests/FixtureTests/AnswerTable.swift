// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// One answer of a made fixture: what the program must say about a territory, sector and pollutant.
struct Answer: Hashable, Sendable {
  /// The kind of territory, the kind of a closure check, or `run` for the run as a whole.
  let kind: String
  /// The number of the area; `nil` where the territory is none.
  let area: Int?
  /// The ring around it.
  let ring: String?
  /// The code of a province or municipality.
  let code: String?
  /// The sector.
  let sector: String?
  /// The part of the sector.
  let part: String?
  /// The compound.
  let pollutant: String?
  /// What is asked, such as `baseline_kg`.
  let quantity: String
  /// The target year it is asked for.
  let target: Int?
  /// The emission year it is asked for.
  let year: Int?
  /// A number, a word, or `none` where the program must have nothing to say.
  let value: String

  static let columns = [
    "kind", "area", "ring", "code", "sector", "part", "pollutant", "quantity", "target", "year",
    "value",
  ]

  /// Reads a row; `nil` when it has not a cell for every column or a number that is none.
  init?(_ cells: [String]) {
    func number(_ text: String) -> Int?? { text.isEmpty ? .some(nil) : Int(text).map { .some($0) } }
    func word(_ text: String) -> String? { text.isEmpty ? nil : text }
    guard cells.count == Self.columns.count, let area = number(cells[1]),
      let target = number(cells[8]), let year = number(cells[9]), !cells[0].isEmpty,
      !cells[7].isEmpty, !cells[10].isEmpty
    else { return nil }
    self.kind = cells[0]
    self.area = area
    self.ring = word(cells[2])
    self.code = word(cells[3])
    self.sector = word(cells[4])
    self.part = word(cells[5])
    self.pollutant = word(cells[6])
    self.quantity = cells[7]
    self.target = target
    self.year = year
    self.value = cells[10]
  }

  /// `ring 57 0-250 agriculture NH3`.
  var subject: String {
    [kind, area.map { String($0) }, ring, code, sector, part, pollutant]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// `reduction of 2023`, `status for 2030`.
  var question: String {
    var text = quantity
    if let year { text += " of \(year)" }
    if let target { text += " for \(target)" }
    return text
  }
}

/// A table of answers as it stands in `answers.csv`; cells hold no commas, so none is quoted.
struct AnswerTable: Sendable {
  /// The answers, in file order.
  let answers: [Answer]

  /// A line that is no answer.
  struct Malformed: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let text: String
    var description: String { "\(file):\(line): not an answer: '\(text)'" }
  }

  /// Reads a table.
  init(_ url: URL) throws {
    let lines = try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    guard lines.first == Answer.columns.joined(separator: ",") else {
      throw Malformed(file: url.path, line: 1, text: lines.first ?? "")
    }
    answers = try lines.enumerated().dropFirst().map { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let answer = Answer(cells) else {
        throw Malformed(file: url.path, line: index + 1, text: line)
      }
      return answer
    }
  }
}

/// A folder of `Fixtures/made`: a dataset whose answers are known by hand.
struct MadeCase: Sendable, CustomTestStringConvertible {
  /// The name of the folder.
  let name: String

  var testDescription: String { name }

  /// The folder.
  var folder: URL { Self.root.appendingPathComponent(name, isDirectory: true) }

  static let root = FixturePaths.fixtures.appendingPathComponent("made", isDirectory: true)

  /// All cases, by name; empty when the folder cannot be read.
  static let all: [MadeCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(MadeCase.init(name:))
  }()

  /// The answers.
  func answers() throws -> [Answer] {
    try AnswerTable(folder.appendingPathComponent("answers.csv")).answers
  }

  /// What follows `stikstof`; the dataset is named from the package root, as a user would.
  func arguments() throws -> [String] {
    let file = folder.appendingPathComponent("arguments.txt")
    var more: [String] = []
    if FileManager.default.fileExists(atPath: file.path) {
      more = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }
    return ["assess", "Fixtures/made/\(name)/input", "--format", "json"] + more
  }
}
