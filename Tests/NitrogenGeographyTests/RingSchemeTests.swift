// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import Testing

@Suite struct RingSchemeTests {
  @Test(arguments: [
    (0.0, "inside"), (0.001, "0-250"), (250, "0-250"), (250.0000001, "250-500"), (500, "250-500"),
    (25_000, "500-25000"),
  ])
  func aBoundBelongsToTheInnerRing(_ distance: Double, _ label: String) throws {
    let scheme = try RingScheme(outerBounds: [250, 500, 25_000])
    #expect(scheme.ring(at: distance)?.label == label)
    #expect(scheme.ring(at: 25_000.001) == nil)
    #expect(scheme.ring(at: .nan) == nil)
  }

  @Test func aToleranceWidensEveryBound() throws {
    let scheme = try RingScheme(outerBounds: [250, 500], tolerance: 1e-9)
    #expect(scheme.ring(at: 5e-10) == .inside)
    #expect(scheme.ring(at: 250 + 5e-10) == .band(from: 0, to: 250))
    #expect(scheme.ring(at: 250 + 2e-9) == .band(from: 250, to: 500))
  }

  @Test(arguments: [[], [0, 250], [500, 250], [250, 250], [25_001], [-5]])
  func boundsRiseFromOneToTwentyFiveKilometres(_ bounds: [Int]) {
    #expect(throws: GeographyError.unusableBounds(bounds)) { try RingScheme(outerBounds: bounds) }
  }
}
