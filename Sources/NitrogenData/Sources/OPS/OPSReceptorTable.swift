// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Reads places for receptors from a CSV table `name,x,y`.
public enum OPSReceptorTable {
  /// Reads a table, with commas and decimal points or semicolons and decimal commas.
  ///
  /// - Parameter file: the file, as the user names it.
  /// - Returns: names and places in RD metres, in the order of the file, unless something is wrong.
  public static func read(_ file: String) -> Reading<[(name: String, place: RDPoint)]> {
    var log = DiagnosticLog()
    guard FileSystem.isFile(file) else {
      log.error(
        Place(file: file), "no such file; expected 'centres', or a table of receptors name,x,y")
      return Reading(nil, log)
    }
    guard let format = TableFormat(detectedIn: file, MeasurementOptions(), log: &log),
      var table = Table(file: file, format: format, log: &log)
    else { return Reading(nil, log) }
    let columns = table.bind(TableLayout(required: ["name", "x", "y"]), log: &log)
    guard !log.hasErrors else { return Reading(nil, log) }
    var places: [(name: String, place: RDPoint)] = []
    while table.next(&log) {
      guard let name = table.requiredText(columns["name"], &log),
        let x = coordinate("x", columns, table, &log),
        let y = coordinate("y", columns, table, &log)
      else { continue }
      guard RDEnvelope.contains(x: x, y: y) else {
        log.error(
          Place(file: file, line: table.line),
          "'x' and 'y', \(x) and \(y), lie outside RD New; expected x from -100 to 400 km and y "
            + "from 200 to 950 km"
            + (RDEnvelope.contains(x: y, y: x) ? ": they look swapped" : ": check them"))
        continue
      }
      places.append((name, RDPoint(x: x, y: y)))
    }
    if places.isEmpty, !log.hasErrors {
      log.error(Place(file: file), "the table holds no receptors; expected a row for each")
    }
    return Reading(places, log)
  }

  private static func coordinate(
    _ name: String, _ columns: BoundColumns, _ table: Table, _ log: inout DiagnosticLog
  ) -> Double? {
    guard let column = columns[name], table.hasValue(column, &log),
      case .some(let value) = table.number(column, unit: "m", &log)
    else { return nil }
    return value
  }
}
