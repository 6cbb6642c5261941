// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
import NitrogenReports
public import NitrogenWords
import NumericMethods

/// The pace so far beside the pace needed for each target still ahead.
public enum PaceFigure {
  /// Draws the pace of some series, a line each.
  ///
  /// - Parameters:
  ///   - assessments: the series; those without a pace so far or a target ahead are left out.
  ///   - narrator: the words, and the result they are part of.
  /// - Returns: the figure; `nil` where there is no pace to draw.
  public static func make(_ assessments: [Assessment], narrator: Narrator) -> Figure? {
    let rows = assessments.compactMap(PaceRow.init)
    guard !rows.isEmpty else { return nil }
    return PaceDrawing(rows: rows, narrator: narrator).figure()
  }
}

/// The pace of one series, in points of the baseline a year.
struct PaceRow {
  let assessment: Assessment
  let soFar: Double
  /// The 95 % interval of the line through the stated years; `nil` where there is none.
  let interval: ClosedRange<Double>?
  let needed: [Pace.Needed]

  /// The pace of a series; `nil` where nothing is known of it or no target is ahead.
  init?(_ assessment: Assessment) {
    guard let soFar = assessment.pace.soFar, !assessment.pace.needed.isEmpty else { return nil }
    self.assessment = assessment
    self.soFar = 100 * soFar
    needed = assessment.pace.needed.sorted { $0.target < $1.target }
    interval = assessment.pace.fit.flatMap { fit in
      guard fit.years > 2, fit.standardError > 0 else { return nil }
      let factor = StudentT(degreesOfFreedom: Double(fit.years - 2)).quantile(0.975)
      let half = 100 * factor * fit.standardError
      return (100 * fit.slope - half)...(100 * fit.slope + half)
    }
  }
}
