// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
import NitrogenReports

/// Projections as a picture: per series the reductions known, the corridor, the targets, and the fan
/// of the years ahead, with additional measures beside existing ones.
public enum FanPlot {
  /// The most panels one picture holds.
  public static let mostPanels = 40

  private static let pageWidth = 920.0
  private static let headHeight = 72.0

  /// One fan, an assessment with one set of measures, and its place on the page.
  private struct Panel {
    let assessment: Assessment
    let projection: Projection
    let row: Int
    let column: Int
  }

  /// The picture: two fans beside each other, or a single large one.
  ///
  /// - Parameters:
  ///   - assessments: what to draw; those without a projection are left out.
  ///   - result: the result they are part of.
  /// - Returns: an SVG document.
  public static func svg(_ assessments: [Assessment], of result: AssessmentResult) -> String {
    let all = panels(assessments)
    let panels = all.prefix(mostPanels)
    let rows = (panels.last?.row ?? 0) + 1
    let panelWidth = all.count == 1 ? pageWidth - 20 : (pageWidth - 20) / 2
    let panelHeight = all.count == 1 ? 420.0 : 310.0
    let left = panels.count < all.count ? 30.0 : 0
    var svg = SVG(width: pageWidth, height: headHeight + Double(rows) * panelHeight + left)
    head(&svg)
    if panels.isEmpty { svg.text("nothing is projected", x: 20, y: headHeight + 20, size: 13) }
    for panel in panels {
      let x = 10 + Double(panel.column) * panelWidth
      let y = headHeight + Double(panel.row) * panelHeight
      draw(panel, of: result, in: (x, y, panelWidth, panelHeight), &svg)
    }
    if left > 0 {
      svg.text(
        "\(all.count - panels.count) more fans are not drawn", x: 20,
        y: headHeight + Double(rows) * panelHeight + 10, size: 13)
    }
    return svg.document
  }

  /// The fans in their places: both sets of measures of an assessment stand beside each other.
  private static func panels(_ assessments: [Assessment]) -> [Panel] {
    var panels: [Panel] = []
    var place = 0
    for assessment in assessments {
      if assessment.projections.count > 1, !place.isMultiple(of: 2) { place += 1 }
      for projection in assessment.projections {
        panels.append(
          Panel(
            assessment: assessment, projection: projection, row: place / 2, column: place % 2))
        place += 1
      }
    }
    return panels
  }

  // MARK: - Colours and legend

  private static let fanColour = "#0072b2"
  private static let corridorColour = "#009e73"
  private static let targetColour = "#d55e00"
  private static let statedColour = "#222222"

  private static func head(_ svg: inout SVG) {
    svg.text(
      "Reduction against the baseline year, %: known, asked, and where it is heading", x: 20, y: 26,
      size: 16, weight: "bold")
    let y = 52.0
    var x = 26.0
    func next(_ words: String, _ svg: inout SVG, gap: Double, width: Double) {
      svg.text(words, x: x + gap, y: y, size: 13)
      x += width
    }
    svg.circle((x, y - 5), radius: 3.5, fill: statedColour)
    next("stated", &svg, gap: 9, width: 72)
    svg.circle((x, y - 5), radius: 3.5, fill: "#ffffff")
    next("derived, provisional", &svg, gap: 9, width: 158)
    svg.area(box(x, y), fill: corridorColour, opacity: 0.3)
    next("corridor", &svg, gap: 24, width: 100)
    svg.line([(x + 4, y), (x + 4, y - 10)], stroke: targetColour, width: 4)
    next("target, P of low/high edge", &svg, gap: 13, width: 196)
    svg.line([(x, y - 5), (x + 20, y - 5)], stroke: fanColour, width: 2.5)
    next("median", &svg, gap: 26, width: 92)
    svg.area(box(x, y), fill: fanColour, opacity: 0.42)
    next("68 %", &svg, gap: 24, width: 74)
    svg.area(box(x, y), fill: fanColour, opacity: 0.18)
    next("95 % of what may come", &svg, gap: 24, width: 0)
  }

  private static func box(_ x: Double, _ y: Double) -> [(x: Double, y: Double)] {
    [(x, y), (x + 18, y), (x + 18, y - 9), (x, y - 10)]
  }

  // MARK: - One fan

  private typealias Box = (left: Double, top: Double, width: Double, height: Double)

  private static func draw(
    _ panel: Panel, of result: AssessmentResult, in box: Box, _ svg: inout SVG
  ) {
    let frame = frame(panel, in: box)
    svg.text(
      title(panel.assessment, of: result), x: box.left + 12, y: box.top + 18, size: 14,
      weight: "bold")
    svg.text(subtitle(panel), x: box.left + 12, y: box.top + 35, size: 11.5)
    svg.axes(frame, unit: "", size: 12)
    corridor(panel.assessment, frame, &svg)
    fan(panel, frame, &svg)
    history(panel.assessment, frame, &svg)
    targets(panel, frame, &svg)
  }

