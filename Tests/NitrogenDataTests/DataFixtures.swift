// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// What the tests of the readers share.
enum DataFixtures {
  /// The `Areas/` of the package, read once.
  static let reference = ReferenceDataReader.read(areasFolder: FixturePaths.areas.path)

  /// The policy of the package, read once.
  static let policy = PolicyReader.library(areasFolder: FixturePaths.areas.path)

  /// The reference data, which every test of datasets needs.
  static func requireReference() throws -> ReferenceData {
    try #require(reference.value, "Areas/ has errors: \(text(of: reference.diagnostics))")
  }

  /// The policy library, which every test of packs needs.
  static func requirePolicy() throws -> PolicyLibrary {
    try #require(policy.value, "Areas/policy has errors: \(text(of: policy.diagnostics))")
  }

  /// The diagnostics as they are printed, with paths relative to the package.
  static func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { $0.text + "\n" }.joined()
      .replacingOccurrences(of: FixturePaths.packageRoot.path + "/", with: "")
  }

  /// The path of a fixture.
  static func path(_ parts: String...) -> String {
    FixturePaths.fixtures.path + "/" + parts.joined(separator: "/")
  }

  /// The names in a fixture folder, sorted; its read-me and hidden ones aside.
  static func names(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path(folder))
    return (names ?? []).filter { !$0.hasPrefix(".") && $0 != "README.md" }.sorted()
  }
}
