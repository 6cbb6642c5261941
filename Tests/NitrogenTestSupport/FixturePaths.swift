// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Where the tests find their files.
public enum FixturePaths {
  /// The folder that holds `Package.swift`, found from the place of this source file.
  public static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `Areas/`: law and geography.
  public static let areas = packageRoot.appendingPathComponent("Areas", isDirectory: true)

  /// `Fixtures/`: evidence.
  public static let fixtures = packageRoot.appendingPathComponent("Fixtures", isDirectory: true)

  /// The folder of reference data kept outside the package, with `data/`, `reference/` and
  /// `sources/` in it, from the environment variable `STIKSTOF_REFERENCE_DATA`; `nil` where it is
  /// not set.
  public static let referenceData: String? = {
    let path = ProcessInfo.processInfo.environment["STIKSTOF_REFERENCE_DATA"] ?? ""
    return path.isEmpty ? nil : path
  }()
}
