// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads and writes the source file `.brn` of the dispersion model OPS, versions 0 to 4.
///
/// The forms are those of the OPS user manual and of the program itself: without a version the
/// columns are fixed, so that numbers may touch; from `BRN-VERSION 1` on blanks separate them.
/// Degrees, which OPS also takes, are refused: zones need RD New.
public enum OPSFile {
  /// The sources of a file, all of them in memory.
  ///
  /// - Parameter file: the file, as the user names it.
  /// - Returns: its sources in order, unless something is wrong with it.
  public static func read(_ file: String) -> Reading<[OPSSource]> {
    var log = DiagnosticLog()
    var sources: [OPSSource] = []
    read(file, log: &log) { source, _, _ in
      sources.append(source)
      return true
    }
    return Reading(sources, log)
  }

  /// Reads a file record by record; `take` says whether it wants another.
  static func read(
    _ file: String, log: inout DiagnosticLog,
    take: (OPSSource, _ line: Int, inout DiagnosticLog) -> Bool
  ) {
    do throws(FileProblem) {
      var lines = OPSLines(file: file)
      var isDone = false
      try FileSystem.blocks(of: file) { block in
        isDone = !lines.take(block, &log, take)
        return !isDone
      }
      if !isDone { lines.finish(&log, take) }
    } catch {
      log.error(Place(file: file), "cannot be read: \(error.reason)")
    }
  }

  /// Reads a file that is in memory, in blocks of a given size.
  static func read(
    bytes: [UInt8], name: String, blockSize: Int, log: inout DiagnosticLog,
    take: (OPSSource, _ line: Int, inout DiagnosticLog) -> Bool
  ) {
    var lines = OPSLines(file: name)
    bytes.withUnsafeBytes { all in
      var start = 0
      while start < all.count {
        let end = min(start + max(blockSize, 1), all.count)
        guard lines.take(UnsafeRawBufferPointer(rebasing: all[start..<end]), &log, take) else {
          return
        }
        start = end
      }
      lines.finish(&log, take)
    }
  }
}
