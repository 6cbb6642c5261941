// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The probability by which a target is judged, or why there is none.
enum Likelihood {
  /// From which probabilities on a status holds.
  struct Thresholds {
    let met: Double
    let onTrack: Double
    let atRisk: Double
  }

  case known(Double, Thresholds)
  case unknown(Reason)

  var probability: Double? {
    if case .known(let probability, _) = self { probability } else { nil }
  }
}
