// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Looks at the file system without reading.
enum FileSystemProbe {
  /// Whether a path is a file that is there.
  static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}
