// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// The correlations between the errors of areas, as one matrix.
public struct ZoneCorrelationMatrix: Hashable, Sendable {
  /// Two areas, the lower number first.
  public struct Pair: Hashable, Sendable {
    /// The lower number.
    public let first: AreaCode
    /// The higher number.
    public let second: AreaCode

    /// Makes a pair of two areas in either order.
    public init(_ one: AreaCode, _ other: AreaCode) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  /// The areas, in the order of rows and columns.
  public let areas: [AreaCode]
  /// The correlations, row by row, 1 on the diagonal; those of ``missing`` pairs are 0.
  public let rows: [[Double]]
  /// Pairs for which nothing is given, in order.
  public let missing: [Pair]

  /// Gathers the correlations of some areas.
  ///
  /// - Parameters:
  ///   - areas: the areas wanted, each once.
  ///   - correlations: what a dataset gives, any sectors and areas.
  ///   - sector: the sector wanted.
  ///   - pollutant: the compound wanted.
  ///   - others: the correlation of pairs that the dataset does not give; `nil` where policy is
  ///     silent too.
  public init(
    of areas: [AreaCode], from correlations: [ZoneCorrelation], _ sector: Sector,
    _ pollutant: Pollutant, others: Double?
  ) {
    let given = Dictionary(
      correlations.filter { $0.sector == sector && $0.pollutant == pollutant }
        .map { (Pair($0.first, $0.second), $0.value) },
      uniquingKeysWith: { first, _ in first })
    var missing: [Pair] = []
    var rows = areas.map { _ in areas.map { _ in 0.0 } }
    for (row, one) in areas.enumerated() {
      rows[row][row] = 1
      for (column, other) in areas.enumerated().dropFirst(row + 1) {
        let value = given[Pair(one, other)] ?? others
        if value == nil { missing.append(Pair(one, other)) }
        rows[row][column] = value ?? 0
        rows[column][row] = value ?? 0
      }
    }
    self.areas = areas
    self.rows = rows
    self.missing = missing
  }
}
