// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The months of a series as rows of the model of ``ExponentialDecline``, about their middle.
struct ExponentialDeclineRows {
  /// The mean of the decimal years.
  let middle: Double
  /// Years from the middle.
  private let offsets: [Double]
  /// cos 2πt, sin 2πt, cos 4πt and sin 4πt, column after column.
  private let harmonics: [Double]

  init(_ series: MonthlySeries) {
    let count = series.count
    let times = series.months.map(\.time)
    let mean = times.reduce(0, +) / Double(count)
    middle = mean
    offsets = times.map { $0 - mean }
    var harmonics: [Double] = []
    harmonics.reserveCapacity(4 * count)
    for order in 1...2 {
      let angles = (1...12).map { 2 * Double.pi * Double(order) * (Double($0) - 0.5) / 12 }
      let (cosines, sines) = (angles.map { cos($0) }, angles.map { sin($0) })
      harmonics += series.months.map { cosines[$0.month - 1] }
      harmonics += series.months.map { sines[$0.month - 1] }
    }
    self.harmonics = harmonics
  }

  /// The model with its exact derivatives.
  var model: NonlinearModel {
    let (count, offsets, harmonics) = (offsets.count, offsets, harmonics)
    return NonlinearModel(
      pointCount: count, parameterCount: 6,
      jacobian: { parameters, columns in
        for row in 0..<count {
          let decay = exp(-parameters[1] * offsets[row])
          columns[row] = decay
          columns[count + row] = -offsets[row] * parameters[0] * decay
        }
        for index in 0..<(4 * count) { columns[2 * count + index] = harmonics[index] }
      },
      values: { parameters, values in
        for row in 0..<count {
          values[row] =
            parameters[0] * exp(-parameters[1] * offsets[row])
            + parameters[2] * harmonics[row] + parameters[3] * harmonics[count + row]
            + parameters[4] * harmonics[2 * count + row]
            + parameters[5] * harmonics[3 * count + row]
        }
      })
  }

  /// Level and rate from a straight line through the logarithms, or through the values where one of
  /// them has no logarithm; no season.
  func start(_ values: [Double]) throws(NonlinearFitError) -> [Double] {
    do {
      if values.allSatisfy({ $0 > 0 }) {
        let line = try StraightLineFit(x: offsets, y: values.map { log($0) })
        return [exp(line.intercept), -line.slope, 0, 0, 0, 0]
      }
      let line = try StraightLineFit(x: offsets, y: values)
      let rate = line.intercept == 0 ? 0 : -line.slope / line.intercept
      return [line.intercept == 0 ? 1 : line.intercept, max(-1, min(1, rate)), 0, 0, 0, 0]
    } catch {
      throw .input(error)
    }
  }
}
