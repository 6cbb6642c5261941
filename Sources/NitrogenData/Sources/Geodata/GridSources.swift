// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// Reads the cells of a grid as sources: kg/yr in each.
struct GridSources {
  /// How wide and how high a cell must be in metres: far below any, far above the rounding of
  /// coordinates.
  private static let thinnest = 0.001

  private let place: Place
  private let placement: RasterFile.Placement
  private let width: Int
  private let noData: Double?
  private let key: Int32
  private let keepsOrigins: Bool
  private var empty = 0

  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    let place = Place(file: file)
    let grid: RasterFile
    do {
      grid = try RasterFile(path: file)
    } catch {
      log.error(place, LayerChoice.reason(error, file))
      return
    }
    guard let key = key(options, reference, place, &log),
      let placement = placement(of: grid, place, &log)
    else { return }
    var reader = GridSources(
      place: place, placement: placement, width: grid.width, noData: grid.noData,
      key: intake.keys.number(of: key), keepsOrigins: options.keepsOrigins)
    do {
      try grid.read { first, values in
        try intake.add(reader.batch(from: first, values, &log))
      }
    } catch let error as GeodataError {
      log.error(place, LayerChoice.reason(error, file))
      return
    }
    log.note(place, "the values of its cells are read as kg/yr in each cell")
    if reader.empty > 0 {
      log.note(
        place,
        "\(reader.empty) of \(grid.width * grid.height) cells hold no value and are left out")
    }
  }

  private init(
    place: Place, placement: RasterFile.Placement, width: Int, noData: Double?, key: Int32,
    keepsOrigins: Bool
  ) {
    self.place = place
    self.placement = placement
    self.width = width
    self.noData = noData
    self.key = key
    self.keepsOrigins = keepsOrigins
  }

  /// The key of all cells, which only options can give.
  private static func key(
    _ options: SourceOptions, _ reference: ReferenceData, _ place: Place,
    _ log: inout DiagnosticLog
  ) -> SourceKey? {
    let missing = [
      ("sector", options.sector == nil), ("pollutant", options.pollutant == nil),
      ("year", options.year == nil), ("vintage", options.vintage == nil),
    ].filter(\.1).map(\.0)
    guard let sector = options.sector, let pollutant = options.pollutant, let year = options.year,
      let vintage = options.vintage
    else {
      log.error(
        place,
        "a grid does not say its \(missing.asList); give "
          + missing.map { "--\($0)" }.asList)
      return nil
    }
    guard let activities = LayerActivities(options, reference: reference, place, &log) else {
      return nil
    }
    guard let activity = activities.activity(sector, nil) else {
      log.error(place, "unknown sector '\(sector)'\(activities.hint(sector))")
      return nil
    }
    return SourceKey(activity: activity, pollutant: pollutant, year: year, vintage: vintage)
  }

  /// Where the cells lie in RD New; `nil`, with the reason in the log, when they do not.
  private static func placement(
    of grid: RasterFile, _ place: Place, _ log: inout DiagnosticLog
  ) -> RasterFile.Placement? {
    guard grid.bandCount == 1 else {
      log.error(place, "the grid has \(grid.bandCount) bands; expected one")
      return nil
    }
    guard let placement = grid.placement else {
      log.error(place, "the grid does not say where its cells lie; georeference it in RD New")
      return nil
    }
    guard !placement.isTurned, placement.xByColumn > 0, placement.yByRow != 0 else {
      log.error(place, "the grid is turned; expected rows and columns along the axes of RD New")
      return nil
    }
    guard placement.xByColumn >= thinnest, abs(placement.yByRow) >= thinnest else {
      log.error(
        place,
        "the cells of the grid are \(placement.xByColumn) x \(abs(placement.yByRow)) m; expected at "
          + "least \(thinnest) m each way: georeference it in RD New")
      return nil
    }
    if let system = grid.system {
      guard system.isRDNew else {
        log.error(
          place,
          "the grid is in \(system.name); its cells are no cells of RD New (EPSG:28992): make it "
            + "again in RD New")
        return nil
      }
      return placement
    }
    let far = (
      x: placement.x0 + Double(grid.width) * placement.xByColumn,
      y: placement.y0 + Double(grid.height) * placement.yByRow
    )
    guard RDEnvelope.contains(x: placement.x0, y: placement.y0),
      RDEnvelope.contains(x: far.x, y: far.y)
    else {
      log.error(
        place,
        "no coordinate reference system is declared, and the grid reaches from "
          + "\(FixedDecimals.place(x: placement.x0, y: placement.y0)) to "
          + "\(FixedDecimals.place(x: far.x, y: far.y)), outside RD New; \(Georeference.expected)")
      return nil
    }
    log.note(
      place,
      "no coordinate reference system is declared; the grid lies within RD New (EPSG:28992) and is "
        + "read as that")
    return placement
  }

  /// The sources in a block of rows.
  private mutating func batch(
    from first: Int, _ values: UnsafeBufferPointer<Double>, _ log: inout DiagnosticLog
  ) -> SourceBatch {
    var batch = SourceBatch(keepsOrigins: keepsOrigins)
    for (index, value) in values.enumerated() {
      if value.isNaN || value == noData {
        empty += 1
        continue
      }
      let row = first + index / width
      let column = index % width
      guard value >= 0, value <= ExactSum.largestTerm else {
        log.error(
          place,
          "row \(row + 1), column \(column + 1): '\(value)' kg/yr; expected a number from 0 to 2^40"
        )
        continue
      }
      let x = placement.x0 + Double(column) * placement.xByColumn
      let y = placement.y0 + Double(row) * placement.yByRow
      let box = CellBox(
        minX: x, minY: min(y, y + placement.yByRow), maxX: x + placement.xByColumn,
        maxY: max(y, y + placement.yByRow))
      guard RDEnvelope.contains(x: box.minX, y: box.minY),
        RDEnvelope.contains(x: box.maxX, y: box.maxY)
      else {
        log.error(
          place,
          "row \(row + 1), column \(column + 1): the cell at \(FixedDecimals.place(x: box.minX, y: box.minY)) "
            + "m lies outside RD New; \(Georeference.expected)")
        continue
      }
      batch.append(
        .cell(box), emission: value, key: key,
        id: keepsOrigins ? "row \(row + 1) column \(column + 1)" : "", line: row + 1)
    }
    return batch
  }
}
