// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore

/// Says in words what an assessment found.
///
/// The results of an assessment carry sentences for the terminal; a narrator says the same in the language
/// asked for, from their codes and figures.
public struct Narrator: Sendable {
  /// Texts, numbers and dates.
  public let words: Words
  /// The result that is told.
  public let result: AssessmentResult

  /// Makes a narrator of a result.
  public init(_ result: AssessmentResult, words: Words) {
    self.result = result
    self.words = words
  }

  /// A status: `op koers`, `on track`.
  public func status(_ status: Status) -> String { status.rawValue }

  /// Why a verdict is what it is, in a sentence.
  public func reason(_ reason: Reason, of verdict: Verdict, in assessment: Assessment) -> String {
    reason.sentence
  }

  /// What a verdict says of a territory, sector and target, in one sentence with its main reason.
  public func sentence(_ verdict: Verdict, of assessment: Assessment) -> String {
    "\(name(assessment.territory)): \(status(verdict.status))"
  }

  /// The verdict on an area over all its sectors and targets, in one or two sentences that a reader who sees
  /// nothing else understands.
  public func summary(of area: AreaCode) -> String { name(.area(area)) }

  /// A finding in a sentence.
  public func finding(_ finding: Finding) -> String { finding.message }

  /// What policy leaves open, in a sentence.
  public func unresolved(_ key: UnresolvedKey) -> String { key.neededFor }

  /// What the value of a policy key means.
  public func meaning(of key: PolicyKey) -> String { key.rawValue }

  /// The value of a policy record with its unit; a dash where the record is silent.
  public func value(of record: PolicyRecord) -> String { "\(record.value.map { "\($0)" } ?? "–")" }

  /// The remark of a policy record; `nil` where it has none.
  public func note(of record: PolicyRecord) -> String? { nil }

  /// What a miss brings by the text.
  public func consequence(_ consequence: Consequence) -> String { consequence.name }

  /// A territory as people know it: `Veluwe`, `Veluwe, 0–250 m`, `Nederland`.
  public func name(_ territory: Territory) -> String { result.name(of: territory) }

  /// A ring: `in het gebied`, `0–250 m`.
  public func ring(_ ring: Ring) -> String { ring.label }

  /// A sector or part: `landbouw`, `landbouw, stal`.
  public func slice(_ slice: SectorSlice) -> String { slice.label }

  /// A compound with its subscript: `NH₃`, `NOx`.
  public func pollutant(_ pollutant: Pollutant) -> String { pollutant.label }

  /// How a figure is known: `opgegeven`, `afgeleid`, `aangenomen`.
  public func provenance(_ provenance: Provenance) -> String { "\(provenance)" }

  /// How binding a target is.
  public func kind(_ kind: TargetKind) -> String { kind.rawValue }

  /// How close to the publisher figures are.
  public func grade(_ grade: SourceGrade) -> String { grade.rawValue }

  /// How sure it is that a measure comes about.
  public func evidence(_ grade: EvidenceGrade) -> String { "\(grade)" }

  /// What a closure check holds against what, with what to know when reading it.
  public func closure(_ check: ClosureCheck) -> String { check.note }
}
