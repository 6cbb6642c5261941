// SPDX-License-Identifier: GPL-3.0-or-later

/// One record of a `.brn` file, taken apart.
struct OPSLine {
  /// Why a record is no source, and at which column.
  struct Problem: Error {
    let column: Int
    let words: String
  }

  /// A field of a record: its name in the manual, its columns in the fixed form, and how many
  /// decimals the fixed form assumes where no point is written.
  struct Field {
    let name: String
    var width = 0
    var decimals = 0
  }

  /// The fields of the fixed form, as Fortran's I4, 2F8.0, E10.3, F7.3, F6.1, F7.0, F6.1, 4I4.
  static let fixed = [
    Field(name: "snr", width: 4), Field(name: "x", width: 8), Field(name: "y", width: 8),
    Field(name: "q", width: 10, decimals: 3), Field(name: "hc", width: 7, decimals: 3),
    Field(name: "h", width: 6, decimals: 1), Field(name: "d", width: 7),
    Field(name: "s", width: 6, decimals: 1), Field(name: "dv", width: 4),
    Field(name: "cat", width: 4), Field(name: "area", width: 4), Field(name: "ps", width: 4),
  ]

  /// The names of the fields of each version, in order.
  private static let allNames = OPSVersion.allCases.map { version in
    let first = ["snr", "x", "y", "q", "hc", "h", "d", "s"]
    let last = ["dv", "cat", "area", "ps"]
    let stack = ["D_stack", "V_stack", "Ts_stack"]
    switch version {
    case .fixed, .free: return first + last
    case .stack: return first + stack + last
    case .buildingType: return first + stack + last + ["type"]
    case .building: return first + stack + last + ["L", "W", "H", "O"]
    }
  }

  /// The names of the fields of a version, in order.
  static func names(_ version: OPSVersion) -> [String] { allNames[version.rawValue] }

  /// Where a field is among those of a version.
  enum Position: Int {
    case number, x, y, strength, heat, height, size, spread
    case stackDiameter, stackVelocity, stackTemperature
    case day, category, area, particles
    case length, width, buildingHeight, orientation

    /// The number of the field in a version that has it.
    func index(_ version: OPSVersion) -> Int {
      rawValue > Position.spread.rawValue && version.rawValue < OPSVersion.stack.rawValue
        ? rawValue - 3 : rawValue
    }
  }

  /// The bytes of the record, without its end.
  let bytes: [UInt8]
  /// Where each field is, in the order of ``names(_:)``.
  let ranges: [Range<Int>]
  /// Where the first word behind the fields is.
  let comment: Range<Int>
  /// The version whose fields the ranges are.
  let version: OPSVersion
  /// Whether the fields are at fixed columns.
  let isFixed: Bool

  /// Takes a record apart by its blanks.
  init(_ bytes: [UInt8], separated version: OPSVersion) throws(Problem) {
    var ranges: [Range<Int>] = []
    let names = Self.names(version)
    var index = 0
    while let range = Self.word(in: bytes, from: &index, to: bytes.count) {
      ranges.append(range)
      if ranges.count > names.count { break }
    }
    guard ranges.count >= names.count else {
      throw Problem(
        column: bytes.count + 1,
        words: "the record has \(ranges.count) numbers; expected \(names.count): "
          + names.joined(separator: " "))
    }
    self.bytes = bytes
    self.comment = ranges.count > names.count ? ranges[names.count] : bytes.count..<bytes.count
    self.ranges = Array(ranges.prefix(names.count))
    self.version = version
    self.isFixed = false
  }

  /// Takes a record apart at the fixed columns.
  init(fixed bytes: [UInt8]) throws(Problem) {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(Self.fixed.count)
    var start = 0
    for field in Self.fixed {
      let end = min(start + field.width, bytes.count)
      var index = min(start, end)
      guard let range = Self.word(in: bytes, from: &index, to: end) else {
        throw Problem(column: start + 1, words: "column '\(field.name)' is empty")
      }
      ranges.append(range)
      guard Self.word(in: bytes, from: &index, to: end) == nil else {
        throw Problem(
          column: start + 1, words: "column '\(field.name)' holds more than one number")
      }
      start += field.width
    }
    var index = min(start, bytes.count)
    self.comment = Self.word(in: bytes, from: &index, to: bytes.count) ?? bytes.count..<bytes.count
    self.bytes = bytes
    self.ranges = ranges
    self.version = .fixed
    self.isFixed = true
  }

  private static func word(
    in bytes: [UInt8], from index: inout Int, to end: Int
  ) -> Range<Int>? {
    while index < end, bytes[index] <= 0x20 { index += 1 }
    let start = index
    while index < end, bytes[index] > 0x20 { index += 1 }
    return start < index ? start..<index : nil
  }
}
