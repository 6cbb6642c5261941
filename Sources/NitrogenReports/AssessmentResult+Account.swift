// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension AssessmentResult {
  /// The policy records in force that are assumed and that some assessment depends on, by key.
  var assumptionsInForce: [PolicyEntry] {
    let candidates = policy.all.filter { $0.record.status == .assumed }
    let wanted = Set(candidates.map(\.record.key))
    var used: Set<PolicyKey> = []
    for assessment in assessments where used.count < wanted.count {
      for key in assessment.policyKeys where wanted.contains(key) { used.insert(key) }
    }
    return candidates.filter { used.contains($0.record.key) }
  }
}
