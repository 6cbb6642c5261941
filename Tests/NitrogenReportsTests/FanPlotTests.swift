// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenFigures
import NitrogenReports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FanPlotTests {
  private func plot(_ assessments: [Assessment], rho: Double? = 0.85) -> String {
    FanPlot.svg(assessments, of: SampleProjections.result(rho: rho))
  }

  @Test func bothSetsOfMeasuresStandBesideEachOther() throws {
    let single = SampleProjections.result(rho: 0.85).assessments[1]
    let text = plot([single, SampleProjections.long(rho: 0.85)])
    // The single fan leaves the place beside it open.
    #expect(text.contains("height=\"692\""))
    #expect(text.count(of: "existing measures, log-linear, rho 0.85") == 2)
    #expect(text.count(of: "additional measures, log-linear, rho 0.85") == 1)
    #expect(text.contains(">Netherlands: industry NH3 (shadow)<"))
    #expect(text.count(of: ">23 Fochteloërveen: agriculture NH3<") == 2)
  }

  @Test func everyFanHasBandsMedianKnownYearsAndTargets() {
    let text = plot([SampleProjections.long(rho: 0.85)])
    // A box in the legend for each of three areas; corridor and two bands in each of two panels.
    #expect(text.count(of: "<polygon") == 3 + 2 * 3)
    // Two marks in the legend, then the years from 2014 on, the first of the trend.
    #expect(text.count(of: "<circle") == 2 + 2 * 12)
    // One mark in the legend, then 2014, derived, and 2025, provisional.
    #expect(text.count(of: "fill=\"#ffffff\" stroke=\"#333333\"") == 1 + 2 * 2)
    // Probabilities of both targets with existing and with additional measures.
    for chance in ["P 95/90 %", "P 57/27 %", "P &gt;99/&gt;99 %", "P 91/71 %"] {
      #expect(text.count(of: ">\(chance)<") == 1, "\(chance)")
    }
  }

  @Test func withoutAGivenCorrelationThePictureSaysSo() {
    #expect(
      plot([SampleProjections.long(rho: nil)], rho: nil).contains(
        "rho 0.9 (none given), 10 000 draws<")
    )
  }

  @Test func nothingToDrawIsSaid() {
    #expect(plot([SampleResult.result.assessments[0]]).contains(">nothing is projected<"))
  }

  @Test func whatIsTooMuchIsCounted() {
    let many = Array(repeating: SampleProjections.long(rho: 0.85), count: 21)
    let text = plot(many)
    #expect(text.contains(">2 more fans are not drawn<"))
    #expect(text.count(of: "<polygon") == 3 + FanPlot.mostPanels * 3)
  }

  @Test func thePictureIsSoundXML() {
    let parser = XMLParser(data: Data(plot([SampleProjections.long(rho: 0.85)]).utf8))
    #expect(parser.parse())
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
