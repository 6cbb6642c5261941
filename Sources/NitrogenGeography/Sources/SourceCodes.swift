// SPDX-License-Identifier: GPL-3.0-or-later

/// An area and a ring in one number, so that both sort and store as one.
struct ZoneCode: Hashable, Comparable, Sendable {
  let rawValue: UInt32

  @inline(__always)
  init(area: Int, ring: Int) { rawValue = UInt32(area) << 8 | UInt32(ring) }

  @inline(__always)
  var area: Int { Int(rawValue >> 8) }
  @inline(__always)
  var ring: Int { Int(rawValue & 0xFF) }

  @inline(__always)
  static func < (left: ZoneCode, right: ZoneCode) -> Bool { left.rawValue < right.rawValue }
}

/// The zones of every source, source by source in input order, with a value beside each.
struct SourceCodes: Sendable {
  /// Where each source's zones begin, and one more; entry s + 1 is still where those of s begin
  /// until they are appended.
  private var starts: [Int32] = [0]
  private(set) var codes: [ZoneCode]
  /// One a code, or none at all.
  private(set) var values: [Double]

  /// Makes room.
  ///
  /// - Parameters:
  ///   - counts: how many zones each source will have.
  ///   - hasValues: whether they have values.
  init(counts: [Int32], hasValues: Bool) {
    starts.reserveCapacity(counts.count + 1)
    var total: Int32 = 0
    for count in counts {
      starts.append(total)
      total += count
    }
    codes = Array(repeating: ZoneCode(area: 0, ring: 0), count: Int(total))
    values = Array(repeating: 0, count: hasValues ? Int(total) : 0)
  }

  var sourceCount: Int { starts.count - 1 }

  /// Adds a zone to a source that was promised room for it.
  @inline(__always)
  mutating func append(_ code: ZoneCode, value: Double, to source: Int) {
    let position = Int(starts[source + 1])
    starts[source + 1] += 1
    codes[position] = code
    if !values.isEmpty { values[position] = value }
  }

  /// Puts the zones of every source in rising order once all are appended; a source has few.
  mutating func sort() {
    for source in 0..<sourceCount {
      let range = self[source]
      for end in range.dropFirst() {
        var position = end
        while position > range.lowerBound, codes[position - 1] > codes[position] {
          codes.swapAt(position - 1, position)
          if !values.isEmpty { values.swapAt(position - 1, position) }
          position -= 1
        }
      }
    }
  }

  /// Where the zones of a source stand.
  subscript(source: Int) -> Range<Int> { Int(starts[source])..<Int(starts[source + 1]) }
}
