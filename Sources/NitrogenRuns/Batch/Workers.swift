// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization

/// Does pieces of work on several threads, each piece once.
enum Workers {
  private struct State {
    var next = 0
    var done = 0
    var failure: (piece: Int, error: RunError)?
  }

  /// Does all pieces; where one fails no further one is begun.
  ///
  /// - Parameters:
  ///   - count: how many pieces there are.
  ///   - threads: how many are done at a time.
  ///   - progress: told after every piece, one call at a time.
  ///   - body: does the piece of a number.
  /// - Throws: what the piece with the lowest number threw.
  static func run(
    _ count: Int, threads: Int, progress: (@Sendable (Int, Int) -> Void)?,
    _ body: @Sendable (Int) throws(RunError) -> Void
  ) throws(RunError) {
    let state = Mutex(State())
    progress?(0, count)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      while true {
        let piece = state.withLock { state -> Int? in
          guard state.next < count, state.failure == nil else { return nil }
          state.next += 1
          return state.next - 1
        }
        guard let piece else { return }
        do throws(RunError) {
          try body(piece)
          state.withLock { state in
            state.done += 1
            progress?(state.done, count)
          }
        } catch {
          state.withLock { state in
            if state.failure.map({ piece < $0.piece }) ?? true { state.failure = (piece, error) }
          }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure.error }
  }
}
