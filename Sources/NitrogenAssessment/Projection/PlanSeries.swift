// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
public import NitrogenCore
import NumericMethods

/// The path of one series by its plan: from the latest known year on through the points of the plan.
public struct PlanSeries: Sendable {
  /// How the years between two points follow.
  public enum Shape: String, Hashable, Sendable {
    /// Straight from one point to the next.
    case linear
    /// A monotone spline through all known years and the points.
    case steffen
  }

  /// What the plan says of one year.
  public struct Year: Hashable, Sendable {
    /// The reduction.
    public let reduction: Fraction
    /// Its standard deviation; `nil` where the plan leaves it open.
    public let spread: Fraction?

    /// The least share of the baseline that a logarithm is taken of: a plan may end an emission
    /// altogether.
    static let least = 1e-9

    /// ln(E/B); of an emission that ends altogether, the logarithm of a billionth.
    public var location: Double { log(max(1 - reduction.value, Self.least)) }

    /// The standard deviation of ``location``: that of the logarithm of a lognormal number whose spread
    /// is so large a share of its mean, √ln(1 + (spread / (E/B))²). Of a small share it is the share
    /// itself; it stays sound where a plan leaves less than its spread.
    public var locationSpread: Double? {
      spread.map {
        let share = $0.value / max(1 - reduction.value, Self.least)
        return log1p(share * share).squareRoot()
      }
    }
  }

  /// The last known year, from which the plan runs.
  public let start: Int
  /// The points of the plan after ``start``, ascending.
  public let points: [PlanPoint]
  /// How the years between follow.
  public let shape: Shape
  private let years: [Int: Year]

  /// Makes the path; `nil` where no point lies ahead or no year is known.
  ///
  /// - Parameters:
  ///   - points: the points of the plan for this very series; those up to the latest known year have
  ///     been overtaken by figures and do not count; of two for one year the first counts.
  ///   - known: the reductions of known years; the latest is where the plan begins.
  ///   - shape: how the years between two points follow. A spline of fewer than three points is a
  ///     straight line.
  public init?(_ points: [PlanPoint], known: [Int: Fraction], shape: Shape) {
    guard let latest = known.max(by: { $0.key < $1.key }) else { return nil }
    let byYear = Dictionary(points.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    let ahead = byYear.values.filter { $0.year > latest.key }.sorted { $0.year < $1.year }
    guard let last = ahead.last else { return nil }
    self.start = latest.key
    self.points = ahead
    self.shape = shape
    let nodes: [(year: Int, rate: Double)] =
      [(latest.key, latest.value.value)] + ahead.map { ($0.year, $0.rate.value) }
    let spreads: [(year: Int, value: Double?)] =
      [(latest.key, 0)] + ahead.map { ($0.year, $0.spread?.value) }
    let wanted = Array((latest.key + 1)...last.year)
    var rates = wanted.map { Self.interpolate(nodes, at: $0) }
    if shape == .steffen {
      let earlier = known.filter { $0.key < latest.key }.sorted { $0.key < $1.key }
      let all = earlier.map { (year: $0.key, rate: $0.value.value) } + nodes
      // Too few points or numbers out of range: the straight line stays.
      let spline = try? SteffenSpline(x: all.map { Double($0.year) }, y: all.map(\.rate))
      if let spline, let values = try? spline.values(at: wanted.map(Double.init)) {
        rates = zip(values, rates).map { $0 ?? $1 }
      }
    }
    var years: [Int: Year] = [:]
    for (year, rate) in zip(wanted, rates) {
      years[year] = Year(
        reduction: Fraction(rate), spread: Self.spread(spreads, at: year).map { Fraction($0) })
    }
    self.years = years
  }

  /// What the plan says of a year; `nil` up to the latest known year and beyond the last point.
  public subscript(year: Int) -> Year? { years[year] }

  /// The points of all plans for a series, by year; a plan for a larger or smaller territory says
  /// nothing about it.
  public static func points(
    for territory: Territory, _ slice: SectorSlice, _ pollutant: Pollutant, in datasets: [Dataset],
    grades: Set<EvidenceGrade>? = nil
  ) -> [PlanPoint] {
    datasets.flatMap(\.plan).filter {
      $0.territory == territory && $0.slice == slice && $0.pollutant == pollutant
        && grades?.contains($0.evidence) ?? true
    }.sorted { ($0.year, $0.origin) < ($1.year, $1.origin) }
  }

  private static func interpolate(_ nodes: [(year: Int, rate: Double)], at year: Int) -> Double {
    for (left, right) in zip(nodes, nodes.dropFirst()) where year <= right.year {
      let share = Double(year - left.year) / Double(right.year - left.year)
      return year == right.year ? right.rate : left.rate + share * (right.rate - left.rate)
    }
    return nodes.last?.rate ?? 0
  }

  private static func spread(_ nodes: [(year: Int, value: Double?)], at year: Int) -> Double? {
    for (left, right) in zip(nodes, nodes.dropFirst()) where year <= right.year {
      guard year != right.year else { return right.value }
      guard let from = left.value, let to = right.value else { return nil }
      return from + Double(year - left.year) / Double(right.year - left.year) * (to - from)
    }
    return nil
  }
}
