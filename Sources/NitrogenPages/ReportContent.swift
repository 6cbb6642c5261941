// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore
public import NitrogenGeography
public import NitrogenReports
public import NitrogenWords

/// All that reports are made of.
public struct ReportContent: Sendable {
  /// What the assessment found, with nothing in it that may not be published.
  public var result: AssessmentResult
  /// What was read, with which options.
  public var record: RunRecord
  /// The areas that get a page, in the order of the overview.
  public var areas: [AreaCode]
  /// The areas by priority, first the first; empty where no ranking was made.
  public var ranking: [RankedArea] = []
  /// The latest monitoring round and what it changed; `nil` where there are no rounds.
  public var round: RoundContext?
  /// Fits of measured series; `nil` where none were given.
  public var measured: NetworkFit?
  /// The outlines of areas; `nil` where there are none at hand.
  public var outlines: OutlineSet?
  /// Files with the same results, to be linked to from the overview.
  public var files: [ReportFile] = []
  /// Where the same pages stand in other languages: the folder, seen from this one, with a slash at
  /// its end.
  public var folders: [Language: String] = [:]

  /// Makes the content of reports.
  public init(result: AssessmentResult, record: RunRecord, areas: [AreaCode]) {
    self.result = result
    self.record = record
    self.areas = areas
  }
}

/// An area in the order of priority.
public struct RankedArea: Hashable, Sendable {
  /// The area.
  public let area: AreaCode
  /// Its place, 1 for the first.
  public let rank: Int
  /// What is left to do for the last target, to its low edge, kg/yr; `nil` where it cannot be said.
  public let gap: EmissionRate?
  /// The share of the emission around the area that is near it; `nil` where it is not known.
  public let shareNear: Fraction?
  /// Why it has priority, in the language of the pages; `nil` where only the figures say so.
  public let why: String?

  /// Makes a place in the order.
  public init(area: AreaCode, rank: Int, gap: EmissionRate?, shareNear: Fraction?, why: String?) {
    self.area = area
    self.rank = rank
    self.gap = gap
    self.shareNear = shareNear
    self.why = why
  }
}

/// A file beside the pages.
public struct ReportFile: Hashable, Sendable {
  /// The path, seen from the folder of the pages.
  public let name: String
  /// What it holds, in the language of the pages.
  public let title: String
  /// Its size; `nil` where it is not known.
  public let bytes: Int?

  /// Makes a file.
  public init(name: String, title: String, bytes: Int?) {
    self.name = name
    self.title = title
    self.bytes = bytes
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
