// SPDX-License-Identifier: GPL-3.0-or-later

extension PhiloxStream {
  /// How many numbers are made at a time: they stay in the fastest memory.
  private static let batch = 256

  /// Fills a buffer with numbers of (0, 1), the same that as many calls of ``openUniform()`` give.
  ///
  /// - Parameter buffer: is filled; its memory must be bound to doubles.
  public mutating func fillUniforms(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fillOffsets(buffer)
    for place in buffer.indices { buffer[place] += 0.5 }
  }

  /// Fills a buffer with standard normal numbers, the same that as many calls of ``normal()`` give.
  ///
  /// Each takes one 64-bit number, so that any of them can be made alone, by ``skip(_:)``.
  ///
  /// - Parameter buffer: is filled; its memory must be bound to doubles.
  public mutating func fillNormals(_ buffer: UnsafeMutableBufferPointer<Double>) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.batch) { offsets in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.batch) { tails in
        var start = 0
        while start < buffer.count {
          let count = min(Self.batch, buffer.count - start)
          let part = UnsafeMutableBufferPointer(rebasing: buffer[start..<start + count])
          fillOffsets(part)
          // What lies in the tails, some 15 %, is noted without a branch and mended afterwards.
          var found = 0
          for place in 0..<count {
            let offset = part[place]
            offsets[found] = offset
            tails[found] = Int32(truncatingIfNeeded: place)
            // The sign bit of what is left to the tails; the last slot is only ever overwritten.
            found &+= Int((NormalQuantile.middle - abs(offset)).bitPattern >> 63)
          }
          for place in 0..<count { part[place] = NormalQuantile.central(part[place]) }
          for index in 0..<found {
            part[Int(tails[index])] = NormalQuantile.tail(offsets[index])
          }
          start += count
        }
      }
    }
  }

  /// Fills a buffer with numbers of (-1/2, 1/2), exact doubles, one 64-bit number each.
  private mutating func fillOffsets(_ buffer: UnsafeMutableBufferPointer<Double>) {
    var place = 0
    if place < buffer.count, position & 1 == 1 {
      buffer[place] = Self.offset(next())
      place += 1
    }
    let (low, high) = (UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32))
    var block = position >> 1
    let first = block
    while place + 1 < buffer.count {
      let words = Self.block(
        counter: Words(
          UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32), low, high),
        key: key)
      buffer[place] = Self.offset(UInt64(words.0) | UInt64(words.1) << 32)
      buffer[place &+ 1] = Self.offset(UInt64(words.2) | UInt64(words.3) << 32)
      place &+= 2
      block &+= 1
    }
    skip((block &- first) &* 2)
    if place < buffer.count { buffer[place] = Self.offset(next()) }
  }

  /// The number of ``openUniform()`` less one half: a multiple of 2⁻⁵³, exact.
  @inline(__always) static func offset(_ bits: UInt64) -> Double {
    // Signed, which machines convert in one step.
    (Double(Int64(bitPattern: bits >> 12)) + 0.5) * 0x1p-52 - 0.5
  }
}
