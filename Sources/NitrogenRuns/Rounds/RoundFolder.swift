// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import NitrogenAssessment

/// A folder of monitoring rounds: one folder a round, each linked to the one before by digest.
///
/// Reading it checks the whole chain: every file of every round, and every link. Nothing in it is
/// ever changed; rounds are only added.
public struct RoundFolder: Sendable {
  /// The account of a round in its folder.
  static let account = "round.json"
  /// The digest of the account, as `sha256sum -c` reads it.
  static let seal = "round.json.sha256"
  /// The series of a round.
  static let series = "series.json"

  /// A round with the digest of its account.
  struct Stored: Sendable {
    let round: MonitoringRound
    let sha256: String
  }

  /// The folder, as the user named it.
  public let path: String
  let stored: [Stored]

  /// The rounds, by date.
  public var rounds: [MonitoringRound] { stored.map(\.round) }

  /// Reads and checks the rounds of a folder.
  ///
  /// - Parameters:
  ///   - path: the folder, as the user named it.
  ///   - mayBeAbsent: whether no folder stands for no rounds yet.
  /// - Throws: ``RunError/round(_:)``.
  public init(path: String, mayBeAbsent: Bool = false) throws(RunError) {
    self.path = path
    guard FileSystemProbe.isFolder(path) else {
      guard mayBeAbsent, !FileSystemProbe.isFile(path) else {
        throw RunError.round(.noFolder(path))
      }
      stored = []
      return
    }
    var found: [Stored] = []
    for name in try Self.names(in: path)
    where !name.hasPrefix(".") && FileSystemProbe.isFolder("\(path)/\(name)") {
      found.append(try Self.read(name, in: path))
    }
    found.sort { ($0.round.date, $0.round.name) < ($1.round.date, $1.round.name) }
    try Self.checkLinks(found)
    stored = found
  }

  /// The round of a name.
  ///
  /// - Throws: ``RunError/round(_:)`` when there is none.
  public func round(_ name: String) throws(RunError) -> MonitoringRound {
    guard let round = rounds.first(where: { $0.name == name }) else {
      throw RunError.round(.unknown(name, known: rounds.map(\.name)))
    }
    return round
  }

  /// The account of a round as it is frozen.
  public func text(of round: MonitoringRound) throws(RunError) -> String {
    String(decoding: try Self.bytes(of: Self.account, round.name, in: path), as: UTF8.self)
  }

  /// The frozen series of a round.
  public func standings(of round: MonitoringRound) throws(RunError) -> [SeriesStanding] {
    let data = try Self.bytes(of: Self.series, round.name, in: path)
    do {
      return try JSONDecoder().decode(SeriesFile.self, from: data).standings()
    } catch {
      throw RunError.round(
        .unreadable(round: round.name, file: Self.series, reason: Self.reason(error)))
    }
  }

  /// What changed from one round to a later one.
  ///
  /// - Throws: ``RunError/round(_:)`` when a round is not there or they are in the wrong order.
  public func change(
    from old: MonitoringRound, to new: MonitoringRound
  ) throws(RunError) -> RoundChange {
    guard old.date < new.date else { throw RunError.round(.wrongOrder(old.name, new.name)) }
    return RoundChange(
      from: old, try standings(of: old), to: new, try standings(of: new))
  }
}

// MARK: - Reading and checking

