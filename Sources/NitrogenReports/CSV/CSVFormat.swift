// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// A result as a table: one row for each target of each assessment, and one for each assessment
/// without a target.
///
/// Decimal point, comma, units in the header. Reductions, paths and paces are fractions, points
/// are percentage points. `emission_kg_per_yr`, `reduction` and the path are those of
/// `assessed_year`. An empty cell is unknown.
///
/// The columns of projections come last: those with existing measures, then the same with additional
/// ones, `additional_`. The correlations that policy shows beside the given one have columns of their
/// own, so their number and names are those of the policy: ``header(of:)``.
public struct CSVFormat: ResultFormat {
  /// The header line up to the columns of projections, which are the same for every policy.
  public static let header = """
    territory_kind,area,ring,code,name,provinces,sector,part,pollutant,boundary,shadow,complete,\
    baseline_year,baseline_kg_per_yr,baseline_provenance,assessed_year,emission_kg_per_yr,\
    reduction,target,target_kind,target_low,target_high,path_low,path_high,status,basis,\
    inherited,flagged,reasons,probability,gap_low_kg_per_yr,gap_high_kg_per_yr,gap_low_points,\
    gap_high_points,pace_so_far_per_yr,pace_needed_low_per_yr,pace_needed_high_per_yr,dataset,\
    grade,policy,user_assumptions,second_hand_policy
    """

  /// Makes the format.
  public init() {}

  /// The whole header line of a result.
  public static func header(of result: AssessmentResult) -> String {
    header + "," + ProjectionCells(result).header.joined(separator: ",")
  }

  /// The ending of files in this format, without a point.
  public var fileExtension: String { "csv" }

  /// Writes a result.
  ///
  /// - Parameters:
  ///   - result: what the assessment found.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  public func write(
    _ result: AssessmentResult, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    stream.write(String(decoding: bytes(result), as: UTF8.self))
  }

  /// A result as UTF-8, for callers that write bytes.
  ///
  /// - Parameter result: what the assessment found.
  /// - Returns: the bytes of the file.
  public func bytes(_ result: AssessmentResult) -> [UInt8] {
    let projections = ProjectionCells(result)
    var csv = CSVWriter(
      header: Self.header(of: result), capacity: 1_024 + 2_048 * result.assessments.count)
    var citations = CitationTable(result.policy)
    for assessment in result.assessments {
      let policy = citations.citations(of: assessment.policyKeys)
      let user = citations.userAssumptions(of: assessment.policyKeys)
      let secondHand = citations.secondHand(of: assessment.policyKeys)
      for verdict in assessment.verdicts {
        row(assessment, verdict, of: result, to: &csv)
        csv.cell(policy)
        csv.cell(user)
        csv.cell(secondHand)
        projections.write(assessment, target: verdict.target, to: &csv)
        csv.endRow()
      }
    }
    return csv.bytes
  }

  private func row(
    _ assessment: Assessment, _ verdict: Verdict, of result: AssessmentResult,
    to csv: inout CSVWriter
  ) {
    csv.cells(assessment.territory, of: result)
    csv.cell(result.provinces(of: assessment.territory))
    csv.cells(assessment.slice, assessment.pollutant)
    csv.cell(assessment.boundary.rawValue)
    csv.cell(assessment.isShadow)
    csv.cell(assessment.isComplete)
    csv.cell(assessment.baseline?.year)
    csv.cell(assessment.baseline?.emission.kilogramsPerYear)
    csv.cell(assessment.baseline?.provenance.label)
    let year = verdict.assessedYear
    let assessed = assessment.series.first { $0.point.year == year }
    csv.cell(year)
    csv.cell(assessed?.point.emission?.kilogramsPerYear)
    csv.cell(assessed?.reduction?.value)
    let target = assessment.targets.first { $0.year == verdict.target }
    csv.cell(verdict.target)
    csv.cell(target?.kind.rawValue)
    csv.cell(target?.band.low.value)
    csv.cell(target?.band.high.value)
    let path = assessment.path.first { $0.year == year }
    csv.cell(path?.band.low.value)
    csv.cell(path?.band.high.value)
    csv.cell(verdict.status.rawValue)
    csv.cell(verdict.basis?.rawValue)
    csv.cell(verdict.isInherited)
    csv.cell(verdict.isFlagged)
    csv.cell(verdict.reasons.map(\.code))
    csv.cell(verdict.probability)
    let gap = assessment.remainingGap.first { $0.target == verdict.target }
    csv.cell(gap?.low.emission.kilogramsPerYear)
    csv.cell(gap?.high.emission.kilogramsPerYear)
    csv.cell(gap?.low.share.points)
    csv.cell(gap?.high.share.points)
    let needed = assessment.pace.needed.first { $0.target == verdict.target }
    csv.cell(assessment.pace.soFar)
    csv.cell(needed?.low)
    csv.cell(needed?.high)
    csv.cell(assessment.dataset)
    csv.cell(assessment.grade.rawValue)
  }
}

extension CSVWriter {
  /// Kind, area, ring, code and name.
  mutating func cells(_ territory: Territory?, of result: AssessmentResult) {
    cell(territory?.kind)
    cell(territory?.area?.rawValue)
    cell(territory?.ring?.label)
    cell(territory?.code)
    cell(territory.map { result.name(of: $0) })
  }

  /// Sector, part and pollutant.
  mutating func cells(_ slice: SectorSlice?, _ pollutant: Pollutant?) {
    cell(slice?.sector.rawValue)
    cell(slice?.part?.rawValue)
    cell(pollutant?.label)
  }
}
