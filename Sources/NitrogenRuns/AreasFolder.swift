// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Finds the folder that holds law and geography: `Areas`.
public enum AreasFolder {
  /// The environment variable that names the folder.
  public static let environmentVariable = "STIKSTOF_AREAS"

  /// The folder to read: the one asked for, then the one the environment names, then the one
  /// installed with the program, then `Areas` in the working directory.
  ///
  /// - Parameters:
  ///   - asked: the folder the user named, if any.
  ///   - environment: the environment of the process.
  ///   - executable: the path of the running program.
  /// - Returns: the folder, as it should stand in messages.
  /// - Throws: ``RunError/noAreasFolder(tried:)`` when there is none.
  public static func locate(
    asked: String?, environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = try? FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/self/exe")
  ) throws(RunError) -> String {
    if let asked {
      guard holdsAreas(asked) else { throw RunError.noAreasFolder(tried: [asked]) }
      return plain(asked)
    }
    if let named = environment[environmentVariable], !named.isEmpty {
      guard holdsAreas(named) else { throw RunError.noAreasFolder(tried: [named]) }
      return plain(named)
    }
    var candidates: [String] = []
    if let executable {
      let prefix = (executable as NSString).deletingLastPathComponent as NSString
      candidates.append(
        (prefix.deletingLastPathComponent as NSString).appendingPathComponent(
          "share/stikstof/Areas"))
    }
    candidates.append("Areas")
    guard let found = candidates.first(where: holdsAreas) else {
      throw RunError.noAreasFolder(tried: candidates)
    }
    return found
  }

  /// A folder without the slashes that may end its name.
  private static func plain(_ folder: String) -> String {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }

  private static func holdsAreas(_ folder: String) -> Bool {
    let list = (folder as NSString).appendingPathComponent("natura2000/areas.csv")
    return FileManager.default.fileExists(atPath: list)
  }
}
