// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads plain decimal numbers from bytes, to the same value as ``DecimalNumber``.
struct SourceNumber {
  private let decimal: UInt8
  private let powers: [Double]

  init(decimalMark: UInt8) {
    decimal = decimalMark
    powers = [
      1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
      1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
  }

  /// The number that begins at a byte, and moves on to the byte after it; `nil` for anything that
  /// is not some digits with at most one decimal mark, 15 digits together. Those are exact in 53
  /// bits, so one division by an exact power of ten rounds once.
  @inline(__always)
  func read(_ at: inout UnsafePointer<UInt8>, shift: Int = 0) -> Double? {
    var next = at
    let isQuoted = next.pointee == SourceRowScan.quote
    if isQuoted { next += 1 }
    let isNegative = next.pointee == UInt8(ascii: "-")
    if isNegative { next += 1 }
    let start = next
    var mantissa: UInt64 = 0
    while true {
      let digit = next.pointee &- UInt8(ascii: "0")
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      next += 1
    }
    var digits = next - start
    var exponent = shift
    if next.pointee == decimal {
      next += 1
      let mark = next
      while true {
        let digit = next.pointee &- UInt8(ascii: "0")
        if digit > 9 { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        next += 1
      }
      digits += next - mark
      exponent -= next - mark
    }
    guard digits > 0 && digits <= 15 else { return nil }
    if isQuoted {
      guard next.pointee == SourceRowScan.quote else { return nil }
      next += 1
    }
    at = next
    var value = Double(mantissa)
    if exponent < 0 {
      value /= powers[-exponent]
    } else if exponent > 0 {
      value *= powers[exponent]
    }
    return isNegative && mantissa != 0 ? -value : value
  }
}
