// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
public import NitrogenReports

/// A result in the form of the Integrated Assessment Modeling Consortium: a row for each model, scenario,
/// region and variable, the years side by side.
///
/// Variables are `Emissions|NH3|Agriculture|Housing` and the like, in `kt/yr`, which unit tools convert; NOx
/// counts as NO2. What the source states is the scenario `History`, and what is scaled by a national index a
/// scenario of its own. Each projection is a scenario with its median and one for each quantile, so that the
/// variables below a variable stay parts of it. A year that is not known in full has no figure.
public struct IAMCTable {
  /// The unit of all figures.
  public static let unit = "kt/yr"

  /// A row.
  struct Row {
    var model: String
    let source: String
    let scenario: String
    let region: String
    let variable: String
    let values: [Int: Double]

    var key: [String] { [scenario, region, variable] }
  }

  let rows: [Row]

  /// Puts a result in rows.
  ///
  /// - Parameters:
  ///   - result: what the assessment found.
  ///   - run: what the run knows about itself.
  public init(_ result: AssessmentResult, run: RunRecord) {
    let model = "\(run.tool.name) \(run.tool.version)"
    var rows: [Row] = []
    for assessment in result.assessments where assessment.territory.ring == nil {
      rows += Self.rows(of: assessment, in: result, model: model)
    }
    // A territory in several datasets or boundaries has a model for each, since a row must be unique.
    let counts = Dictionary(grouping: rows.indices) { rows[$0].key }
    for same in counts.values where same.count > 1 {
      for index in same { rows[index].model += " (\(rows[index].source))" }
    }
    self.rows = rows
  }

  private static func rows(
    of assessment: Assessment, in result: AssessmentResult, model: String
  ) -> [Row] {
    let region = region(of: assessment.territory, in: result)
    let variable = variable(assessment.slice, assessment.pollutant)
    let source = [assessment.dataset, assessment.boundary.rawValue].compactMap { $0 }
      .joined(separator: ", ")
    func row(_ scenario: String, _ values: [(Int, Double?)]) -> Row? {
      let known = values.compactMap { year, value in value.map { (year, $0) } }
      guard !known.isEmpty else { return nil }
      return Row(
        model: model, source: source, scenario: scenario, region: region, variable: variable,
        values: Dictionary(known, uniquingKeysWith: { first, _ in first }))
    }
    var rows: [Row?] = [SeriesBasis.stated, .nationalIndex].map { basis in
      row(
        basis == .stated ? "History" : "History (scaled by a national index)",
        assessment.series.map(\.point).filter { $0.basis == basis }.map {
          ($0.year, $0.completeEmission?.inKilotonnes)
        })
    }
    if let baseline = assessment.baseline {
      for projection in assessment.projections {
        let name =
          projection.measureSet == .existingMeasures ? "Existing measures" : "Additional measures"
        for (position, level) in FanYear.levels.enumerated() {
          // The highest reduction is the lowest emission.
          let quantile = 1 - level
          let label = level == 0.5 ? name : "\(name) (quantile \(Self.text(quantile)))"
          rows.append(
            row(
              label,
              projection.fan.map {
                ($0.year, baseline.ceiling(for: $0.reductions[position]).inKilotonnes)
              }))
        }
      }
    }
    return rows.compactMap { $0 }
  }

  /// A quantile without the noise of the subtraction it comes from.
  private static func text(_ quantile: Double) -> String {
    PlainNumber.text((quantile * 1e6).rounded() / 1e6)
  }

  private static func region(of territory: Territory, in result: AssessmentResult) -> String {
    let nation = "Netherlands"
    let name = plain(result.name(of: territory))
    return switch territory {
    case .nation: nation
    case .province: "\(nation)|\(name)"
    case .municipality: "\(nation)|Municipality|\(name)"
    case .area(let code), .ring(let code, _): "\(nation)|Natura 2000|\(code) \(name)"
    }
  }

  private static func variable(_ slice: SectorSlice, _ pollutant: Pollutant) -> String {
    let sector =
      switch slice.sector {
      case .agriculture: "Agriculture"
      case .industry: "Industry"
      case .mobility: "Transportation"
      case .other: "Other"
      }
    let part: String? =
      switch slice.part {
      case .housing: "Housing"
      case .storage: "Storage"
      case .grazing: "Grazing"
      case .field: "Field"
      case nil: nil
      }
    return (["Emissions", pollutant.label, sector] + (part.map { [$0] } ?? []))
      .joined(separator: "|")
  }

  /// A name without what parts the levels of a region.
  private static func plain(_ name: String) -> String {
    String(name.map { $0 == "|" || $0.isNewline ? " " : $0 })
  }

  /// The rows as a table, for CSV.
  public var table: DataTable {
    let years = Set(rows.flatMap(\.values.keys)).sorted()
    let columns =
      ["Model", "Scenario", "Region", "Variable", "Unit"].map { DataTable.Column($0, title: $0) }
      + years.map { DataTable.Column("\($0)", title: "\($0)", .number(decimals: 3)) }
    return DataTable(
      name: "iamc", title: "IAMC", columns: columns,
      rows: rows.map { row in
        [
          .text(row.model), .text(row.scenario), .text(row.region), .text(row.variable),
          .text(Self.unit),
        ] + years.map { .init(row.values[$0]) }
      })
  }

  /// The file.
  public var bytes: [UInt8] { table.csv(.english, withheld: "") }
}
