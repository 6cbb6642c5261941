// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import NumericMethods
import Testing

@testable import ReferenceRunner

/// NIST's Statistical Reference Datasets: sources and tolerances in `Fixtures/nist-strd/README.md`.
@Suite struct NISTFixtureTests {
  @Test func noSetIsForgotten() throws {
    let data = NISTSet.folder.appendingPathComponent("data").path
    let files = try FileManager.default.contentsOfDirectory(atPath: data).sorted()
    #expect(files == (NISTSet.linear + NISTSet.nonlinear).sorted().map { "\($0).csv" })
    func sets(_ file: String) throws -> Set<String> {
      Set(try NISTSet.rows(file).compactMap { $0["set"] })
    }
    #expect(try sets("linear.csv") == Set(NISTSet.linear))
    #expect(try sets("nonlinear-models.csv") == Set(NISTSet.nonlinear))
    #expect(try sets("nonlinear-certified.csv") == Set(NISTSet.nonlinear))
    #expect(try sets("summary.csv") == Set(NISTSet.linear + NISTSet.nonlinear))
    #expect(try sets("tolerances.csv") == Set(NISTSet.linear + NISTSet.nonlinear))
  }

  @Test(arguments: NISTSet.linear + NISTSet.nonlinear)
  func everyObservationIsThere(name: String) throws {
    let set = try NISTSet(name)
    #expect(try set.table.wideRows().count == set.observations)
  }

  @Test(arguments: NISTSet.linear) func linearSetsAgreeWithNIST(name: String) throws {
    let set = try NISTSet(name)
    #expect(set.misses(try set.linearFit()) == [])
  }

  @Test func norrisIsAlsoAStraightLine() throws {
    let set = try NISTSet("norris")
    let fit = try StraightLineFit(x: set.table.numbers("x"), y: set.table.numbers("y"))
    #expect(fit.count == 36)
    let values = [
      "B0": fit.intercept, "B1": fit.slope,
      "se_B0": fit.interceptStandardError(.scaledSigma),
      "se_B1": fit.slopeStandardError(.scaledSigma),
      "residual_sd": fit.residualStandardDeviation,
    ]
    for (name, value) in values {
      expectClose(value, try set.certified(name), relative: 1e-11, name)
    }
  }

  /// The sets of which the ladder refuses the first start; the rules permit it.
  static let refusedFromStart1: Set<String> = []

  /// From start 2 every number is right; from start 1 right, or refused as not converged.
  @Test(arguments: NISTSet.nonlinear, ["start1", "start2"])
  func nonlinearSetsAgreeWithNIST(name: String, start: String) throws {
    let set = try NISTSet(name)
    var isRefused = false
    do {
      let fit = try set.nonlinearFit(start)
      #expect(set.misses(NonlinearCase.named(fit)) == [])
      // The residuals of Lanczos1 are hardly more than rounding.
      #expect(fit.offset < (name == "lanczos1" ? 1e-2 : 1e-9))
      #expect(fit.agreeingRungs >= 2)
    } catch NonlinearFitError.didNotConverge {
      isRefused = true
    }
    #expect(isRefused == (start == "start1" && Self.refusedFromStart1.contains(name)))
  }

  /// Whatever single method is asked from the bad start: what it calls a minimum is one.
  @Test(arguments: ["boxbod", "mgh09", "mgh10", "mgh17", "rat43"])
  func noRungClaimsAFalseSuccess(name: String) throws {
    let set = try NISTSet(name)
    var refusals = 0
    for rung in NonlinearRung.ladder {
      let options = NonlinearLeastSquares.Options(rungs: [rung], evaluationsPerRung: 2000)
      do {
        let fit = try set.nonlinearFit("start1", options: options)
        #expect(set.misses(NonlinearCase.named(fit)) == [], "\(rung)")
      } catch NonlinearFitError.didNotConverge {
        refusals += 1
      }
    }
    #expect(refusals > 0, "from this start some method fails, and must say so")
  }

  /// Without exact derivatives fewer digits are right, but the same minimum is found from start 2.
  @Test(arguments: NISTSet.nonlinear.filter { $0 != "lanczos1" })
  func centralDifferencesFindTheSameMinimum(name: String) throws {
    let set = try NISTSet(name)
    let fit = try set.nonlinearFit("start2", isExact: false)
    expectClose(fit.sumOfSquares, try set.certified("rss"), relative: 1e-5)
    for (parameter, certified) in zip(fit.parameters, try set.numbers("value")) {
      expectClose(parameter, certified, relative: 1e-4)
    }
  }

  /// Each certified value in turn is made wrong by thrice its tolerance: that one is missed.
  @Test(arguments: ["norris", "longley", "filip", "misra1a", "nelson"])
  func aWrongCertifiedValueIsMissed(name: String) throws {
    let set = try NISTSet(name)
    let values =
      NISTSet.linear.contains(name)
      ? try set.linearFit() : NonlinearCase.named(try set.nonlinearFit("start2"))
    #expect(set.misses(values) == [])
    for index in set.expected.indices {
      var wrong = set
      let right = set.expected[index]
      wrong.expected[index] = ReferenceCase.Expected(
        name: right.name, values: right.values.map { $0 * (1 + 3 * right.relative) }, isList: false,
        note: "", relative: right.relative, absolute: right.absolute)
      let misses = wrong.misses(values)
      #expect(misses.count == 1)
      #expect(misses.first?.hasPrefix("\(name) \(right.name): found") == true)
    }
    #expect(set.misses([:]).count == set.expected.count)
  }
}
