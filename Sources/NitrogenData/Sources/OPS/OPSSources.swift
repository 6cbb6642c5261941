// SPDX-License-Identifier: GPL-3.0-or-later

package import NitrogenCore

/// Reads sources from the OPS source file `.brn`.
///
/// The category is a GCN code, unless the options name another classification. The file states no
/// year and no release of an inventory, so both come from the options. Its first word behind the
/// numbers says the substance; where it says none, that of the options counts.
package enum OPSSources {
  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    var rows = OPSRows(file: file, options: options, reference: reference)
    OPSFile.read(file, log: &log) { source, line, log in
      rows.add(source, line: line, intake: &intake, log: &log)
    }
    if let failure = rows.failure { throw failure }
  }

  /// Reads a file that is in memory, in blocks of a given size.
  package static func read(
    bytes: [UInt8], name: String, blockSize: Int = 1 << 16, options: SourceOptions,
    reference: ReferenceData, deliver: @escaping (SourceBatch, SourceKeys) throws -> Void
  ) throws -> SourceReading {
    var log = DiagnosticLog()
    var intake = SourceIntake(keepsOrigins: options.keepsOrigins, deliver: deliver)
    var rows = OPSRows(file: name, options: options, reference: reference)
    OPSFile.read(bytes: bytes, name: name, blockSize: blockSize, log: &log) { source, line, log in
      rows.add(source, line: line, intake: &intake, log: &log)
    }
    if let failure = rows.failure { throw failure }
    try intake.flush()
    return SourceReading(name, intake, log)
  }
}
