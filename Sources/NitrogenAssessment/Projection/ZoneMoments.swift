// SPDX-License-Identifier: GPL-3.0-or-later

/// The moments of the sources of zones by error group.
///
/// With F of a group and ε of a source standard normal, a zone emits
///
///     E = Σ e (1 + shared · F + own · ε)
///
/// which is exactly normal with mean Σ e and, group by group, variance (shared Σ e)² + own² Σ e². Its
/// moments are all that is needed of its sources, however many there are.
public struct ZoneMoments: Hashable, Sendable {
  /// The number of zones.
  public let zones: Int
  /// The number of error groups.
  public let groups: Int
  private var cells: [SourceMoments]

  /// Makes the moments of empty zones.
  ///
  /// A sum over zones that counts every source once is a zone of its own, to which each is added once.
  public init(zones: Int, groups: Int) {
    precondition(zones >= 0 && groups >= 0, "numbers of 0 or more")
    self.zones = zones
    self.groups = groups
    cells = Array(repeating: SourceMoments(), count: zones * groups)
  }

  /// The moments of a group in a zone, both counted from 0.
  public subscript(zone: Int, group: Int) -> SourceMoments {
    get { cells[zone * groups + group] }
    _modify { yield &cells[zone * groups + group] }
  }

  /// Adds the sources of another, of the same zones and groups.
  public mutating func merge(_ other: ZoneMoments) {
    precondition(other.zones == zones && other.groups == groups, "the same zones and groups")
    for cell in cells.indices { cells[cell].merge(other.cells[cell]) }
  }

  /// The emission of a zone, kg/yr.
  public func emission(_ zone: Int) -> Double {
    (0..<groups).reduce(0) { $0 + self[zone, $1].sum }
  }

  /// The standard deviation of the emission of a zone, kg/yr, by the errors of each group.
  public func standardDeviation(_ zone: Int, errors: [SourceErrors]) -> Double {
    covariance(zone, zone, errors: errors).squareRoot()
  }

  /// The 95 % half-width of the emission of a zone as a share of it, twice its relative standard
  /// deviation; `nil` where nothing is emitted.
  public func relativeUncertainty(_ zone: Int, errors: [SourceErrors]) -> Double? {
    let emission = emission(zone)
    guard emission > 0 else { return nil }
    return 2 * standardDeviation(zone, errors: errors) / emission
  }

  /// The correlation between the emissions of two zones; `nil` where one is certain.
  ///
  /// - Parameters:
  ///   - one: a zone.
  ///   - other: another.
  ///   - errors: of each group.
  ///   - common: Σ e e′ of the sources in both zones, by group; none where left out.
  /// - Returns: the correlation.
  public func correlation(
    _ one: Int, _ other: Int, errors: [SourceErrors], common: [Double]? = nil
  ) -> Double? {
    let scale =
      standardDeviation(one, errors: errors) * standardDeviation(other, errors: errors)
    guard scale > 0 else { return nil }
    if one == other { return 1 }
    return covariance(one, other, errors: errors, common: common) / scale
  }

  private func covariance(
    _ one: Int, _ other: Int, errors: [SourceErrors], common: [Double]? = nil
  ) -> Double {
    precondition(errors.count == groups, "errors for every group")
    precondition(common.map { $0.count == groups } ?? true, "a common sum for every group")
    var sum = 0.0
    for (group, error) in errors.enumerated() {
      if one == other {
        sum += self[one, group].variance(error)
      } else {
        sum += error.shared * error.shared * self[one, group].sum * self[other, group].sum
        sum += error.own * error.own * (common?[group] ?? 0)
      }
    }
    return sum
  }
}
