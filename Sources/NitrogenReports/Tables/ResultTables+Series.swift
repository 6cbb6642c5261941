// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension ResultTables {
  /// Every year of every series with its provenance.
  public func series() -> DataTable {
    var table = DataTable(
      name: "series", title: words(TablePhrase.series), note: words(TablePhrase.seriesNote),
      columns: subjectColumns + [
        column("year", .yearColumn, .year), emission("emission", .emissionColumn),
        percent("reduction", .reductionColumn), column("provenance", .provenanceColumn),
        column("rule", .ruleColumn), column("vintage", .vintageColumn),
        column("basis", .basisColumn), column("provisional", .provisionalColumn),
        column("missing", .missingColumn), column("rows", .rowsColumn),
        column("dataset", .datasetColumn),
      ])
    for assessment in assessments {
      let subject = subject(assessment)
      for year in assessment.series {
        table.append(subject + cells(year, of: assessment))
      }
    }
    return table
  }

  private func cells(_ year: AssessedYear, of assessment: Assessment) -> [DataTable.Cell] {
    let point = year.point
    let basis: TablePhrase = point.basis == .stated ? .basisStated : .basisIndex
    return [
      .integer(point.year), point.cell, .init(percent: year.reduction).of(assessment),
      .text(narrator.provenance(point.provenance)), .init(point.provenance.rule),
      .text(point.vintage.rawValue), .text(words(basis)), cell(point.provisional),
      cell(point.missing),
      cell(point.isWithheld ? [] : point.rows.map { "\(run.shown($0.file)):\($0.line)" }),
      .init(assessment.dataset),
    ]
  }

  /// The same emissions with the years side by side, for print.
  public func seriesByYear() -> DataTable {
    let years = Set(assessments.lazy.flatMap(\.series).map(\.point.year)).sorted()
    var table = DataTable(
      name: "series-by-year", title: words(TablePhrase.seriesByYear),
      note: words(TablePhrase.seriesByYearNote),
      columns: subjectColumns + [column("dataset", .datasetColumn)]
        + years.map {
          DataTable.Column(
            "emission_\($0)_kg_per_yr", title: "\($0)", unit: massUnit, .number(decimals: 0))
        })
    for assessment in assessments where !assessment.series.isEmpty {
      var cells: [Int: DataTable.Cell] = [:]
      for year in assessment.series { cells[year.point.year] = year.point.cell }
      table.append(
        subject(assessment) + [.init(assessment.dataset)] + years.map { cells[$0] ?? .missing })
    }
    return table
  }

  /// Where the series are heading: the fans by year.
  public func projections() -> DataTable {
    let titles: [TablePhrase] = [.q025Column, .q16Column, .q50Column, .q84Column, .q975Column]
    let keys = ["q025", "q16", "q50", "q84", "q975"]
    var table = DataTable(
      name: "projections", title: words(TablePhrase.projections),
      note: words(TablePhrase.projectionsNote),
      columns: subjectColumns + [
        column("measure_set", .measureSetColumn), column("model", .modelColumn),
        column("rho", .rhoColumn, .number(decimals: 2)), column("year", .yearColumn, .year),
      ] + zip(keys, titles).map { percent("reduction_" + $0, $1) }
        + [column("dataset", .datasetColumn)])
    for assessment in assessments {
      let subject = assessment.projections.isEmpty ? [] : subject(assessment)
      for projection in assessment.projections {
        let set: TablePhrase =
          projection.measureSet == .existingMeasures ? .existingMeasures : .additionalMeasures
        for year in projection.fan {
          table.append(
            subject + [
              .text(words(set)), .text(projection.model.rawValue),
              .number(projection.fanCorrelation), .integer(year.year),
            ] + year.reductions.map { .init(percent: $0) } + [.init(assessment.dataset)])
        }
      }
    }
    return table
  }
}
