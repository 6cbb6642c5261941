// SPDX-License-Identifier: GPL-3.0-or-later

/// The `gml:id` of the sources so far, to find the one that stands twice.
struct IMAERIdentifiers {
  private struct Entry {
    let start: Int
    let count: Int
    let line: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [UInt64: Entry] = [:]

  /// Takes in an id; the line of its first occurrence when it was there already.
  mutating func insert(_ id: [UInt8], line: Int) -> Int? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    while let entry = entries[hash] {
      if bytes[entry.start..<(entry.start + entry.count)].elementsEqual(id) {
        return Int(entry.line)
      }
      hash &+= 1
    }
    entries[hash] = Entry(start: bytes.count, count: id.count, line: Int32(clamping: line))
    bytes += id
    return nil
  }
}
