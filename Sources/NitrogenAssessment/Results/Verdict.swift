// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// How a territory stands against one target.
public enum Status: String, CaseIterable, Hashable, Sendable {
  /// The target is met, and shown to be (*gehaald*).
  case met
  /// The point estimate meets the target, the probability does not show it
  /// (*gehaald, niet aantoonbaar*).
  case metUnproven
  /// At or above the path (*op koers*).
  case onTrack
  /// Below the path, not below last year's (*risico*).
  case atRisk
  /// Below last year's path (*niet op koers*).
  case offTrack
  /// The year has passed and the target is not met (*gemist*).
  case missed
  /// No verdict (*geen oordeel*); the reasons say why.
  case undetermined
}

/// What a verdict was read against.
public enum VerdictBasis: String, Hashable, Sendable {
  /// The path through all milestones the policy states.
  case path
  /// A straight line from the baseline to the only target there is.
  case straightLine
}

/// Why a verdict is what it is: a code for programs and a sentence for people.
public struct Reason: Hashable, Sendable {
  /// The code, such as `belowPath` or `notInSource`.
  public let code: String
  /// The sentence, with the figures.
  public let sentence: String
  /// What the sentence says, for telling it in another language.
  public let telling: Telling

  /// Makes a reason.
  ///
  /// - Parameters:
  ///   - code: the code.
  ///   - sentence: the sentence.
  ///   - facts: the figures and names in the sentence.
  ///   - phrase: which of the sentences of the code it is, where there are several.
  public init(
    _ code: String, _ sentence: String, _ facts: [String: Telling.Fact] = [:],
    phrase: String? = nil
  ) {
    self.code = code
    self.sentence = sentence
    self.telling = Telling(phrase ?? code, facts)
  }

  /// Policy has no value for a key.
  init(silent key: PolicyKey) {
    self.init(
      "unresolved(\(key))", "policy is silent: \(key) has no value", ["key": .key(key)],
      phrase: key.rawValue.hasPrefix("target.") ? "unresolvedTarget" : "unresolved")
  }
}

/// What a miss brings by the policy text.
public struct Consequence: Sendable {
  /// The record that says so.
  public let entry: PolicyEntry
  /// The consequence by name.
  public let name: String

  /// Makes a consequence.
  public init(entry: PolicyEntry, name: String) {
    self.entry = entry
    self.name = name
  }
}

/// How one target stands.
public struct Verdict: Sendable {
  /// The target year; `nil` where policy names none.
  public let target: Int?
  /// The status.
  public let status: Status
  /// What it was read against; `nil` when undetermined.
  public let basis: VerdictBasis?
  /// The latest definitive year it rests on; `nil` when there is none.
  public let assessedYear: Int?
  /// Whether it is the nation's verdict, since the series says nothing local.
  public let isInherited: Bool
  /// Whether it raises a flag.
  public let isFlagged: Bool
  /// Whether the baseline it counts from is provisional (*voorlopig*).
  public let isProvisional: Bool
  /// Why.
  public let reasons: [Reason]
  /// The probability that the target is met; `nil` while none is computed.
  public let probability: Double?
  /// What a miss brings by the text; `nil` where it is silent or nothing is missed.
  public let consequence: Consequence?

  /// Makes a verdict.
  public init(
    target: Int?, status: Status, basis: VerdictBasis?, assessedYear: Int?, isInherited: Bool,
    isFlagged: Bool, isProvisional: Bool = false, reasons: [Reason], probability: Double? = nil,
    consequence: Consequence? = nil
  ) {
    self.target = target
    self.status = status
    self.basis = basis
    self.assessedYear = assessedYear
    self.isInherited = isInherited
    self.isFlagged = isFlagged
    self.isProvisional = isProvisional
    self.reasons = reasons
    self.probability = probability
    self.consequence = consequence
  }
}
