// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `stikstof fit`: many stations in a run, modelled series, pictures, streams and exit codes.
@Suite struct FitRunTests {
  static let accepted = "Fixtures/refusals/accepted.csv"
  static let network = "Fixtures/measurements/lml-nh3-no2"

  @Test(arguments: ["json", "csv", "text"])
  func theOrderOfFilesChangesNoByte(format: String) throws {
    try withTemporaryFolder { folder in
      let files = try ["west", "east", "north"].enumerated().map { index, station in
        try MadeSeries.write(
          MadeSeries.table(station: station, slope: -0.02, seed: index + 1), "\(station).csv",
          in: folder)
      }
      func run(_ files: [String]) throws -> String {
        try CommandRunner.run(["fit"] + files + ["--format", format, "--bootstrap", "100"])
          .standardOutput
      }
      let one = try run(files)
      #expect(try one == run(files.reversed()))
      #expect(try one == run([files[1], files[0], files[2]]))
      let places = ["east", "north", "west"].compactMap { station in
        one.range(of: format == "json" ? "\"\(station)\"" : "\n\(station)")?.lowerBound
      }
      #expect(places.count == 3)
      #expect(places == places.sorted())
    }
  }

  @Test func aSeriesThatStandsInTwoFilesIsCountedOnce() throws {
    try withTemporaryFolder { folder in
      let table = MadeSeries.table(station: "made", slope: -0.02)
      let files = try ["a.csv", "b.csv"].map { try MadeSeries.write(table, $0, in: folder) }
      let run = try CommandRunner.run(["fit"] + files.reversed() + ["--format", "csv"])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "\(files[1]): error: the series made value stands in '\(files[0])' already; "
          + "give it once\n")
      let rows = run.standardOutput.split(separator: "\n")
      #expect(rows.filter { $0.contains(",coef_x,") }.count == 1)
    }
  }

  @Test func aFileThatCannotBeReadLeavesTheOthersFitted() throws {
    let run = try CommandRunner.run(["fit", Self.accepted, "Fixtures/none.csv"])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "Fixtures/none.csv: error: no such file or folder; expected a CSV file or the folder of "
        + "a dataset\n")
    #expect(run.standardOutput.contains("\nmade-1 "))
  }

  @Test func aStationThatIsNotThereIsSaidSo() throws {
    let run = try CommandRunner.run(["fit", Self.accepted, "--only", "NL10131"])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "stikstof: error: there is no series to fit among the 1 read; see --only and "
        + "--quantity\n")
  }

  @Test func theTextHoldsOneLineAStation() throws {
    let run = try CommandRunner.run(["fit", Self.network, "--quantity", "NH3"])
    #expect(run.exitCode == 0)
    let table = run.standardOutput.components(separatedBy: "\nPooled slopes")[0]
    let lines = table.split(separator: "\n").filter { $0.hasPrefix("NL") }
    #expect(lines.count == 8)
    #expect(Set(lines.map { $0.prefix(7) }).count == 8)
    for refused in ["NL10235", "NL10722"] {
      #expect(
        run.standardOutput.contains(
          "  refused  \(refused) NH3: values in 3 calendar years, expected at least 4 (tooShort)\n")
      )
    }
    #expect(
      run.standardOutput.contains(
        "  no tests  NL10243 NH3: month 4 has 1 value, each month needs at least 2 (seasonMissing)\n"
      )
    )
  }

  @Test func aTargetIsShownWithTheDigitsItWasGiven() throws {
    let run = try CommandRunner.run([
      "fit", Self.network, "--quantity", "NH3", "--target", "2030:0.2345",
    ])
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.contains(" 2030: 23.45 %\n"))
    #expect(run.standardOutput.contains("; 23.45 % by 2030 detectable from "))
    #expect(!run.standardOutput.contains("23.5 %"))
  }

  // MARK: - Modelled

  @Test(arguments: [(-0.02, "agrees"), (0.03, "disagrees")])
  func measuredAndModelledTrendsAreCompared(modelled: Double, verdict: String) throws {
    try withTemporaryFolder { folder in
      let measured = try MadeSeries.write(
        MadeSeries.table(station: "made", slope: -0.02), "measured.csv", in: folder)
      let model = try MadeSeries.write(
        MadeSeries.table(station: "made", slope: modelled, wiggle: 0.05, seed: 9), "model.csv",
        in: folder)
      let series = try FitCommand.only([measured, "--modelled", model])
      #expect(series.text("agreement") == verdict)
      #expect(series["comparisonRefusal"] is NSNull)
      #expect(try series.require("model_n") == 240)
      #expect(try series.require("model_FAC2") > 0.9)
    }
  }

  /// A slope known to 5 % a year cannot agree within 1 % a year, even with itself.
  @Test func aNoisySeriesCannotTell() throws {
    let series = try FitCommand.only([
      Self.network, "--only", "NL10131", "--quantity", "NH3", "--modelled", Self.network,
    ])
    #expect(series.text("agreement") == "cannotTell")
    #expect(try series.require("model_r") == 1)
    #expect(try series.require("model_NMB") == 0)
  }

  @Test func withoutAModelledSeriesThereIsNoVerdict() throws {
    #expect(try FitCommand.only([Self.accepted])["agreement"] is NSNull)
    let run = try CommandRunner.run(["fit", Self.accepted, "--modelled", "Fixtures/none.csv"])
    #expect(run.exitCode == 2)
    #expect(run.standardOutput.isEmpty)
    #expect(
      run.standardError.hasSuffix("\nstikstof: error: the modelled series cannot be read\n"))
  }

  // MARK: - Pictures

  @Test func thePictureShowsEveryFittedStation() throws {
    let words = try Self.picture([Self.network, "--quantity", "NH3"])
    for station in [
      "NL10131", "NL10243", "NL10244", "NL10444", "NL10538", "NL10633", "NL10738", "NL10929",
    ] {
      #expect(words.contains { $0.hasPrefix("\(station) NH3") }, "\(station)")
    }
    #expect(!words.contains { $0.contains("NL10722") })
  }

  @Test func aPictureOfTooManySeriesSaysHowManyAreLeftOut() throws {
    let network = try FitCommand.series([Self.network, "--quantity", "NO2", "--no-tests"])
    let fitted = network.filter { $0["converged"] as? Bool == true }.count
    let words = try Self.picture([Self.network, "--quantity", "NO2", "--no-tests"])
    #expect(words.filter { $0.hasPrefix("NL") }.count == 40)
    #expect(
      words.contains("\(fitted - 40) more series are fitted and not drawn: choose with --only"))
  }

  @Test func namesWithMarksOfXMLAreEscaped() throws {
    try withTemporaryFolder { folder in
      let file = try MadeSeries.write(
        MadeSeries.table(station: "a<b>&c", slope: -0.02), "made.csv", in: folder)
      #expect(try Self.picture([file]).contains { $0.hasPrefix("a<b>&c value") })
    }
  }

  @Test func aPictureThatCannotBeWrittenIsExitCode2() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("notes.txt")
      try Data("mine".utf8).write(to: file)
      let run = try CommandRunner.run(["fit", Self.accepted, "--plot", file.path + "/fit.svg"])
      #expect(run.exitCode == 2)
      #expect(run.standardOutput.contains("\nmade-1 "))
      #expect(
        run.standardError
          == "stikstof: error: cannot write '\(file.path)/fit.svg': there is no folder "
          + "'\(file.path)'; nothing that stood there before was changed\n")
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    }
  }

  /// The texts of the picture of a run, which must be well-formed XML.
  static func picture(_ arguments: [String]) throws -> [String] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("fit.svg")
      let run = try CommandRunner.run(["fit"] + arguments + ["--plot", file.path])
      try #require(run.exitCode == 0, "\(run.standardError)")
      let data = try Data(contentsOf: file)
      #expect(FitCommand.notFinite(String(decoding: data, as: UTF8.self)).isEmpty)
      let texts = PictureTexts()
      let parser = XMLParser(data: data)
      parser.delegate = texts
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      return texts.found
    }
  }
}

/// The texts of an SVG document.
private final class PictureTexts: NSObject, XMLParserDelegate {
  private(set) var found: [String] = []
  private var isText = false

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
  ) {
    isText = elementName == "text"
    if isText { found.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isText { found[found.count - 1] += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    isText = false
  }
}
