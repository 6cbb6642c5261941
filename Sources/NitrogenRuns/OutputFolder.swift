// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A folder that results are written to, each file whole or not at all.
///
/// A file is written beside its place, flushed, and renamed into it, so that a reader or a broken
/// run sees the old file or the new one and nothing in between.
public struct OutputFolder {
  /// The folder, as the user named it.
  public let path: String

  /// Opens a folder, making it where it is not there yet.
  public init(path: String) throws(RunError) {
    self.path = path
    var made = path.hasPrefix("/") ? "/" : ""
    for piece in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(piece) : "/\(piece)"
      // POSIX directly: Foundation does not say what stood in the way.
      guard mkdir(made, 0o777) != 0, errno != EEXIST || !Self.isFolder(made) else { continue }
      throw RunError.cannotWrite(
        path: path, reason: Self.reason(errno == EEXIST ? ENOTDIR : errno))
    }
  }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole content.
  ///   - name: the name in the folder.
  /// - Returns: the path of the file, as it should stand in a manifest.
  /// - Throws: ``RunError/cannotWrite(path:reason:)``; what stood there before is whole.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws(RunError) -> String {
    let target = (path as NSString).appendingPathComponent(name)
    let beside = (path as NSString).appendingPathComponent(".\(name).part")
    do {
      if Self.isFolder(target) {
        throw RunError.cannotWrite(path: target, reason: "it is a folder")
      }
      try Data(bytes).write(to: URL(fileURLWithPath: beside))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: beside))
      try handle.synchronize()
      try handle.close()
      guard rename(beside, target) == 0 else {
        throw RunError.cannotWrite(path: target, reason: Self.reason(errno))
      }
    } catch let error as RunError {
      try? FileManager.default.removeItem(atPath: beside)
      throw error
    } catch {
      try? FileManager.default.removeItem(atPath: beside)
      throw RunError.cannotWrite(path: target, reason: Self.reason(error))
    }
    return target
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let posix = [underlying, error as NSError].compactMap { $0 }
      .first { $0.domain == NSPOSIXErrorDomain }
    if let posix { return reason(Int32(posix.code)) }
    return error.localizedDescription.lowercased()
  }
}
