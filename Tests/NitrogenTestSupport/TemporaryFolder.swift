// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Gives `body` an empty folder of its own and removes it with its contents afterwards.
///
/// - Parameter body: what uses the folder.
/// - Returns: what `body` returns.
/// - Throws: what `body` throws, or an error of the file system.
public func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("stikstof-test-\(UUID().uuidString)", isDirectory: true)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
