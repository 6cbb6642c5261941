// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// Runs the program on every folder of `Fixtures/made` and holds what it says against the answers
/// worked out by hand from the policy.
@Suite("Made fixtures")
struct MadeFixtureTests {
  @Test("answers hold", arguments: MadeCase.all)
  func answersHold(_ made: MadeCase) throws {
    let answers = try made.answers()
    let result = try CommandRunner.run(try made.arguments())
    for answer in answers where answer.kind == "run" {
      expect(answer, of: result, in: made)
    }
    let rest = answers.filter { $0.kind != "run" }
    guard !rest.isEmpty else { return }
    let document = try #require(
      try? AssessmentDocument(result.standardOutput),
      "\(made.name): the output is no assessment; standard error: \(result.standardError)")
    for answer in rest {
      expect(answer, of: document, in: made)
    }
  }

  @Test("every case says something", arguments: MadeCase.all)
  func everyCaseSaysSomething(_ made: MadeCase) throws {
    let answers = try made.answers()
    #expect(!answers.isEmpty, "\(made.name) has no answers")
    #expect(
      answers.contains { $0.quantity == "exit_code" }, "\(made.name) does not say how the run ends")
    #expect(
      Set(answers.map(Question.init)).count == answers.count, "\(made.name) asks something twice")
    for file in ["README.md", "input/datapackage.yaml"] {
      let path = made.folder.appendingPathComponent(file).path
      #expect(FileManager.default.fileExists(atPath: path), "\(made.name) lacks \(file)")
    }
  }

  @Test("the cases cover every class that can be given")
  func casesCoverEveryClass() throws {
    let classes: Set = [
      "met", "metUnproven", "onTrack", "atRisk", "offTrack", "missed", "undetermined",
    ]
    let answers = try MadeCase.all.flatMap { try $0.answers() }
    let given = Set(answers.filter { $0.quantity == "status" }.map(\.value))
    #expect(classes.subtracting(given) == [], "no case has these classes")
    #expect(given.subtracting(classes) == ["none"], "words that are no class")
    let exits = Set(answers.filter { $0.quantity == "exit_code" }.map(\.value))
    #expect(exits == ["0", "1", "2"])
  }

  /// How a table is written and in which order its rows stand says nothing about the emission.
  @Test(
    "answers do not depend on how a table is written", arguments: ["decimal-comma", "shuffled"])
  func writingDoesNotMatter(_ name: String) throws {
    #expect(try MadeCase(name: name).answers() == MadeCase(name: "on-track").answers())
  }

  // MARK: - Holding an answer against what was found

  private func expect(_ answer: Answer, of result: CommandRunner.Result, in made: MadeCase) {
    switch answer.quantity {
    case "exit_code":
      #expect(
        String(result.exitCode) == answer.value,
        "\(made.name): exit code; standard error: \(result.standardError)")
    case "diagnostic":
      #expect(
        result.standardError.contains(answer.value),
        "\(made.name): no diagnostic has '\(answer.value)': \(result.standardError)")
    default:
      Issue.record("\(made.name): no such quantity of a run: '\(answer.quantity)'")
    }
  }

  private func expect(_ answer: Answer, of document: AssessmentDocument, in made: MadeCase) {
    let what = "\(made.name): \(answer.subject): \(answer.question)"
    do {
      switch try document.found(answer) {
      case .nothing:
        #expect(answer.value == "none", "\(what) is not there, expected \(answer.value)")
      case .number(let number):
        guard let expected = Double(answer.value) else {
          Issue.record("\(what) is \(number), expected \(answer.value)")
          return
        }
        expectClose(number, expected, relative: 1e-9, absolute: 1e-9, what)
      case .word(let word):
        #expect(word == answer.value, "\(what) is \(word), expected \(answer.value)")
      case .words(let words):
        #expect(
          words.contains(answer.value),
          "\(what) is \(words.joined(separator: ", ")), expected \(answer.value) among them")
      case .texts(let texts):
        #expect(
          texts.contains { $0.contains(answer.value) },
          "\(what) is \(texts.joined(separator: "; ")), expected one with '\(answer.value)'")
      }
    } catch {
      Issue.record("\(what): \(error)")
    }
  }

  /// What makes two answers ask the same: all but the value, except where several values hold.
  private struct Question: Hashable {
    let subject: String
    let question: String
    let value: String?

    init(_ answer: Answer) {
      let holdsSeveral = ["reason", "missing", "diagnostic", "user_assumption"]
      subject = answer.subject
      question = answer.question
      value = holdsSeveral.contains(answer.quantity) ? answer.value : nil
    }
  }
}
