// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a monitoring round cannot be made or used.
public enum RoundError: Error, Hashable, Sendable {
  /// No folder of rounds is there.
  case noFolder(String)
  /// A folder among the rounds has no account.
  case noAccount(round: String)
  /// An account that cannot be read.
  case unreadable(round: String, file: String, reason: String)
  /// A file whose bytes are not those that were frozen.
  case changed(round: String, file: String, found: String, expected: String)
  /// A file that is gone.
  case missing(round: String, file: String, expected: String)
  /// A file that was not there when the round was frozen; a folder has no digest.
  case added(round: String, file: String, found: String?)
  /// A round whose account is not the one that the next round was made after.
  case replaced(round: String, next: String, found: String, expected: String)
  /// A round whose predecessor is gone.
  case previousGone(round: String, previous: String)
  /// A round that does not follow the one before it in time.
  case notInChain(round: String, before: String)
  /// A round of this name was made before.
  case exists(String)
  /// A round must be dated after the last one.
  case notAfter(date: String, last: String, lastDate: String)
  /// A round that is not there.
  case unknown(String, known: [String])
  /// Two rounds in the wrong order.
  case wrongOrder(String, String)
  /// Datasets that cannot be used.
  case unusableDatasets([String])
  /// Another run is adding a round.
  case locked(String)
  /// A round that keeps what may not be shown to everybody.
  case notPublic(String)
  /// A dataset whose results would bear the name of a file of the round.
  case reservedName(String)
}

extension RoundError: CustomStringConvertible {
  /// The text shown to people.
  public var description: String {
    switch self {
    case .noFolder(let path):
      "there is no folder '\(path)'; make the first round with 'stikstof round create'"
    case .noAccount(let round):
      "folder '\(round)' is among the rounds and has no 'round.json': take it out, or restore it"
    case .unreadable(let round, let file, let reason):
      "round '\(round)': '\(file)' cannot be read: \(reason); \(Self.restore)"
    case .changed(let round, let file, let found, let expected):
      "round '\(round)': '\(file)' was changed after it was frozen: found SHA-256 \(found), "
        + "expected \(expected); \(Self.restore)"
    case .missing(let round, let file, let expected):
      "round '\(round)': '\(file)' is gone: found no such file, expected SHA-256 \(expected); "
        + Self.restore
    case .added(let round, let file, let found):
      "round '\(round)': '\(file)' was added after it was frozen: found "
        + (found.map { "SHA-256 \($0), expected no such file" } ?? "a folder, expected none")
        + "; take it out"
    case .replaced(let round, let next, let found, let expected):
      "round '\(round)': 'round.json' is not the one that round '\(next)' was made after: found "
        + "SHA-256 \(found), expected \(expected); \(Self.restore)"
    case .previousGone(let round, let previous):
      "round '\(round)' was made after round '\(previous)', which is not there; \(Self.restore)"
    case .notInChain(let round, let before):
      "round '\(round)' was not made after round '\(before)', the one before it by date: rounds "
        + "are a chain; take out the one that does not belong"
    case .exists(let name):
      "round '\(name)' was made before, and a round is never changed: choose another name"
    case .notAfter(let date, let last, let lastDate):
      "a round of \(date) does not come after round '\(last)' of \(lastDate): rounds are made in "
        + "the order of their dates"
    case .unknown(let name, let known):
      known.isEmpty
        ? "there is no round '\(name)': no round was made yet"
        : "there is no round '\(name)': expected one of "
          + known.map { "'\($0)'" }.joined(separator: ", ")
    case .wrongOrder(let old, let new):
      "round '\(old)' is not before round '\(new)': name the earlier one first"
    case .unusableDatasets(let folders):
      "\(folders.count == 1 ? "a dataset" : "\(folders.count) datasets") could not be used: "
        + folders.joined(separator: ", ") + "; a round is made of all its datasets or not at all"
    case .locked(let path):
      "another run is adding a round to '\(path)'; try again when it has ended"
    case .notPublic(let round):
      "round '\(round)' was made with --private, and a report is for everybody: name a folder of "
        + "rounds made without it"
    case .reservedName(let name):
      "dataset '\(name)' would write over '\(name).json' of the round: give it another name in "
        + "datapackage.yaml"
    }
  }

  private static let restore = "restore it from a copy; nothing was written"
}
