// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A folder that a run writes its results to: all of them, each whole, or none.
///
/// Every file is written beside its place and flushed first; only when all of them stand there are
/// they renamed into place. A broken run leaves what was there before.
public struct OutputFolder {
  /// The folder, as the user named it.
  public let path: String
  private var staged: [String] = []

  /// Opens a folder, making it where it is not there yet.
  ///
  /// - Parameters:
  ///   - path: the folder, as the user named it.
  ///   - mayHoldDataset: whether a dataset in it is no reason to stay out.
  /// - Throws: ``RunError/cannotWrite(path:reason:)`` when it cannot be made, or
  ///   ``RunError/outputIsDataset(_:)`` when it holds a dataset.
  public init(path: String, mayHoldDataset: Bool = false) throws(RunError) {
    self.path = path
    let packages = ["datapackage.yaml", "datapackage.json"]
    if !mayHoldDataset, packages.contains(where: { FileSystemProbe.isFile(path + "/" + $0) }) {
      throw RunError.outputIsDataset(path)
    }
    var made = path.hasPrefix("/") ? "/" : ""
    for piece in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(piece) : "/\(piece)"
      // POSIX directly: Foundation does not say what stood in the way.
      guard mkdir(made, 0o777) != 0, errno != EEXIST || !FileSystemProbe.isFolder(made) else {
        continue
      }
      throw RunError.cannotWrite(
        path: path, reason: Self.reason(errno == EEXIST ? ENOTDIR : errno))
    }
  }

  /// Writes a file beside its place.
  ///
  /// - Parameters:
  ///   - bytes: the whole content.
  ///   - name: the name in the folder.
  /// - Throws: ``RunError/cannotWrite(path:reason:)``; nothing is left beside.
  public mutating func stage(_ bytes: [UInt8], as name: String) throws(RunError) {
    do {
      if FileSystemProbe.isFolder(target(name)) {
        throw RunError.cannotWrite(path: target(name), reason: "it is a folder")
      }
      staged.append(name)
      try Data(bytes).write(to: URL(fileURLWithPath: beside(name)))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: beside(name)))
      try handle.synchronize()
      try handle.close()
    } catch {
      discard()
      if let error = error as? RunError { throw error }
      throw RunError.cannotWrite(path: target(name), reason: Self.reason(error))
    }
  }

  /// Renames all staged files into place.
  ///
  /// - Returns: the paths of the files, in the order they were staged.
  /// - Throws: ``RunError/cannotWrite(path:reason:)``.
  public mutating func commit() throws(RunError) -> [String] {
    let names = staged
    for name in names {
      guard rename(beside(name), target(name)) == 0 else {
        let reason = Self.reason(errno)
        discard()
        throw RunError.cannotWrite(path: target(name), reason: reason)
      }
    }
    staged = []
    return names.map(target)
  }

  /// Files in the folder that an earlier run wrote and this one does not, by its manifest.
  ///
  /// - Parameter names: what this run writes.
  /// - Returns: their names, in order.
  public func leftOver(besides names: [String]) -> [String] {
    guard let data = FileManager.default.contents(atPath: target("manifest.json")),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let outputs = manifest["outputs"] as? [[String: Any]]
    else { return [] }
    return outputs.compactMap { $0["path"] as? String }.filter {
      !names.contains($0) && FileSystemProbe.isFile(target($0))
    }.sorted()
  }

  /// Removes what stands beside.
  private mutating func discard() {
    for name in staged { try? FileManager.default.removeItem(atPath: beside(name)) }
    staged = []
  }

  private func target(_ name: String) -> String {
    (path as NSString).appendingPathComponent(name)
  }

  private func beside(_ name: String) -> String { target(".\(name).part") }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let posix = [underlying, error as NSError].compactMap { $0 }
      .first { $0.domain == NSPOSIXErrorDomain }
    if let posix { return reason(Int32(posix.code)) }
    // Some errors of Foundation keep no code of the system below.
    if (error as? CocoaError)?.code == .fileWriteOutOfSpace { return reason(ENOSPC) }
    return error.localizedDescription.lowercased()
  }
}
