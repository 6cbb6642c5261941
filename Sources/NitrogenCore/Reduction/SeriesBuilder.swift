// SPDX-License-Identifier: GPL-3.0-or-later

/// Adds records up to series, keeping track of what is not known.
public enum SeriesBuilder {
  /// The figures of one component by year, such as a sector in a ring.
  ///
  /// - Parameters:
  ///   - records: the rows of the component.
  ///   - name: the name by which an empty cell is reported missing.
  /// - Returns: a point for every year that occurs, by year; without an emission where the cell is
  ///   empty.
  public static func points(of records: [EmissionRecord], named name: String) -> [SeriesPoint] {
    let byYear = Dictionary(grouping: records, by: \.year)
    return byYear.keys.sorted().compactMap { year in
      var sum = YearSum(year: year)
      for record in byYear[year] ?? [] { sum.add(record, named: name) }
      return sum.point
    }
  }

  /// The sum of records by year, over components by name.
  ///
  /// A year in which a component has no row, or an empty cell, is the sum of the others with the
  /// component named. Components are added in the order of their names, so that the last digits of
  /// a sum do not depend on the order of rows.
  ///
  /// - Parameter records: each record with the name of the component it belongs to.
  /// - Returns: a point for every year that occurs, by year.
  public static func sum(
    _ records: [(component: String, record: EmissionRecord)]
  ) -> [SeriesPoint] {
    let components = Dictionary(grouping: records, by: \.component)
    return total(
      of: components.keys.sorted().map { name in
        (name, points(of: (components[name] ?? []).map(\.record), named: name))
      })
  }

  /// The sum of series by year, in the order given: the whole of their parts.
  ///
  /// A year that one of them lacks is the sum of the others, with the lacking one named.
  ///
  /// - Parameters:
  ///   - parts: each series with the name by which it is reported missing.
  ///   - mayShareSources: whether the same sources may stand behind several of them, as one farm
  ///     behind the parts of agriculture: then as many are sure to stand behind the sum as behind the
  ///     part that has most.
  /// - Returns: a point for every year that one of them has, by year.
  public static func total(
    of parts: [(name: String, points: [SeriesPoint])], mayShareSources: Bool = true
  ) -> [SeriesPoint] {
    let years = Set(parts.flatMap { $0.points.map(\.year) }).sorted()
    return years.compactMap { year in
      var sum = YearSum(year: year, mayShareSources: mayShareSources)
      for part in parts {
        if let point = part.points.first(where: { $0.year == year }) {
          sum.add(point)
        } else {
          sum.lack(part.name)
        }
      }
      return sum.point
    }
  }
}

/// A sum in the making: what is known, what is missing, and where it comes from.
private struct YearSum {
  let year: Int
  private var kilograms = 0.0
  private var isKnown = false
  private var missing: [String] = []
  private var rows: [RowReference] = []
  private var provenance = Provenance.stated
  private var provisional = false
  private var vintage: Vintage?
  private var sources: Int?
  private var isCounted = true
  private var disclosure = Disclosure.published
  private let mayShareSources: Bool

  init(year: Int, mayShareSources: Bool = true) {
    self.year = year
    self.mayShareSources = mayShareSources
  }

  mutating func lack(_ name: String) { missing.append("\(name) \(year)") }

  mutating func add(_ record: EmissionRecord, named name: String) {
    rows.append(record.origin)
    note(record.vintage, record.provenance, record.provisional)
    count(record.sources, record.disclosure)
    if let emission = record.emission { add(emission) } else { lack(name) }
  }

  mutating func add(_ point: SeriesPoint) {
    rows += point.rows
    missing += point.missing
    note(point.vintage, point.provenance, point.provisional)
    count(point.sources, point.disclosure)
    if let emission = point.emission { add(emission) }
  }

  private mutating func add(_ emission: EmissionRate) {
    kilograms += emission.kilogramsPerYear
    isKnown = true
  }

  private mutating func count(_ sources: Int?, _ disclosure: Disclosure) {
    self.disclosure = self.disclosure + disclosure
    guard let sources else {
      isCounted = false
      return
    }
    let before = self.sources ?? 0
    self.sources = mayShareSources ? max(before, sources) : before + sources
  }

  private mutating func note(
    _ vintage: Vintage, _ provenance: Provenance, _ provisional: Bool
  ) {
    self.vintage = self.vintage ?? vintage
    self.provisional = self.provisional || provisional
    if provenance != .stated { self.provenance = provenance }
  }

  /// The sum as a point; `nil` where nothing was added.
  var point: SeriesPoint? {
    vintage.map {
      SeriesPoint(
        year: year, emission: isKnown ? EmissionRate(kilogramsPerYear: kilograms) : nil,
        missing: missing, provenance: provenance, vintage: $0, basis: .stated,
        provisional: provisional, rows: rows, sources: isCounted ? sources : nil,
        disclosure: disclosure)
    }
  }
}
