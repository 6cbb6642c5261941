// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads farms: animals by housing system and place.
enum FarmTable {
  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    log.error(Place(file: file), "this kind of file is not read yet")
  }

  /// Whether the header of a CSV table is that of a farm table.
  static func isOne(_ file: String) -> Bool { false }
}
