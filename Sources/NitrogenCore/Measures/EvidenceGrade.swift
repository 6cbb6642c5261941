// SPDX-License-Identifier: GPL-3.0-or-later

/// How well the reduction of a measure is secured, best first (rule R27).
public enum EvidenceGrade: String, CaseIterable, Hashable, Sendable {
  /// A law that is in force and can be enforced.
  case enforceableLaw = "enforceable-law"
  /// Permits that were changed or withdrawn.
  case permitChanged = "permit-changed"
  /// A signed contract.
  case contract
  /// A subsidy whose works stand.
  case subsidyRealised = "subsidy-realised"
  /// A plan.
  case planned
  /// An assumption, such as a trial whose effect is not yet known.
  case assumed

  /// The place in the order of evidence, 1 for the best.
  public var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}

extension EvidenceGrade: Comparable {
  /// Whether the left is the better evidence.
  public static func < (left: EvidenceGrade, right: EvidenceGrade) -> Bool {
    left.rank < right.rank
  }
}
