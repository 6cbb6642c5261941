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
  /// The areas of the result by what is left to do.
  public var ranking: AreaRanking
  /// The latest monitoring round and what it changed; `nil` where there are no rounds.
  public var round: RoundContext?
  /// Fits of measured series; `nil` where none were given.
  public var measured: NetworkFit?
  /// The outlines of areas; `nil` where there are none at hand.
  public var outlines: OutlineSet?
  /// The density of sources around areas; `nil` where no sources are at hand.
  public var density: SourceDensity?
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
    ranking = AreaRanking(result)
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
