// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// Farms go in, and no output for the public tells of fewer than five of them: `zone`, `assess`, `compare`
/// and `verify` as they are run.
@Suite struct DisclosureCommandTests {
  private static let outlines = [
    "--outlines", "Fixtures/zones/by-hand/outlines.geojson", "--rings", "250,500,1000",
  ]

  /// West of area 57: 2 farms within 250 m, 6 within 500 m, 30 within 1,000 m; housing and fields
  /// of all of them.
  private static func sources(in folder: URL) throws -> String {
    var lines = ["id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage"]
    for number in 0..<38 {
      let distance = number < 2 ? 100 : number < 8 ? 400 : 800
      for (year, factor) in [(2019, 1.0), (2023, 0.83 - Double(number * number % 11) * 0.0137)] {
        let place = "f\(number),\(100_000 - distance),\(400_100 + 20 * number)"
        let housing = (Double(number % 7) * 131.37 + 217.913) * factor
        lines.append("\(place),agriculture.housing,NH3,\(year),\(housing),made")
        let field = housing * (0.4731 + Double(number % 5) * 0.0213)
        lines.append("\(place),agriculture.field,NH3,\(year),\(field),made")
      }
    }
    let file = folder.appendingPathComponent("farms.csv")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    return file.path
  }

  private static func run(_ arguments: [String]) throws -> CommandRunner.Result {
    let result = try CommandRunner.run(
      arguments, environment: ["XDG_DATA_HOME": "/nonexistent", "HOME": "/nonexistent"])
    #expect(result.exitCode < 2, "\(result.standardError)")
    return result
  }

  // MARK: - Results as JSON

  private struct Row: Hashable {
    let ring: String?
    let slice: String
  }

