// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import NitrogenAssessment
public import NitrogenCore
import NitrogenReports

/// What the user asked of a new round.
public struct RoundRequest: Sendable {
  /// The name of the round.
  public var name: String
  /// The day it is made.
  public var date: CalendarDay

  /// Makes a request.
  public init(name: String, date: CalendarDay) {
    self.name = name
    self.date = date
  }

  /// How many characters the name of a round may have.
  public static let longestName = 100

  /// Whether a text can name a round: letters, digits, `-`, `_` and `.`, beginning with none that a
  /// command line takes for an option or a folder hides.
  public static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".") && !text.hasPrefix("-")
      && text.utf8.count <= longestName
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}

extension RoundFolder {
  /// A round that was made.
  public struct Made: Sendable {
    /// The round.
    public let round: MonitoringRound
    /// How the assessment ended, as an exit code: 0 nothing flagged, 1 flagged.
    public let exitCode: Int32
  }

  /// Refuses a round that cannot be added.
  ///
  /// - Throws: ``RunError/round(_:)`` when its name is taken or its day is not after the last one.
  public func check(_ request: RoundRequest) throws(RunError) {
    if rounds.contains(where: { $0.name == request.name })
      || FileManager.default.fileExists(atPath: "\(path)/\(request.name)")
    {
      throw RunError.round(.exists(request.name))
    }
    if let last = rounds.last, last.date >= request.date {
      throw RunError.round(
        .notAfter(
          date: request.date.description, last: last.name, lastDate: last.date.description))
    }
  }

  /// Assesses datasets and freezes the result as the next round: whole or not at all.
  ///
  /// - Parameters:
  ///   - request: name and day.
  ///   - inputs: the datasets, read; all of them must be usable.
  ///   - setting: law, geography and policy.
  ///   - asked: what the user asked of the assessment.
  /// - Returns: the round.
  /// - Throws: ``RunError``; no round is added then.
  public func create(
    _ request: RoundRequest, inputs: RunInputs, setting: RunSetting, asked: AssessmentRequest
  ) throws(RunError) -> Made {
    guard inputs.failed.isEmpty else { throw RunError.round(.unusableDatasets(inputs.failed)) }
    if let name = inputs.datasets.map(\.name).first(where: Self.reserved.contains) {
      throw RunError.round(.reservedName(name))
    }
    let isNew = !FileManager.default.fileExists(atPath: path)
    _ = try OutputFolder(path: path)
    do throws(RunError) {
      let lock = try RoundLock(path)
      // Read again: another run may have added a round since.
      let made = try RoundFolder(path: path).add(
        request, inputs: inputs, setting: setting, asked: asked)
      _ = consume lock
      return made
    } catch {
      // Only where it is empty.
      if isNew { rmdir(path) }
      throw error
    }
  }

  /// Writes the round beside its place and renames it into it.
  private func add(
    _ request: RoundRequest, inputs: RunInputs, setting: RunSetting, asked: AssessmentRequest
  ) throws(RunError) -> Made {
    try check(request)
    var asked = asked
    asked.format = .json
    let part = "\(path)/.\(request.name).part"
    // What a broken run left behind.
    try? FileManager.default.removeItem(atPath: part)
    do throws(RunError) {
      let run = try AssessmentRun(
        inputs, setting: setting, request: asked, batch: BatchOptions(output: part))
      let standings = run.result.standings
      try Self.put([(Self.series, StandingsDocument.bytes(standings))], into: part)
      let round = try account(
        request, standings: standings, policy: setting.policy, options: asked.options, part: part)
      let bytes = RoundDocument.bytes(round)
      let seal = "\(FileHash.sha256(of: bytes))  \(Self.account)\n"
      try Self.put([(Self.account, bytes), (Self.seal, Array(seal.utf8))], into: part)
      guard rename(part, "\(path)/\(request.name)") == 0 else {
        throw RunError.cannotWrite(
          path: "\(path)/\(request.name)",
          reason: String(cString: strerror(errno)).lowercased())
      }
      return Made(round: round, exitCode: run.exitCode)
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw error
    }
  }

  /// Names that files of a round bear beside those of datasets.
  private static let reserved: Set<String> = ["manifest", "nation", "round", "series"]

  private static func put(
    _ files: [(name: String, bytes: [UInt8])], into path: String
  ) throws(RunError) {
    var folder = try OutputFolder(path: path)
    for file in files { try folder.stage(file.bytes, as: file.name) }
    _ = try folder.commit()
  }

  /// The account of a round whose other files stand in `part`.
  private func account(
    _ request: RoundRequest, standings: [SeriesStanding], policy: Policy,
    options: AssessmentOptions, part: String
  ) throws(RunError) -> MonitoringRound {
    let alarmRounds = policy.number("monitoring.alarm-rounds").map { Int(min($0, 1_000)) }
    var files: [MonitoringRound.File] = []
    for file in try Self.files(in: part) {
      files.append(
        MonitoringRound.File(path: file, sha256: try FileHash.sha256(ofFile: "\(part)/\(file)")))
    }
    let last = stored.last
    return MonitoringRound(
      name: request.name, date: request.date, tool: Tool.name, toolVersion: Tool.version,
      seed: options.seed, asOf: options.asOf, failOn: options.failOn.rawValue,
      previous: last.map { MonitoringRound.Link(name: $0.round.name, sha256: $0.sha256) },
      years: EmissionYears.years(of: standings, upTo: options.asOf),
      clocks: TargetClock.clocks(policy), alarmRounds: alarmRounds,
      flags: FlagBook.flags(
        of: standings, after: last?.round.flags ?? [], round: request.name,
        alarmRounds: alarmRounds),
      promises: DatedPromise.promises(policy, on: request.date), files: files)
  }
}
