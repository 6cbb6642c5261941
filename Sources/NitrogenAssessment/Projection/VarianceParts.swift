// SPDX-License-Identifier: GPL-3.0-or-later

/// Squared scales by where they come from.
///
/// Student's t with two degrees of freedom or fewer has no variance, so it is the squares of the scales
/// that are shared out.
struct VarianceParts: Hashable, Sendable {
  var parameters = 0.0
  var residual = 0.0
  var measures = 0.0
  var inventory = 0.0

  var total: Double { parameters + residual + measures + inventory }

  /// The shares of the total.
  func shares(of year: Int) -> UncertaintyShares {
    let unit = total > 0 ? total : 1
    return UncertaintyShares(
      year: year, parameters: parameters / unit, residual: residual / unit,
      measures: measures / unit, inventory: inventory / unit)
  }
}
