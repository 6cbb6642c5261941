// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads plain decimal numbers from bytes, to the same value as ``DecimalNumber``.
struct SourceNumber {
  private let decimal: UInt8
  private let powers: [Double]
  private let wholePowers: [Int64]

  init(decimalMark: UInt8) {
    decimal = decimalMark
    powers = [
      1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
      1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
    wholePowers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]
  }

  /// The number that begins at a byte, and moves on to the byte after it; `nil` for anything that
  /// is not some digits with at most one decimal mark, 15 digits together. Those are exact in 53
  /// bits, so one division by an exact power of ten rounds once.
  ///
  /// Eight bytes from every digit on must be readable.
  @inline(__always)
  func read(_ at: inout UnsafePointer<UInt8>, shift: Int = 0) -> Double? {
    var next = at
    let isQuoted = next.pointee == SourceRowScan.quote
    if isQuoted { next += 1 }
    let isNegative = next.pointee == UInt8(ascii: "-")
    if isNegative { next += 1 }
    var (mantissa, digits) = Self.digits(next)
    guard digits < 8 else { return readLong(&at, shift: shift) }
    next += digits
    var exponent = shift
    if next.pointee == decimal {
      let (fraction, more) = Self.digits(next + 1)
      guard more < 8 else { return readLong(&at, shift: shift) }
      next += more + 1
      mantissa = mantissa &* wholePowers[more] &+ fraction
      digits += more
      exponent -= more
    }
    guard digits > 0 else { return nil }
    if isQuoted {
      guard next.pointee == SourceRowScan.quote else { return nil }
      next += 1
    }
    at = next
    return value(mantissa, exponent, isNegative)
  }

  /// The same for a number with eight digits or more on one side of its mark.
  @inline(never)
  private func readLong(_ at: inout UnsafePointer<UInt8>, shift: Int) -> Double? {
    var next = at
    let isQuoted = next.pointee == SourceRowScan.quote
    if isQuoted { next += 1 }
    let isNegative = next.pointee == UInt8(ascii: "-")
    if isNegative { next += 1 }
    var mantissa: Int64 = 0
    var digits = 0
    var exponent = shift
    var isAfterMark = false
    while true {
      let digit = next.pointee &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ Int64(digit)
        digits += 1
        if isAfterMark { exponent -= 1 }
      } else if next.pointee == decimal && !isAfterMark {
        isAfterMark = true
      } else {
        break
      }
      next += 1
    }
    guard digits <= 15 else { return nil }
    if isQuoted {
      guard next.pointee == SourceRowScan.quote else { return nil }
      next += 1
    }
    at = next
    return value(mantissa, exponent, isNegative)
  }

  @inline(__always)
  private func value(_ mantissa: Int64, _ exponent: Int, _ isNegative: Bool) -> Double {
    var value = Double(mantissa)
    if exponent < 0 {
      value /= powers[-exponent]
    } else if exponent > 0 {
      value *= powers[exponent]
    }
    return isNegative && mantissa != 0 ? -value : value
  }

  /// The digits at the beginning of eight bytes as a number, and how many there are.
  ///
  /// All eight are read at once: those that are digits are moved to the high end, and neighbours
  /// are put together to pairs, fours and eights.
  @inline(__always)
  private static func digits(_ at: UnsafePointer<UInt8>) -> (value: Int64, count: Int) {
    let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
    let digits = word ^ 0x3030_3030_3030_3030
    // The high bit of every byte above 9; the lowest is exact, for below it nothing carries.
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount >> 3
    let aligned = count == 0 ? 0 : digits &<< UInt64(64 - 8 * count)
    let pairs = aligned &* 10 &+ (aligned &>> 8)
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((pairs &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (Int64((low &+ high) &>> 32), count)
  }
}
