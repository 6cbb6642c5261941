// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads sources from the AERIUS exchange format IMAER GML.
enum IMAERFile {
  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    log.error(Place(file: file), "this kind of file is not read yet")
  }

  /// Whether a GML file is of IMAER, by its first element.
  static func isOne(_ file: String) -> Bool { false }
}
