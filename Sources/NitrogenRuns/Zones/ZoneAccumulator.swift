// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import NitrogenCore
import NitrogenGeography

/// Sums up batches of sources, on one or more threads, under one list of keys for all files.
///
/// The result is the same for any number of threads, since sums are exact.
final class ZoneAccumulator {
  let index: ZoneIndex
  let membership: ZoneMembership
  /// The keys of all files so far.
  private(set) var keys = SourceKeys()
  /// The number of each key of the file at hand.
  private var numbers: [Int32] = []
  private var workers: [Worker]

  /// The sums of one thread.
  private final class Worker: @unchecked Sendable {
    var totals: ZoneTotals
    var problem: GeographyError?

    init(_ totals: ZoneTotals) { self.totals = totals }
  }

  init(index: ZoneIndex, membership: ZoneMembership, groups: [[Int]], threads: Int) {
    self.index = index
    self.membership = membership
    workers = (0..<max(threads, 1)).map { _ in
      Worker(ZoneTotals(index: index, keyCount: 0, groups: groups))
    }
  }

  /// Begins another file, whose keys are numbered anew.
  func beginFile() { numbers = [] }

  /// The number in ``keys`` of a key of the file at hand.
  func number(ofFileKey key: Int, in fileKeys: SourceKeys) -> Int32 {
    while numbers.count <= key { numbers.append(keys.number(of: fileKeys.all[numbers.count])) }
    return numbers[key]
  }

  /// Adds a batch of the file at hand.
  func add(_ batch: SourceBatch, keys fileKeys: SourceKeys) throws(GeographyError) {
    var batch = batch
    for row in batch.key.indices {
      batch.key[row] = number(ofFileKey: Int(batch.key[row]), in: fileKeys)
    }
    let (whole, keyCount) = (batch, keys.all.count)
    let (index, membership, workers) = (index, membership, workers)
    // Less than this is not worth a thread.
    let pieces = min(workers.count, max(1, whole.count / 10_000))
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      let worker = workers[piece]
      let rows = whole.count * piece / pieces..<whole.count * (piece + 1) / pieces
      worker.totals.grow(keyCount: keyCount)
      do throws(GeographyError) {
        try index.add(whole, rows: rows, membership: membership, to: &worker.totals)
      } catch {
        worker.problem = error
      }
    }
    for worker in workers { if let problem = worker.problem { throw problem } }
  }

  /// The sums of everything added.
  func finish() -> ZoneTotals {
    var totals = workers[0].totals
    totals.grow(keyCount: keys.all.count)
    for worker in workers.dropFirst() { totals.merge(worker.totals) }
    return totals
  }
}
