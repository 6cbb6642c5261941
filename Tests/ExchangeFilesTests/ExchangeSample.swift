// SPDX-License-Identifier: GPL-3.0-or-later

import ExchangeFiles
import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenReports
import NitrogenRuns
import NitrogenTestSupport
import NitrogenWords
import Testing

/// A real province with measures beside it, assessed once for all tests.
enum ExchangeSample {
  static let run = Result { () throws -> AssessmentRun in
    let request = SettingRequest(areasFolder: FixturePaths.areas.path)
    let setting = try #require(try RunSetting.read(request).setting)
    let folders = ["provinces/limburg", "measures/made-overijssel"].map {
      FixturePaths.fixtures.appendingPathComponent($0).path
    }
    return try AssessmentRun(
      try RunInputs.read(folders, setting: setting), setting: setting,
      request: AssessmentRequest(
        arguments: folders, options: AssessmentOptions(draws: 200), format: .json,
        setting: request))
  }

  static func narrator(_ language: Language) throws -> Narrator {
    Narrator(try run.get().result, words: Words(language))
  }

  static func writer(_ language: Language, outlines: OutlineSet? = nil) throws -> ExchangeWriter {
    ExchangeWriter(
      try narrator(language), run: try run.get().record, outlines: outlines,
      gnfr: GNFRReader.read(areasFolder: FixturePaths.areas.path).value)
  }

  /// A square of one kilometre around the point of an area.
  static func square(around area: AreaCode) throws -> OutlineSet {
    let point = try #require(
      try narrator(.dutch).result.reference.catalogue[area]?.representativePoint)
    let ring = [(-500.0, -500.0), (500, -500), (500, 500), (-500, 500), (-500, -500)].map {
      RDPoint(x: point.x + $0.0, y: point.y + $0.1)
    }
    return try OutlineSet([(area, try Outline(parts: [Outline.Part(exterior: ring)]))])
  }
}
