// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing

@testable import NitrogenRuns

/// Pieces of work on several threads.
@Suite struct WorkersTests {
  @Test(arguments: [0, 1, 2, 7, 100], [1, 2, 9])
  func everyPieceIsDoneOnceAndToldInOrder(count: Int, threads: Int) throws {
    let done = Mutex([Int](repeating: 0, count: count))
    let told = Mutex([Int]())
    try Workers.run(
      count, threads: threads, progress: { done, _ in told.withLock { $0.append(done) } }
    ) { piece in
      done.withLock { $0[piece] += 1 }
    }
    #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
    #expect(told.withLock { $0 } == Array(0...count))
  }

  @Test func theFailureOfTheLowestPieceIsThrownAndNoneIsBegunAfterIt() {
    let begun = Mutex(Set<Int>())
    let failure = #expect(throws: RunError.self) {
      try Workers.run(100, threads: 1, progress: nil) { (piece) throws(RunError) in
        _ = begun.withLock { $0.insert(piece) }
        if piece >= 3 { throw RunError.folderInUse("\(piece)") }
      }
    }
    #expect(failure == .folderInUse("3"))
    #expect(begun.withLock { $0 } == [0, 1, 2, 3])
  }
}
