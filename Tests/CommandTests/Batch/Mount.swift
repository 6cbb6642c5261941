// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport

/// A small file system in memory, for what cannot be had otherwise: a full disk, one that is
/// read-only. The tests may run as root, whom no permission stops.
struct Mount {
  let folder: URL

  /// Whether mounting is permitted here.
  static let isPermitted: Bool =
    (try? withTemporaryFolder { folder in
      try Mount(on: folder, kilobytes: 64).remove()
      return true
    }) ?? false

  struct Refused: Error {}

  init(on folder: URL, kilobytes: Int) throws {
    self.folder = folder
    try Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path])
  }

  /// Mounts a file on itself, so that nothing can be renamed into its place.
  static func pin(_ file: URL) throws { try run("mount", ["--bind", file.path, file.path]) }

  static func unpin(_ file: URL) throws { try run("umount", [file.path]) }

  func remount(_ options: String) throws {
    try Self.run("mount", ["-o", "remount,\(options)", folder.path])
  }

  func remove() throws { try Self.run("umount", ["-l", folder.path]) }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused() }
  }
}
