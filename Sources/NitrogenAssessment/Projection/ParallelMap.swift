// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization

/// Computes items on several threads.
enum ParallelMap {
  /// The items by number, whichever thread made them.
  static func map<Item: Sendable>(
    count: Int, threads: Int, _ item: @Sendable (Int) -> Item
  ) -> [Item] {
    guard threads > 1, count > 1 else { return (0..<count).map(item) }
    // Whoever is free takes the next number.
    let next = Atomic(0)
    let made = Mutex<[Int: Item]>([:])
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let one = item(number)
        made.withLock { $0[number] = one }
      }
    }
    let items = made.withLock { $0 }
    return (0..<count).compactMap { items[$0] }
  }
}
