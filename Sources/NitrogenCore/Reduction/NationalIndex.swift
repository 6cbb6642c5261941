// SPDX-License-Identifier: GPL-3.0-or-later

/// The national emission of a sector by year, of one vintage and one boundary, by which a figure
/// of another year is scaled.
public struct NationalIndex: Sendable {
  /// The release.
  public let vintage: Vintage
  /// The sector boundary.
  public let boundary: BoundaryID
  /// The national series.
  public let series: EmissionSeries
  /// The years with a whole figure.
  public let years: [Int]

  /// Makes an index from a national series of one vintage.
  public init(vintage: Vintage, boundary: BoundaryID, series: EmissionSeries) {
    self.vintage = vintage
    self.boundary = boundary
    self.series = series
    self.years = series.points.filter(\.isComplete).map(\.year)
  }

  /// The ratio of two years.
  ///
  /// - Returns: `nil` when either year is missing, incomplete, or the year below is zero: an index
  ///   with a missing component is no index.
  public func ratio(of year: Int, to other: Int) -> Double? {
    guard let above = series.point(in: year)?.completeEmission,
      let below = series.point(in: other)?.completeEmission, below > .zero
    else { return nil }
    return above / below
  }

  /// The rule in words, for the figure of one year scaled from another.
  ///
  /// - Parameters:
  ///   - year: the year wanted.
  ///   - other: the year the source gives.
  ///   - source: the release of the source's figure.
  ///   - scaled: the boundary of the source's figure.
  /// - Returns: the rule, as it stands in every output.
  public func rule(for year: Int, from other: Int, source: Vintage, scaled: BoundaryID) -> String {
    "E(\(year)) = E(\(other); \(source.rawValue), boundary \(scaled.rawValue)) x I(\(year)) / "
      + "I(\(other)), I = national \(series.slice.label) \(series.pollutant.label) of "
      + "\(vintage.rawValue), boundary \(boundary.rawValue)"
  }
}
