// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// Reports of two sets of farms that differ only in what is withheld are the same to the last byte: no
/// number, bar, line or colour of any file tells of it. With the protection switched off they differ.
@Suite struct ReportDisclosureTests {
  private static let rings = "250,500,1000"

  // West of area 57 are 2 farms within 250 m, 6 within 500 m and 30 within 1,000 m, and 9 of industry;
  // near area 65 are 3. The shift, kg/yr, goes from a farm of the second ring to one of the first, and
  // comes to a farm of the second area: no figure of enough farms changes.
  private static func write(to folder: URL, shift: Int) throws -> String {
    var lines = ["id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage"]
    for year in [2019, 2023] {
      let isLater = year == 2023
      for number in 0..<38 {
        let distance = number < 2 ? 100 : number < 8 ? 400 : 800
        let place = "f\(number),\(100_000 - distance),\(400_100 + 20 * number)"
        let moved = number == 0 ? shift : number == 2 ? -shift : 0
        let housing = number % 7 * 131 + 217 - (isLater ? number * number % 11 * 7 + 33 : 0)
        let field = number % 5 * 21 + 97 - (isLater ? number % 3 * 5 : 0)
        lines.append("\(place),agriculture.housing,NH3,\(year),\(housing + moved),made")
        lines.append("\(place),agriculture.field,NH3,\(year),\(field),made")
      }
      for number in 0..<3 {
        let amount = 917 + number * 213 - (isLater ? 71 : 0) + (number == 1 ? 3 * shift : 0)
        let place = "g\(number),\(109_900 - number * 300),\(400_100 + 20 * number)"
        lines.append("\(place),agriculture.housing,NH3,\(year),\(amount),made")
      }
      for number in 0..<9 {
        let moved = number == 0 ? shift : number == 4 ? -shift : 0
        let amount = 417 + number * 113 - (isLater ? 200 : 0) + moved
        let place = "i\(number),\(number < 3 ? 99_900 : 99_600),\(400_900 - 20 * number)"
        lines.append("\(place),industry,NOx,\(year),\(amount),made")
      }
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bytes = Data((lines.joined(separator: "\n") + "\n").utf8)
    try bytes.write(to: folder.appendingPathComponent("farms.csv"))
    return try digest(of: "farms.csv", in: folder)
  }

  private static func digest(of file: String, in folder: URL) throws -> String {
    String(try CommandRunner.shell("sha256sum \(file)", in: folder).text.prefix(64))
  }

  /// What a report holds, by file. What is only the digest of the farms or of another file is left out.
  private static func report(
    shift: Int, in folder: URL, _ more: [String]
  ) throws -> [String: Data] {
    let input = try write(to: folder, shift: shift)
    let root = FixturePaths.packageRoot.path
    let run = try CommandRunner.run(
      [
        "report", "farms.csv", "--all", "--lang", "en", "--no-pdf", "--output", "out",
        "--areas-dir", "\(root)/Areas", "--rings", rings,
        "--outlines", "\(root)/Fixtures/zones/by-hand/outlines.geojson",
      ] + more, in: folder,
      environment: ["XDG_DATA_HOME": "/nonexistent", "HOME": "/nonexistent"])
    #expect(run.exitCode < 2, "\(run.standardError)")
    let out = folder.appendingPathComponent("out")
    var files: [String: Data] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: out.path)) {
      var isFolder: ObjCBool = false
      let path = out.appendingPathComponent(name).path
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard !isFolder.boolValue, name != "manifest.json" else { continue }
      if name.hasSuffix(".xlsx") {
        // Packed, with the digest of the farms inside; left out where there is no unzip.
        let sheets = try CommandRunner.shell(
          "unzip -p '\(path)' | sed 's/\(input)/farms/g' | sha256sum", in: folder)
        files[name] = Data(sheets.text.utf8)
        continue
      }
      let bytes = try #require(FileManager.default.contents(atPath: path))
      files[name] = bytes.replacing(Data(input.utf8), with: Data(repeating: 0x78, count: 64))
    }
    return files
  }

  private static func differing(_ more: [String]) throws -> (all: Set<String>, other: Set<String>) {
    try withTemporaryFolder { folder in
      let one = try report(shift: 0, in: folder.appendingPathComponent("one"), more)
      let other = try report(shift: 40, in: folder.appendingPathComponent("other"), more)
      #expect(Set(one.keys) == Set(other.keys))
      return (Set(one.keys), Set(one.keys.filter { one[$0] != other[$0] }))
    }
  }

  @Test func noFileOfAReportTellsOfAWithheldFigure() throws {
    let found = try Self.differing([])
    #expect(found.all.count > 40)
    #expect(found.other.isEmpty, "\(found.other.sorted())")
  }

  @Test func withoutTheProtectionFilesOfEveryKindTell() throws {
    let found = try Self.differing(["--published-sources"])
    let wanted: Set = [
      "area-57.html", "area-65.html", "index.html", "files/results.json", "files/results.gpkg",
      "files/iamc.csv", "files/csv/en/series.csv", "files/csv/nl/series.csv",
      "figures/area-57-rings-nh3.svg",
    ]
    #expect(wanted.isSubset(of: found.other), "\(wanted.subtracting(found.other).sorted())")
  }

  /// The ranking and the figures know no more than the published result.
  @Test func aReportHoldsBackWhatAnAssessmentDoes() throws {
    try withTemporaryFolder { folder in
      _ = try Self.report(shift: 0, in: folder, [])
      let root = FixturePaths.packageRoot.path
      let run = try CommandRunner.run(
        [
          "assess", "farms.csv", "--format", "json", "--areas-dir", "\(root)/Areas", "--rings",
          Self.rings, "--outlines", "\(root)/Fixtures/zones/by-hand/outlines.geojson",
        ], in: folder, environment: ["XDG_DATA_HOME": "/nonexistent", "HOME": "/nonexistent"])
      func part(_ data: Data, _ name: String) throws -> NSArray {
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try #require(object?[name] as? NSArray)
      }
      let ours = try Data(contentsOf: folder.appendingPathComponent("out/files/results.json"))
      for name in ["assessments", "findings"] {
        let same = try part(ours, name) == (try part(Data(run.standardOutput.utf8), name))
        #expect(same, "\(name)")
      }
      #expect(String(decoding: ours, as: UTF8.self).contains(#""withheld": true"#))
    }
  }
}
