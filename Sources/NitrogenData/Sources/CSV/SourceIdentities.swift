// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What tells rows apart, as numbers: 24 bytes a row, in parts by the name of the source, so that
/// each part can be searched in the cache.
///
/// Equal numbers are a suspicion; rows are compared in full before anything is said of them.
final class SourceIdentities: @unchecked Sendable {
  /// A row.
  struct Row {
    /// The hash of the name.
    var id: UInt64
    /// Where the row begins in the file.
    var offset: Int
    /// A hash of the place.
    var place: UInt32
    /// A hash of the sector, pollutant, year and vintage.
    var group: UInt32

    /// What no two rows have in common.
    @inline(__always)
    var identity: UInt64 { SourceCell.mix(id, UInt64(group)) }
  }

  private struct Chunk {
    let rows: UnsafeMutablePointer<Row>
    let capacity: Int
  }

  /// How many parts there are.
  static let partCount = 512

  private var chunks = [[Chunk]](repeating: [], count: partCount)
  private let next: UnsafeMutablePointer<UnsafeMutablePointer<Row>>
  private let left: UnsafeMutablePointer<Int32>

  init() {
    next = .allocate(capacity: Self.partCount)
    left = .allocate(capacity: Self.partCount)
    left.initialize(repeating: 0, count: Self.partCount)
  }

  deinit {
    for chunk in chunks.joined() { chunk.rows.deallocate() }
    next.deallocate()
    left.deallocate()
  }

  /// Adds a row.
  @inline(__always)
  func add(_ row: Row) {
    let part = Int(truncatingIfNeeded: row.id >> 55)
    if left[part] == 0 { grow(part) }
    next[part].initialize(to: row)
    next[part] += 1
    left[part] -= 1
  }

  @inline(never)
  private func grow(_ part: Int) {
    let capacity = min((chunks[part].last?.capacity ?? 4) * 2, 512)
    let rows = UnsafeMutablePointer<Row>.allocate(capacity: capacity)
    chunks[part].append(Chunk(rows: rows, capacity: capacity))
    next[part] = rows
    left[part] = Int32(capacity)
  }

  /// The rows of a part.
  func rows(of part: Int, _ body: (UnsafeBufferPointer<Row>) -> Void) {
    for (number, chunk) in chunks[part].enumerated() {
      let isLast = number == chunks[part].count - 1
      body(
        UnsafeBufferPointer(
          start: chunk.rows, count: chunk.capacity - (isLast ? Int(left[part]) : 0)))
    }
  }
}
