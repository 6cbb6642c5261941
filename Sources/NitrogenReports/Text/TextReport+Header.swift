// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// Program, packs in force, the year asked about, the boundary.
  mutating func header() {
    var pieces = ["\(run.tool.name) \(run.tool.version)"]
    let packs = result.policy.packs.map { pack in
      var text = pack.id
      if pack.kind == .user { text += " (assumptions of the user)" }
      if pack.isSecondHand { text += " (SECOND-HAND)" }
      return text
    }
    pieces.append("policy " + packs.joined(separator: " + "))
    if let year = result.options.asOf { pieces.append("as of \(year)") }
    if let boundary = result.options.boundary {
      pieces.append("boundary \(boundary) (asked for)")
    } else if let boundary = result.policy.text("boundary.default") {
      pieces.append("boundary \(boundary)")
    } else {
      pieces.append("boundary \(Shown.missing)")
    }
    paragraph(pieces.joined(separator: " · "), .bold)
    for failure in run.failures.prefix(20) {
      paragraph("FAILED \(failure.folder): \(failure.message)", .boldRed)
    }
    more(run.failures.count - 20, "failed datasets")
  }
}
