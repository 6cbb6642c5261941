// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws the sum of cases, block by block; one of these to a thread.
final class JointDrawing {
  private let joint: PreparedJoint
  private let memory: DoubleRows
  private let lengths: Int

  /// Rows that each case has: scale, inventory, a year's own deviation, ln F, then the components.
  private static let ownRows = 4
  /// Rows to work in: sum, ln(E/B) of a case, two more.
  private static let sharedRows = 4

  init(_ joint: PreparedJoint) {
    self.joint = joint
    lengths = Self.ownRows + joint.components
    memory = DoubleRows(
      Self.sharedRows + joint.measures.count + joint.cases.count * lengths,
      length: DrawStreams.block)
  }

  private func row(
    _ kind: Int, of number: Int, _ count: Int
  ) -> UnsafeMutableBufferPointer<Double> {
    memory.row(
      Self.sharedRows + joint.measures.count + number * lengths + kind, count)
  }

  private func fill(_ row: DrawStreams.Row, kind: Int, block: Int, _ count: Int) {
    joint.mixing.fill(
      joint.cases.indices.map { self.row(kind, of: $0, count) },
      own: { joint.streams[$0].fill(row, block: block, $1) },
      common: { joint.common.fill(row, block: block, $0) },
      scratch: memory.row(2, count))
  }

  /// Adds a block of draws to a tally.
  func add(_ block: Int, _ count: Int, to tally: inout DrawTally) {
    if joint.scales.contains(where: { $0 != nil }) {
      fill(.scale, kind: 0, block: block, count)
      for (number, scale) in joint.scales.enumerated() {
        scale?.apply(to: row(0, of: number, count))
      }
    }
    fill(.inventory, kind: 1, block: block, count)
    for component in 0..<joint.components {
      fill(.component(component), kind: Self.ownRows + component, block: block, count)
      for (number, scale) in joint.scales.enumerated() where scale != nil {
        Rows.multiply(
          row(Self.ownRows + component, of: number, count), by: row(0, of: number, count))
      }
    }
    for (number, measure) in joint.measures.enumerated() {
      measure.fill(
        memory.row(Self.sharedRows + number, count), seed: joint.seed, block: block,
        scratch: memory.row(2, count))
    }
    for year in joint.years.indices { add(year: year, block, count, to: &tally) }
    tally.add(draws: count)
  }

  private func add(year: Int, _ block: Int, _ count: Int, to tally: inout DrawTally) {
    if joint.cases.contains(where: { $0.one.residual[year] > 0 }) {
      fill(.year(year), kind: 2, block: block, count)
    }
    for number in joint.cases.indices { measures(of: number, year: year, count) }
    let (sum, none) = (memory.row(0, count), memory.row(3, count))
    none.update(repeating: 0)
    let inventories = tally.hasTargets(year) ? joint.cases[0].one.inventory.count : 1
    for inventory in 0..<inventories {
      sum.update(repeating: 0)
      for number in joint.cases.indices {
        emission(of: number, year: year, inventory: inventory, count)
      }
      for place in 0..<count {
        sum[place] = log(max(sum[place] / joint.baseline, MeasureFactor.least))
      }
      if inventory == 0 { tally.histograms[year].add(sum, plus: 0, times: none) }
      tally.count(sum, plus: 0, times: none, year: year, inventory: inventory)
    }
  }

  /// Draws ln F of a case in a year.
  private func measures(of number: Int, year: Int, _ count: Int) {
    let factor = joint.cases[number].measures
    guard factor.isUncertain, !factor.isUnchanged(year) else { return }
    factor.fillLogarithm(
      row(3, of: number, count), year: year,
      draws: joint.measurePlaces[number].map { memory.row(Self.sharedRows + $0, count) },
      scratch: memory.row(2, count))
  }

  /// Adds the emission of a case in a year to the sum.
  private func emission(of number: Int, year: Int, inventory: Int, _ count: Int) {
    let (prepared, one) = (joint.cases[number], joint.cases[number].one)
    let (sum, logarithm) = (memory.row(0, count), memory.row(1, count))
    if prepared.measures.isUncertain {
      logarithm.update(repeating: prepared.location(year))
      Rows.add(1, row(3, of: number, count), to: logarithm)
    } else {
      logarithm.update(repeating: prepared.centre(year))
    }
    for (component, loading) in one.parameters.enumerated() {
      Rows.add(loading[year], row(Self.ownRows + component, of: number, count), to: logarithm)
    }
    if one.residual[year] > 0 {
      if joint.scales[number] != nil {
        Rows.add(
          one.residual[year], row(2, of: number, count), times: row(0, of: number, count),
          to: logarithm)
      } else {
        Rows.add(one.residual[year], row(2, of: number, count), to: logarithm)
      }
    }
    Rows.add(one.inventory[inventory], row(1, of: number, count), to: logarithm)
    let baseline = joint.baselines[number]
    // A heavy tail may leave the range of doubles; so large an emission meets no target anyway.
    for place in 0..<count {
      sum[place] += baseline * exp(min(logarithm[place], ReductionBound.most))
    }
  }
}
