// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography

extension ZoneResult.Account {
  /// What was kept, by compound, on one line.
  public var keptLine: String {
    var sums: [Pollutant: SourceTally] = [:]
    for (entry, tally) in kept { sums[entry.pollutant, default: SourceTally()] += tally }
    let pieces = sums.keys.sorted().map { Self.words(sums[$0] ?? SourceTally(), $0) }
    return "kept: " + (pieces.isEmpty ? "nothing" : pieces.joined(separator: "; "))
  }

  /// What was left out, a line for each reason and compound.
  public var droppedLines: [String] {
    dropped.map { "left out: \($0.reason.description): \(Self.words($0.tally, $0.pollutant))" }
  }

  private static func words(_ tally: SourceTally, _ pollutant: Pollutant?) -> String {
    var text = Shown.count(tally.rows, "row", "rows")
    if tally.rows > tally.unknown {
      text += ", \(Shown.number(tally.sum.kilograms)) kg/yr"
    }
    if let pollutant { text += " \(pollutant.label)" }
    if tally.unknown > 0 { text += ", \(Shown.count(tally.unknown)) of them unknown" }
    return text
  }
}
