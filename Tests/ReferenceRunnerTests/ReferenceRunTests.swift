// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import ReferenceRunner
import Testing

@Suite struct ReferenceRunTests {
  /// y = 1 + 2 x, exactly.
  static let table = "y,x\n3,1\n5,2\n7,3\n9,4\n"

  static func line(_ expected: String) -> String {
    """
    {"id": "line", "input": "line.csv", "columns": ["y", "x"],
     "method": {"fit": "ordinary least squares", "terms": "polynomial degree 1"},
     "expected": [\(expected)]}
    """
  }

  static let rightIntercept = #"{"name": "B0", "value": 1.0, "rel_tol": 1e-9}"#
  static let rightSlope = #"{"name": "B1", "value": 2.0, "rel_tol": 1e-9}"#

  /// Runs files of these names and contents.
  static func run(_ files: [String: String]) throws -> ReferenceRun {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      return try ReferenceRun(folder: folder)
    }
  }

  @Test func aRightCasePasses() throws {
    let run = try Self.run([
      "a/line.json": Self.line("\(Self.rightIntercept), \(Self.rightSlope)"),
      "a/line.csv": Self.table,
    ])
    #expect(run.outcomes.map(\.verdict) == [.pass])
    #expect(run.outcomes.map(\.place) == ["a/line"])
    #expect(run.lines.last == "1 passed, 0 failed, 0 skipped")
    #expect(run.exitCode == 0)
  }

  @Test func aWrongNumberFails() throws {
    let run = try Self.run([
      "line.json": Self.line(
        #"\#(Self.rightIntercept), {"name": "B1", "value": 2.5, "rel_tol": 1e-9}"#),
      "line.csv": Self.table,
    ])
    #expect(
      run.lines == [
        "fail line: worst relative error 2.0e-01 (B1)",
        "  B1: found 2.0, expected 2.5, allowed difference 2.5e-09",
        "0 passed, 1 failed, 0 skipped",
      ])
    #expect(run.exitCode == 1)
  }

  @Test func anUnknownNameFails() throws {
    let run = try Self.run([
      "line.json": Self.line(#"\#(Self.rightSlope), {"name": "B7", "value": 0, "abs_tol": 1}"#),
      "line.csv": Self.table,
    ])
    #expect(
      run.lines == [
        "fail line: worst relative error infinite (B7)",
        "  B7: no such number, expected 0.0",
        "0 passed, 1 failed, 0 skipped",
      ])
    #expect(run.exitCode == 1)
  }

  @Test func aListOfAnotherLengthFails() throws {
    let run = try Self.run([
      "line.json": Self.line(#"{"name": "B1", "value": [2, 2], "rel_tol": 1}"#),
      "line.csv": Self.table,
    ])
    #expect(run.outcomes[0].details.count == 2)
    #expect(run.lines.last == "0 passed, 1 failed, 0 skipped")
  }

  @Test func theToleranceIsTheLargerOfTheTwo() throws {
    func verdict(_ tolerances: String) throws -> ReferenceOutcome.Verdict {
      try Self.run([
        "line.json": Self.line(#"{"name": "B1", "value": 2.5, \#(tolerances)}"#),
        "line.csv": Self.table,
      ]).outcomes[0].verdict
    }
    #expect(try verdict(#""rel_tol": 0.21, "abs_tol": 0"#) == .pass)
    #expect(try verdict(#""rel_tol": 0.19, "abs_tol": 0"#) == .fail)
    #expect(try verdict(#""rel_tol": 0, "abs_tol": 0.51"#) == .pass)
    #expect(try verdict(#""abs_tol": 0.49"#) == .fail)
    #expect(try verdict(#""tool": "none given""#) == .fail)
  }

  @Test func anUnknownModelIsSkipped() throws {
    let run = try Self.run([
      "kriging.json": """
      {"method": {"fit": "ordinary kriging"}, "model": "z(s)", "input": "line.csv",
       "expected": [\(Self.rightSlope)]}
      """,
      "line.csv": Self.table, "line.json": Self.line(Self.rightSlope),
    ])
    #expect(
      run.lines[...1] == [
        "not supported kriging", "  the model 'z(s)' with the fit 'ordinary kriging'",
      ])
    #expect(run.lines.last == "1 passed, 0 failed, 1 skipped")
    #expect(run.exitCode == 0)
  }

  @Test(arguments: [
    ("{", "line.json is not readable JSON"), ("[]", "line.json holds no object"),
    ("{}", "line.json has no list 'expected'"),
    (#"{"expected": [{"value": 1}]}"#, "an expected value has no 'name'"),
    (
      #"{"expected": [{"name": "B0", "value": "1"}]}"#,
      "the expected value 'B0' is neither a number nor a list"
    ),
    (
      #"{"expected": [{"name": "B0", "value": 1}], "input": "none.csv"}"#,
      "the table none.csv is not readable"
    ),
  ])
  func anUnreadableCaseFails(text: String, message: String) throws {
    let run = try Self.run(["line.json": text, "line.csv": Self.table])
    #expect(run.lines == ["fail line", "  \(message)", "0 passed, 1 failed, 0 skipped"])
  }

  @Test(arguments: [
    ("y,x\n3,1\n5\n", "line 3 of line.csv has 1 cells, expected 2"),
    ("y,x\n3,1\n5,two\n", "line 3 of line.csv: 'two' is not a number"),
    ("y,x\n3,1\n5,\n", "column 'x' has no value in row 2"),
    ("", "the table line.csv is empty"),
  ])
  func anUnreadableTableFails(table: String, message: String) throws {
    let run = try Self.run(["line.json": Self.line(Self.rightSlope), "line.csv": table])
    #expect(run.outcomes[0].details == [message])
    #expect(run.exitCode == 1)
  }

  /// From start 1 a refusal will do; from start 2 it will not.
  @Test func aNonlinearCaseMustConvergeFromTheSecondStart() throws {
    func run(_ first: String, _ second: String) throws -> ReferenceOutcome {
      try Self.run([
        "curve.json": """
        {"model": "y = b1*log(b2)+0*x", "method": {"start1": \(first), "start2": \(second)},
         "input": "line.csv", "expected": [{"name": "b1", "value": 1, "rel_tol": 1}]}
        """,
        "line.csv": Self.table,
      ]).outcomes[0]
    }
    let outcome = try run("[1, 2]", "[1, -2]")
    #expect(outcome.verdict == .fail)
    #expect(outcome.details.first?.hasPrefix("from start 2: the fit did not converge") == true)
  }

  @Test func aFolderWithoutCasesIsAnError() throws {
    #expect(throws: ReferenceRunError.self) { try Self.run(["readme.txt": "none"]) }
    do throws(ReferenceRunError) {
      _ = try ReferenceRun(folder: URL(fileURLWithPath: "/nonexistent/cases"))
      Issue.record("a folder that is not there was read")
    } catch {
      #expect(error.description == "the folder '/nonexistent/cases' cannot be read")
    }
  }

  @Test(.enabled(if: FixturePaths.referenceData != nil)) func everyCaseOfTheProjectPasses() throws {
    let folder = try #require(FixturePaths.referenceData) + "/reference"
    let run = try ReferenceRun(folder: URL(fileURLWithPath: folder))
    #expect(run.outcomes.count >= 45)
    for outcome in run.outcomes {
      #expect(outcome.verdict == .pass, "\(outcome.lines.joined(separator: "\n"))")
    }
  }
}
