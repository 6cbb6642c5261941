// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import NumericMethods
import Testing

@testable import ReferenceRunner

/// NIST's Statistical Reference Datasets for nonlinear regression, from both starts.
@Suite(.enabled(if: FixturePaths.referenceData != nil))
struct NonlinearReferenceTests {
  static let folder = FixturePaths.referenceData.map {
    URL(fileURLWithPath: $0 + "/reference/nist", isDirectory: true)
  }

  static let names = [
    "bennett5", "boxbod", "chwirut1", "chwirut2", "danwood", "eckerle4", "enso", "gauss1", "gauss2",
    "gauss3", "hahn1", "kirby2", "lanczos1", "lanczos2", "lanczos3", "mgh09", "mgh10", "mgh17",
    "misra1a", "misra1b", "misra1c", "misra1d", "nelson", "rat42", "rat43", "roszman1", "thurber",
  ]

  static func reference(_ name: String) throws -> ReferenceCase {
    try ReferenceCase(file: #require(folder).appendingPathComponent("nl_\(name).json"))
  }

  static func certified(_ reference: ReferenceCase, _ name: String) throws -> Double {
    try #require(reference.expected.first { $0.name == name }?.values.first)
  }

  @Test func noSetIsForgotten() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: #require(Self.folder).path)
    let sets = files.filter { $0.hasPrefix("nl_") && $0.hasSuffix(".json") }.sorted()
    #expect(sets == Self.names.map { "nl_\($0).json" })
  }

  /// Both starts: the second must be right by the rules, the first is with this ladder.
  @Test(arguments: names, ["start1", "start2"])
  func agreesWithNIST(name: String, start: String) throws {
    let reference = try Self.reference(name)
    let fit = try NonlinearCase.fit(reference, start: #require(reference.methodNumbers(start)))
    for check in ReferenceCheck.compare(NonlinearCase.named(fit), with: reference.expected) {
      #expect(check.passes, "\(check)")
    }
    // The residuals of Lanczos1 are hardly more than rounding.
    #expect(fit.offset < (name == "lanczos1" ? 1e-2 : 1e-9))
    #expect(fit.agreeingRungs >= 2)
  }

  /// Whatever single method is asked from the bad start: what it calls a minimum is one.
  @Test(arguments: ["boxbod", "mgh09", "mgh10", "mgh17", "rat43"])
  func noRungClaimsAFalseSuccess(name: String) throws {
    let reference = try Self.reference(name)
    let start = try #require(reference.methodNumbers("start1"))
    let certified = try Self.certified(reference, "rss")
    var refusals = 0
    for rung in NonlinearRung.ladder {
      let options = NonlinearLeastSquares.Options(rungs: [rung], evaluationsPerRung: 2000)
      do {
        let fit = try NonlinearCase.fit(reference, start: start, options: options)
        expectClose(fit.sumOfSquares, certified, relative: 1e-6, "\(rung)")
      } catch is NonlinearFitError {
        refusals += 1
      }
    }
    #expect(refusals > 0, "from this start some method fails, and must say so")
  }

  /// Without exact derivatives fewer digits are right, but the same minimum is found from start 2.
  @Test(arguments: names.filter { $0 != "lanczos1" })
  func centralDifferencesFindTheSameMinimum(name: String) throws {
    let reference = try Self.reference(name)
    let sides = try #require(reference.model).split(separator: "=").map(String.init)
    let columns = reference.table.names
    let rows = try reference.table.wideRows().map { $0.map { Double($0) } }
    let start = try #require(reference.methodNumbers("start2"))
    let left = try ModelExpression(sides[0], columns: columns, parameterCount: 0)
    let right = try ModelExpression(sides[1], columns: columns, parameterCount: start.count)
    let model = NonlinearModel(pointCount: rows.count, parameterCount: start.count) {
      parameters, values in
      for (index, row) in rows.enumerated() {
        values[index] = right.value(row: row, parameters: parameters)
      }
    }
    let fit = try NonlinearLeastSquares(
      model, response: rows.map { left.value(row: $0, parameters: []) }, start: start)
    expectClose(fit.sumOfSquares, try Self.certified(reference, "rss"), relative: 1e-5)
    for index in start.indices {
      expectClose(
        fit.parameters[index], try Self.certified(reference, "b\(index + 1)"), relative: 1e-4)
    }
  }
}
