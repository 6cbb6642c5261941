// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Holds a folder of rounds for one run, so that two runs never add to the same last round.
///
/// The lock belongs to the open folder and goes with the process, however that ends.
struct RoundLock: ~Copyable {
  private let descriptor: Int32

  /// Locks a folder.
  ///
  /// - Parameter path: the folder, which must be there.
  /// - Throws: ``RunError/round(_:)`` when another run holds it, or
  ///   ``RunError/cannotWrite(path:reason:)``.
  init(_ path: String) throws(RunError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw RunError.cannotWrite(
        path: path, reason: String(cString: strerror(errno)).lowercased())
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw RunError.round(.locked(path))
    }
  }

  deinit { close(descriptor) }
}
