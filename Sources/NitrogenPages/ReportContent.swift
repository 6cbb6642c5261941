// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore
public import NitrogenGeography
public import NitrogenReports

/// All that reports are made of.
public struct ReportContent: Sendable {
  /// What the assessment found, with nothing in it that may not be published.
  public var result: AssessmentResult
  /// What was read, with which options.
  public var record: RunRecord
  /// The areas that get a page, in the order of the overview.
  public var areas: [AreaCode]
  /// The latest monitoring round and what it changed; `nil` where there are no rounds.
  public var round: RoundContext?
  /// Fits of measured series; `nil` where none were given.
  public var measured: NetworkFit?
  /// The outlines of areas; `nil` where there are none at hand.
  public var outlines: OutlineSet?

  /// Makes the content of reports.
  public init(result: AssessmentResult, record: RunRecord, areas: [AreaCode]) {
    self.result = result
    self.record = record
    self.areas = areas
  }
}

/// The latest monitoring round beside the one before.
public struct RoundContext: Sendable {
  /// The latest round.
  public let round: MonitoringRound
  /// What changed since the round before; `nil` for the first.
  public let change: RoundChange?

  /// Makes a context.
  public init(round: MonitoringRound, change: RoundChange?) {
    self.round = round
    self.change = change
  }
}
