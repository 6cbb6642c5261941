// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension ResultTables {
  /// The measures, best evidence first within a dataset.
  public func measures() -> DataTable {
    let secured = result.policy.list(MeasureSelection.securedGradesKey)
    var table = DataTable(
      name: "measures", title: words(TablePhrase.measures), note: words(TablePhrase.measuresNote),
      columns: [
        column("dataset", .datasetColumn), column("measure", .measureColumn),
        column("title", .titleColumn),
      ] + territoryColumns + sliceColumns + [
        column("from", .fromColumn), column("to", .toColumn), percent("effect", .effectColumn),
        percent("spread", .spreadColumn), column("evidence", .evidenceColumn),
        column("evidence_rank", .evidenceRankColumn, .integer),
        column("secured", .securedColumn), column("overlap_group", .groupColumn),
        column("technique", .techniqueColumn),
        column("cost_eur", .costColumn, unit: "EUR", .number(decimals: 0)),
        column("row", .rowsColumn),
      ])
    let entries = result.measures.filter { reaches($0.measure.scope) }.enumerated().sorted {
      ($0.element.dataset, $0.element.measure.evidence.rank, $0.offset)
        < ($1.element.dataset, $1.element.measure.evidence.rank, $1.offset)
    }
    for (_, entry) in entries {
      let measure = entry.measure
      table.append(
        [
          .text(entry.dataset), .text(measure.id),
          measure.title.isEmpty ? .missing : .text(measure.title),
        ] + cells(measure.scope) + cells(measure.slice, measure.pollutant) + [
          .text(measure.from.description), .init(measure.to?.description),
          .init(percent: measure.effect), .init(percent: measure.spread),
          .text(narrator.evidence(measure.evidence)), .integer(measure.evidence.rank),
          secured.map { cell($0.contains(measure.evidence.rawValue)) } ?? .missing,
          .init(measure.overlapGroup), .init(measure.technique), .init(measure.cost),
          .text("\(run.shown(measure.origin.file)):\(measure.origin.line)"),
        ])
    }
    return table
  }

  /// Whether what holds in a territory says something about the area of these tables.
  private func reaches(_ scope: Territory) -> Bool {
    guard let area else { return true }
    switch scope {
    case .nation: return true
    case .area(let code), .ring(let code, _): return code == area
    case .province(let code):
      let names = result.provinces(of: .area(area))
      return result.reference.catalogue.provinces.contains {
        $0.code == code && names.contains($0.name)
      }
    case .municipality: return false
    }
  }

  /// Sums held against figures that they should agree with.
  public func closure() -> DataTable {
    let datasets = Set(assessments.compactMap(\.dataset))
    var table = DataTable(
      name: "closure", title: words(TablePhrase.closure), note: words(TablePhrase.closureNote),
      columns: [column("check", .checkColumn)] + territoryColumns.filter { $0.key != "ring" }
        + [column("ring", .ringColumn)] + sliceColumns + [
          column("year", .yearColumn, .year), emission("sum", .sumColumn),
          emission("reference", .referenceColumn), emission("difference", .differenceColumn),
          percent("difference", .relativeColumn), column("upper_bound", .upperBoundColumn),
          column("complete", .completeColumn), column("note", .noteColumn),
          column("dataset", .datasetColumn),
        ])
    for check in result.closure {
      if area != nil, check.territory != nil || !datasets.contains(check.dataset ?? "") { continue }
      let kind: TablePhrase =
        switch check.kind {
        case .ringsToArea: .ringsToArea
        case .zonesToProvince: .zonesToProvince
        case .zonesToNation: .zonesToNation
        }
      table.append(
        [.text(words(kind))] + cells(check.territory).dropLast()
          + [.init(check.ring.map(narrator.ring))] + cells(check.slice, check.pollutant) + [
            .integer(check.year), .init(check.sum), .init(check.reference),
            .init(check.difference), .init(percent: check.relativeDifference),
            cell(check.isUpperBound), cell(check.isComplete), .text(narrator.closure(check)),
            .init(check.dataset),
          ])
    }
    return table
  }

  /// What was found, flags first.
  public func flags() -> DataTable {
    var table = DataTable(
      name: "flags", title: words(TablePhrase.flags),
      columns: territoryColumns + sliceColumns + [
        column("target", .targetColumn, .year), column("flagged", .flaggedColumn),
        column("severity", .severityColumn), column("message", .findingColumn),
        column("code_of_message", .findingCodeColumn), column("dataset", .datasetColumn),
      ])
    var lookup = VerdictLookup(result)
    for finding in result.findings {
      let source = lookup.next(for: finding)
      if let area, finding.territory?.area != area { continue }
      let severity: TablePhrase =
        switch finding.severity {
        case .hard: .severityHard
        case .soft: .severitySoft
        case .information: .severityInformation
        }
      table.append(
        cells(finding.territory) + cells(finding.slice, finding.pollutant) + [
          .init(finding.target), cell(finding.isFlag), .text(words(severity)),
          .text(narrator.finding(finding)), .text(finding.code),
          .init(source?.assessment.dataset),
        ])
    }
    return table
  }
}
