// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct BadPolicyTests {
  private static let cases = DataFixtures.names(in: "bad-policy")
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }

  @Test func everyKindOfSlipHasACase() {
    #expect(Self.cases.count >= 24)
    #expect(DataFixtures.names(in: "bad-policy-library").count >= 9)
  }

  @Test(arguments: cases)
  func aPackOfTheUsersIsCheckedInFull(_ name: String) throws {
    let file = DataFixtures.path("bad-policy", name + ".yaml")
    let reading = try PolicyReader.pack(file: file, library: DataFixtures.requirePolicy())
    #expect(reading.value == nil)
    GoldenFile(URL(fileURLWithPath: DataFixtures.path("bad-policy", name + ".txt")))
      .expect(DataFixtures.text(of: reading.diagnostics))
  }

  @Test(arguments: DataFixtures.names(in: "bad-policy-library"))
  func aLibraryIsCheckedAgainstItsKeysAndSources(_ name: String) {
    let folder = DataFixtures.path("bad-policy-library", name)
    let reading = PolicyReader.library(areasFolder: folder)
    #expect(reading.value == nil)
    GoldenFile(URL(fileURLWithPath: folder + "/expected.txt"))
      .expect(DataFixtures.text(of: reading.diagnostics))
  }

  @Test func aFileThatIsNotThereSaysSo() throws {
    let reading = try PolicyReader.pack(
      file: "no/such.yaml", library: DataFixtures.requirePolicy())
    #expect(
      DataFixtures.text(of: reading.diagnostics)
        == "no/such.yaml: error: cannot read the file: no such file\n")
  }

  @Test func aFolderWithoutPolicySaysSo() {
    let reading = PolicyReader.library(areasFolder: "no/Areas")
    #expect(
      DataFixtures.text(of: reading.diagnostics)
        == "no/Areas/policy: error: no such folder; expected the policy packs in it\n")
  }
}
