// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// The flags of a result as a table, in the order of the findings.
public enum FlagsTable {
  /// The header line, which stands there also when nothing is flagged.
  public static let header = """
    dataset,territory_kind,area,ring,code,name,sector,part,pollutant,target,status,severity,\
    reduction,assessed_year,message,grade,user_assumptions,second_hand_policy,probability
    """

  /// Writes the flags.
  ///
  /// - Parameters:
  ///   - result: what the assessment found.
  ///   - stream: where the text goes.
  public static func write(_ result: AssessmentResult, to stream: inout some TextOutputStream) {
    stream.write(String(decoding: bytes(result), as: UTF8.self))
  }

  /// The flags as UTF-8.
  ///
  /// - Parameter result: what the assessment found.
  /// - Returns: the bytes of the file.
  public static func bytes(_ result: AssessmentResult) -> [UInt8] {
    Array((header + "\n").utf8) + rows(result)
  }

  /// The flags as UTF-8 without the header line, to be put after those of another result.
  ///
  /// - Parameter result: what the assessment found.
  /// - Returns: one line a flag.
  public static func rows(_ result: AssessmentResult) -> [UInt8] {
    var csv = CSVWriter()
    var lookup = VerdictLookup(result)
    var citations = CitationTable(result.policy)
    for finding in result.findings where finding.isFlag {
      let source = lookup.next(for: finding)
      csv.cell(source?.assessment.dataset)
      csv.cells(finding.territory, of: result)
      csv.cells(finding.slice, finding.pollutant)
      csv.cell(finding.target)
      csv.cell(finding.code)
      csv.cell(finding.severity.rawValue)
      csv.cell(source?.reduction?.value)
      csv.cell(source?.verdict.assessedYear)
      csv.cell(finding.message)
      csv.cell(source?.assessment.grade.rawValue)
      let keys = source?.assessment.policyKeys ?? []
      csv.cell(citations.userAssumptions(of: keys))
      csv.cell(citations.secondHand(of: keys))
      csv.cell(source?.verdict.probability)
      csv.endRow()
    }
    return csv.bytes
  }
}
