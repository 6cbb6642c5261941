// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
public import NitrogenReports

/// Width studies as a picture: emission within each width, by sector.
public enum ZoneStudyPlot {
  private static let colours = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000",
  ]
  private static let panelHeight = 300.0

  /// The picture: a panel per study and edition, a line per sector.
  ///
  /// - Parameter studies: one an area.
  /// - Returns: an SVG document.
  public static func svg(_ studies: [ZoneStudy]) -> String {
    let panels = studies.flatMap { study in
      Set(study.rows.map(\.entry.edition)).sorted().map { (study, $0) }
    }
    var svg = SVG(width: 820, height: 60 + Double(max(panels.count, 1)) * panelHeight)
    svg.text(
      "Emission inside and within the width of a zone", x: 20, y: 28, size: 15, weight: "bold")
    if panels.isEmpty { svg.text("no source lies within any width", x: 20, y: 60, size: 12) }
    for (number, (study, edition)) in panels.enumerated() {
      panel(study, edition, top: 48 + Double(number) * panelHeight, &svg)
    }
    return svg.document
  }

  private static func panel(
    _ study: ZoneStudy, _ edition: ZoneTable.Edition, top: Double, _ svg: inout SVG
  ) {
    let rows = study.rows.filter { $0.entry.edition == edition }
    let highest = rows.map { $0.sum.known.tonnesPerYear }.max() ?? 0
    let widest = Double(study.widths.max() ?? 1)
    let frame = Frame(
      left: 80, right: 600, top: top + 30, bottom: top + panelHeight - 40,
      times: 0...max(widest, 1), values: 0...(highest > 0 ? highest * 1.05 : 1))
    let name = [study.area.map { "\($0)" }, study.name].compactMap { $0 }.joined(separator: " ")
    svg.text(
      "\(name): \(edition.pollutant.label) \(edition.year), \(edition.vintage)", x: 80,
      y: top + 12, size: 12, weight: "bold")
    svg.axes(frame, unit: "t/yr")
    svg.text("width, m", x: frame.right, y: frame.bottom + 32, size: 10, anchor: "end")
    let entries = Set(rows.map(\.entry)).sorted()
    for (number, entry) in entries.enumerated() {
      let colour = colours[number % colours.count]
      let points = rows.filter { $0.entry == entry }.map {
        frame.point(Double($0.width), $0.sum.known.tonnesPerYear)
      }
      svg.line(points, stroke: colour, width: 2)
      for point in points { svg.circle(point, radius: 2, fill: colour) }
      let y = frame.top + 12 + Double(number) * 18
      svg.line([(620, y - 4), (644, y - 4)], stroke: colour, width: 2)
      svg.text(entry.slice.label, x: 650, y: y, size: 11)
    }
  }
}
