// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Where the official outlines come from.
@Suite struct OutlineSourceReaderTests {
  @Test func theRealSourceReads() throws {
    let reading = OutlineSourceReader.read(areasFolder: FixturePaths.areas.path)
    #expect(reading.diagnostics.isEmpty)
    let source = try #require(reading.value)
    #expect(source.service.hasPrefix("https://"))
    #expect(source.columns.first?.name == "nr")
    #expect(source.pageSize > 0)
    #expect(!source.licence.isEmpty && !source.publisher.isEmpty && !source.reference.isEmpty)
  }

  /// What a file says, with `Areas/` in front left out.
  private func messages(of text: String?) throws -> [String] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("natura2000/outlines.yaml")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if let text { try Data(text.utf8).write(to: file) }
      let reading = OutlineSourceReader.read(areasFolder: folder.path)
      #expect(reading.value == nil)
      return reading.diagnostics.map {
        $0.text.replacingOccurrences(of: folder.path + "/", with: "")
      }
    }
  }

  private static let sound = """
    title: A
    publisher: B
    licence: C
    reference: D
    service: https://service.example/wfs
    version: "2.0.0"
    layer: a:b
    format: application/json
    page-size: 2
    columns: {nr: nr}
    """

  @Test(arguments: [
    ("page-size: 2", "page-size: 0", "9:12: error: 'page-size' must be at least 1, found 0"),
    (
      "version: \"2.0.0\"", "version: 2.0",
      "6:10: error: 'version' must be text, found the number 2.0; put it in quotes"
    ),
    ("layer: a:b\n", "", "1:1: error: the source of outlines has no 'layer'; add it"),
    (
      "format:", "formaat:",
      "8:1: error: unknown field 'formaat' in the source of outlines; nearest is 'format'; "
        + "expected title, publisher, licence, reference, service, version, layer, format, "
        + "sort-by, page-size or columns"
    ),
    (
      "{nr: nr}", "{naam: name, nr: nr}",
      "10:10: error: the first column must be 'nr', the national number of the area"
    ),
    (
      "{nr: nr}", "{nr: nr, feature: id}",
      "10:19: error: column 'feature' is filled by the program; give it another name"
    ),
    (
      "columns: {nr: nr}", "columns: nr",
      "10:10: error: 'columns' must be a mapping of names to values, found 'nr'"
    ),
  ])
  func whatIsWrongHasItsPlace(old: String, new: String, message: String) throws {
    let text = Self.sound.replacingOccurrences(of: old, with: new)
    let found = try messages(of: text)
    #expect(found.contains("natura2000/outlines.yaml:" + message), "\(found)")
  }

  @Test func aFileThatIsNotThereIsToldOf() throws {
    let found = try messages(of: nil)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("natura2000/outlines.yaml: error: ") == true, "\(found)")
  }
}
