// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import TrendFitting

/// Measured against modelled.
extension StationFitter {
  func compare(
    _ months: MonthlySeries, of series: MeasurementSeries, _ modelled: MeasurementSeries?,
    _ fit: inout FitInTheMaking
  ) {
    guard let modelled else { return }
    fit.isCompared = true
    do throws(FitRefusal) {
      let modelled = try modelled.inSteps(of: series)
      let model = try modelled.months(
        from: months.months.first, to: months.months.last, withUncertainties: false)
      let values = Dictionary(uniqueKeysWithValues: zip(model.months, model.values))
      let evaluation = try ModelEvaluation(
        measured: months.values.map { $0 }, modelled: months.months.map { values[$0] })
      fit.add(evaluation.namedValues().map { ("model_\($0.0)", $0.1) })
      fit.evaluation = evaluation
      guard let measured = fit.estimate else {
        throw fit.refusal ?? FitRefusal(.tooShort, "the measured series has no trend")
      }
      let other = try modelledTrend(model, measured.design.withoutSteps, step: series.step)
      let difference = try TrendDifference(
        measured: measured.slope, measuredStandardError: measured.slopeStandardError,
        modelled: other.slope, modelledStandardError: other.slopeStandardError,
        relevantDifference: ModelComparison.relevantDifference
          * (request.scale == .log ? 1 : mean(months.values)))
      fit.add(difference.namedValues())
      fit.difference = difference
    } catch {
      fit.comparisonRefusal = error
    }
  }

  /// The mean of values, taken as 1 where it is not above 0.
  func mean(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    return mean > 0 ? mean : 1
  }

  /// The trend of the modelled series, with errors of the kind the measured one was fitted with.
  func modelledTrend(
    _ model: MonthlySeries, _ design: TrendDesign, step: MeasurementPeriod.Step
  ) throws(FitRefusal) -> TrendEstimate {
    switch request.errors(for: step) {
    case .independent: try LinearTrend(model, design: design).estimate
    case .ar1: try AutoregressiveTrend(model, design: design).estimate
    case .year: try YearEffectTrend(model, design: design).estimate
    }
  }
}

extension ModelComparison {
  /// The difference of two trends that matters, on the log scale per year: 1 % a year, about half of
  /// what the path asks.
  public static let relevantDifference = 0.01
}

extension TrendDesign {
  /// The design without steps of instruments.
  var withoutSteps: TrendDesign {
    TrendDesign(origin: origin, scale: scale, harmonics: harmonics)
  }
}
