// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The numbers of a record.
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
