// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports

/// Reliability diagrams side by side: how often what was forecast with a probability came true.
public enum CalibrationPlot {
  /// How many classes of probability a diagram has.
  public static let bins = 10

  /// Forecasts of about one probability.
  public struct Point: Hashable, Sendable {
    /// The mean probability forecast.
    public let forecast: Double
    /// The share that came true.
    public let share: Double
    /// How many forecasts there were.
    public let count: Int

    /// Makes a point.
    public init(forecast: Double, share: Double, count: Int) {
      self.forecast = forecast
      self.share = share
      self.count = count
    }
  }

  /// One diagram.
  public struct Panel: Sendable {
    /// What it is about.
    public let title: String
    /// The target year.
    public let target: Int
    /// The share of truths inside the 95 % range.
    public let coverage: Double
    /// The Brier score.
    public let brier: Double
    /// The points, by probability.
    public let points: [Point]

    /// Makes a diagram.
    public init(title: String, target: Int, coverage: Double, brier: Double, points: [Point]) {
      self.title = title
      self.target = target
      self.coverage = coverage
      self.brier = brier
      self.points = points
    }
  }

  /// The picture: three diagrams a row.
  ///
  /// The area of a dot is in proportion to the forecasts it stands for; the band is where 95 % of
  /// points lie when every probability is true.
  ///
  /// - Parameter panels: the diagrams.
  /// - Returns: the document.
  public static func svg(_ panels: [Panel]) -> String {
    let side = 190.0
    let cell = (width: 290.0, height: 280.0)
    let columns = 3
    let rows = (panels.count + columns - 1) / columns
    var svg = SVG(width: cell.width * Double(columns), height: cell.height * Double(rows))
    for (index, panel) in panels.enumerated() {
      let left = cell.width * Double(index % columns) + 50
      let top = cell.height * Double(index / columns) + 44
      draw(panel, left: left, top: top, side: side, to: &svg)
    }
    return svg.document
  }

  private static func draw(
    _ panel: Panel, left: Double, top: Double, side: Double, to svg: inout SVG
  ) {
    func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (left + side * x, top + side * (1 - y))
    }
    svg.text(panel.title, x: left, y: top - 24, size: 13, weight: "bold")
    svg.text(
      "\(panel.target): inside 95 % \(Shown.number(100 * panel.coverage, decimals: 1)) %, Brier "
        + Shown.number(panel.brier, decimals: 3),
      x: left, y: top - 8, size: 11)
    let known = panel.points
    let band = known.map { one -> (x: Double, half: Double) in
      let spread = (one.forecast * (1 - one.forecast) / Double(max(1, one.count))).squareRoot()
      return (one.forecast, 1.96 * spread)
    }
    svg.area(
      band.map { point($0.x, min(1, $0.x + $0.half)) }
        + band.reversed().map { point($0.x, max(0, $0.x - $0.half)) },
      fill: "#9ecae1", opacity: 0.6)
    for mark in [0.0, 0.5, 1.0] {
      svg.line([point(0, mark), point(1, mark)], stroke: "#e0e0e0", width: 0.7)
      svg.line([point(mark, 0), point(mark, 1)], stroke: "#e0e0e0", width: 0.7)
      let label = Shown.number(100 * mark, decimals: 0)
      svg.text(label, x: left - 6, y: point(0, mark).y + 4, size: 10, anchor: "end")
      svg.text(label, x: point(mark, 0).x, y: top + side + 14, size: 10, anchor: "middle")
    }
    svg.line([point(0, 0), point(1, 1)], stroke: "#888888", width: 1)
    let most = Double(known.map(\.count).max() ?? 1)
    for one in known {
      svg.circle(
        point(one.forecast, one.share), radius: 2 + 5 * (Double(one.count) / most).squareRoot(),
        fill: "#08519c")
    }
    svg.text(
      "forecast, % (across); came true, % (up)", x: left + side / 2, y: top + side + 30,
      size: 10, anchor: "middle")
  }
}
