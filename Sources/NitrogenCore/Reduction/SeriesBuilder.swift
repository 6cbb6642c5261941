// SPDX-License-Identifier: GPL-3.0-or-later

/// Adds records up to series, keeping track of what is not known.
public enum SeriesBuilder {
  /// A component of a sum: what must be there in every year for the sum to be whole.
  public struct Component: Hashable, Sendable {
    /// The name by which it is reported missing.
    public let name: String
    /// Orders the sum, so that its last digits do not depend on row order.
    public let order: Int

    /// Makes a component.
    public init(name: String, order: Int) {
      self.name = name
      self.order = order
    }
  }

  /// The sum of components by year.
  ///
  /// A year in which a component has no row, or an empty cell, is the sum of the others with the
  /// component named. A component that occurs in no year of the input is asked for only when it is
  /// expected.
  ///
  /// - Parameters:
  ///   - records: each record with the component it belongs to.
  ///   - expected: components that must be there even when no row has them.
  /// - Returns: a point for every year that occurs.
  public static func sum(
    _ records: [(component: Component, record: EmissionRecord)],
    expecting expected: [Component] = []
  ) -> [SeriesPoint] {
    var components = Set(expected)
    var byYear: [Int: [Component: [EmissionRecord]]] = [:]
    for (component, record) in records {
      components.insert(component)
      byYear[record.year, default: [:]][component, default: []].append(record)
    }
    let ordered = components.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
    return byYear.keys.sorted().compactMap { year in
      guard let found = byYear[year] else { return nil }
      return point(year: year, components: ordered, found: found)
    }
  }

  private static func point(
    year: Int, components: [Component], found: [Component: [EmissionRecord]]
  ) -> SeriesPoint? {
    var total = 0.0
    var known = false
    var missing: [String] = []
    var rows: [RowReference] = []
    var provenance = Provenance.stated
    var provisional = false
    var vintage: Vintage?
    for component in components {
      guard let records = found[component] else {
        missing.append("\(component.name) \(year)")
        continue
      }
      for record in records {
        rows.append(record.origin)
        vintage = vintage ?? record.vintage
        provisional = provisional || record.provisional
        if record.provenance != .stated { provenance = record.provenance }
        if let emission = record.emission {
          total += emission.kilogramsPerYear
          known = true
        } else {
          missing.append("\(component.name) \(year)")
        }
      }
    }
    guard let vintage else { return nil }
    return SeriesPoint(
      year: year, emission: known ? EmissionRate(kilogramsPerYear: total) : nil,
      missing: missing, provenance: provenance, vintage: vintage, basis: .stated,
      provisional: provisional, rows: rows)
  }

  /// The sum of series by year, in the order given: the whole of their parts.
  ///
  /// A year that one of them lacks is the sum of the others, with the lacking one named.
  ///
  /// - Parameter parts: each series with the name by which it is reported missing.
  /// - Returns: a point for every year that one of them has, by year.
  public static func total(of parts: [(name: String, points: [SeriesPoint])]) -> [SeriesPoint] {
    let years = Set(parts.flatMap { $0.points.map(\.year) }).sorted()
    return years.compactMap { year in
      var total = 0.0
      var known = false
      var missing: [String] = []
      var rows: [RowReference] = []
      var provenance = Provenance.stated
      var provisional = false
      var vintage: Vintage?
      for part in parts {
        guard let point = part.points.first(where: { $0.year == year }) else {
          missing.append("\(part.name) \(year)")
          continue
        }
        missing += point.missing
        rows += point.rows
        vintage = vintage ?? point.vintage
        provisional = provisional || point.provisional
        if point.provenance != .stated { provenance = point.provenance }
        if let emission = point.emission {
          total += emission.kilogramsPerYear
          known = true
        }
      }
      guard let vintage else { return nil }
      return SeriesPoint(
        year: year, emission: known ? EmissionRate(kilogramsPerYear: total) : nil,
        missing: missing, provenance: provenance, vintage: vintage, basis: .stated,
        provisional: provisional, rows: rows)
    }
  }
}