extension RoundFolder {
  static func names(in path: String) throws(RunError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw RunError.cannotRead(path: path, reason: "it is not a folder that can be listed")
    }
  }

  private static func bytes(
    of file: String, _ round: String, in path: String
  ) throws(RunError) -> Data {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(round)/\(file)") else {
      throw RunError.round(
        .unreadable(round: round, file: file, reason: "it is gone or not readable"))
    }
    return data
  }

  private static func read(_ name: String, in path: String) throws(RunError) -> Stored {
    let folder = "\(path)/\(name)"
    guard FileSystemProbe.isFile("\(folder)/\(account)") else {
      throw RunError.round(.noAccount(round: name))
    }
    let data = try bytes(of: account, name, in: path)
    let digest = FileHash.sha256(of: data)
    let sealed = String(decoding: try bytes(of: seal, name, in: path), as: UTF8.self)
    let expected = String(sealed.prefix(64))
    guard sealed == "\(expected)  \(account)\n" else {
      throw RunError.round(
        .unreadable(
          round: name, file: seal,
          reason: "expected one line, the SHA-256 of '\(account)' and its name"))
    }
    guard digest == expected else {
      throw RunError.round(
        .changed(round: name, file: account, found: digest, expected: expected))
    }
    let round: MonitoringRound
    do {
      round = try JSONDecoder().decode(RoundFile.self, from: data).round()
    } catch {
      throw RunError.round(.unreadable(round: name, file: account, reason: reason(error)))
    }
    guard round.name == name else {
      throw RunError.round(
        .unreadable(
          round: name, file: account, reason: "it is the account of round '\(round.name)'"))
    }
    try checkFiles(of: round, in: folder)
    return Stored(round: round, sha256: digest)
  }

  /// Every file that was frozen is there unchanged, and no other.
  private static func checkFiles(
    of round: MonitoringRound, in folder: String
  ) throws(RunError) {
    for file in round.files {
      let place = "\(folder)/\(file.path)"
      guard FileSystemProbe.isFile(place) else {
        throw RunError.round(
          .missing(round: round.name, file: file.path, expected: file.sha256))
      }
      let found = try FileHash.sha256(ofFile: place)
      guard found == file.sha256 else {
        throw RunError.round(
          .changed(round: round.name, file: file.path, found: found, expected: file.sha256))
      }
    }
    let known = Set(round.files.map(\.path)).union([account, seal])
    for file in try files(in: folder) where !known.contains(file) {
      let place = "\(folder)/\(file)"
      let found = FileSystemProbe.isFile(place) ? try FileHash.sha256(ofFile: place) : nil
      throw RunError.round(.added(round: round.name, file: file, found: found))
    }
  }

  /// The files below a folder, and folders without any, by path.
  static func files(in folder: String) throws(RunError) -> [String] {
    var found: [String] = []
    for name in try names(in: folder) {
      guard FileSystemProbe.isFolder("\(folder)/\(name)") else {
        found.append(name)
        continue
      }
      let below = try files(in: "\(folder)/\(name)")
      found += below.isEmpty ? [name] : below.map { "\(name)/\($0)" }
    }
    return found.sorted()
  }

  private static func checkLinks(_ stored: [Stored]) throws(RunError) {
    for (position, entry) in stored.enumerated() {
      let before = position > 0 ? stored[position - 1] : nil
      guard let link = entry.round.previous else {
        if let before {
          throw RunError.round(
            .notInChain(round: entry.round.name, before: before.round.name))
        }
        continue
      }
      guard stored.contains(where: { $0.round.name == link.name }) else {
        throw RunError.round(.previousGone(round: entry.round.name, previous: link.name))
      }
      guard let before, before.round.name == link.name else {
        throw RunError.round(
          .notInChain(round: entry.round.name, before: before?.round.name ?? link.name))
      }
      guard before.sha256 == link.sha256 else {
        throw RunError.round(
          .replaced(
            round: link.name, next: entry.round.name, found: before.sha256,
            expected: link.sha256))
      }
    }
  }

  /// Why a document cannot be read, in one line.
  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func words(_ what: String, _ path: [any CodingKey]) -> String {
      let place = path.map { $0.intValue.map { String($0) } ?? $0.stringValue }
      return place.isEmpty ? what : "\(what) at '\(place.joined(separator: "."))'"
    }
    switch error {
    case .keyNotFound(let key, let context):
      return words("'\(key.stringValue)' is missing", context.codingPath)
    case .typeMismatch(_, let context): return words("another type of value", context.codingPath)
    case .valueNotFound(_, let context): return words("no value", context.codingPath)
    case .dataCorrupted: return "it is not JSON"
    @unknown default: return "it is not what was written"
    }
  }
}
