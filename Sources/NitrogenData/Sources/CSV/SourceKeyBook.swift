// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The keys a thread has met, numbered, and how many rows of a block each has.
struct SourceKeyBook {
  /// The keys by number.
  private(set) var all: [SourceRowKey] = []
  /// A hash of what tells rows of one name apart, the status aside; 0 for rows left out.
  private(set) var groups: [UInt32] = []
  private var numbers: [UInt64: Int32] = [:]
  private var tallies: [SourceTally] = []
  private var slots = [(packed: UInt64, number: Int32)](repeating: (.max, 0), count: 1024)

  /// The number of the key of a row; `nil` when it was not met lately.
  @inline(__always)
  func known(_ row: SourceRowParser.Row) -> Int32? {
    let packed = Self.packed(row)
    let slot = slots[Self.position(packed)]
    return slot.packed == packed ? slot.number : nil
  }

  /// The number of the key of a row; `make` is asked once for each.
  mutating func number(of row: SourceRowParser.Row, make: () -> SourceRowKey) -> Int32 {
    let packed = Self.packed(row)
    let number: Int32
    if let known = numbers[packed] {
      number = known
    } else {
      number = Int32(all.count)
      let key = make()
      all.append(key)
      groups.append(Self.group(of: key))
      tallies.append(SourceTally())
      numbers[packed] = number
    }
    slots[Self.position(packed)] = (packed, number)
    return number
  }

  @inline(__always)
  private static func packed(_ row: SourceRowParser.Row) -> UInt64 {
    UInt64(truncatingIfNeeded: row.sector) | UInt64(truncatingIfNeeded: row.second) << 12
      | UInt64(truncatingIfNeeded: row.pollutant) << 24
      | UInt64(truncatingIfNeeded: row.vintage) << 36
      | UInt64(truncatingIfNeeded: row.year) << 48 | UInt64(truncatingIfNeeded: row.status) << 62
  }

  @inline(__always)
  private static func position(_ packed: UInt64) -> Int {
    Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  private static func group(of key: SourceRowKey) -> UInt32 {
    guard case .kept(let key) = key else { return 0 }
    let activity =
      switch key.activity {
      case .slice(let slice, _): slice.label
      case .code(let code): code.label
      }
    let text = "\(activity)\n\(key.pollutant.label)\n\(key.year)\n\(key.vintage)"
    return max(1, UInt32(truncatingIfNeeded: SourceCell.hash(of: text.utf8)))
  }

  /// Counts a row.
  @inline(__always)
  mutating func count(_ emission: Double?, key: Int32) {
    tallies[Int(key)].add(emission)
  }

  /// Hands over the tallies since the last time.
  mutating func takeTallies(into other: inout [SourceTally]) {
    other.append(contentsOf: tallies)
    for number in tallies.indices { tallies[number] = SourceTally() }
  }
}
