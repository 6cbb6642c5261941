// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Where fetched outlines are kept, and whether they are still what was fetched.
public enum OutlineStore {
  /// What stands at a path.
  public enum Content: Hashable, Sendable {
    /// No file.
    case nothing
    /// A file without a record, or with one that cannot be read.
    case unrecorded
    /// A file that is not the one its record speaks of.
    case altered
    /// A file as it was stored.
    case whole(OutlineRecord)
  }

  /// The file in the user's data folder, by the XDG Base Directory Specification.
  ///
  /// - Parameter environment: the environment of the process.
  /// - Returns: the path; `nil` when the environment names no home.
  public static func defaultPath(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    let folder: String
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      folder = data
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = home + "/.local/share"
    } else {
      return nil
    }
    return folder + "/stikstof/outlines/natura2000.gpkg"
  }

  /// The outlines at hand: those in the user's data folder, else `natura2000/outlines.gpkg` of the
  /// areas folder.
  ///
  /// - Parameters:
  ///   - areasFolder: the `Areas/` folder.
  ///   - environment: the environment of the process.
  /// - Returns: the path of a file that is there; `nil` when there is none.
  public static func locate(
    areasFolder: String,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    let places = [
      defaultPath(environment: environment), areasFolder + "/natura2000/outlines.gpkg",
    ]
    return places.compactMap { $0 }.first(where: FileSystemProbe.isFile)
  }

  /// The record that stands beside a file of outlines.
  static func record(of path: String) -> String { path + ".json" }

  /// Looks at a file of outlines and holds it against its record.
  ///
  /// - Parameter path: the file.
  /// - Returns: what stands there.
  public static func content(of path: String) -> Content {
    guard FileSystemProbe.isFile(path) else { return .nothing }
    guard let record = RecordFile.read(OutlineRecord.self, from: record(of: path)) else {
      return .unrecorded
    }
    let digest = try? FileHash.sha256(ofFile: path)
    return digest == record.sha256 ? .whole(record) : .altered
  }

  /// What a person is told about a file of outlines, on one line.
  ///
  /// - Parameter path: the file, from ``locate(areasFolder:environment:)``; `nil` when there is none.
  /// - Returns: the line.
  public static func summary(of path: String?) -> String {
    guard let path else { return "outlines: none at hand; '\(Tool.name) areas fetch' gets them" }
    switch content(of: path) {
    case .nothing: return summary(of: nil)
    case .unrecorded: return "outlines: '\(path)', without a record of where they come from"
    case .altered:
      return "outlines: '\(path)' is not what was fetched (its SHA-256 differs); "
        + "'\(Tool.name) areas fetch' gets them again"
    case .whole(let record): return "outlines: \(record.summary), '\(path)'"
    }
  }
}
