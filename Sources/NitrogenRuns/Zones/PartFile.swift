// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A file under way that must not stay behind when the run is interrupted.
enum PartFile {
  /// Its path; read by a signal handler, which may not allocate.
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

  /// Has an interrupt (Ctrl-C) or a request to end remove a file before the program ends as it
  /// would have.
  static func removeWhenInterrupted(_ file: String) {
    path = strdup(file)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if let path = PartFile.path { unlink(path) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  /// Leaves the file alone from now on.
  static func forget() {
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    free(path)
    path = nil
  }
}
