// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Reads policy packs and checks every record against the keys the program knows.
public enum PolicyReader {
  /// Reads every pack in `Areas/policy`, default or not, with the keys and documents.
  ///
  /// - Parameter areasFolder: the `Areas/` folder, as the user or the program names it.
  /// - Returns: the library, unless something is wrong in any of its files.
  public static func library(areasFolder: String) -> Reading<PolicyLibrary> {
    var log = DiagnosticLog()
    let folder = FileSystem.join(areasFolder, "policy")
    guard let names = FileSystem.names(in: folder) else {
      log.error(Place(file: folder), "no such folder; expected the policy packs in it")
      return Reading(nil, log)
    }
    let keysFile = FileSystem.join(folder, "keys.yaml")
    let sourcesFile = FileSystem.join(folder, "sources.yaml")
    let keys = PolicyIndexReader.keys(file: keysFile, &log)
    let documents = PolicyIndexReader.documents(file: sourcesFile, &log)
    guard !log.hasErrors else { return Reading(nil, log) }
    let packFiles =
      names
      .filter { $0.hasSuffix(".yaml") && $0 != "keys.yaml" && $0 != "sources.yaml" }
      .map { FileSystem.join(folder, $0) }
    let files = [keysFile, sourcesFile] + packFiles
    let index = PolicyLibrary(packs: [], keys: keys, documents: documents, files: files)
    var packs: [PolicyPack] = []
    for file in packFiles {
      var reader = PolicyPackReader(file: file, library: index, isUsers: false)
      guard let pack = reader.read(&log) else { continue }
      if let other = packs.first(where: { $0.id == pack.id }) {
        log.error(
          Place(file: file, line: 1),
          "a second pack bears the name '\(pack.id)'; rename one of them",
          notes: ["the other is \(other.file)"])
      }
      packs.append(pack)
    }
    return Reading(
      PolicyLibrary(packs: packs, keys: keys, documents: documents, files: files), log)
  }

  /// Reads a pack of the user's own.
  ///
  /// Its keys, units, types and options are checked like those of the library; it may cite
  /// documents that the library does not know.
  ///
  /// - Parameters:
  ///   - file: the file, as the user names it.
  ///   - library: the keys, documents and honoured options to check against.
  /// - Returns: the pack, unless something is wrong with it.
  public static func pack(file: String, library: PolicyLibrary) -> Reading<PolicyPack> {
    var log = DiagnosticLog()
    var reader = PolicyPackReader(file: file, library: library, isUsers: true)
    let pack = reader.read(&log)
    return Reading(pack, log)
  }
}
