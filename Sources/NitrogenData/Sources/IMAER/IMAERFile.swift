// SPDX-License-Identifier: GPL-3.0-or-later

import CXML
package import NitrogenCore

/// Reads sources from the AERIUS exchange format IMAER GML, versions 2.2 to 6.0.
///
/// The file goes through libxml2's push parser block by block, so that memory does not grow with
/// it. The year is the file's, else that of the options. The vintage is that of the options, else
/// the AERIUS release that wrote the file: emissions follow from the factors of that release.
///
/// What the file states as the emission of a source counts: AERIUS has applied reducing systems
/// to it, and the factors of standard housing codes are not in the file. Where nothing is stated,
/// number times own factor does; where the file has neither, the emission is unknown.
package enum IMAERFile {
  /// Reads a whole file; problems go to the log with their place, finds to the intake.
  static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    var problem: FileProblem?
    try read(file, options: options, reference: reference, intake: &intake, log: &log) { push in
      do throws(FileProblem) {
        try FileSystem.blocks(of: file, body: push)
      } catch {
        problem = error
      }
      return problem == nil
    }
    if let problem { log.error(Place(file: file), "cannot be read: \(problem.reason)") }
  }

  /// Reads a document that is in memory, in blocks of a given size.
  package static func read(
    bytes: [UInt8], name: String, blockSize: Int = 1 << 16, options: SourceOptions,
    reference: ReferenceData, deliver: @escaping (SourceBatch, SourceKeys) throws -> Void
  ) throws -> SourceReading {
    var log = DiagnosticLog()
    var intake = SourceIntake(keepsOrigins: options.keepsOrigins, deliver: deliver)
    try read(name, options: options, reference: reference, intake: &intake, log: &log) { push in
      bytes.withUnsafeBytes { all in
        var start = 0
        while start < all.count {
          let end = min(start + max(blockSize, 1), all.count)
          guard push(UnsafeRawBufferPointer(rebasing: all[start..<end])) else { break }
          start = end
        }
      }
      return true
    }
    try intake.flush()
    return SourceReading(name, intake, log)
  }

  /// Whether a GML file is of IMAER, by the namespace near its beginning.
  package static func isOne(_ file: String) -> Bool {
    var isOne = false
    try? FileSystem.blocks(of: file) { block in
      isOne = contains("://imaer.aerius.nl/", block)
      return false
    }
    return isOne
  }

  private static func contains(_ text: String, _ block: UnsafeRawBufferPointer) -> Bool {
    let wanted = Array(text.utf8)
    guard block.count >= wanted.count else { return false }
    return (0...(block.count - wanted.count)).contains { start in
      block[start] == wanted[0] && block[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  /// Reads what `feed` pushes; `feed` says whether the end was reached in good order.
  private static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog,
    feed: ((UnsafeRawBufferPointer) -> Bool) -> Bool
  ) throws {
    var reading = IMAERReading(
      file: file, options: options, reference: reference,
      intake: SourceIntake(keepsOrigins: intake.keepsOrigins) { _, _ in }, log: DiagnosticLog())
    swap(&reading.intake, &intake)
    swap(&reading.log, &log)
    defer {
      swap(&reading.intake, &intake)
      swap(&reading.log, &log)
    }
    withUnsafeMutablePointer(to: &reading) { reading in
      guard let parser = XMLPushParser(reading) else {
        reading.pointee.log.error(Place(file: file), "cannot be read: not enough memory")
        return
      }
      let isWhole = feed { block in
        parser.push(block)
        return !reading.pointee.isStopped
      }
      if isWhole { parser.finish() }
      reading.pointee.finish()
      reading.pointee.parser = nil
    }
    if let failure = reading.failure { throw failure }
  }
}
