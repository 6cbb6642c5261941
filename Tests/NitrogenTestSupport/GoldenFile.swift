// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
public import Testing

/// A committed file that holds what the program should produce, byte for byte.
public struct GoldenFile: Sendable {
  /// Where the file is, mostly in an `expected/` folder.
  public let url: URL

  /// Whether a difference is written to the file; the environment's `STIKSTOF_RECORD=1`.
  let isRecording: Bool

  /// Names a golden file.
  public init(_ url: URL) {
    self.init(url, isRecording: ProcessInfo.processInfo.environment["STIKSTOF_RECORD"] == "1")
  }

  init(_ url: URL, isRecording: Bool) {
    self.url = url
    self.isRecording = isRecording
  }

  /// Records an issue unless `actual` is the file's content.
  public func expect(_ actual: Data, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let problem = problem(with: actual) else { return }
    Issue.record("\(problem)", sourceLocation: sourceLocation)
  }

  /// Records an issue unless `actual`, as UTF-8, is the file's content.
  public func expect(_ actual: String, sourceLocation: SourceLocation = #_sourceLocation) {
    expect(Data(actual.utf8), sourceLocation: sourceLocation)
  }

  /// What to tell the developer, or `nil` where `actual` is the file's content.
  ///
  /// A difference remains a failure when it has been recorded, so that somebody looks at it.
  func problem(with actual: Data) -> String? {
    let expected = try? Data(contentsOf: url)
    guard actual != expected else { return nil }
    let difference =
      expected.map { LineDifference(expected: $0, actual: actual).description }
      ?? "there was no such file"
    guard isRecording else {
      return "\(url.path) differs (`make record` rewrites it):\n\(difference)"
    }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: url)
    } catch {
      return "\(url.path) could not be recorded: \(error)"
    }
    return "\(url.path) recorded; look at the change and run again:\n\(difference)"
  }
}
