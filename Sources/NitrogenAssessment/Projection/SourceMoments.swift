// SPDX-License-Identifier: GPL-3.0-or-later

/// What the errors of a sum of sources need to know of them: how many there are, their sum and the sum
/// of their squares.
public struct SourceMoments: Hashable, Sendable {
  /// The number of sources.
  public private(set) var count = 0
  /// Σ e, kg/yr.
  public private(set) var sum = 0.0
  /// Σ e², (kg/yr)².
  public private(set) var sumOfSquares = 0.0

  /// Makes the moments of no sources.
  public init() {}

  /// Adds a source.
  ///
  /// - Parameters:
  ///   - emission: its emission, kg/yr.
  ///   - share: how much of it counts, 0 to 1.
  @inline(__always)
  public mutating func add(_ emission: Double, share: Double = 1) {
    let part = emission * share
    count &+= 1
    sum += part
    sumOfSquares += part * part
  }

  /// Adds other sources.
  public mutating func merge(_ other: SourceMoments) {
    count += other.count
    sum += other.sum
    sumOfSquares += other.sumOfSquares
  }

  /// How many sources of equal size would average out as well, (Σ e)²/Σ e²; `nil` where nothing is
  /// emitted.
  public var effectiveSources: Double? {
    sumOfSquares > 0 ? sum * sum / sumOfSquares : nil
  }

  /// The variance of the sum under errors, (kg/yr)².
  func variance(_ errors: SourceErrors) -> Double {
    let shared = errors.shared * sum
    return shared * shared + errors.own * errors.own * sumOfSquares
  }
}

/// The relative errors of the sources of a group, such as a sector, as standard deviations.
public struct SourceErrors: Hashable, Sendable {
  /// Of the factor that all sources of the group have in common, such as an emission factor.
  public let shared: Double
  /// Of each source on its own.
  public let own: Double

  /// Makes errors; 0.1 for 10 %.
  public init(shared: Double, own: Double) {
    precondition(shared >= 0 && own >= 0, "standard deviations are 0 or more")
    self.shared = shared
    self.own = own
  }
}

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
