// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension ResultTables {
  /// How everything stands: a row for each territory, sector, pollutant and target.
  public func standings() -> DataTable {
    let shown = ShownCorrelations(result).shown
    var table = DataTable(
      name: "standings", title: words(TablePhrase.standings),
      note: words(TablePhrase.standingsNote),
      columns: subjectColumns + verdictColumns + figureColumns(shown) + sourceColumns)
    var citations = CitationTable(result.policy)
    for assessment in assessments {
      let source: [DataTable.Cell] = [
        .init(assessment.dataset), .text(narrator.grade(assessment.grade)),
        cell(citations.citations(of: assessment.policyKeys)),
        cell(citations.userAssumptions(of: assessment.policyKeys)),
        cell(citations.secondHand(of: assessment.policyKeys)),
      ]
      let subject = subject(assessment)
      for verdict in assessment.verdicts {
        table.append(
          subject + cells(verdict, of: assessment) + figures(assessment, verdict, shown) + source)
      }
    }
    return table
  }

  private var verdictColumns: [DataTable.Column] {
    [
      column("target", .targetColumn, .year), column("target_kind", .targetKindColumn),
      percent("target_low", .targetLowColumn), percent("target_high", .targetHighColumn),
      column("status", .statusColumn), column("status_code", .statusCodeColumn),
      column("inherited", .inheritedColumn), column("flagged", .flaggedColumn),
      column("provisional", .provisionalColumn), column("shadow", .shadowColumn),
      column("complete", .completeColumn),
    ]
  }

  private func cells(_ verdict: Verdict, of assessment: Assessment) -> [DataTable.Cell] {
    let target = assessment.targets.first { $0.year == verdict.target }
    return [
      .init(verdict.target), .init(target.map { narrator.kind($0.kind) }),
      .init(percent: target?.band.low), .init(percent: target?.band.high),
      .text(narrator.status(verdict.status)), .text(verdict.status.rawValue),
      cell(verdict.isInherited), cell(verdict.isFlagged), cell(verdict.isProvisional),
      cell(assessment.isShadow), cell(assessment.isComplete),
    ]
  }

  private func figureColumns(_ shown: [Double]) -> [DataTable.Column] {
    [
      column("baseline_year", .baselineYearColumn, .year), emission("baseline", .baselineColumn),
      column("baseline_provenance", .baselineProvenanceColumn),
      column("assessed_year", .assessedYearColumn, .year), emission("emission", .emissionColumn),
      percent("reduction", .reductionColumn), percent("path_low", .pathLowColumn),
      percent("path_high", .pathHighColumn), emission("gap_low", .gapLowColumn),
      emission("gap_high", .gapHighColumn), pace("pace_so_far", .paceSoFarColumn),
      pace("pace_needed_low", .paceLowColumn), pace("pace_needed_high", .paceHighColumn),
      percent("probability", .probabilityColumn),
    ]
      + shown.map { rho in
        DataTable.Column(
          "probability_at_rho_\(Shown.plain(rho))_percent",
          title: words(
            TablePhrase.probabilityAtColumn,
            ["rho": .text(words.number(rho, decimals: decimals(of: rho)))]),
          unit: "%", .number(decimals: 1))
      } + [column("reasons", .reasonsColumn)]
  }

  private func pace(_ key: String, _ title: TablePhrase) -> DataTable.Column {
    let unit = words.language == .dutch ? "%-punt/jaar" : "% points/yr"
    return column(key + "_points_per_yr", title, unit: unit, .number(decimals: 2))
  }

  /// As many decimals as a correlation is written with.
  private func decimals(of rho: Double) -> Int {
    Shown.plain(rho).split(separator: ".").dropFirst().first?.count ?? 0
  }

  private func figures(
    _ assessment: Assessment, _ verdict: Verdict, _ shown: [Double]
  ) -> [DataTable.Cell] {
    let assessed = assessment.series.first { $0.point.year == verdict.assessedYear }
    let path = assessment.path.first { $0.year == verdict.assessedYear }
    let gap = assessment.remainingGap.first { $0.target == verdict.target }
    let needed = assessment.pace.needed.first { $0.target == verdict.target }
    let secured = assessment.projections.first { $0.measureSet == .existingMeasures }
    let baseline = assessment.baseline
    var cells: [DataTable.Cell] = [
      .init(baseline?.year), .init(baseline?.emission).of(assessment),
      .init(baseline.map { narrator.provenance($0.provenance) }),
      .init(verdict.assessedYear), assessed?.point.cell ?? .missing,
      .init(percent: assessed?.reduction).of(assessment), .init(percent: path?.band.low),
      .init(percent: path?.band.high), .init(gap?.low.emission).of(assessment),
      .init(gap?.high.emission).of(assessment), .init(percent: assessment.pace.soFar),
      .init(percent: needed?.low), .init(percent: needed?.high),
      .init(percent: verdict.probability),
    ]
    cells += shown.map { rho in
      .init(percent: secured?.probability(of: verdict.target, at: rho)?.low)
    }
    let reasons = verdict.reasons.map { narrator.reason($0, of: verdict, in: assessment) }
    return cells + [cell(reasons)]
  }

  private var sourceColumns: [DataTable.Column] {
    [
      column("dataset", .datasetColumn), column("grade", .gradeColumn),
      column("policy", .policyColumn), column("user_assumptions", .userColumn),
      column("second_hand_policy", .secondHandColumn),
    ]
  }
}
