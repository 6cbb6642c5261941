// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// Rows that say how probable it is that targets are reached, where the reduction is heading, and
/// what drives the uncertainty: one for each target year and set of measures.
struct ProjectionTable {
  private(set) var table: TextTable
  private let correlations: ShownCorrelations
  private let showsDrivers: Bool

  /// Shares of variance below this are left out of the drivers.
  private static let leastShare = 0.05

  /// Makes an empty table.
  ///
  /// - Parameters:
  ///   - correlations: the correlations that have a column.
  ///   - showsDrivers: whether there is room for what drives the uncertainty.
  init(_ correlations: ShownCorrelations, showsDrivers: Bool) {
    self.correlations = correlations
    self.showsDrivers = showsDrivers
    var columns = [
      TextTable.Column("", .left),
      TextTable.Column("year", gap: 1),
      TextTable.Column("asked", gap: 1),
    ]
    if let given = correlations.given {
      columns.append(TextTable.Column(Shown.plain(given), group: "given rho"))
    }
    let count = correlations.shown.count
    columns += correlations.shown.enumerated().map { index, rho in
      TextTable.Column(
        Shown.plain(rho), gap: index == 0 ? 3 : 1, group: index == 0 ? "rho shown" : "",
        span: index == 0 ? count : 1)
    }
    columns += [
      TextTable.Column("median", gap: 3, group: "less, %", span: 2),
      TextTable.Column("95 %", gap: 1),
    ]
    if showsDrivers { columns.append(TextTable.Column("driven by", .left)) }
    self.table = TextTable(columns)
  }

  mutating func heading(_ text: String) { table.heading(Inked(text, .dim)) }

  /// The rows of an assessment.
  ///
  /// - Parameters:
  ///   - assessment: what is heading somewhere.
  ///   - label: what stands before its first row.
  ///   - isInherited: whether it stands for places that inherit it, so that it is no shadow there.
  mutating func add(_ assessment: Assessment, label: String, isInherited: Bool = false) {
    let isShadow = assessment.isShadow && !isInherited
    var label = label
    if isShadow { label += " shadow" }
    if isInherited { label += " n" }
    add(
      assessment.projections, targets: assessment.targets, label: label, isShadow: isShadow
    ) { year in
      assessment.series.first { $0.point.year == year }?.reduction
    }
  }

  /// The rows of projections of the same thing with different measures.
  mutating func add(
    _ projections: [Projection], targets: [Target], label: String, isShadow: Bool = false,
    reached: (Int) -> Fraction? = { _ in nil }
  ) {
    let years = Set(projections.flatMap { $0.probabilities.flatMap { $0.targets.map(\.year) } })
    var isFirst = true
    for year in years.sorted() {
      let band = targets.first { $0.year == year }?.band
      for (place, projection) in projections.enumerated() {
        let isAdditional = projection.measureSet == .additionalMeasures
        var cells = [
          Inked(isAdditional ? "    additional" : isFirst ? label : ""),
          Inked(place == 0 ? String(year) : ""),
          Inked(place == 0 ? Shown.band(band) : ""),
        ]
        cells += self.cells(projection, year: year, band: band, reached: reached(year))
        table.row(isShadow ? cells.map { $0.all(.dim) } : cells)
        isFirst = false
      }
    }
  }

  private func cells(
    _ projection: Projection, year: Int, band: Band?, reached: Fraction?
  ) -> [Inked] {
    var cells: [Inked] = []
    if correlations.given != nil {
      let given = projection.probability(of: year)
      cells.append(Inked(Shown.probability(given, of: band), .bold))
    }
    cells += correlations.shown.map { rho in
      Inked(Shown.probability(projection.probability(of: year, at: rho), of: band))
    }
    if let fan = projection.fan.first(where: { $0.year == year }),
      let low = fan.reductions.first, let high = fan.reductions.last
    {
      cells += [Inked(Shown.reduction(fan.median)), Inked(Shown.range(low, high))]
    } else {
      cells += [Inked(Shown.number(reached?.points)), Inked(Shown.missing)]
    }
    if showsDrivers { cells.append(Inked(drivers(projection, year: year))) }
    return cells
  }

  /// The shares of the variance, largest first: `T61 I27 Y12`.
  private func drivers(_ projection: Projection, year: Int) -> String {
    guard let shares = projection.shares.first(where: { $0.year == year }) else {
      return Shown.missing
    }
    let named = [
      ("T", shares.parameters), ("Y", shares.residual), ("M", shares.measures),
      ("I", shares.inventory),
    ]
    let large = named.filter { $0.1 >= Self.leastShare }.sorted { $0.1 > $1.1 }
    guard !large.isEmpty else { return Shown.missing }
    return large.map { $0.0 + Shown.number($0.1 * 100, decimals: 0) }.joined(separator: " ")
  }

  /// What additional measures are.
  static let additionalLegend =
    "additional: with all planned measures, not only those that are secured"

  /// The correlation that the medians and ranges of projections hold for; empty where there is
  /// none.
  static func rangeLegend(_ projections: [Projection]) -> [String] {
    let rho = Set(projections.filter { !$0.fan.isEmpty }.map(\.fanCorrelation)).sorted()
    return rho.isEmpty
      ? [] : ["median and 95 % at rho \(rho.map(Shown.plain).joined(separator: ", "))"]
  }

  /// What the letters of the drivers mean.
  static let driversLegend =
    "share of the variance in %: T trend, Y year to year, M measures, I inventory"
}
