// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import NitrogenCore
import Synchronization

/// Assesses the areas of one dataset, several at a time.
enum AreaWork {
  /// How many areas are assessed from one copy of what is known of the nation.
  private static let chunk = 4

  /// The rows of the areas of a dataset, the same as `assessor` gives for one after the other: what
  /// it has looked up already changes no row.
  ///
  /// - Parameters:
  ///   - zones: the areas.
  ///   - assessor: what each chunk of areas starts from; it learns what policy was silent on.
  ///   - threads: how many chunks at a time.
  /// - Returns: the rows, by area.
  static func rows(
    of zones: DatasetZones, from assessor: inout SeriesAssessor, threads: Int
  ) -> [Assessment] {
    let chunks = stride(from: 0, to: zones.areas.count, by: chunk).map { first in
      zones.areas[first..<min(first + chunk, zones.areas.count)]
    }
    guard threads > 1, chunks.count > 1 else { return assessor.zoneRows(of: zones) }
    let start = assessor
    let results = Mutex(
      (
        next: 0,
        found: [(rows: [Assessment], end: SeriesAssessor)?](
          repeating: nil, count: chunks.count)
      ))
    DispatchQueue.concurrentPerform(iterations: min(threads, chunks.count)) { _ in
      while true {
        let number = results.withLock { state in
          state.next += 1
          return state.next - 1
        }
        guard number < chunks.count else { return }
        var own = start
        let rows = own.zoneRows(of: DatasetZones(zones.dataset, areas: Array(chunks[number])))
        results.withLock { [own] in $0.found[number] = (rows, own) }
      }
    }
    var rows: [Assessment] = []
    for result in results.withLock({ $0.found }) {
      guard let result else { continue }
      rows += result.rows
      assessor.note(unresolvedOf: result.end)
    }
    return rows
  }
}
