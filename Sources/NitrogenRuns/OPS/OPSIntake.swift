// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData

/// What the inputs of files for OPS held, apart from the sources themselves.
struct OPSIntake {
  /// Everything found while reading.
  var diagnostics: [Diagnostic] = []
  /// The files read.
  var files: [String] = []
  /// Those of them of a form that has heights and the like.
  var described: [String] {
    files.filter { file in [".brn", ".gml"].contains { file.lowercased().hasSuffix($0) } }
  }
  /// What is not among the sources, by reason and pollutant.
  private(set) var dropped: [SourceDrop: [Pollutant?: SourceTally]] = [:]
  /// Whether rows of farms are among the sources.
  private(set) var isPrivate = false

  /// Counts what would be in a file of its own, were its emission known.
  mutating func drop(_ part: OPSFiles.Part) {
    let reason = "unknown emission in \(part.group.year), \(part.group.vintage)"
    dropped[.other(reason), default: [:]][part.group.pollutant, default: SourceTally()] += part.kept
  }

  /// Takes over what a file held.
  mutating func add(_ reading: SourceReading) {
    diagnostics += reading.diagnostics
    isPrivate = isPrivate || reading.isPrivate
    for (reason, tallies) in reading.dropped {
      for (pollutant, tally) in tallies {
        dropped[reason, default: [:]][pollutant, default: SourceTally()] += tally
      }
    }
  }
}
