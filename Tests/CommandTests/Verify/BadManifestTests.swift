// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof verify` on what is no manifest.
@Suite struct BadManifestTests {
  @Test(arguments: [
    ("", "1:1: error: the manifest is not JSON: expected a value, found the end of the file"),
    (
      "{",
      "1:2: error: the manifest is not JSON: expected the name of a member, found the end of the file"
    ),
    (
      "{\"schema\": \"urn\",}",
      "1:18: error: the manifest is not JSON: expected the name of a member, found '}'"
    ),
    ("{\"a\" 1}", "1:6: error: the manifest is not JSON: expected ':', found '1}'"),
    (
      "{\"a\": 1 \"b\"}",
      "1:9: error: the manifest is not JSON: expected ',' or '}', found '\"b\"}'"
    ),
    (
      "{\n  \"a\": [1 2]\n}",
      "2:11: error: the manifest is not JSON: expected ',' or ']', found '2]'"
    ),
    (
      "{\"a\": 1}\n{}",
      "2:1: error: the manifest is not JSON: expected the end of the file, found '{}'"
    ),
    (
      "{\"a\": 1, \"a\": 2}",
      "1:10: error: the manifest is not JSON: the member 'a' stands twice in one object"
    ),
    (
      "{\"a\": \"x",
      "1:9: error: the manifest is not JSON: expected '\"', found the end of the file"
    ),
    (
      "{\"a\": \"\\x\"}",
      "1:9: error: the manifest is not JSON: expected an escape such as '\\n', found 'x\"}'"
    ),
    (
      "{\"a\": \"\\u12\"}",
      "1:10: error: the manifest is not JSON: expected four hexadecimal digits, found '12\"}'"
    ),
    (
      "{\"a\": \"\\ud800\"}",
      "1:14: error: the manifest is not JSON: expected the second half of a character, found '\"}'"
    ),
    ("{\"a\": \"\\udc00\"}", "1:14: error: the manifest is not JSON: half a character"),
    ("{\"a\": -}", "1:8: error: the manifest is not JSON: expected a digit, found '}'"),
    ("[]", "1:1: error: expected the object of a manifest, found a list"),
    (
      "{}",
      "1:1: error: the member 'schema' is missing; manifests of this version of stikstof have it"
    ),
    ("{\"schema\": 1}", "1:12: error: 'schema' must be text, found a number"),
    (
      "{\"schema\": \"urn:stikstof:manifest:9\"}",
      "1:12: error: the schema is 'urn:stikstof:manifest:9', expected 'urn:stikstof:manifest:1'"
    ),
  ])
  func whatIsWrongHasItsPlace(text: String, message: String) throws {
    #expect(try said(of: Data(text.utf8)) == "manifest.json:\(message)\n")
  }

  @Test func textThatIsNotUTF8IsRefused() throws {
    #expect(
      try said(of: Data([0x7B, 0x22, 0xFF, 0x22]))
        == "manifest.json:1:4: error: the manifest is not "
        + "JSON: this text is not valid UTF-8\n")
  }

  @Test func deepNestingIsRefused() throws {
    #expect(
      try said(of: Data(String(repeating: "[", count: 100_000).utf8))
        == "manifest.json:1:65: error: the manifest is not JSON: it is nested deeper than 64 levels\n"
    )
  }

  @Test func everyMissingMemberIsTold() throws {
    let members = [
      "areasFolder", "arguments", "command", "failures", "inputs", "manifestSha256", "options",
      "outputs", "policy", "reference", "tool",
    ]
    #expect(
      try said(of: Data("{\"schema\": \"urn:stikstof:manifest:1\"}".utf8))
        == members.map {
          "manifest.json:1:1: error: the member '\($0)' is missing; manifests of this version of "
            + "stikstof have it\n"
        }.joined())
  }

  @Test func membersOfTheWrongKindAreTold() throws {
    let manifest = """
      {"schema": "urn:stikstof:manifest:1", "tool": {"name": "stikstof", "version": 1},
       "command": "assess", "arguments": [2], "areasFolder": null, "inputs": {},
       "policy": [{"id": "own", "origin": "user", "file": null, "sha256": ""}],
       "options": {}, "reference": [{"path": "x"}], "outputs": [], "failures": [],
       "manifestSha256": ""}
      """
    #expect(
      try said(of: Data(manifest.utf8)) == """
        manifest.json:1:79: error: 'version' must be text, found a number
        manifest.json:2:37: error: an item of 'arguments' must be text, found a number
        manifest.json:2:72: error: 'inputs' must be a list, found an object
        manifest.json:3:13: error: expected a pack of origin 'areas' or 'user' with a file, or \
        'commandLine' without one
        manifest.json:4:31: error: the member 'sha256' is missing; manifests of this version of \
        stikstof have it

        """)
  }

  private func said(of manifest: Data) throws -> String {
    try withTemporaryFolder { folder in
      try manifest.write(to: folder.appendingPathComponent("manifest.json"))
      let run = try CommandRunner.run(["verify", "manifest.json"], in: folder)
      #expect(run.exitCode == 2)
      return run.standardError
    }
  }
}