  private static func rows(_ bytes: Data) throws -> [Row: [String: Any]] {
    let root = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    var found: [Row: [String: Any]] = [:]
    for one in try #require(root["assessments"] as? [[String: Any]]) {
      let territory = one["territory"] as? [String: Any]
      guard territory?["area"] as? Int == 57, one["sector"] as? String == "agriculture",
        one["pollutant"] as? String == "NH3"
      else { continue }
      found[
        Row(ring: territory?["ring"] as? String, slice: one["part"] as? String ?? "agriculture")] =
        one
    }
    return found
  }

  private static func emission(_ row: [String: Any]?, _ year: Int) -> Double? {
    (row?["series"] as? [[String: Any]])?.first { $0["year"] as? Int == year }?["kgPerYear"]
      as? Double
  }

  /// Every number of an assessment that is its own, in the digits of the files.
  private static func figures(_ row: [String: Any]) -> Set<String> {
    func numbers(_ value: Any?) -> [Double] {
      switch value {
      case let list as [Any]: list.flatMap(numbers)
      case let object as [String: Any]: object.values.flatMap(numbers)
      case let number as Double: [number]
      default: []
      }
    }
    let own = ["baseline", "series", "remainingGap", "pace", "projections"].flatMap {
      numbers(row[$0])
    }
    // Short ones, such as years, stand everywhere.
    return Set(own.map { "\($0)" }.filter { $0.count > 8 })
  }

  // MARK: -

  @Test func noWithheldFigureIsInAnyByteOfAPublicOutput() throws {
    try withTemporaryFolder { folder in
      let sources = try Self.sources(in: folder)
      let whole = try Self.run(
        ["assess", sources, "--format", "json", "--private"] + Self.outlines)
      #expect(whole.standardError.contains("private: figures may rest on a single farm"))
      #expect(whole.standardOutput.contains(#""private": true"#))
      let all = try Self.rows(Data(whole.standardOutput.utf8))
      var bytes: [Data] = []
      for format in ["json", "csv", "text"] {
        let output = folder.appendingPathComponent("out-\(format)")
        let run = try Self.run(
          ["assess", sources, "--format", format, "--output", output.path] + Self.outlines)
        bytes.append(Data(run.standardOutput.utf8))
        for name in try FileManager.default.contentsOfDirectory(atPath: output.path) {
          bytes.append(try Data(contentsOf: output.appendingPathComponent(name)))
        }
      }
      let shown = try Self.rows(bytes[0])
      let withheld = all.filter { shown[$0.key]?["withheld"] as? Bool == true }
      #expect(withheld.keys.contains(Row(ring: "0-250", slice: "agriculture")))
      #expect(withheld.count < all.count)
      let figures = withheld.values.reduce(into: Set<String>()) {
        $0.formUnion(Self.figures($1))
      }
      #expect(figures.count > 20)
      let published = all.filter { withheld[$0.key] == nil }.values.reduce(into: Set<String>()) {
        $0.formUnion(Self.figures($1))
      }
      for data in bytes {
        let text = String(decoding: data, as: UTF8.self)
        for figure in figures.subtracting(published) {
          let isThere = text.contains(figure)
          #expect(!isThere, "\(figure)")
        }
      }
      #expect(String(decoding: bytes[0], as: UTF8.self).contains("withheld (fewer than 5 farms)"))
    }
  }

  @Test func nothingFollowsFromTheBytesOfAPublicResult() throws {
    try withTemporaryFolder { folder in
      let sources = try Self.sources(in: folder)
      let made = folder.appendingPathComponent("zones").path
      let zone = try Self.run(["zone", sources, "--output", made] + Self.outlines)
      #expect(zone.standardError.contains("private: not for publication"))
      let direct = try Self.run(["assess", sources, "--format", "json"] + Self.outlines)
      let later = try Self.run(["assess", made, "--format", "json"])
      for text in [direct.standardOutput, later.standardOutput] {
        let rows = try Self.rows(Data(text.utf8))
        for year in [2019, 2023] {
          let cells = rows.keys.filter { Self.emission(rows[$0], year) == nil }
            .sorted { ($0.ring ?? "", $0.slice) < ($1.ring ?? "", $1.slice) }
          #expect(!cells.isEmpty)
          let attack = Self.attack(rows, cells: cells, year: year)
          for number in attack.determined {
            // Only what many farms stand behind.
            #expect(cells[number].ring != "0-250", "\(cells[number])")
          }
          for (number, cell) in cells.enumerated() where cell.ring == "0-250" {
            let bounds = try #require(attack.bounds(of: number))
            #expect(bounds.high > bounds.low * 1.2, "\(cell)")
          }
        }
      }
    }
  }

  private static func attack(
    _ rows: [Row: [String: Any]], cells: [Row], year: Int
  ) -> TableAttack {
    let numbers = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    let rings = ["inside", "0-250", "250-500", "500-1000"]
    func sum(_ parts: [Row], _ total: Row) -> TableAttack.Equation {
      var equation = TableAttack.Equation(factors: [:], value: 0)
      for (row, factor) in parts.map({ ($0, 1) }) + [(total, -1)] {
        if let number = numbers[row] {
          equation.factors[number, default: 0] += factor
        } else {
          equation.value -= Double(factor) * (emission(rows[row], year) ?? 0)
        }
      }
      return equation
    }
    let slices = ["agriculture", "housing", "field"]
    let byRing = slices.map { slice in
      sum(rings.map { Row(ring: $0, slice: slice) }, Row(ring: nil, slice: slice))
    }
    let byPart = ([nil] + rings).map { ring in
      sum(
        ["housing", "field"].map { Row(ring: ring, slice: $0) },
        Row(ring: ring, slice: "agriculture"))
    }
    return TableAttack(unknownCount: cells.count, equations: byRing + byPart)
  }

  @Test func runsForThePublicAndPrivateOnesAreVerified() throws {
    try withTemporaryFolder { folder in
      let sources = try Self.sources(in: folder)
      for more in [[], ["--private"], ["--published-sources"]] {
        let output = folder.appendingPathComponent("out\(more.first ?? "")").path
        _ = try Self.run(["assess", sources, "--output", output] + more + Self.outlines)
        let result = try Self.run(["verify", output])
        #expect(result.standardOutput.hasSuffix("verified\n"), "\(result.standardError)")
      }
      let output = folder.appendingPathComponent("zones").path
      _ = try Self.run(["zone", sources, "--public", "--output", output] + Self.outlines)
      let result = try Self.run(["verify", output])
      #expect(result.standardOutput.hasSuffix("verified\n"), "\(result.standardError)")
    }
  }

  @Test func publishedSourcesAreNotHeldBack() throws {
    try withTemporaryFolder { folder in
      let sources = try Self.sources(in: folder)
      let run = try Self.run(
        ["assess", sources, "--published-sources", "--format", "json"] + Self.outlines)
      let rows = try Self.rows(Data(run.standardOutput.utf8))
      #expect(
        Self.emission(rows[Row(ring: "0-250", slice: "agriculture")], 2019) != nil)
      #expect(!run.standardOutput.contains("withheld"))
    }
  }

  @Test func aPublicDatasetOfZonesHasNoFigureOfFewFarms() throws {
    try withTemporaryFolder { folder in
      let sources = try Self.sources(in: folder)
      let output = folder.appendingPathComponent("zones")
      let run = try Self.run(
        ["zone", sources, "--public", "--format", "csv", "--output", output.path]
          + Self.outlines)
      #expect(run.standardOutput.contains("57,0-250,agriculture.housing,NH3,2019,,\n"))
      #expect(run.standardOutput.contains("57,500-1000,agriculture.housing,NH3,2019,30,"))
      // Six farms of their own, withheld since an assessment shows the totals.
      #expect(run.standardOutput.contains("57,250-500,agriculture.housing,NH3,2019,,\n"))
      let names = try FileManager.default.contentsOfDirectory(atPath: output.path).sorted()
      #expect(names == ["datapackage.json", "manifest.json", "zone-emissions.csv"])
      let table = try String(
        contentsOf: output.appendingPathComponent("zone-emissions.csv"), encoding: .utf8)
      #expect(table.contains("57,0-250,agriculture,housing,NH3,2019,,,,made,final\n"))
      let package = try String(
        contentsOf: output.appendingPathComponent("datapackage.json"), encoding: .utf8)
      #expect(package.contains(#""stikstof:disclosure": "published""#))
      #expect(try Self.run(["validate", output.path]).exitCode == 0)
    }
  }

  /// Six barns at one place are one farm's, whatever they are called.
  @Test func rowsAtOnePlaceCountAsOneFarm() throws {
    try withTemporaryFolder { folder in
      var lines = ["id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage"]
      for number in 0..<6 {
        lines.append("barn\(number),99900,400500,agriculture.housing,NH3,2019,100,made")
        lines.append("farm\(number),99600,40050\(number),agriculture.housing,NH3,2019,100,made")
      }
      let file = folder.appendingPathComponent("farms.csv")
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      let output = folder.appendingPathComponent("zones")
      _ = try Self.run(["zone", file.path, "--output", output.path] + Self.outlines)
      let table = try String(
        contentsOf: output.appendingPathComponent("zone-emissions.csv"), encoding: .utf8)
      #expect(table.contains("57,0-250,agriculture,housing,NH3,2019,6,1,600.0,"))
      #expect(table.contains("57,250-500,agriculture,housing,NH3,2019,6,6,600.0,"))
    }
  }

  /// Without a count nothing protected is shown; whether it is protected, the data package says.
  @Test func theDataPackageSaysWhatIsProtected() throws {
    try withTemporaryFolder { folder in
      let source = FixturePaths.packageRoot.appendingPathComponent("Fixtures/provinces/utrecht")
      let dataset = folder.appendingPathComponent("utrecht")
      try FileManager.default.copyItem(at: source, to: dataset)
      let package = dataset.appendingPathComponent("datapackage.yaml")
      let text = try String(contentsOf: package, encoding: .utf8)
      let before = try Self.run(["assess", dataset.path, "--format", "json"])
      #expect(!before.standardOutput.contains(#""withheld": true"#))
      try Data((text + "stikstof:disclosure: protected\n").utf8).write(to: package)
      let after = try Self.run(["assess", dataset.path, "--format", "json"])
      #expect(after.standardOutput.contains(#""withheld": true"#))
      try Data((text + "stikstof:disclosure: secret\n").utf8).write(to: package)
      let wrong = try CommandRunner.run(["validate", dataset.path])
      #expect(wrong.exitCode == 2)
      #expect(wrong.standardError.contains("'secret'"), "\(wrong.standardError)")
      #expect(wrong.standardError.contains("published or protected"), "\(wrong.standardError)")
    }
  }

  @Test(arguments: [
    (["--study", "250..500:250"], "pairs and studies of sources are not for publication"),
    (["--pairs", "pairs.csv"], "pairs and studies of sources are not for publication"),
    ([], "--public leaves out totals"),
  ])
  func whatCannotBePublicIsRefused(more: [String], message: String) throws {
    let run = try CommandRunner.run(
      ["zone", "Fixtures/zones/by-hand/sources.csv", "--public"] + more
        + Self.outlines.prefix(2))
    #expect(run.exitCode == 64)
    #expect(run.standardError.contains(message), "\(run.standardError)")
  }

  @Test func aComparisonHoldsBackWhatAnAssessmentDoes() throws {
    try withTemporaryFolder { folder in
      let sources = try Self.sources(in: folder)
      var releases: [String] = []
      for release in ["old", "new"] {
        let path = folder.appendingPathComponent(release)
        _ = try Self.run(
          ["zone", sources, "--output", path.path, "--name", "zones"] + Self.outlines)
        releases.append(path.path)
      }
      let table = URL(fileURLWithPath: releases[1]).appendingPathComponent("zone-emissions.csv")
      let text = try String(contentsOf: table, encoding: .utf8)
      try Data(
        text.replacing(",made,", with: ",made again,").replacing(".", with: "9.").utf8
      ).write(to: table)
      let run = try Self.run(["compare"] + releases + ["--format", "csv"])
      let whole = try Self.run(["compare"] + releases + ["--format", "csv", "--private"])
      func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { $0.contains("0-250") && $0.contains("agriculture") }
      }
      let known = lines(whole.standardOutput)
      #expect(!known.isEmpty)
      #expect(lines(run.standardOutput) != known)
      let kilograms = known.flatMap { $0.split(separator: ",") }
        .filter { $0.count > 8 && Double($0) != nil }
      #expect(!kilograms.isEmpty)
      for number in kilograms { #expect(!run.standardOutput.contains(number)) }
    }
  }
}
