// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
import NitrogenGeography

/// On which grid the density of sources is wanted, and when a cell may be shown.
public struct DensityRequest: Hashable, Sendable {
  /// The length of a side of a cell in metres.
  public let cellSize: Int
  /// How many farms or sources must stand behind a cell that is shown.
  public let minimum: Int

  /// Makes a request; `nil` where a cell has no side or nobody stands behind it.
  public init?(cellSize: Int, minimum: Int) {
    guard cellSize > 0, minimum > 0 else { return nil }
    self.cellSize = cellSize
    self.minimum = minimum
  }

  /// What policy says; `nil` where it is silent on either, so that nothing is shown.
  public init?(policy: Policy) {
    guard let size = policy.number("privacy.density-cell-metres"),
      let minimum = policy.number("privacy.minimum-farms"), (1...100_000).contains(size),
      (1...1_000_000).contains(minimum)
    else { return nil }
    self.init(cellSize: Int(size), minimum: Int(minimum.rounded(.up)))
  }

  var grid: SourceGrid { SourceGrid(cellSize: cellSize, minimum: minimum) }
}
