// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization

/// Reads blocks on several threads and hands them on in the order of the file.
final class SourceWorkers: Sendable {
  private struct State {
    var free: [SourceBlock]
    var finished: [Int: SourceBlock] = [:]
    var running: Int
    var identities: [SourceIdentities] = []
  }

  private let setup: SourceTableSetup
  private let cutter: SourceCutter
  private let state: Mutex<State>
  private let free: DispatchSemaphore
  private let ready = DispatchSemaphore(value: 0)
  private let threads: Int

  init(_ setup: SourceTableSetup, _ cutter: SourceCutter, threads: Int) {
    self.setup = setup
    self.cutter = cutter
    self.threads = threads
    // One a thread, one being taken in, one that waits.
    let count = threads + 2
    state = Mutex(State(free: (0..<count).map { _ in SourceBlock() }, running: threads))
    free = DispatchSemaphore(value: count)
  }

  /// Reads all blocks; `take` gets them on the thread at hand, in order, until it says `false`.
  func run(_ take: (SourceBlock) throws -> Bool) throws -> [SourceIdentities] {
    for worker in 0..<threads {
      DispatchQueue.global().async { self.work(worker) }
    }
    var next = 0
    var goesOn = true
    var failure: (any Error)?
    while true {
      let (block, isAtEnd) = state.withLock { state in
        (state.finished.removeValue(forKey: next), state.running == 0 && state.finished.isEmpty)
      }
      if let block {
        next += 1
        if goesOn {
          do { goesOn = try take(block) } catch {
            failure = error
            goesOn = false
          }
          if !goesOn { cutter.stop() }
        }
        giveBack(block)
      } else if isAtEnd {
        break
      } else {
        ready.wait()
      }
    }
    if let failure { throw failure }
    return state.withLock { $0.identities }
  }

  private func giveBack(_ block: SourceBlock) {
    state.withLock { $0.free.append(block) }
    free.signal()
  }

  private func work(_ worker: Int) {
    var parser = SourceRowParser(setup)
    while true {
      free.wait()
      guard let block = state.withLock({ $0.free.popLast() }) else { break }
      guard cutter.fill(block) else {
        giveBack(block)
        break
      }
      parser.parse(block)
      block.worker = worker
      state.withLock { $0.finished[block.number] = block }
      ready.signal()
    }
    let identities = parser.identities
    state.withLock {
      $0.running -= 1
      $0.identities.append(identities)
    }
    ready.signal()
  }
}
