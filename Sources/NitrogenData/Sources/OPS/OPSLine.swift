// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

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

extension OPSLine {
  /// The text of a field.
  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(40), as: UTF8.self)
  }

  /// The name of a field.
  private func name(_ field: Position) -> String { Self.names(version)[field.index(version)] }

  /// A field as a number; in the fixed form without a point its last digits are decimals.
  private func number(_ field: Position) throws(Problem) -> Double {
    let index = field.index(version)
    let range = ranges[index]
    var decimals = isFixed ? Self.fixed[index].decimals : 0
    var isDouble = false
    for place in range {
      if bytes[place] == UInt8(ascii: ".") { decimals = 0 }
      if bytes[place] | 0x20 == UInt8(ascii: "d") { isDouble = true }
    }
    do {
      // Fortran writes exponents of double precision with a D.
      guard isDouble else { return try DecimalNumber.parse(bytes[range], shift: -decimals) }
      let digits = bytes[range].map { $0 | 0x20 == UInt8(ascii: "d") ? UInt8(ascii: "E") : $0 }
      return try DecimalNumber.parse(digits[...], shift: -decimals)
    } catch {
      throw Problem(
        column: range.lowerBound + 1,
        words: "'\(text(range))' in column '\(name(field))' is no number with a decimal point")
    }
  }

  /// A field as a number that may be missing: -999.
  private func optional(_ field: Position) throws(Problem) -> Double? {
    let value = try number(field)
    return value == -999 ? nil : value
  }

  /// A field as a whole number.
  private func whole(_ field: Position) throws(Problem) -> Int {
    let range = ranges[field.index(version)]
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    var value = 0
    let digits = isNegative ? range.dropFirst() : range
    for place in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]), digits.count <= 9
      else { throw notWhole(field, range) }
      value = value * 10 + Int(bytes[place] - UInt8(ascii: "0"))
    }
    guard !digits.isEmpty else { throw notWhole(field, range) }
    return isNegative ? -value : value
  }

  private func notWhole(_ field: Position, _ range: Range<Int>) -> Problem {
    Problem(
      column: range.lowerBound + 1,
      words: "'\(text(range))' in column '\(name(field))' is no whole number")
  }

  /// A field as a number of at least 0.
  private func positive(_ field: Position) throws(Problem) -> Double {
    let value = try number(field)
    guard value >= 0 else { throw problem(field, "must be at least 0, found \(value)") }
    return value
  }

  /// A problem with a field.
  private func problem(_ field: Position, _ words: String) -> Problem {
    Problem(
      column: ranges[field.index(version)].lowerBound + 1, words: "'\(name(field))' \(words)")
  }

  /// The numbers in which OPS sees decimals that are not written: column name and text.
  func assumedDecimals() -> (name: String, text: String, column: Int)? {
    guard isFixed else { return nil }
    for (index, field) in Self.fixed.enumerated() where field.decimals > 0 {
      let digits = bytes[ranges[index]]
      if !digits.contains(UInt8(ascii: ".")), digits.contains(where: { $0 > UInt8(ascii: "0") }) {
        return (field.name, text(ranges[index]), ranges[index].lowerBound + 1)
      }
    }
    return nil
  }

  /// The source of the record.
  func source() throws(Problem) -> OPSSource {
    let x = try number(.x)
    let y = try number(.y)
    guard abs(y) >= 90 else {
      throw problem(
        .x,
        "and 'y', \(x) and \(y), are degrees; expected metres of RD New (EPSG:28992): transform the "
          + "file, or have OPS take it as it is")
    }
    guard RDEnvelope.contains(x: x, y: y) else {
      throw problem(
        .x,
        "and 'y', \(x) and \(y), lie outside RD New; expected x from -100 to 400 km and y from 200 to "
          + "950 km"
          + (RDEnvelope.contains(x: y, y: x) ? ": they look swapped" : ": check them"))
    }
    let strength = try positive(.strength)
    guard strength * 31_536 < ExactSum.largestTerm else {
      throw problem(.strength, "is \(strength) g/s, which cannot be")
    }
    let heat = try optional(.heat)
    guard heat ?? 0 >= 0 else { throw problem(.heat, "must be at least 0 or -999") }
    var source = OPSSource(
      number: try whole(.number), x: x, y: y, gramsPerSecond: strength, heatContent: heat,
      height: try positive(.height), diameter: try number(.size), spread: try positive(.spread),
      diurnalVariation: try whole(.day), category: try whole(.category), area: try whole(.area),
      particleSize: try whole(.particles), component: text(comment))
    if version.rawValue >= OPSVersion.stack.rawValue {
      source.stack = OPSStack(
        diameter: try optional(.stackDiameter), velocity: try optional(.stackVelocity),
        temperature: try optional(.stackTemperature))
    }
    if version == .building {
      source.building = OPSBuilding(
        length: try optional(.length), width: try optional(.width),
        height: try optional(.buildingHeight),
        orientation: try optional(.orientation))
    }
    guard abs(source.diameter) <= 999_999 else {
      throw problem(.size, "is \(source.diameter) m; expected at most 999999 m")
    }
    return source
  }
}
