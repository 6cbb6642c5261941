// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenRuns

/// `stikstof explain`: one figure back to its rows, its formula and a line of policy.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lead one figure back to its rows, its formula and its lines of policy.",
    discussion: """
      Without a territory it is the nation. Example: \
      stikstof explain Fixtures/provinces/gelderland --area 57 --ring 0-250
      """)

  @Argument(help: "Folders of datasets.")
  var inputs: [String]

  @Option(help: ArgumentHelp("An area by number or name.", valueName: "number|name"))
  var area: String?

  @Option(help: ArgumentHelp("A ring around the area, such as inside or 0-250.", valueName: "ring"))
  var ring: String?

  @Option(help: ArgumentHelp("A province or municipality by code.", valueName: "code"))
  var territory: String?

  @Option(help: "The sector.")
  var sector: Sector = .agriculture

  @Option(help: "A part of the sector: housing, storage, grazing or field.")
  var part: SectorPart?

  @Option(help: ArgumentHelp("NH3 or NOx; else the one the sector has a target for."))
  var pollutant: Pollutant?

  @Option(help: ArgumentHelp("Only the verdict of this target year.", valueName: "year"))
  var target: Int?

  @Option(help: ArgumentHelp("The latest emission year that counts.", valueName: "year"))
  var asOf: Int?

  @Option(help: ArgumentHelp("The sector boundary, as for assess.", valueName: "id"))
  var boundary: String?

  @OptionGroup var setting: SettingOptions

  func validate() throws {
    if ring != nil && area == nil { throw ValidationError("--ring needs --area.") }
    if let ring, Ring(label: ring) == nil {
      throw ValidationError(
        "--ring takes inside or two distances in m as in 0-250, found '\(ring)'.")
    }
    if area != nil && territory != nil {
      throw ValidationError("--area and --territory exclude each other.")
    }
  }

  func run() throws {
    try running {
      let setting = try RunSetting.readOrExit(self.setting.request)
      let inputs = try RunInputs.read(self.inputs, reference: setting.reference)
      Console.print(inputs.diagnostics)
      let run = try AssessmentRun(
        inputs, setting: setting,
        options: AssessmentOptions(
          asOf: asOf, boundary: boundary.map { BoundaryID(rawValue: $0) }),
        request: self.setting.request)
      let pollutant = self.pollutant ?? (sector == .mobility ? .nox : .nh3)
      let wanted = try territories(in: setting.reference.catalogue)
      let found = run.result.assessments.filter {
        wanted.contains($0.territory) && $0.slice == SectorSlice(sector, part)
          && $0.pollutant == pollutant
      }
      guard !found.isEmpty else {
        Console.note(
          "\(Tool.name): error: nothing about \(sector.rawValue) \(pollutant.label) there: "
            + "the inputs have \(available(in: run.result))")
        throw Outcome.unusable
      }
      let texts = found.map {
        Explanation($0, in: run.result, datasets: inputs.datasets).text(target: target)
      }
      Console.print(result: texts.joined(separator: "\n"))
      if !inputs.failed.isEmpty { throw Outcome.unusable }
    }
  }

  private func territories(in catalogue: AreaCatalogue) throws -> Set<Territory> {
    if let area {
      let areas = catalogue.areas(named: area)
      guard !areas.isEmpty else {
        Console.note(
          "\(Tool.name): error: no area '\(area)': expected a number or a name as in "
            + "'\(Tool.name) areas list'")
        throw Outcome.unusable
      }
      let ring = ring.flatMap { Ring(label: $0) }
      return Set(
        areas.map { area in
          ring.map { Territory.ring(area.code, $0) } ?? Territory.area(area.code)
        })
    }
    if let territory {
      return [.province(code: territory), .municipality(code: territory)]
    }
    return [.nation]
  }

  private func available(in result: AssessmentResult) -> String {
    let territories = Set(result.assessments.map(\.territory))
    let areas = territories.compactMap { territory -> Int? in
      if case .area(let code) = territory { code.rawValue } else { nil }
    }.sorted()
    let codes = territories.compactMap(\.code).sorted()
    var pieces = ["the nation"]
    if !codes.isEmpty { pieces.append("territories \(codes.joined(separator: ", "))") }
    if !areas.isEmpty {
      pieces.append("areas \(areas.map(String.init).joined(separator: ", "))")
    }
    return pieces.joined(separator: "; ")
  }
}
