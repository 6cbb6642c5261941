// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension OPSFile {
  /// Writes sources as OPS takes them.
  ///
  /// From version 1 on, numbers have the digits that give back the same number; version 0 rounds to
  /// its columns. OPS itself rounds places to metres, and strengths to four digits.
  ///
  /// - Parameters:
  ///   - sources: the sources, all of one substance.
  ///   - version: the form; by default the plainest that holds everything.
  ///   - stream: where to.
  /// - Throws: what does not fit.
  public static func write(
    _ sources: [OPSSource], version: OPSVersion? = nil, to stream: inout some TextOutputStream
  ) throws(OPSError) {
    let version = version ?? plainest(for: sources)
    for source in sources { try check(source, version) }
    if let first = sources.first,
      let other = sources.first(where: { $0.component != first.component })
    {
      throw .mixedComponents(first.component, other.component)
    }
    writeHead(version, to: &stream)
    for source in sources { stream.write(try record(source, version)) }
  }

  /// Writes what stands before the records.
  ///
  /// - Parameters:
  ///   - version: the form.
  ///   - stream: where to.
  public static func writeHead(_ version: OPSVersion, to stream: inout some TextOutputStream) {
    guard version != .fixed else {
      stream.write(
        " snr    x(m)    y(m)   q(g/s) hc(MW)  h(m)   d(m)  s(m)  dv cat area ps component\n")
      return
    }
    stream.write("! BRN-VERSION \(version.rawValue)\n")
    stream.write("! \(OPSLine.names(version).joined(separator: " ")) component\n")
  }

  /// Writes records of a file whose head is written; all are of one substance.
  ///
  /// - Parameters:
  ///   - sources: the sources.
  ///   - version: the form of the head.
  ///   - stream: where to.
  /// - Throws: what does not fit; what comes before it is written.
  public static func writeRecords(
    _ sources: [OPSSource], version: OPSVersion, to stream: inout some TextOutputStream
  ) throws(OPSError) {
    for source in sources {
      try check(source, version)
      stream.write(try record(source, version))
    }
  }

  private static func record(
    _ source: OPSSource, _ version: OPSVersion
  ) throws(OPSError) -> String {
    (version == .fixed ? try fixed(source) : free(source, version)) + "\n"
  }

  private static func plainest(for sources: [OPSSource]) -> OPSVersion {
    if sources.contains(where: { $0.building != nil }) { return .building }
    return sources.contains { $0.stack != nil } ? .stack : .free
  }

  private static func check(_ source: OPSSource, _ version: OPSVersion) throws(OPSError) {
    func expect(
      _ isInside: Bool, _ field: String, _ value: any CustomStringConvertible, _ expected: String
    ) throws(OPSError) {
      guard !isInside else { return }
      throw .outOfRange(
        field: field, value: value.description, expected: expected, source: source.number)
    }
    // The limits of the program; numbers of sources go through four columns.
    try expect((-999...9999).contains(source.number), "snr", source.number, "-999 to 9999")
    try expect(
      RDEnvelope.contains(x: source.x, y: source.y), "x", "\(source.x), \(source.y)",
      "places in RD New")
    try expect(
      (0...99_999).contains(source.gramsPerSecond), "q", source.gramsPerSecond, "0 to 99999 g/s")
    try expect(
      (0...999).contains(source.heatContent ?? 0), "hc", source.heatContent ?? 0, "0 to 999 MW")
    try expect((0...5000).contains(source.height), "h", source.height, "0 to 5000 m")
    try expect(abs(source.diameter) <= 999_999, "d", source.diameter, "-999999 to 999999 m")
    try expect(
      (0...source.height).contains(source.spread), "s", source.spread, "0 to the height in m")
    try expect(
      (-999...999).contains(source.diurnalVariation), "dv", source.diurnalVariation, "-999 to 999")
    try expect((1...9999).contains(source.category), "cat", source.category, "1 to 9999")
    try expect((1...9999).contains(source.area), "area", source.area, "1 to 9999")
    try expect((-999...999).contains(source.particleSize), "ps", source.particleSize, "-999 to 999")
    try expect(
      !source.component.contains(where: \.isWhitespace), "component", "'\(source.component)'",
      "one word")
    try expect(version != .buildingType, "BRN-VERSION", 3, "0, 1, 2 or 4")
    if source.stack != nil, version.rawValue < OPSVersion.stack.rawValue {
      throw .doesNotFit(field: "stack", version: version, source: source.number)
    }
    if source.building != nil, version != .building {
      throw .doesNotFit(field: "building", version: version, source: source.number)
    }
    if source.heatContent == nil, version.rawValue < OPSVersion.stack.rawValue {
      throw .doesNotFit(field: "hc", version: version, source: source.number)
    }
  }

  private static func free(_ source: OPSSource, _ version: OPSVersion) -> String {
    func number(_ value: Double?) -> String { "\(value ?? -999)" }
    var words = [
      "\(source.number)", number(source.x), number(source.y), number(source.gramsPerSecond),
      number(source.heatContent), number(source.height), number(source.diameter),
      number(source.spread),
    ]
    if version.rawValue >= OPSVersion.stack.rawValue {
      words += [source.stack?.diameter, source.stack?.velocity, source.stack?.temperature]
        .map(number)
    }
    words += [
      "\(source.diurnalVariation)", "\(source.category)", "\(source.area)",
      "\(source.particleSize)",
    ]
    if version == .building {
      let building = source.building
      words += [building?.length, building?.width, building?.height, building?.orientation]
        .map(number)
    }
    if !source.component.isEmpty { words.append(source.component) }
    return words.joined(separator: " ")
  }

  private static func fixed(_ source: OPSSource) throws(OPSError) -> String {
    let cells = [
      "\(source.number)", rounded(source.x, 0), rounded(source.y, 0),
      scientific(source.gramsPerSecond), rounded(source.heatContent ?? 0, 3),
      rounded(source.height, 1), rounded(source.diameter, 0), rounded(source.spread, 1),
      "\(source.diurnalVariation)", "\(source.category)", "\(source.area)",
      "\(source.particleSize)",
    ]
    var line = ""
    for (cell, field) in zip(cells, OPSLine.fixed) {
      guard cell.count <= field.width else {
        throw .doesNotFit(field: field.name, version: .fixed, source: source.number)
      }
      line += String(repeating: " ", count: field.width - cell.count) + cell
    }
    return source.component.isEmpty ? line : line + "  " + source.component
  }

  /// A number with a fixed number of decimals, 0 to 3.
  private static func rounded(_ value: Double, _ decimals: Int) -> String {
    let scale = [1.0, 10, 100, 1000][decimals]
    let steps = Int((abs(value) * scale).rounded())
    let sign = value < 0 && steps > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(steps)" }
    let fraction = String(steps % Int(scale))
    return "\(sign)\(steps / Int(scale))."
      + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A number of at least 0 as Fortran's ES10.3: four digits.
  private static func scientific(_ value: Double) -> String {
    guard value > 0 else { return "0.000E+00" }
    var power = 0
    var mantissa = value
    while mantissa >= 10 { (mantissa, power) = (mantissa / 10, power + 1) }
    while mantissa < 1 { (mantissa, power) = (mantissa * 10, power - 1) }
    if (mantissa * 1000).rounded() >= 10_000 { (mantissa, power) = (mantissa / 10, power + 1) }
    let digits = abs(power)
    return "\(rounded(mantissa, 3))E\(power < 0 ? "-" : "+")\(digits < 10 ? "0" : "")\(digits)"
  }
}
