// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A file that a run writes, whole or not at all.
public enum OutputFile {
  /// Refuses to write over what a run reads, or twice to one file.
  ///
  /// - Parameters:
  ///   - paths: the files to be written.
  ///   - inputs: the files and folders that are read.
  /// - Throws: ``RunError/overwrites(_:)``.
  public static func check(_ paths: [String], inputs: [String]) throws(RunError) {
    var taken = Set(inputs.map(FileSystemProbe.realPath))
    for path in paths where !taken.insert(FileSystemProbe.realPath(path)).inserted {
      throw RunError.overwrites(path)
    }
  }

  /// Writes a file beside its place and renames it into it.
  ///
  /// - Parameters:
  ///   - text: the whole content.
  ///   - path: the file, as the user named it.
  /// - Throws: ``RunError/cannotWrite(path:reason:)``; what stood there before is whole.
  public static func write(_ text: String, to path: String) throws(RunError) {
    let name = (path as NSString).lastPathComponent
    let folder = (path as NSString).deletingLastPathComponent
    guard folder.isEmpty || FileSystemProbe.isFolder(folder) else {
      throw RunError.cannotWrite(path: path, reason: "there is no folder '\(folder)'")
    }
    var output = try OutputFolder(path: folder.isEmpty ? "." : folder, mayHoldDataset: true)
    try output.stage(Array(text.utf8), as: name)
    _ = try output.commit()
  }
}
