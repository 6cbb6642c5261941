// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The hidden folder in which a run keeps finished results until all of them are put in place.
///
/// It stands in the folder written to, so that a rename is enough to put a file in its place. Each
/// finished dataset has its result and a note beside it, written after it; a later run with
/// `--resume` takes what its note vouches for. See Reproducibility in the documentation.
final class StagingFolder: Sendable {
  /// The name of the hidden folder.
  static let name = ".stikstof-run"
  /// The ending of a note on a finished dataset.
  private static let ending = ".done"

  /// The folder that is written to, as the user named it.
  let output: String
  /// The hidden folder.
  let path: String
  /// Names of datasets that a run before this one had finished.
  let left: [String]
  private let lock: Int32

  /// Opens the hidden folder of an output folder, which must be there, and keeps others out.
  ///
  /// - Parameters:
  ///   - output: the folder written to, as the user named it.
  ///   - resumes: whether to keep what stands there.
  /// - Throws: ``RunError/cannotWrite(path:reason:)``, ``RunError/folderInUse(_:)``.
  init(in output: String, resumes: Bool) throws(RunError) {
    self.output = output
    let path = (output as NSString).appendingPathComponent(Self.name)
    self.path = path
    lock = try Self.locked(path, output: output)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    left = names.filter { $0.hasSuffix(Self.ending) }.map { String($0.dropLast(5)) }.sorted()
    guard !resumes else { return }
    for name in names { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
  }

  deinit { close(lock) }

  /// Makes the folder and locks it; the lock goes with the process, however that ends.
  private static func locked(_ path: String, output: String) throws(RunError) -> Int32 {
    while true {
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw .cannotWrite(path: output, reason: WholeFile.reason(errno))
      }
      let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard file >= 0 else {
        // Another run has ended meanwhile, and removed it.
        if errno == ENOENT { continue }
        throw .cannotWrite(path: path, reason: WholeFile.reason(errno))
      }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        close(file)
        throw .folderInUse(output)
      }
      var held = stat()
      var standing = stat()
      if fstat(file, &held) == 0, stat(path, &standing) == 0, held.st_ino == standing.st_ino {
        return file
      }
      close(file)
    }
  }

  // MARK: - What is finished

  /// Keeps the result of a dataset, and then a note that it is whole.
  func finish(_ name: String, _ result: [UInt8], _ note: FinishedDataset) throws(RunError) {
    try put(result, note.file)
    try WholeFile.write(
      Array(note.text.utf8), to: "\(path)/\(name)\(Self.ending)", shown: target(note.file))
  }

  /// Keeps a file that is to be put in place with the others; its name may name a folder too.
  func put(_ bytes: [UInt8], _ file: String) throws(RunError) {
    try makeFolder(of: file, in: path)
    try WholeFile.write(bytes, to: "\(path)/\(file)", shown: target(file))
  }

  /// The note on a dataset, where it is for the same key and its result stands there unchanged.
  func finished(_ name: String, key: String) -> FinishedDataset? {
    guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)\(Self.ending)"),
      let note = FinishedDataset(Array(bytes)), note.key == key,
      [("\(path)/\(note.file)"), target(note.file)].contains(where: {
        (try? FileHash.sha256(ofFile: $0)) == note.sha256
      })
    else { return nil }
    return note
  }

  // MARK: - In place

  /// Refuses names that a folder has taken.
  func check(_ files: [String]) throws(RunError) {
    for file in files where FileSystemProbe.isFolder(target(file)) {
      throw .cannotWrite(path: target(file), reason: "it is a folder")
    }
  }

  /// Puts all files in place and goes away: the old manifest is taken out first and the new one
  /// comes last, so that no manifest ever stands beside files that are not its own.
  ///
  /// - Parameter files: the files in order, `manifest.json` last.
  /// - Throws: ``RunError/cannotWrite(path:reason:)``, ``RunError/halfWritten(path:reason:again:)``.
  func commit(_ files: [String]) throws(RunError) {
    try check(files)
    for folder in folders(of: files) { WholeFile.flush(folder: "\(path)/\(folder)") }
    // Before anything that stands there is touched.
    for file in files { try makeFolder(of: file, in: output) }
    let manifest = target("manifest.json")
    if rename(manifest, "\(path)/manifest.before") != 0, errno != ENOENT {
      throw .cannotWrite(path: manifest, reason: WholeFile.reason(errno))
    }
    for file in files where FileSystemProbe.isFile("\(path)/\(file)") {
      if file == files.last { flush(foldersOf: files) }
      guard rename("\(path)/\(file)", target(file)) == 0 else {
        throw .halfWritten(path: target(file), reason: WholeFile.reason(errno))
      }
    }
    WholeFile.flush(folder: output)
    remove()
  }

  /// The folders within this one that files name, this one first.
  private func folders(of files: [String]) -> [String] {
    let named = files.map { ($0 as NSString).deletingLastPathComponent }
    return [""] + Set(named.filter { !$0.isEmpty }).sorted()
  }

  private func flush(foldersOf files: [String]) {
    for folder in folders(of: files) { WholeFile.flush(folder: "\(output)/\(folder)") }
  }

  /// Makes the folders that the name of a file names.
  private func makeFolder(of file: String, in parent: String) throws(RunError) {
    var made = ""
    for piece in file.split(separator: "/").dropLast() {
      made += "/\(piece)"
      guard mkdir(parent + made, 0o777) != 0,
        errno != EEXIST || !FileSystemProbe.isFolder(parent + made)
      else { continue }
      throw .cannotWrite(
        path: output + made, reason: WholeFile.reason(errno == EEXIST ? ENOTDIR : errno))
    }
  }

  /// Removes the hidden folder with all that is in it.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// How many datasets are finished now.
  var count: Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .count { $0.hasSuffix(Self.ending) }
  }

  private func target(_ file: String) -> String {
    (output as NSString).appendingPathComponent(file)
  }
}
