// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct EmbeddedMeasurementsTests {
  /// What a folder of `Fixtures/measurements` holds, the areas checked against the catalogue.
  static func read(_ name: String) throws -> MeasurementSet {
    var options = MeasurementOptions()
    options.catalogue = try DataFixtures.requireReference().catalogue
    let reading = MeasurementReader.readSet(
      path: DataFixtures.path("measurements", name), options: options)
    #expect(DataFixtures.text(of: reading.diagnostics) == "")
    return try #require(reading.value)
  }

  @Test func theNationalNetworkHas10StationsOfNH3And98OfNO2() throws {
    let set = try Self.read("lml-nh3-no2")
    #expect(set.series.count { $0.quantity == .nh3 } == 10)
    #expect(set.series.count { $0.quantity == .no2 } == 98)
    #expect(set.series.allSatisfy { $0.values.count == 120 && $0.step == .month })
    #expect(set.grade == .secondHand)
    #expect(set.files.count == 4)
    let wekerom = try #require(
      set.series.first { $0.label == "NL10738 NH3" })
    #expect(wekerom.station.name == "Wekerom-Riemterdijk")
    #expect(wekerom.station.areas == [AreaCode(rawValue: 57)])
    #expect(wekerom.station.point == RDPoint(x: 177_017, y: 458_301))
    #expect(wekerom.known.count == 115)
    #expect(wekerom.annualMeans()?.known.count == 10)
  }

  @Test func valuesAreThereExactlyWhereThreeQuartersOfTheHoursAre() throws {
    for series in try Self.read("lml-nh3-no2").series {
      for value in series.values {
        #expect((value.value != nil) == (try #require(value.validFraction) >= 0.75))
      }
    }
  }

  @Test func emepLeavesMonthsWithTwoValuesOpen() throws {
    let set = try Self.read("emep-nh3")
    #expect(set.series.map(\.stationCode.rawValue) == ["Cabauw", "De Zilk", "Eibergen"])
    #expect(set.series.map(\.values.count) == [12, 132, 76])
    let open = set.series.flatMap { series in
      series.values.filter { $0.value == nil }.map { "\(series.stationCode) \($0.period)" }
    }
    #expect(open == ["De Zilk 2009-01", "Eibergen 2009-01"])
  }

  @Test func vechtstreekHasSixLocationsOfFiveYears() throws {
    let set = try Self.read("man-vechtstreek")
    #expect(set.series.map(\.known.count) == [5, 5, 5, 5, 5, 5])
    #expect(set.series.allSatisfy { $0.step == .year && $0.station.areas.isEmpty })
    #expect(set.series.first?.station.name == "Eerderveld")
  }
}

