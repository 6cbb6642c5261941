// SPDX-License-Identifier: GPL-3.0-or-later

package import NitrogenCore

/// Reads sources from a CSV table.
package enum SourceTable {
  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    let source: SourceBytes
    do throws(FileProblem) {
      source = try SourceBytes(file: file)
    } catch {
      log.error(Place(file: file), "cannot read the file: \(error.reason)")
      return
    }
    try read(
      source, file: file, options: options, reference: reference, intake: &intake, log: &log)
  }

  /// Reads a table from bytes at hand.
  ///
  /// - Parameters:
  ///   - bytes: the table as it would stand in a file.
  ///   - name: what it is called in messages.
  ///   - options: how it is to be read.
  ///   - reference: the boundaries against which names are checked.
  ///   - blockSize: how many bytes are read at a time; by default as from a file.
  ///   - deliver: takes a batch with the keys known so far.
  /// - Returns: what was kept and dropped, and everything found on the way.
  /// - Throws: what `deliver` throws.
  package static func read(
    bytes: [UInt8], name: String, options: SourceOptions, reference: ReferenceData,
    blockSize: Int? = nil,
    deliver: @escaping (_ batch: SourceBatch, _ keys: SourceKeys) throws -> Void
  ) throws -> SourceReading {
    var log = DiagnosticLog()
    var intake = SourceIntake(keepsOrigins: options.keepsOrigins, deliver: deliver)
    try read(
      SourceBytes(bytes), file: name, options: options, reference: reference,
      blockSize: blockSize ?? SourceCutter.blockSize, intake: &intake, log: &log)
    try intake.flush()
    return SourceReading(name, intake, log)
  }

  private static func read(
    _ source: SourceBytes, file: String, options: SourceOptions, reference: ReferenceData,
    blockSize: Int = SourceCutter.blockSize, intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    guard
      let setup = SourceTableSetup(
        source, file: file, options: options, reference: reference, log: &log)
    else { return }
    let cutter = SourceCutter(
      source, from: setup.start, delimiter: setup.format.delimiter, blockSize: blockSize)
    var merge = SourceTableMerge(setup, source: source)
    let isLong = source.count - setup.start > 2 * blockSize
    let identities: [SourceIdentities]
    if options.threads > 1 && isLong {
      identities = try SourceWorkers(setup, cutter, threads: options.threads).run { block in
        try merge.take(block, &intake, &log)
      }
    } else {
      identities = try [readAlone(setup, cutter) { try merge.take($0, &intake, &log) }]
    }
    try merge.finish(&intake, &log)
    merge.reportTwins(identities, threads: isLong ? options.threads : 1, &log)
  }

  private static func readAlone(
    _ setup: SourceTableSetup, _ cutter: SourceCutter, _ take: (SourceBlock) throws -> Bool
  ) throws -> SourceIdentities {
    var parser = SourceRowParser(setup)
    let block = SourceBlock()
    while cutter.fill(block) {
      parser.parse(block)
      guard try take(block) else { break }
    }
    return parser.identities
  }
}
