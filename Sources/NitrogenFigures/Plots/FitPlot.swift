// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import TrendFitting

/// Fits as a picture: per series the values, the fitted curve with its 95 % band, the level without
/// seasons, and the seasonal cycle beside it.
public enum FitPlot {
  /// The most series one picture holds.
  public static let mostSeries = 40

  /// The picture.
  ///
  /// - Parameter network: the fits.
  /// - Returns: an SVG document.
  public static func svg(_ network: NetworkFit) -> String {
    let fitted = network.stations.filter(\.converged)
    let fits = fitted.prefix(mostSeries)
    let height = (fits.count < fitted.count ? 80 : 60) + Double(max(fits.count, 1)) * panelHeight
    var svg = SVG(width: 900, height: height)
    svg.text(
      "Measured values, fitted trend with 95 % band, level without seasons (thick), seasonal cycle",
      x: 20, y: 26, size: 13, weight: "bold")
    if fits.isEmpty { svg.text("no series could be fitted", x: 20, y: 60, size: 12) }
    for (index, fit) in fits.enumerated() {
      panel(fit, top: 44 + Double(index) * panelHeight, &svg)
    }
    if fits.count < fitted.count {
      svg.text(
        "\(fitted.count - fits.count) more series are fitted and not drawn: choose with --only",
        x: 20, y: height - 20, size: 12)
    }
    return svg.document
  }

  private static let panelHeight = 190.0

  // MARK: - One series

  private static func panel(_ fit: StationFit, top: Double, _ svg: inout SVG) {
    let points = fit.series.known.compactMap { value in
      value.value.map { (time: value.period.middle, value: $0, isCensored: value.isCensored) }
    }.filter { point in
      guard let first = fit.months.first, let last = fit.months.last else { return false }
      return point.time >= first.time - 0.6 && point.time <= last.time + 0.6
    }
    let highs = points.map(\.value) + fit.curve.map(\.interval.upper)
    guard let firstTime = points.first?.time, let lastTime = points.last?.time,
      let highest = highs.max()
    else { return }
    let lows = points.map(\.value) + fit.curve.map(\.interval.lower)
    let floor = min(0, lows.min() ?? 0)
    let frame = Frame(
      left: 60, right: 640, top: top + 22, bottom: top + panelHeight - 28,
      times: firstTime...max(lastTime, firstTime + 0.1), values: floor...(highest * 1.05))
    svg.text(title(fit), x: 60, y: top + 12, size: 12, weight: "bold")
    svg.axes(frame, unit: unit(fit))
    let upper = fit.curve.map { frame.point($0.month.time, $0.interval.upper) }
    let lower = fit.curve.map { frame.point($0.month.time, $0.interval.lower) }
    svg.area(upper + lower.reversed(), fill: "#0072b2", opacity: 0.18)
    svg.line(fit.curve.map { frame.point($0.month.time, $0.fit) }, stroke: "#0072b2", width: 1)
    svg.line(fit.curve.map { frame.point($0.month.time, $0.level) }, stroke: "#d55e00", width: 2.2)
    for point in points {
      let place = frame.point(point.time, point.value)
      svg.circle(place, radius: 1.7, fill: point.isCensored ? "none" : "#333333")
    }
    season(fit, top: top, &svg)
  }

  /// The seasonal cycle: fitted value over level by month, averaged over the curve.
  private static func season(_ fit: StationFit, top: Double, _ svg: inout SVG) {
    guard fit.series.step == .month, fit.curve.count >= 12 else { return }
    let isLog = fit.estimate?.design.scale == .log
    let year = fit.curve.suffix(12).sorted { $0.month.month < $1.month.month }
    let cycle = year.map { isLog ? 100 * ($0.fit / $0.level - 1) : $0.fit - $0.level }
    guard let low = cycle.min(), let high = cycle.max(), high > low else { return }
    let margin = 0.08 * (high - low)
    let frame = Frame(
      left: 710, right: 880, top: top + 22, bottom: top + panelHeight - 28, times: 1...12,
      values: (low - margin)...(high + margin))
    svg.text(isLog ? "season, % of level" : "season", x: 710, y: top + 12, size: 11)
    svg.axes(frame, unit: "", isMonths: true)
    svg.line(
      zip(1..., cycle).map { frame.point(Double($0), $1) }, stroke: "#009e73", width: 1.8)
  }

  private static func title(_ fit: StationFit) -> String {
    var text = fit.series.label
    if let name = fit.series.station.name { text += ", \(name)" }
    if let estimate = fit.estimate, estimate.design.scale == .log {
      let interval = estimate.slopeInterval()
      text +=
        ": \(percent(estimate.slope)) %/yr (\(percent(interval.lower)) to "
        + "\(percent(interval.upper)))"
    }
    return text
  }

  private static func percent(_ slope: Double) -> String {
    Shown.number(100 * slope, decimals: 2)
  }

  private static func unit(_ fit: StationFit) -> String {
    fit.series.quantity == .unnamed ? "" : "µg/m³"
  }
}