/// The embedded tables of measurements say what the source says, cell by cell.
@Suite(.enabled(if: FixturePaths.referenceData != nil, "no STIKSTOF_REFERENCE_DATA"))
struct EmbeddedMeasurementsSourceTests {
  /// The cells of a table, by row and column; no cell of these tables holds a comma in quotes.
  static func rows(_ path: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  static func source(_ name: String) throws -> [[String: String]] {
    try rows("\(try #require(FixturePaths.referenceData))/data/\(name)")
  }

  static func month(_ row: [String: String]) throws -> String {
    let month = try #require(Int(row["month"] ?? ""))
    return "\(row["year"] ?? "")-\(month < 10 ? "0" : "")\(month)"
  }

  @Test(arguments: [("nh3", "NH3"), ("no2", "NO2")])
  func theNationalNetworkIsThatOfTheSource(_ name: String, _ quantity: String) throws {
    let embedded = try Self.rows(DataFixtures.path("measurements", "lml-nh3-no2", "\(name).csv"))
    let published = try Self.source("lml_\(name)_monthly.csv")
    #expect(embedded.count == published.count)
    let byKey = Dictionary(
      uniqueKeysWithValues: published.map { ("\($0["station"] ?? "") \($0["month"] ?? "")", $0) })
    for row in embedded {
      let key = "\(row["station"] ?? "") \(try Self.month(row))"
      let source = try #require(byKey[key], "\(key)")
      #expect(row["quantity"] == quantity)
      #expect(row["value"] == source["\(name)_ug_m3"], "\(key)")
      #expect(row["valid_fraction"] == source["hours_valid_fraction"], "\(key)")
    }
  }

  @Test func stationsAreThoseOfTheList() throws {
    let list = try Self.source("lml_stations.csv")
    var listed = 0
    for station in try EmbeddedMeasurementsTests.read("lml-nh3-no2").stations {
      guard let name = station.name else {
        #expect(station.point == nil && station.areas.isEmpty)
        continue
      }
      listed += 1
      let row = try #require(list.first { $0["name"] == name }, "\(name)")
      #expect(station.point?.x == Double(row["rd_x"] ?? ""))
      #expect(station.point?.y == Double(row["rd_y"] ?? ""))
      let number = try #require(row["eu_code"]).dropFirst(4)
      #expect(station.code.rawValue.hasSuffix(number.drop { $0 == "0" }), "\(station.code)")
    }
    #expect(listed == 83)
  }

  @Test func emepIsThatOfTheSource() throws {
    let embedded = try Self.rows(DataFixtures.path("measurements", "emep-nh3", "measurements.csv"))
    let source = Dictionary(grouping: try Self.source("nh3_monthly_emep_nl.csv")) {
      "\($0["site"] ?? "") \($0["month"] ?? "")"
    }
    #expect(embedded.count == source.count)
    for row in embedded {
      let key = "\(row["station"] ?? "") \(try Self.month(row))"
      let values = try #require(source[key], "\(key)").compactMap { $0["nh3_ug_m3"] }
      #expect(row["value"] == (values.count == 1 ? values[0] : ""), "\(key)")
      #expect(
        row["note"]?.hasSuffix(values.joined(separator: " and ")) == true || values.count == 1)
    }
  }

  @Test func vechtstreekIsThatOfTheSource() throws {
    let embedded = try Self.rows(
      DataFixtures.path("measurements", "man-vechtstreek", "measurements.csv"))
    let source = try Self.source("man_vechtstreek_annual.csv").filter {
      $0["location_nr"]?.isEmpty == false
    }
    #expect(embedded.count == source.count)
    for (row, published) in zip(embedded, source) {
      #expect(row["station"] == "vechtstreek-\(published["location_nr"] ?? "")")
      #expect(row["year"] == published["year"])
      #expect(row["value"] == published["nh3_ug_m3"])
      #expect(row["note"] == "year \(published["year_alignment"] ?? "")")
    }
  }

  /// Hourly values of Luchtmeetnet, February 2020 with its 696 hours: mean and number of valid
  /// hours by a script that adds fractions.
  private static let february: [String: (mean: Double, hours: Int)] = [
    "NL49007 NO": (12.384708249496981, 497),
    "NL49007 NO2": (24.94718875502008, 498),
    "NL49561 NO": (4.624752475247525, 505),
    "NL49561 NO2": (18.38950495049505, 505),
    "NL49701 NO": (1.5411881188118812, 505),
    "NL49701 NO2": (16.060396039603962, 505),
  ]

  @Test func hoursAreAveragedToMonths() throws {
    let folder = try #require(FixturePaths.referenceData)
    let path = "\(folder)/data/lml_no_no2_hourly_2019_2020.csv"
    var options = MeasurementOptions()
    let strict = try #require(MeasurementReader.read(path: path, options: options).value)
    #expect(strict.count == 20)
    #expect(strict.allSatisfy { $0.known.isEmpty }, "no month has three quarters of its hours")
    options.completeness.ofMonth = 0.7
    let series = try #require(MeasurementReader.read(path: path, options: options).value)
    let known = series.flatMap { one in one.known.map { "\(one.label) \($0.period)" } }
    #expect(known.sorted() == Self.february.keys.map { $0 + " 2020-02" }.sorted())
    for one in series {
      guard let (mean, hours) = Self.february[one.label] else { continue }
      let value = try #require(one.known.first)
      expectClose(try #require(value.value), mean, relative: 1e-13, one.label)
      #expect(value.validFraction == Double(hours) / 696)
    }
  }
}
