// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenReports
import NitrogenRuns

/// `stikstof explain`: one figure back to its rows, its formula and a line of policy.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lead one figure back to its rows, its formula and its lines of policy.",
    discussion: """
      Without --area or --territory it is the nation. Each line names a file and a line in it, or a \
      key of policy with the document, chapter and line it comes from.

      Example: stikstof explain Fixtures/provinces/gelderland --area 57 --ring 0-250
      """)

  @Argument(help: "Folders of datasets.")
  var inputs: [String]

  @Option(help: ArgumentHelp("An area by number or name.", valueName: "number|name"))
  var area: String?

  @Option(help: ArgumentHelp("A ring around the area, such as inside or 0-250.", valueName: "ring"))
  var ring: String?

  @Option(
    help: ArgumentHelp("A province or municipality by code or name.", valueName: "code|name"))
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

  @Option(
    help: ArgumentHelp(
      "Also draw history, path and fan of the years ahead, as SVG.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var plot: String?

  @OptionGroup(title: "Probability") var projection: ProjectionOptions

  @OptionGroup(title: "Policy") var setting: SettingOptions

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
      let request = projection.adding(to: self.setting.request)
      let setting = try RunSetting.readOrExit(request)
      let inputs = try RunInputs.read(self.inputs, setting: setting)
      Console.print(inputs.diagnostics)
      var asked = AssessmentRequest(
        arguments: self.inputs,
        options: AssessmentOptions(
          asOf: asOf, boundary: boundary.map { BoundaryID(rawValue: $0) },
          draws: projection.draws, seed: projection.seed),
        setting: request)
      // It leads a number back to its rows, for whoever holds them.
      asked.isPrivate = true
      let run = try AssessmentRun(inputs, setting: setting, request: asked)
      let pollutant = self.pollutant ?? (sector == .mobility ? .nox : .nh3)
      let wanted = try territories(in: run.result)
      let found = run.result.assessments.filter {
        wanted.contains($0.territory) && $0.slice == SectorSlice(sector, part)
          && $0.pollutant == pollutant
      }
      guard !found.isEmpty else {
        Console.note(
          "\(Tool.name): error: "
            + nothingFound(wanted, pollutant: pollutant, in: run.result))
        throw Outcome.unusable
      }
      if let target, !found.contains(where: { $0.verdict(for: target) != nil }) {
        let years = Set(found.flatMap { $0.targets.map(\.year) }).sorted().map { String($0) }
        Console.note(
          "\(Tool.name): error: no target \(target) for \(sector.rawValue) \(pollutant.label): "
            + (years.isEmpty ? "policy has none" : "policy has \(years.joined(separator: ", "))"))
        throw Outcome.unusable
      }
      if found.contains(where: \.isProtected) { Console.note(Assess.privateNote) }
      let texts = found.map {
        Explanation($0, in: run.result, datasets: inputs.datasets).text(target: target)
      }
      Console.print(result: texts.joined(separator: "\n"))
      if let plot { try draw(found, of: run.result, to: plot) }
      if !inputs.failed.isEmpty { throw Outcome.unusable }
    }
  }

  private func draw(
    _ found: [Assessment], of result: AssessmentResult, to path: String
  ) throws {
    guard found.contains(where: { !$0.projections.isEmpty }) else {
      let reason = found.compactMap(\.noProjection).first?.sentence ?? "no target applies"
      Console.note("\(Tool.name): error: there is no fan to draw: \(reason)")
      throw Outcome.unusable
    }
    try OutputFile.check([path], inputs: inputs)
    try OutputFile.write(FanPlot.svg(found, of: result), to: path)
    Console.note("wrote \(path)")
  }

  private func territories(in result: AssessmentResult) throws -> Set<Territory> {
    if let area {
      let areas = result.reference.catalogue.areas(named: area)
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
      let wanted = territory.lowercased()
      let named = result.names.filter { $0.value.lowercased() == wanted }.map(\.key)
      return Set([.province(code: territory), .municipality(code: territory)] + named)
    }
    return [.nation]
  }

  /// What of the question the inputs do not have.
  private func nothingFound(
    _ wanted: Set<Territory>, pollutant: Pollutant, in result: AssessmentResult
  ) -> String {
    let rows = result.assessments.filter { wanted.contains($0.territory) }
    let subject = "\(SectorSlice(sector, part).label) \(pollutant.label)"
    guard rows.isEmpty else {
      let subjects = Set(rows.map { "\($0.slice.label) \($0.pollutant.label)" }).sorted()
      return "nothing about \(subject) there: the inputs have \(subjects.joined(separator: ", "))"
    }
    if ring != nil {
      let areas = Set(wanted.compactMap(\.area))
      let rings = Set(
        result.assessments.compactMap { row in
          row.territory.area.flatMap { areas.contains($0) ? row.territory.ring : nil }
        }
      ).sorted()
      if !rings.isEmpty {
        return "no ring '\(ring ?? "")' there: the inputs have "
          + rings.map(\.label).joined(separator: ", ")
      }
    }
    if let area = wanted.compactMap(\.area).first,
      let province = result.provinces(of: .area(area)).first
    {
      return "nothing about area \(area) in the inputs, which have \(available(in: result)); "
        + "its figures are summed under \(province)"
    }
    return "nothing about \(subject) there: the inputs have \(available(in: result))"
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
