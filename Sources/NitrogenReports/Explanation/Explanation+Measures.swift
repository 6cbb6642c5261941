// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension Explanation {
  /// The measures that count, and what they leave.
  func measures(_ projection: Projection, _ lines: inout Lines) {
    defer {
      for note in projection.notes { lines.add(note, 3) }
    }
    guard !projection.measures.isEmpty else {
      lines.add("no measures count", 2)
      return
    }
    lines.add("measures that count: \(Shown.count(projection.measures.count))", 2)
    for id in projection.measures {
      guard let measure = measure(id) else {
        lines.add(id, 3)
        continue
      }
      var text = "\(id): \(measure.title.isEmpty ? "" : measure.title + ", ")"
      text += "\(measure.evidence.rawValue), takes away \(percent(measure.effect))"
      if let spread = measure.spread { text += ", standard deviation \(percent(spread))" }
      text += ", from \(measure.from)"
      if let to = measure.to { text += " to \(to)" }
      if let group = measure.overlapGroup { text += ", overlap group \(group)" }
      if let technique = measure.technique { text += ", technique \(technique)" }
      lines.add("\(text)  \(measure.origin)", 3)
    }
    let factors = runs(of: projection.course.filter { $0.factor != 1 })
    if !factors.isEmpty {
      lines.add("they leave, at their effects on paper: \(factors.joined(separator: ", "))", 3)
    }
  }

  /// `F(2028) = 0.98, F(2030 to 2035) = 0.96`: years with the same factor together.
  private func runs(of years: [Projection.CourseYear]) -> [String] {
    var runs: [(first: Int, last: Int, factor: Double)] = []
    for year in years {
      if let run = runs.last, run.last + 1 == year.year, run.factor == year.factor {
        runs[runs.count - 1].last = year.year
      } else {
        runs.append((year.year, year.year, year.factor))
      }
    }
    return runs.map { run in
      let span = run.first == run.last ? "\(run.first)" : "\(run.first) to \(run.last)"
      return "F(\(span)) = \(digits(run.factor))"
    }
  }

  /// The measure of a name as ``MeasureSelection/Entry/name``.
  private func measure(_ name: String) -> Measure? { planned[name] }
}
