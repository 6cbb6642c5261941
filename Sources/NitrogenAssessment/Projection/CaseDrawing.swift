// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// Draws one case, block by block.
struct CaseDrawing {
  private let prepared: PreparedCase
  private let seed: UInt64
  private let streams: DrawStreams
  private let scale: StudentScale?
  /// Rows: one of zeros, scale, inventory, deviation, sum, ln F, two to work in, then the components
  /// and the measures.
  private let rows: DoubleRows
  private static let fixedRows = 8

  init(_ prepared: PreparedCase, seed: UInt64, scales: ScaleCache) {
    self.prepared = prepared
    self.seed = seed
    let one = prepared.one
    streams = DrawStreams(
      seed: seed, role: "series", labels: one.labels, years: one.years.count)
    scale = one.degreesOfFreedom.map { scales.scale($0) }
    rows = DoubleRows(
      Self.fixedRows + one.parameters.count + prepared.measures.uncertain.count,
      length: DrawStreams.block)
  }

  /// The tally of so many draws.
  func tally(draws: Int) -> DrawTally {
    let one = prepared.one
    var tally = DrawTally(
      years: one.years, targets: one.targets, inventories: one.inventory.count,
      centre: { prepared.centre($0) }, spread: { prepared.variance($0).total.squareRoot() })
    for block in 0..<DrawStreams.count(draws: draws) {
      add(block, DrawStreams.length(of: block, draws: draws), to: &tally)
    }
    return tally
  }

  private func add(_ block: Int, _ count: Int, to tally: inout DrawTally) {
    let one = prepared.one
    let (scales, inventory) = (rows.row(1, count), rows.row(2, count))
    let (deviation, sum, logFactor) = (rows.row(3, count), rows.row(4, count), rows.row(5, count))
    let components = one.parameters.indices.map { rows.row(Self.fixedRows + $0, count) }
    if let scale {
      streams.fill(.scale, block: block, scales)
      scale.apply(to: scales)
    }
    if one.inventory.contains(where: { $0 > 0 }) {
      streams.fill(.inventory, block: block, inventory)
    }
    for (number, component) in components.enumerated() {
      streams.fill(.component(number), block: block, component)
      if scale != nil { Rows.multiply(component, by: scales) }
    }
    let effects = prepared.measures.uncertain.enumerated().map { number, measure in
      let row = rows.row(Self.fixedRows + one.parameters.count + number, count)
      measure.fill(row, seed: seed, block: block, scratch: rows.row(6, count))
      return row
    }
    for year in one.years.indices {
      if effects.isEmpty {
        sum.update(repeating: prepared.centre(year))
      } else {
        if !prepared.measures.isUnchanged(year) {
          prepared.measures.fillLogarithm(
            logFactor, year: year, draws: effects, scratch: rows.row(6, count))
        }
        sum.update(repeating: prepared.location(year))
        Rows.add(1, logFactor, to: sum)
      }
      for (loading, component) in zip(one.parameters, components) {
        Rows.add(loading[year], component, to: sum)
      }
      let residual = one.residual[year]
      if residual > 0 {
        streams.fill(.year(year), block: block, deviation)
        if scale != nil {
          Rows.add(residual, deviation, times: scales, to: sum)
        } else {
          Rows.add(residual, deviation, to: sum)
        }
      }
      tally.histograms[year].add(sum, plus: one.inventory[0], times: inventory)
      guard tally.hasTargets(year) else { continue }
      for (number, factor) in one.inventory.enumerated() {
        tally.count(sum, plus: factor, times: inventory, year: year, inventory: number)
      }
    }
    tally.add(draws: count)
  }
}
