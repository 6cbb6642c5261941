// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// A comparison of releases as a table: one row for each target of each series, and one for a
/// series without a target. An empty cell is unknown.
public struct ComparisonCSV: ComparisonFormat {
  /// The header line.
  public static let header = """
    territory_kind,area,ring,code,name,sector,part,pollutant,boundary,old_release,new_release,\
    old_year,new_year,old_kg_per_yr,restated_kg_per_yr,new_kg_per_yr,recalculation_kg_per_yr,\
    real_change_kg_per_yr,total_kg_per_yr,old_baseline_kg_per_yr,new_baseline_kg_per_yr,\
    baseline_change_kg_per_yr,old_reduction,restated_reduction,new_reduction,target,\
    old_ceiling_low_edge_kg_per_yr,new_ceiling_low_edge_kg_per_yr,\
    ceiling_change_low_edge_kg_per_yr,old_ceiling_high_edge_kg_per_yr,\
    new_ceiling_high_edge_kg_per_yr,ceiling_change_high_edge_kg_per_yr,reasons
    """

  /// Makes the format.
  public init() {}

  /// The ending of files in this format, without a point.
  public var fileExtension: String { "csv" }

  /// Writes a comparison.
  public func write(
    _ comparison: ReleaseComparison, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    var csv = CSVWriter(header: Self.header)
    for change in comparison.changes {
      let ceilings: [SeriesChange.Rebased?] =
        change.ceilings.isEmpty ? [nil] : change.ceilings.map { $0 }
      for ceiling in ceilings { Self.row(change, ceiling, to: &csv) }
    }
    stream.write(String(decoding: csv.bytes, as: UTF8.self))
  }

  private static func row(
    _ change: SeriesChange, _ ceiling: SeriesChange.Rebased?, to csv: inout CSVWriter
  ) {
    let territory = change.key.territory
    csv.cell(territory.kind)
    csv.cell(territory.area?.rawValue)
    csv.cell(territory.ring?.label)
    csv.cell(territory.code)
    csv.cell(change.name)
    csv.cells(change.key.slice, change.key.pollutant)
    csv.cell(change.key.boundary.rawValue)
    csv.cell(change.oldRelease.rawValue)
    csv.cell(change.newRelease.rawValue)
    csv.cell(change.oldYear)
    csv.cell(change.newYear)
    for emission in [
      change.old, change.restated, change.new, change.recalculation, change.realChange,
      change.total, change.oldBaseline?.emission, change.newBaseline?.emission,
      change.baselineChange,
    ] {
      csv.cell(emission?.kilogramsPerYear)
    }
    csv.cell(change.oldReduction?.value)
    csv.cell(change.restatedReduction?.value)
    csv.cell(change.newReduction?.value)
    csv.cell(ceiling?.target)
    for edge in [ceiling?.low, ceiling?.high] {
      csv.cell(edge?.old?.kilogramsPerYear)
      csv.cell(edge?.new?.kilogramsPerYear)
      csv.cell(edge?.change?.kilogramsPerYear)
    }
    csv.cell(change.reasons.map(\.code))
    csv.endRow()
  }
}
