// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// How many verdicts of each status there are, and why there is none where there is none.
  mutating func counts() {
    var own: [Status: Int] = [:]
    var inherited: [Status: Int] = [:]
    var shadow: [Status: Int] = [:]
    var reasons: [String: Int] = [:]
    var pathOnly: [String: Int] = [:]
    for assessment in result.assessments where assessment.slice.part == nil {
      for verdict in assessment.verdicts {
        if assessment.isShadow {
          shadow[verdict.status, default: 0] += 1
        } else if verdict.isInherited {
          inherited[verdict.status, default: 0] += 1
        } else {
          own[verdict.status, default: 0] += 1
        }
        if verdict.status != .undetermined && !assessment.isShadow && !verdict.isInherited {
          for code in Set(verdict.pathOnlyCodes) { pathOnly[code, default: 0] += 1 }
        }
        if verdict.status == .undetermined && !assessment.isShadow {
          for code in Set(verdict.reasons.map(\.code)) { reasons[code, default: 0] += 1 }
        }
      }
    }
    guard !(own.isEmpty && inherited.isEmpty && shadow.isEmpty) else { return }
    title("Verdicts", "of sectors, one for each target; parts of sectors have none")
    var table = TextTable([
      TextTable.Column("", .left), TextTable.Column("own"), TextTable.Column("inherited"),
      TextTable.Column("shadow"),
    ])
    for status in Status.allCases {
      let counts = [own, inherited, shadow].map { $0[status] ?? 0 }
      guard counts.contains(where: { $0 > 0 }) else { continue }
      table.row([Inked("  \(status.words)", status.ink)] + counts.map { Inked(Shown.count($0)) })
    }
    self.table(table)
    undetermined(reasons)
    list(pathOnly, under: "own verdicts from the path alone, without a probability, by reason")
  }

  private mutating func undetermined(_ reasons: [String: Int]) {
    list(
      reasons, under: "undetermined, by reason (a verdict can have several; shadow rows left out)")
  }

  private mutating func list(_ reasons: [String: Int], under title: String) {
    guard !reasons.isEmpty else { return }
    line(Inked(title, .dim))
    let sorted = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var table = TextTable([TextTable.Column(), TextTable.Column("", .left)])
    for (code, count) in sorted.prefix(20) {
      table.row([Inked("  \(Shown.count(count))"), Inked(code)])
    }
    self.table(table)
    more(sorted.count - 20, "more reasons")
  }
}
