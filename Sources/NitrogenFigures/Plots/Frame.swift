// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a plot stands on the page and what it spans.
struct Frame {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let times: ClosedRange<Double>
  let values: ClosedRange<Double>

  func point(_ time: Double, _ value: Double) -> (x: Double, y: Double) {
    let across = (time - times.lowerBound) / (times.upperBound - times.lowerBound)
    let up = (value - values.lowerBound) / (values.upperBound - values.lowerBound)
    return (left + across * (right - left), bottom - up * (bottom - top))
  }
}
