// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A reduction with a low and a high edge, as policy states it; both the same for a single number.
public struct Band: Hashable, Sendable {
  /// The edge that is reached first.
  public let low: Fraction
  /// The edge that is reached last.
  public let high: Fraction

  /// Makes a band.
  public init(low: Fraction, high: Fraction) {
    self.low = low
    self.high = high
  }

  /// The band asked for in the baseline year: none.
  public static let none = Band(low: .zero, high: .zero)

  /// The value at an edge.
  public func at(_ edge: BandEdge) -> Fraction {
    switch edge {
    case .lower: low
    case .upper: high
    case .midpoint: Fraction((low.value + high.value) / 2)
    }
  }
}

/// The edge of a band that decides whether a target is met (ambiguity A02).
public enum BandEdge: String, Hashable, Sendable {
  /// The low edge.
  case lower
  /// The high edge.
  case upper
  /// Halfway.
  case midpoint
}

/// A year and the reduction asked for by then.
public struct Milestone: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The reduction against the baseline.
  public let band: Band

  /// Makes a milestone.
  public init(year: Int, band: Band) {
    self.year = year
    self.band = band
  }
}

/// The reduction path (*reductiepad*): the corridor from the baseline through the milestones.
///
/// Piecewise linear between milestones unless another shape is asked for (ambiguity A08). Outside
/// the span of baseline and last milestone there is no path.
public struct Trajectory: Hashable, Sendable {
  /// How the path runs between milestones.
  public enum Shape: String, Hashable, Sendable {
    /// Straight from milestone to milestone.
    case piecewise
    /// One straight line from the baseline to the last milestone.
    case straight
    /// The same rate of decline each year: 1 - (1 - τ)^((t - t₀) / (T - t₀)) per stretch.
    case logLinear = "log-linear"
  }

  /// The baseline year, where the reduction is zero.
  public let baselineYear: Int
  /// The milestones, by year.
  public let milestones: [Milestone]
  /// How the path runs between them.
  public let shape: Shape

  /// Makes a path; `nil` without a milestone after the baseline year.
  public init?(baselineYear: Int, milestones: [Milestone], shape: Shape = .piecewise) {
    let later = milestones.filter { $0.year > baselineYear }.sorted { $0.year < $1.year }
    guard !later.isEmpty else { return nil }
    self.baselineYear = baselineYear
    self.milestones = later
    self.shape = shape
  }

  /// The corridor in a year, or `nil` outside the span of the path.
  public func band(in year: Int) -> Band? {
    guard let last = milestones.last, year >= baselineYear, year <= last.year else { return nil }
    let stops =
      shape == .straight
      ? [Milestone(year: baselineYear, band: .none), last]
      : [Milestone(year: baselineYear, band: .none)] + milestones
    guard let end = stops.firstIndex(where: { $0.year >= year }) else { return nil }
    if stops[end].year == year { return stops[end].band }
    let from = stops[end - 1]
    let to = stops[end]
    let share = Double(year - from.year) / Double(to.year - from.year)
    return Band(
      low: between(from.band.low, to.band.low, share),
      high: between(from.band.high, to.band.high, share))
  }

  private func between(_ from: Fraction, _ to: Fraction, _ share: Double) -> Fraction {
    switch shape {
    case .piecewise, .straight:
      return from + (to - from) * share
    case .logLinear:
      let start = 1 - from.value
      let ratio = (1 - to.value) / start
      return Fraction(1 - start * pow(ratio, share))
    }
  }
}
