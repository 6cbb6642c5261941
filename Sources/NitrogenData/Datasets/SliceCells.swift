// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads a sector of ours, or a part of one, from the cells of a row.
struct SliceCells {
  private let sectorColumn: Int?
  private let partColumn: Int?
  private var sectors = CellMemo<Sector>()
  private var parts = CellMemo<SectorPart>()

  private static let sectorNames = Sector.allCases.map(\.rawValue)
  private static let partNames = SectorPart.allCases.map(\.rawValue)

  init(columns: BoundColumns) {
    self.sectorColumn = columns["sector"]
    self.partColumn = columns["part"]
  }

  /// The slice of the row at hand; `nil`, with the reason in the log, when it names none.
  mutating func read(_ table: Table, _ log: inout DiagnosticLog) -> SectorSlice? {
    let sector = table.requiredWord(
      sectorColumn, "sector", Self.sectorNames, memo: &sectors, &log,
      make: Sector.init(rawValue:))
    let part = table.optionalWord(
      partColumn, "part", Self.partNames, memo: &parts, &log,
      make: SectorPart.init(rawValue:))
    guard let sector, let part else { return nil }
    if let part, sector != .agriculture, let column = partColumn {
      table.error(
        column,
        "part '\(part.rawValue)' goes with agriculture, not with \(sector.rawValue); leave it empty",
        &log)
      return nil
    }
    return SectorSlice(sector, part)
  }
}
