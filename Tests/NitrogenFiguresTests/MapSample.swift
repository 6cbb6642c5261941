// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenGeography
import NitrogenReports
import NitrogenRuns
import NitrogenTestSupport
import NitrogenWords
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A real result for maps, and what tests look for in pictures.
enum MapSample {
  static let veluwe = AreaCode(rawValue: 57)

  /// Gelderland, assessed.
  static let result: AssessmentResult? = {
    let areas = SettingRequest(areasFolder: FixturePaths.areas.path)
    guard let setting = try? RunSetting.read(areas).setting,
      let inputs = try? RunInputs.read(
        [FixturePaths.fixtures.appendingPathComponent("provinces/gelderland").path],
        setting: setting),
      let run = try? AssessmentRun(
        inputs, setting: setting,
        request: AssessmentRequest(arguments: [], options: AssessmentOptions(), setting: areas))
    else { return nil }
    return run.result
  }()

  static func narrator(_ language: Language = .english) throws -> Narrator {
    Narrator(try #require(result), words: Words(language))
  }

  /// The same result with another name for an area.
  static func narrator(naming area: AreaCode, _ name: String) throws -> Narrator {
    let result = try #require(result)
    let old = result.reference
    let areas = old.catalogue.areas.map { entry in
      entry.code != area
        ? entry
        : Area(
          code: area, name: name, directive: entry.directive, provinces: entry.provinces,
          surface: entry.surface, representativePoint: entry.representativePoint,
          nitrogenSensitive: entry.nitrogenSensitive,
          inDepositionMonitor: entry.inDepositionMonitor, origin: entry.origin)
    }
    let reference = ReferenceData(
      catalogue: AreaCatalogue(
        areas: areas, aliases: old.catalogue.aliases, provinces: old.catalogue.provinces),
      boundaries: old.boundaries, inventory: old.inventory, factors: old.factors,
      context: old.context, provinceShapes: old.provinceShapes, files: old.files)
    return Narrator(
      AssessmentResult(
        options: result.options, policy: result.policy, reference: reference,
        datasets: result.datasets, assessments: result.assessments, closure: result.closure,
        unresolved: result.unresolved, findings: result.findings, names: result.names),
      words: Words(.english))
  }

  /// A square of 10 km around the middle of the Veluwe, and another area east of it.
  static func outlines() throws -> OutlineSet {
    func square(_ x: Double, _ y: Double, _ side: Double) throws -> Outline {
      try Outline(parts: [
        Outline.Part(exterior: [
          RDPoint(x: x, y: y), RDPoint(x: x + side, y: y), RDPoint(x: x + side, y: y + side),
          RDPoint(x: x, y: y + side), RDPoint(x: x, y: y),
        ])
      ])
    }
    return try OutlineSet([
      (veluwe, try square(180_000, 460_000, 10_000)),
      (AreaCode(rawValue: 58), try square(190_600, 464_000, 400)),
    ])
  }

  /// Whether a text is well-formed XML.
  static func isWellFormed(_ svg: String) -> Bool { XMLParser(data: Data(svg.utf8)).parse() }

  /// Everything a figure tells.
  static func texts(_ figure: Figure) -> String {
    let cells = figure.table.rows.flatMap { $0 }.map { "\($0)" }
    return ([figure.title, figure.alternative, figure.svg] + cells).joined(separator: "\n")
  }
}
