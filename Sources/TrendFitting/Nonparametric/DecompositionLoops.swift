// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// The inner and outer loop of an STL with period 12, in the order of Cleveland et al. 1990.
struct DecompositionLoops {
  private let values: [Double?]
  private let options: SeasonalDecomposition.Options
  private let period = SeasonalDecomposition.period
  private(set) var seasonal: [Double]
  private(set) var trend: [Double]
  /// Robustness weights.
  private(set) var weights: [Double]

  init(values: [Double?], options: SeasonalDecomposition.Options) {
    self.values = values
    self.options = options
    seasonal = Array(repeating: 0, count: values.count)
    trend = seasonal
    weights = Array(repeating: 1, count: values.count)
  }

  mutating func run() {
    for outer in 0...max(options.outerLoops, 0) {
      if outer > 0 { reweight() }
      for _ in 0..<max(options.innerLoops, 1) { innerLoop() }
    }
    if options.seasonalWindow == nil { averageSeasons() }
  }

  /// Detrending, smoothing of the cycle-subseries, low-pass filtering, smoothing of the trend.
  private mutating func innerLoop() {
    let cycle = smoothedSubseries()
    let averaged = Self.movingAverage(
      Self.movingAverage(Self.movingAverage(cycle, period), period), 3)
    let lowPass = Self.smooth(
      averaged, weights: nil, window: options.lowPassWindow, degree: options.trendDegree)
    for index in seasonal.indices { seasonal[index] = cycle[index + period] - lowPass[index] }
    let adjusted = values.indices.map { index in values[index].map { $0 - seasonal[index] } }
    trend = Self.smooth(
      adjusted, weights: weights, window: options.trendWindow, degree: options.trendDegree)
  }

  /// The smooth of every month's values over the years, one year longer at either end.
  private func smoothedSubseries() -> [Double] {
    var cycle = [Double](repeating: 0, count: values.count + 2 * period)
    for season in 0..<period {
      let places = Array(stride(from: season, to: values.count, by: period))
      let detrended = places.map { place in values[place].map { $0 - trend[place] } }
      let window = options.seasonalWindow ?? (10 * values.count + 1)
      let degree = options.seasonalWindow == nil ? Loess.Degree.constant : options.seasonalDegree
      let smooth = Self.smooth(
        detrended, weights: places.map { weights[$0] }, window: window, degree: degree, beyond: 1)
      for (year, value) in smooth.enumerated() { cycle[season + year * period] = value }
    }
    return cycle
  }

  /// A loess at every place, and `beyond` places before and behind, of values on whole places.
  ///
  /// Where all weights in the window are 0 a value stays as it is and a gap takes its neighbour.
  private static func smooth(
    _ values: [Double?], weights: [Double]?, window: Int, degree: Loess.Degree, beyond: Int = 0
  ) -> [Double] {
    var places: [Double] = []
    var known: [Double] = []
    var kept: [Double] = []
    for (place, value) in values.enumerated() {
      guard let value else { continue }
      places.append(Double(place))
      known.append(value)
      kept.append(weights?[place] ?? 1)
    }
    let loess = Loess(unchecked: places, y: known, weights: kept, window: window, degree: degree)
    let positions = (-beyond..<(values.count + beyond)).map { Double($0) }
    var smooth = loess.values(at: positions)
    for (place, value) in values.enumerated() where smooth[place + beyond] == nil {
      smooth[place + beyond] = value
    }
    var last = smooth.compactMap { $0 }.first ?? 0
    return smooth.map { value in
      last = value ?? last
      return last
    }
  }

  /// Bisquare weights of the remainders, with six times their median size as the limit.
  private mutating func reweight() {
    let sizes = values.indices.compactMap { index in
      values[index].map { abs($0 - seasonal[index] - trend[index]) }
    }
    let limit = 6 * Selection.median(sizes)
    for index in values.indices {
      guard let value = values[index] else { continue }
      let size = abs(value - seasonal[index] - trend[index])
      if size <= 0.001 * limit {
        weights[index] = 1
      } else if size <= 0.999 * limit {
        let share = size / limit
        weights[index] = (1 - share * share) * (1 - share * share)
      } else {
        weights[index] = 0
      }
    }
  }

  /// One season for all years: the mean of every month's, gaps not counted.
  private mutating func averageSeasons() {
    for season in 0..<period {
      let places = Array(stride(from: season, to: values.count, by: period))
      let mean = places.reduce(0) { $0 + seasonal[$1] } / Double(places.count)
      for place in places { seasonal[place] = mean }
    }
  }

  private static func movingAverage(_ values: [Double], _ length: Int) -> [Double] {
    var sum = values[..<length].reduce(0, +)
    var averages = [sum / Double(length)]
    averages.reserveCapacity(values.count - length + 1)
    for index in stride(from: length, to: values.count, by: 1) {
      sum += values[index] - values[index - length]
      averages.append(sum / Double(length))
    }
    return averages
  }
}
