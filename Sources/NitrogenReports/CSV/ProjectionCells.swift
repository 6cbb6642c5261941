// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// The cells of a row of a table that say where the series is heading at the target year.
struct ProjectionCells {
  /// The correlations shown beside the given one.
  private let shown: [Double]

  /// Prepares the cells of a result.
  init(_ result: AssessmentResult) {
    shown = ShownCorrelations(result).shown
  }

  /// The names of the columns.
  var header: [String] {
    let beside = shown.map(Shown.plain)
    let columns = [MeasureSet.existingMeasures, .additionalMeasures].flatMap { set in
      let prefix = set == .existingMeasures ? "" : "additional_"
      return ["projection_model", "projection_draws"].map { prefix + $0 }
        + ["median", "q025", "q975"].map { "\(prefix)reduction_\($0)" }
        + [prefix + "rho", prefix + "probability_low", prefix + "probability_high"]
        + beside.flatMap { rho in
          ["low", "high"].map { "\(prefix)probability_\($0)_at_rho_\(rho)" }
        }
    }
    return columns + ["no_projection"]
  }

  /// Writes the cells of a target.
  func write(_ assessment: Assessment, target: Int?, to csv: inout CSVWriter) {
    for set in [MeasureSet.existingMeasures, .additionalMeasures] {
      write(assessment.projections.first { $0.measureSet == set }, target: target, to: &csv)
    }
    csv.cell(assessment.noProjection?.code)
  }

  private func write(_ projection: Projection?, target: Int?, to csv: inout CSVWriter) {
    csv.cell(projection?.model.rawValue)
    csv.cell(projection?.draws)
    let year = projection?.fan.first { $0.year == target }
    csv.cell(year?.median.value)
    csv.cell(year?.reductions.first?.value)
    csv.cell(year?.reductions.last?.value)
    let given = projection?.given
    csv.cell(given?.rho)
    let probability = given?.targets.first { $0.year == target }
    csv.cell(probability?.low)
    csv.cell(probability?.high)
    for rho in shown {
      let probability = projection?.probability(of: target, at: rho)
      csv.cell(probability?.low)
      csv.cell(probability?.high)
    }
  }
}
