// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import Numerics
import Testing

@Suite struct QuantityTests {
  @Test func unitsRoundTrip() {
    for value in [0.001, 1, 113.98271, 98_765.4321] {
      #expect(EmissionRate.tonnes(value).tonnesPerYear.isApproximatelyEqual(to: value))
      #expect(EmissionRate.kilotonnes(value).kilotonnesPerYear.isApproximatelyEqual(to: value))
      #expect(Fraction.percent(value).points.isApproximatelyEqual(to: value))
    }
  }

  /// RIVM KN-2025-0016: 1 t N = 71,429 mol; 1 t N = 1.2 t NH3 = 3.3 t NOx.
  @Test func oneTonneOfNitrogenIsWhatRIVMSays() {
    let nitrogen = NitrogenRate(kilogramsPerYear: 1_000)
    let moles = nitrogen.molesPerYear(molarMass: MolarMass.roundedNitrogen)
    #expect(moles.rounded() == 71_429)
    let perNH3 = NitrogenRate(.tonnes(1), of: .nh3)
    let perNOx = NitrogenRate(.tonnes(1), of: .nox)
    #expect((nitrogen / perNH3).isApproximatelyEqual(to: 1.2, absoluteTolerance: 0.05))
    #expect((nitrogen / perNOx).isApproximatelyEqual(to: 3.3, absoluteTolerance: 0.05))
    #expect(perNH3.kilogramsPerYear.isApproximatelyEqual(to: 822.4, absoluteTolerance: 0.05))
    #expect(perNOx.kilogramsPerYear.isApproximatelyEqual(to: 304.5, absoluteTolerance: 0.05))
  }

  /// German cut-off 0.3 kg N = 21.4 mol; the margin of 70 mol = 0.98 kg N (14 g/mol).
  @Test func depositionConvertsBothWays() {
    let cutOff = DepositionRate.kilogramsNitrogenPerHectare(0.3)
    #expect(cutOff.molesPerHectare.isApproximatelyEqual(to: 21.4, absoluteTolerance: 0.05))
    let margin = DepositionRate.kilogramsNitrogenPerHectare(
      0.98, molarMass: MolarMass.roundedNitrogen)
    #expect(margin.molesPerHectare.isApproximatelyEqual(to: 70))
  }

  @Test func nothingEmittedHasNoYield() {
    let deposition = DepositionRate(molesPerHectare: 12)
    #expect(deposition.yield(over: 100, from: .zero) == nil)
  }

  @Test func likeQuantitiesAddAndCompare() {
    let one = EmissionRate(kilogramsPerYear: 1_500)
    let two = EmissionRate.tonnes(2)
    #expect((one + two).kilogramsPerYear == 3_500)
    #expect((two - one).kilogramsPerYear == 500)
    #expect(one < two)
    #expect(two / one == 4.0 / 3.0)
    #expect((one * 2).kilogramsPerYear == 3_000)
  }
}
