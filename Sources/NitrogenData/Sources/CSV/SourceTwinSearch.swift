// SPDX-License-Identifier: GPL-3.0-or-later

/// Two rows that seem to be one source.
struct SourceTwins: Hashable {
  /// Where the first row begins in the file.
  let first: Int
  /// Where the second does.
  let second: Int
  /// Whether the name is the same and the place is not; otherwise the row stands twice.
  let isElsewhere: Bool
}

/// Searches identities for rows that seem to be one source.
struct SourceTwinSearch {
  /// How many pairs are kept; the others are counted.
  static let limit = DiagnosticLog.limit

  /// The first pairs by the place of their second row.
  private(set) var twins: [SourceTwins] = []
  /// How many pairs there are.
  private(set) var count = 0
  private var rows: [SourceIdentities.Row] = []
  private var ids: [Int32] = []
  private var identities: [Int32] = []

  /// Searches a part of what the threads found, rows before an offset only.
  mutating func search(part: Int, of all: [SourceIdentities], before end: Int) {
    rows.removeAll(keepingCapacity: true)
    for found in all {
      found.rows(of: part) { rows.append(contentsOf: $0) }
    }
    if rows.contains(where: { $0.offset >= end }) { rows.removeAll { $0.offset >= end } }
    guard rows.count > 1 else { return }
    if hasTwins() { gather() }
  }

  /// Takes over what another search found.
  mutating func merge(_ other: SourceTwinSearch) {
    count += other.count
    twins += other.twins
    if twins.count > Self.limit { shorten() }
  }

  /// The pairs in the order of the file.
  mutating func sort() { shorten() }

  private mutating func shorten() {
    twins.sort { ($0.second, $0.first) < ($1.second, $1.first) }
    if twins.count > Self.limit { twins.removeLast(twins.count - Self.limit) }
  }

  /// Whether a name has two places, or an identity two rows.
  private mutating func hasTwins() -> Bool {
    var capacity = 16
    while capacity < rows.count * 2 { capacity *= 2 }
    if ids.count != capacity {
      ids = [Int32](repeating: -1, count: capacity)
      identities = ids
    } else {
      for slot in 0..<capacity {
        ids[slot] = -1
        identities[slot] = -1
      }
    }
    let mask = UInt64(capacity - 1)
    return rows.withUnsafeBufferPointer { rows in
      for number in rows.indices {
        let row = rows[number]
        var slot = Int(row.id & mask)
        while ids[slot] >= 0, rows[Int(ids[slot])].id != row.id { slot = (slot + 1) & Int(mask) }
        if ids[slot] < 0 {
          ids[slot] = Int32(number)
        } else if rows[Int(ids[slot])].place != row.place {
          return true
        }
        let identity = row.identity
        slot = Int(identity & mask)
        while identities[slot] >= 0 {
          let other = rows[Int(identities[slot])]
          if other.id == row.id && other.group == row.group { return true }
          slot = (slot + 1) & Int(mask)
        }
        identities[slot] = Int32(number)
      }
      return false
    }
  }

  /// All pairs of a part, whatever the order of its rows.
  private mutating func gather() {
    rows.sort { ($0.id, $0.group, $0.offset) < ($1.id, $1.group, $1.offset) }
    var found: [SourceTwins] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].id == rows[start].id { end += 1 }
      let first = rows[start..<end].min { $0.offset < $1.offset } ?? rows[start]
      var head = rows[start]
      for row in rows[start..<end] {
        if row.group != head.group { head = row }
        if row.place != first.place {
          found.append(SourceTwins(first: first.offset, second: row.offset, isElsewhere: true))
        } else if row.offset != head.offset {
          found.append(SourceTwins(first: head.offset, second: row.offset, isElsewhere: false))
        }
      }
      start = end
    }
    count += found.count
    twins += found
    if twins.count > 8 * Self.limit { shorten() }
  }
}
