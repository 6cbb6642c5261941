// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension SourceRowParser {
  /// Puts a row that was read among those kept or dropped.
  @inline(__always)
  mutating func commit(
    _ row: inout Row, from begin: UnsafePointer<UInt8>, line: Int, _ block: SourceBlock
  ) {
    let number = keys.known(row) ?? newKey(row)
    let group = keys.groups[Int(number)]
    guard group != 0 else {
      leaveOut(row, key: number, from: begin, line: line, block)
      return
    }
    let offset = block.offset + (begin - UnsafePointer(block.bytes))
    if keepsShapes {
      addShapes(row, key: number, group: group, offset: offset, line: line, block)
      return
    }
    block.add(x: row.x, y: row.y, emission: row.emission, key: number)
    keys.count(row.emission, key: number)
    identities.add(
      SourceIdentities.Row(
        id: row.id, offset: offset, place: Self.place(row.x, row.y), group: group))
    if setup.options.keepsOrigins { block.origins.append((Self.name(of: row), line)) }
  }

  @inline(__always)
  private static func place(_ x: Double, _ y: Double) -> UInt32 {
    // 0 and -0 are one place.
    UInt32(truncatingIfNeeded: SourceCell.mix((x + 0).bitPattern, (y + 0).bitPattern))
  }

  private static func name(of row: Row) -> String {
    row.slowName ?? row.name.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// Adds a row that is no point; one of several lines falls apart into a row a line, and its
  /// emission by their lengths.
  @inline(never)
  private mutating func addShapes(
    _ row: Row, key: Int32, group: UInt32, offset: Int, line: Int, _ block: SourceBlock
  ) {
    var hasher = Hasher()
    hasher.combine(row.shapes)
    let place = UInt32(truncatingIfNeeded: hasher.finalize())
    identities.add(
      SourceIdentities.Row(id: row.id, offset: offset, place: place, group: group))
    let lengths = row.shapes.map(\.length)
    let total = lengths.reduce(0, +)
    var left = row.emission
    for (number, shape) in row.shapes.enumerated() {
      var part = left
      if let whole = row.emission, let rest = left, number + 1 < row.shapes.count {
        part = min(rest, whole * (lengths[number] / total))
        left = rest - min(rest, whole * (lengths[number] / total))
      }
      block.add(shape, emission: part, key: key)
      keys.count(part, key: key)
      if setup.options.keepsOrigins { block.origins.append((Self.name(of: row), line)) }
    }
  }

  /// Counts a row that is not among the sources.
  @inline(never)
  private mutating func leaveOut(
    _ row: Row, key: Int32, from begin: UnsafePointer<UInt8>, line: Int, _ block: SourceBlock
  ) {
    var place = (line: line, column: 1)
    if let slow = row.slowSector {
      place = (slow.line ?? line, slow.column ?? 1)
    } else if let start = row.sectorStart {
      place.column = column(of: start, from: begin)
    }
    if keys.all[Int(key)] == .impossible {
      let name = row.second > 0 ? seconds.texts[Int(row.second) - 1] : ""
      let sector = sectors.texts[Int(row.sector)]
      block.remark(
        SourceBlock.Remark(
          severity: .error, line: place.line, column: place.column,
          message: "part '\(name)' goes with agriculture, not with \(sector); leave it empty",
          notes: []))
      return
    }
    if block.drops[key] == nil {
      block.drops[key] = SourceBlock.Drop(line: place.line, column: place.column)
    }
    block.drops[key]?.tally.add(row.emission)
  }

  /// The column of a cell in characters.
  func column(of cell: UnsafePointer<UInt8>, from begin: UnsafePointer<UInt8>) -> Int {
    let before = Array(UnsafeBufferPointer(start: begin, count: cell - begin))
    return String(decoding: setup.decode(before)?.text ?? before, as: UTF8.self).count + 1
  }

  @inline(never)
  private mutating func newKey(_ row: Row) -> Int32 {
    let key = key(of: row)
    return keys.number(of: row) { key }
  }

  private func key(of row: Row) -> SourceRowKey {
    let name = pollutants.texts[Int(row.pollutant)]
    var sector = sectors.texts[Int(row.sector)]
    var second = row.second > 0 ? seconds.texts[Int(row.second) - 1] : nil
    if setup.columns[.sector] == nil, second == nil, setup.options.classification != nil,
      let slash = sector.firstIndex(of: "/")
    {
      // `Sector/Subsector`, as the option may have it.
      second = String(sector[sector.index(after: slash)...])
      sector = String(sector[..<slash])
    }
    let pollutant = Pollutant(anyCase: name)
    guard let activity = setup.activities.activity(sector: sector, second: second) else {
      return .impossible
    }
    guard let pollutant else { return .dropped(.otherSubstance(name), nil) }
    switch activity {
    case .failure(let error): return .dropped(error.drop, pollutant)
    case .success(let activity):
      return .kept(
        SourceKey(
          activity: activity, pollutant: pollutant, year: row.year,
          vintage: Vintage(rawValue: vintages.texts[Int(row.vintage)]),
          provisional: row.status == 2))
    }
  }
}

extension Pollutant {
  /// Reads a name whatever its case, so that `NOX` is not taken for another substance.
  init?(anyCase name: String) {
    let lower = name.lowercased()
    guard let found = Self.allCases.first(where: { $0.label.lowercased() == lower }) else {
      return nil
    }
    self = found
  }
}

extension SourceShape {
  /// The length of a line in metres; 0 of anything else.
  var length: Double {
    guard case .line(let points) = self else { return 0 }
    return zip(points, points.dropFirst()).reduce(0) { sum, pair in
      let (x, y) = (pair.1.x - pair.0.x, pair.1.y - pair.0.y)
      return sum + (x * x + y * y).squareRoot()
    }
  }
}
