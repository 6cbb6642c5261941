// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads the coarse shapes of the provinces, where the areas folder has them.
struct BackdropReader {
  /// The folder `backdrop`.
  let folder: String
  let provinces: [Province]

  /// A ring in the making.
  private struct Ring {
    let code: String
    let number: Int
    let line: Int
    var count = 1
    var points: [RDPoint] = []
  }

  func read(_ files: inout [String], _ log: inout DiagnosticLog) -> [ProvinceShape] {
    guard FileSystem.isFolder(folder) else { return [] }
    let file = FileSystem.join(folder, "province-shapes.csv")
    files.append(file)
    guard var table = Table(file: file, format: TableFormat(), log: &log) else { return [] }
    let columns = table.bind(
      TableLayout(required: ["code", "ring", "point", "rd_x_m", "rd_y_m"]), log: &log)
    let codes = provinces.map(\.code)
    var known = CellMemo<String>()
    var rings: [Ring] = []
    var isSound = true
    while table.next(&log) {
      let code = table.requiredWord(
        columns["code"], "province", codes, memo: &known, &log
      ) { codes.isEmpty || codes.contains($0) ? $0 : nil }
      let ring = table.requiredInteger(columns["ring"], &log)
      let number = table.requiredInteger(columns["point"], &log)
      let point = point(table, columns, &log)
      isSound = isSound && point != nil
      guard let code, let ring, let number else {
        isSound = false
        continue
      }
      if let last = rings.last, last.code == code, last.number == ring {
        rings[rings.count - 1].count += 1
      } else {
        rings.append(Ring(code: code, number: ring, line: table.line))
      }
      let current = rings.count - 1
      let before = rings[..<current].last { $0.code == code }
      let expected = (point: rings[current].count, ring: (before?.number ?? 0) + 1)
      if (number, ring) != (expected.point, expected.ring) {
        isSound = false
        log.error(
          Place(file: file, line: table.line),
          "found point \(number) of ring \(ring) of '\(code)', expected point \(expected.point) of ring "
            + "\(expected.ring); put the rows in order and count from 1")
      } else if rings[current].count == 1, let before, rings[current - 1].code != before.code {
        isSound = false
        log.error(
          Place(file: file, line: table.line),
          "'\(code)' goes on after another province; put its rows together",
          notes: ["its last ring begins on line \(before.line)"])
      }
      if let point { rings[current].points.append(point) }
    }
    guard table.rowCount > 0 else {
      if !table.isBroken {
        log.error(Place(file: file, line: 1), "the table has a header and no rows")
      }
      return []
    }
    if isSound { check(rings, file: file, &log) }
    return codes.compactMap { code in
      let own = rings.filter { $0.code == code }
      return own.isEmpty
        ? nil : ProvinceShape(code: code, rings: own.map { $0.points + $0.points.prefix(1) })
    }
  }

  private func point(
    _ table: Table, _ columns: BoundColumns, _ log: inout DiagnosticLog
  ) -> RDPoint? {
    guard let x = coordinate("rd_x_m", RDEnvelope.x, table, columns, &log),
      let y = coordinate("rd_y_m", RDEnvelope.y, table, columns, &log)
    else { return nil }
    return RDPoint(x: x, y: y)
  }

  private func coordinate(
    _ name: String, _ range: ClosedRange<Double>, _ table: Table, _ columns: BoundColumns,
    _ log: inout DiagnosticLog
  ) -> Double? {
    guard let column = columns[name], table.hasValue(column, &log),
      let value = table.number(column, unit: "m", &log), let value
    else { return nil }
    guard range.contains(value) else {
      table.error(
        column,
        "\(table.rawText(column)) m lies outside the country; expected RD New, "
          + "\(Int(range.lowerBound)) to \(Int(range.upperBound)) m", &log)
      return nil
    }
    return value
  }

  private func check(_ rings: [Ring], file: String, _ log: inout DiagnosticLog) {
    for ring in rings where ring.points.count < 3 {
      log.error(
        Place(file: file, line: ring.line),
        "ring \(ring.number) of '\(ring.code)' has \(ring.points.count) points; a ring needs 3")
    }
    for province in provinces where !rings.contains(where: { $0.code == province.code }) {
      log.error(
        Place(file: file), "province '\(province.code)' has no shape; add its rings")
    }
  }
}