  /// Room for every figure of all sets of measures, so that panels beside each other compare.
  private static func frame(_ panel: Panel, in box: Box) -> Frame {
    let assessment = panel.assessment
    let fans = assessment.projections.flatMap(\.fan)
    var years = fans.map(\.year) + assessment.path.map(\.year) + assessment.targets.map(\.year)
    years += assessment.series.filter { $0.reduction != nil }.map(\.point.year)
    var values = fans.flatMap { $0.reductions.map(\.points) }
    values += assessment.path.map(\.band.high.points) + assessment.targets.map(\.band.high.points)
    let first = startYear(assessment)
    values += assessment.series.filter { $0.point.year >= first }.compactMap(\.reduction?.points)
    let lowest = min(0, values.min() ?? 0)
    let highest = max(10, values.max() ?? 0)
    let margin = 0.05 * (highest - lowest)
    return Frame(
      left: box.left + 40, right: box.left + box.width - 100, top: box.top + 48,
      bottom: box.top + box.height - 44,
      times: Double(first)...Double(max(years.max() ?? first, first + 1)),
      values: (lowest < 0 ? lowest - margin : 0)...(highest + margin))
  }

  /// The first year drawn: that of the baseline or of the trend, whichever comes first.
  private static func startYear(_ assessment: Assessment) -> Int {
    let known = assessment.series.filter { $0.reduction != nil }.map(\.point.year)
    let trend = assessment.projections.compactMap { $0.trend?.years.min() }.min()
    let years = [assessment.baseline?.year, trend].compactMap { $0 }
    return years.min() ?? known.min() ?? assessment.targets.first?.year ?? 0
  }

  private static func corridor(_ assessment: Assessment, _ frame: Frame, _ svg: inout SVG) {
    let upper = assessment.path.map { frame.point(Double($0.year), $0.band.high.points) }
    let lower = assessment.path.map { frame.point(Double($0.year), $0.band.low.points) }
    svg.area(upper + lower.reversed(), fill: corridorColour, opacity: 0.3)
    svg.line(lower, stroke: corridorColour, width: 1.2)
  }

  /// The bands and the median; a thin line leads to them from the latest known year.
  private static func fan(_ panel: Panel, _ frame: Frame, _ svg: inout SVG) {
    guard let first = panel.projection.fan.first else { return }
    func edge(_ quantile: Int) -> [(x: Double, y: Double)] {
      panel.projection.fan.map {
        frame.point(Double($0.year), $0.reductions[quantile].points)
      }
    }
    svg.area(edge(4) + edge(0).reversed(), fill: fanColour, opacity: 0.18)
    svg.area(edge(3) + edge(1).reversed(), fill: fanColour, opacity: 0.3)
    svg.line(edge(2), stroke: fanColour, width: 2.5)
    let latest = panel.assessment.series.last { year in
      year.point.year < first.year && year.reduction != nil && !year.point.provisional
    }
    if let latest, let reduction = latest.reduction {
      svg.line(
        [
          frame.point(Double(latest.point.year), reduction.points),
          frame.point(Double(first.year), first.median.points),
        ], stroke: fanColour, width: 1.2, dash: "2 3")
    }
  }

  private static func history(_ assessment: Assessment, _ frame: Frame, _ svg: inout SVG) {
    let known = assessment.series.filter { Double($0.point.year) >= frame.times.lowerBound }
    let points = known.compactMap { year in
      year.reduction.map { (year.point, frame.point(Double(year.point.year), $0.points)) }
    }
    svg.line(points.map(\.1), stroke: "#999999", width: 0.8)
    for (point, place) in points {
      let isFirm = point.provenance == .stated && !point.provisional
      svg.circle(place, radius: 3.5, fill: isFirm ? statedColour : "#ffffff")
    }
  }

  /// The targets, each with its probability beside it.
  private static func targets(_ panel: Panel, _ frame: Frame, _ svg: inout SVG) {
    for target in panel.assessment.targets {
      let low = frame.point(Double(target.year), target.band.low.points)
      let high = frame.point(Double(target.year), target.band.high.points)
      // A single value is drawn as tall as the line is wide.
      let height = max(0, 4 - (low.y - high.y)) / 2
      svg.line(
        [(low.x, low.y + height), (high.x, high.y - height)], stroke: targetColour, width: 4)
      let at = panel.projection.probabilities.first { $0.rho == panel.projection.fanCorrelation }
      guard let found = at?.targets.first(where: { $0.year == target.year }) else { continue }
      let chance = "P \(Shown.probability(found, of: target.band)) %"
      if target.year == panel.assessment.targets.last?.year {
        let y = (low.y + high.y) / 2
        svg.text(chance, x: low.x + 7, y: y, size: 12.5, weight: "bold")
        svg.text("in \(target.year)", x: low.x + 7, y: y + 14, size: 12)
      } else {
        svg.text(
          chance, x: low.x + 5, y: low.y + height + 17, size: 12.5, weight: "bold",
          hasHalo: true)
      }
    }
  }

  // MARK: - Words

  private static func title(_ assessment: Assessment, of result: AssessmentResult) -> String {
    var place = result.name(of: assessment.territory)
    if let area = assessment.territory.area { place = "\(area) \(place)" }
    if let ring = assessment.territory.ring { place += " \(ring.label)" }
    return "\(place.truncated(to: 36)): \(assessment.subject)"
      + (assessment.isShadow ? " (shadow)" : "")
  }

  private static func subtitle(_ panel: Panel) -> String {
    let projection = panel.projection
    let isGiven = projection.given?.rho == projection.fanCorrelation
    let way = projection.draws.map { "\(Shown.count($0)) draws" } ?? "closed form"
    let text =
      "\(projection.measureWords), \(projection.model.rawValue), "
      + "rho \(Shown.plain(projection.fanCorrelation))\(isGiven ? "" : " (none given)"), \(way)"
    let boundary = "; \(panel.assessment.boundary)"
    return text.count + boundary.count <= longestSubtitle ? text + boundary : text
  }

  /// The letters that fit over a fan.
  private static let longestSubtitle = 70
}
