// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct MinimisationTests {
  // By hand: the derivatives vanish there.
  @Test func minimumInsideIsFound() {
    let cubic = IntervalMinimum(of: { $0 * $0 * $0 - 3 * $0 }, from: 0, to: 5)
    expectClose(cubic.argument, 1, relative: 0, absolute: 1e-7)
    expectClose(cubic.value, -2, relative: 1e-14)
    #expect(cubic.evaluations < 60)
    let wave = IntervalMinimum(of: { cos($0) }, from: 2, to: 4.5)
    expectClose(wave.argument, .pi, relative: 0, absolute: 1e-7)
  }

  @Test func minimumAtAnEndIsThatEnd() {
    #expect(IntervalMinimum(of: { $0 }, from: -1, to: 2).argument == -1)
    #expect(IntervalMinimum(of: { -$0 }, from: -1, to: 2).argument == 2)
    #expect(IntervalMinimum(of: { $0.squareRoot() }, grid: [0, 0.1, 0.5, 1]).argument == 0)
  }

  @Test func gridFindsTheLowerOfTwoValleys() {
    // (x² − 1)² + 0.2 x has valleys near −1 and 1, the left one lower; derivative 4x³ − 4x + 0.2.
    let result = IntervalMinimum(
      of: { ($0 * $0 - 1) * ($0 * $0 - 1) + 0.2 * $0 },
      grid: [-2, -1.2, -0.4, 0.4, 1.2, 2])
    let x = result.argument
    expectClose(4 * x * x * x - 4 * x + 0.2, 0, relative: 0, absolute: 1e-6)
    #expect(x < 0)
  }

  @Test func whatIsNotANumberIsAvoided() {
    let result = IntervalMinimum(
      of: { $0 < 1 ? .nan : ($0 - 1.5) * ($0 - 1.5) }, from: 0, to: 3)
    expectClose(result.argument, 1.5, relative: 0, absolute: 1e-7)
  }

  // cos x = x at 0.7390851332151607 (OEIS A003957).
  @Test func rootIsFound() throws {
    let root = try IntervalRoot(of: { cos($0) - $0 }, from: 0, to: 1)
    expectClose(root.argument, 0.7390851332151607, relative: 1e-14)
    #expect(try IntervalRoot(of: { $0 - 2 }, from: 2, to: 3).argument == 2)
    #expect(try IntervalRoot(of: { $0 - 3 }, from: 2, to: 3).argument == 3)
    let steep = try IntervalRoot(of: { pow($0, 9) - 1e-9 }, from: 0, to: 10)
    expectClose(steep.argument, 0.1, relative: 1e-11)
  }

  @Test func noRootIsAnError() {
    #expect(throws: RootError.notBracketed) {
      try IntervalRoot(of: { $0 * $0 + 1 }, from: -1, to: 1)
    }
    #expect(throws: RootError.notBracketed) {
      try IntervalRoot(of: { _ in .nan }, from: -1, to: 1)
    }
    #expect(RootError.notBracketed.description.contains("opposite signs"))
  }
}
