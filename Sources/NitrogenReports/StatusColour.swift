// SPDX-License-Identifier: GPL-3.0-or-later

package import NitrogenAssessment

extension Status {
  /// The colour of the status in every picture, page and layer, `#rrggbb`: one that eyes with a colour
  /// deficiency tell apart, always with a shape and a word beside it.
  package var colour: String {
    switch self {
    case .met: "#0072b2"
    case .metUnproven: "#56b4e9"
    case .onTrack: "#009e73"
    case .atRisk: "#e69f00"
    case .offTrack: "#d55e00"
    case .missed: "#882255"
    case .undetermined: "#777777"
    }
  }
}
