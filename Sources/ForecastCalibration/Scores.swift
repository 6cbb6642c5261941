// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenFigures

/// How probabilities and intervals fared against the truth.
public struct Scores: Sendable {
  /// How many forecasts were counted.
  public private(set) var count = 0
  private var squares = 0.0
  private var happened = 0
  private var within = [0, 0]
  private var bins = Array(
    repeating: (count: 0, forecast: 0.0, happened: 0), count: CalibrationPlot.bins)

  /// No forecast yet.
  public init() {}

  /// Counts one forecast: its probability, the quantiles of its fan, and the truth.
  public mutating func add(probability: Double, quantiles: [Double], truth: Double, target: Double)
  {
    let event = truth >= target
    count += 1
    squares += (probability - (event ? 1 : 0)) * (probability - (event ? 1 : 0))
    if event { happened += 1 }
    if quantiles[0] <= truth && truth <= quantiles[4] { within[0] += 1 }
    if quantiles[1] <= truth && truth <= quantiles[3] { within[1] += 1 }
    let bin = min(CalibrationPlot.bins - 1, Int(probability * Double(CalibrationPlot.bins)))
    bins[bin].count += 1
    bins[bin].forecast += probability
    if event { bins[bin].happened += 1 }
  }

  /// The mean squared difference between probability and outcome: 0 is perfect.
  public var brier: Double { squares / Double(count) }

  /// 1 - Brier score over that of always forecasting the share that came true.
  public var skill: Double {
    let share = Double(happened) / Double(count)
    return 1 - brier / (share * (1 - share))
  }

  /// The mean over bins of |share come true - probability forecast|, weighted by their counts.
  public var reliabilityError: Double {
    bins.reduce(0) { sum, bin in
      guard bin.count > 0 else { return sum }
      return sum + abs(Double(bin.happened) - bin.forecast)
    } / Double(count)
  }

  /// The shares of truths inside the 95 % and the 68 % range.
  public var coverage: (wide: Double, narrow: Double) {
    (Double(within[0]) / Double(count), Double(within[1]) / Double(count))
  }

  /// The points of a reliability diagram.
  public var points: [CalibrationPlot.Point] {
    bins.filter { $0.count > 0 }.map {
      CalibrationPlot.Point(
        forecast: $0.forecast / Double($0.count), share: Double($0.happened) / Double($0.count),
        count: $0.count)
    }
  }
}
