// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads farms: animals by housing system and place.
///
/// A row emits its places times a factor: one of its own, or that of its housing system in its year
/// out of `Areas/factors`. Where there is none, the emission is unknown, which is not zero. Rows of
/// part field emit a share of the nitrogen they bring onto their parcel. Farms are private.
enum FarmTable {
  /// The boundary whose agriculture farms belong to, unless the options name one.
  private static let boundary = BoundaryID(rawValue: "er-default")

  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    guard let format = TableFormat(detectedIn: file, MeasurementOptions(), log: &log),
      let table = Table(file: file, format: format, log: &log),
      let boundary = boundary(options, reference, file: file, &log),
      let columns = FarmColumns(table, options, &log)
    else { return }
    var rows = FarmRows(
      table: table, columns: columns, options: options, boundary: boundary,
      factors: reference.factors)
    try rows.readAll(&intake, &log)
  }

  private static func boundary(
    _ options: SourceOptions, _ reference: ReferenceData, file: String,
    _ log: inout DiagnosticLog
  ) -> BoundaryID? {
    let id = options.boundary ?? boundary
    guard reference.boundaries[id] == nil else { return id }
    let ids = reference.boundaries.keys.map(\.rawValue).sorted()
    log.error(
      Place(file: file),
      "unknown boundary '\(id)'\(NearestName.hint(id.rawValue, in: ids)); expected \(ids.asChoice)")
    return nil
  }

  /// Whether the header of a CSV table is that of a farm table.
  static func isOne(_ file: String, options: SourceOptions) -> Bool {
    guard var start = try? FileSystem.read(file, from: 0, count: 1 << 16) else { return false }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
    let line = start.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let names = Set(
      line.split { marks.contains($0) }.map { name in
        String(decoding: name.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      })
    return FarmColumns.telling.allSatisfy { names.contains(options.columns[$0] ?? $0) }
  }
}
