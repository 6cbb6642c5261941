// SPDX-License-Identifier: GPL-3.0-or-later

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
