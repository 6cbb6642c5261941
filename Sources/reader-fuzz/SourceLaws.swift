// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData

/// What holds of every reading of sources: rows are numbers in the envelope under known keys, and
/// they are what is counted as kept.
final class SourceLaws {
  private var rows = 0

  /// Looks at a batch.
  func take(_ batch: SourceBatch, _ keys: SourceKeys) {
    for row in 0..<batch.count {
      ReadingLaws.hold(
        RDEnvelope.contains(x: batch.x[row], y: batch.y[row]), "row \(row) is outside")
      ReadingLaws.hold(
        batch.emission[row] >= 0 && batch.emission[row].isFinite,
        "row \(row) emits \(batch.emission[row])")
      ReadingLaws.hold(keys.all.indices.contains(Int(batch.key[row])), "row \(row) has no key")
      ReadingLaws.hold(Self.isInside(batch.shape(row)), "the shape of row \(row) reaches outside")
    }
    rows += batch.count
  }

  /// Looks at the account of the reading.
  func check(_ reading: SourceReading) {
    ReadingLaws.check(reading.diagnostics, isRefused: false)
    let kept = reading.kept.reduce(0) { $0 + $1.rows }
    ReadingLaws.hold(
      kept == rows || reading.hasErrors, "\(rows) rows were handed on and \(kept) counted")
    ReadingLaws.hold(
      rows > 0 || !reading.dropped.isEmpty || !reading.diagnostics.isEmpty
        || !reading.territories.isEmpty, "nothing was read and nothing said")
    for tally in reading.kept {
      ReadingLaws.hold(tally.sum.kilograms >= 0, "\(tally.sum.kilograms) kg in all")
    }
  }

  private static func isInside(_ shape: SourceShape) -> Bool {
    switch shape {
    case .point(let point): RDEnvelope.contains(point)
    case .line(let points): points.count > 1 && points.allSatisfy { RDEnvelope.contains($0) }
    case .cell(let cell):
      cell.minX < cell.maxX && cell.minY < cell.maxY
        && RDEnvelope.contains(x: cell.minX, y: cell.minY)
        && RDEnvelope.contains(x: cell.maxX, y: cell.maxY)
    case .surface(let parts):
      !parts.isEmpty
        && parts.allSatisfy { part in
          !part.isEmpty && part.joined().allSatisfy { RDEnvelope.contains($0) }
        }
    }
  }
}
