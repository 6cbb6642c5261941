// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Files that appear whole or not at all, by the calls of POSIX: Foundation does not say what stood
/// in the way, and does not flush.
enum WholeFile {
  /// Writes a file beside its place, flushes it and renames it into its place.
  ///
  /// - Parameters:
  ///   - bytes: the whole content.
  ///   - path: the place.
  ///   - shown: the path that a message names.
  /// - Throws: ``RunError/cannotWrite(path:reason:)``; nothing is left beside.
  static func write(_ bytes: [UInt8], to path: String, shown: String) throws(RunError) {
    let part = path + ".part"
    let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .cannotWrite(path: shown, reason: reason(errno)) }
    let failure = write(bytes, to: file)
    close(file)
    guard failure == 0, rename(part, path) == 0 else {
      let code = failure == 0 ? errno : failure
      unlink(part)
      throw .cannotWrite(path: shown, reason: reason(code))
    }
  }

  /// Flushes what was renamed in a folder.
  static func flush(folder: String) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    // Some file systems cannot flush a folder; they keep the order of renames themselves.
    fsync(file)
    close(file)
  }

  /// Why a call failed, in words.
  static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }

  /// Writes and flushes; gives the code of what failed, or 0.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(file, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += count
    }
    return fsync(file) == 0 ? 0 : errno
  }
}
