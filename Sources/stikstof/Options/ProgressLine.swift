// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// One line on a terminal that says how far a run is, rewritten in place. Nothing that is computed
/// knows of it, or of its clock.
final class ProgressLine: Sendable {
  private struct State {
    var shownAt: ContinuousClock.Instant?
    var first: (instant: ContinuousClock.Instant, done: Int)?
  }

  private let doing: String
  private let things: String
  private let state = Mutex(State())

  /// Makes a line; `nil` where standard error is no terminal.
  init?(_ doing: String, _ things: String) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    self.doing = doing
    self.things = things
  }

  /// Shows how much is done, ten times a second at most.
  func show(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    let text = state.withLock { state -> String? in
      let first = state.first ?? (now, done)
      state.first = first
      if let last = state.shownAt, now - last < .milliseconds(100), done < total { return nil }
      state.shownAt = now
      let seconds = (now - first.instant) / .seconds(1)
      return Self.text(
        doing, things, done: done, total: total, begun: first.done, seconds: seconds)
    }
    guard let text else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\(text)\u{1B}[K".utf8))
  }

  /// Leaves the line empty for what comes next.
  func clear() {
    guard state.withLock({ $0.shownAt != nil }) else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }

  /// `assessing 3 of 12 datasets, 1.5/s, 6 s left`; without a rate as long as there is none.
  static func text(
    _ doing: String, _ things: String, done: Int, total: Int, begun: Int, seconds: Double
  ) -> String {
    let head = "\(doing) \(done) of \(total) \(things)"
    guard done > begun, seconds > 0 else { return head }
    let rate = Double(done - begun) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    let remaining = left < 120 ? "\(left) s" : "\((left + 30) / 60) min"
    // Without `String(format:)`, which asks the locale.
    let tenths = Int((rate * 10).rounded())
    return "\(head), \(tenths / 10).\(tenths % 10)/s, \(remaining) left"
  }
}
