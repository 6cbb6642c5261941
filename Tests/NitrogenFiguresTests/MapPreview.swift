import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenFigures
import NitrogenGeography
import NitrogenRuns
import NitrogenTestSupport
import NitrogenWords
import Testing

@Suite struct MapPreview {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MAP_PREVIEW"] != nil)) func preview() throws {
    let out = try #require(ProcessInfo.processInfo.environment["MAP_PREVIEW"])
    let setting = try #require(
      try RunSetting.read(SettingRequest(areasFolder: DataRoot.path("Areas"))).setting)
    let inputs = try RunInputs.read([DataRoot.path("Fixtures/provinces")], setting: setting)
    let run = try AssessmentRun(inputs, setting: setting, request: AssessmentRequest(arguments: [], options: AssessmentOptions(), setting: SettingRequest()))
    let outlines = OutlineReader.read(
      "/work/shared/data/natura2000_areas_rd.geojson", catalogue: setting.reference.catalogue).value
    var density: SourceDensity?
    if ProcessInfo.processInfo.environment["MAP_DENSITY"] != nil {
      density = Self.made()
    }
    for language in Language.allCases {
      let narrator = Narrator(run.result, words: Words(language))
      for set in [nil, outlines] {
        let kind = set == nil ? "plain" : "outlined"
        let nation = NationalMap.make(outlines: set, narrator: narrator) { "area-\($0).html" }
        try nation?.svg.write(toFile: "\(out)/nation-\(kind)-\(language.rawValue).svg", atomically: true, encoding: .utf8)
        for code in [57, 64, 139, 118, 1, 164, 7] {
          let figure = AreaMap.make(
            AreaCode(rawValue: code), outlines: set, density: density, narrator: narrator)
          try figure?.svg.write(toFile: "\(out)/area-\(code)-\(kind)-\(language.rawValue).svg", atomically: true, encoding: .utf8)
        }
      }
    }
  }

  static func made() -> SourceDensity {
    var layers: [SourceDensity.Topic: [SourceDensity.Cell]] = [:]
    var random = SplitMix64(seed: 3)
    for sector in [Sector.agriculture, .industry, .mobility] {
      var cells: [SourceDensity.Cell] = []
      for row in 150..<310 {
        for column in 0..<140 {
          let draw = Double.random(in: 0..<1, using: &random)
          let isThere = sector == .agriculture ? draw < 0.8 : draw < 0.25
          guard isThere else { continue }
          let few = Double.random(in: 0..<1, using: &random) < 0.25
          let value = 50 / (Double.random(in: 0.01..<1, using: &random))
          cells.append(.init(x: Double(column) * 2000, y: Double(row) * 2000, value: few ? .withheld : .density(value)))
        }
      }
      layers[.init(sector: sector, pollutant: sector == .agriculture ? .nh3 : .nox, year: 2021)] = cells
    }
    return SourceDensity(cellSize: 2000, minimum: 5, layers: layers)
  }
}

enum DataRoot {
  static func path(_ name: String) -> String { FixturePaths.packageRoot.appendingPathComponent(name).path }
}
