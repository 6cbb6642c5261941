// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenPages
import NitrogenReports
import NitrogenRuns
import NitrogenTestSupport
import NitrogenWords

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Content of reports made of fixtures, by the way the program makes it.
enum SamplePages {
  /// The content of datasets under `Fixtures`.
  static func content(_ folders: String..., assume: [String] = []) throws -> ReportContent {
    let asked = SettingRequest(areasFolder: FixturePaths.areas.path, assumptions: assume)
    let read = try RunSetting.read(asked)
    guard let setting = read.setting else { throw Unusable(diagnostics: read.diagnostics) }
    let paths = folders.map { FixturePaths.fixtures.appendingPathComponent($0).path }
    let request = AssessmentRequest(
      arguments: paths, options: AssessmentOptions(), setting: asked)
    let run = try AssessmentRun(
      try RunInputs.read(paths, setting: setting), setting: setting, request: request)
    let areas = Set(run.result.assessments.compactMap(\.territory.area)).sorted()
    return ReportContent(result: run.result.published(), record: run.record, areas: areas)
  }

  struct Unusable: Error {
    let diagnostics: [Diagnostic]
  }

  /// The same content with every area under another name.
  static func renamed(_ content: ReportContent, _ name: String) -> ReportContent {
    let result = content.result
    let old = result.reference
    let areas = old.catalogue.areas.map { area in
      Area(
        code: area.code, name: name, directive: area.directive, provinces: [name],
        surface: area.surface, representativePoint: area.representativePoint,
        nitrogenSensitive: area.nitrogenSensitive, inDepositionMonitor: area.inDepositionMonitor,
        origin: area.origin)
    }
    let reference = ReferenceData(
      catalogue: AreaCatalogue(
        areas: areas, aliases: old.catalogue.aliases, provinces: old.catalogue.provinces),
      boundaries: old.boundaries, inventory: old.inventory, factors: old.factors,
      context: old.context, provinceShapes: old.provinceShapes, files: old.files)
    var changed = content
    changed.result = AssessmentResult(
      options: result.options, policy: result.policy, reference: reference,
      datasets: result.datasets.map { dataset in
        DatasetSummary(
          name: dataset.name, title: name, folder: dataset.folder, grade: dataset.grade,
          rows: dataset.rows, unknownCells: dataset.unknownCells, areas: dataset.areas)
      }, assessments: result.assessments, joint: result.joint, closure: result.closure,
      unresolved: result.unresolved, findings: result.findings,
      names: result.names.mapValues { _ in name }, national: result.national,
      measures: result.measures)
    return changed
  }
}

/// What a page is made of, read as XML.
final class PageOutline: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var texts: [String] = []
  private(set) var problem: String?

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem =
        "line \(parser.lineNumber), column \(parser.columnNumber): \(parser.parserError.debugDescription)"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String]
  ) {
    elements.append((elementName, attributeDict))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { texts.append(string) }

  /// All anchors.
  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  /// All text, in order.
  var text: String { texts.joined() }

  /// The values of an attribute wherever it stands.
  func values(_ attribute: String) -> [String] {
    elements.compactMap { $0.attributes[attribute] }
  }
}
