// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment

/// A result as tables for people.
///
/// Emissions of the nation are in kt/yr, all others in t/yr; reductions, paths and paces are in
/// percentage points of the baseline. What is not known is a dash. Long lists are cut and say so.
public struct TextFormat: ResultFormat {
  /// Whether to colour, by ANSI escape codes.
  public let colour: Bool
  /// The columns a line may have.
  public let width: Int

  /// Makes the format.
  ///
  /// - Parameters:
  ///   - colour: whether to colour, by ANSI escape codes.
  ///   - width: the columns a line may have; 100 when not given. Tables need some
  ///     90 and run over a narrower width; text never wraps below 80.
  public init(colour: Bool = false, width: Int? = nil) {
    self.colour = colour
    self.width = max(80, width ?? 100)
  }

  /// The ending of files in this format, without a point.
  public var fileExtension: String { "txt" }

  /// Writes a result.
  ///
  /// - Parameters:
  ///   - result: what the assessment found.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  public func write(
    _ result: AssessmentResult, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    var report = TextReport(result: result, run: run, colour: colour, width: width)
    report.header()
    report.nation()
    report.projections()
    report.joint()
    report.territories()
    report.areas()
    report.flags()
    report.closure()
    report.counts()
    report.caveats()
    stream.write(report.text)
  }
}

/// The text of one result as it is written.
struct TextReport {
  let result: AssessmentResult
  let run: RunRecord
  let colour: Bool
  let width: Int
  let marks: PolicyMarks
  private(set) var text = ""

  init(result: AssessmentResult, run: RunRecord, colour: Bool, width: Int) {
    self.result = result
    self.run = run
    self.colour = colour
    self.width = width
    self.marks = PolicyMarks(result.policy)
  }

  mutating func line(_ text: Inked = "") {
    self.text += text.text(colour: colour) + "\n"
  }

  /// A paragraph, wrapped; lines after the first are indented.
  mutating func paragraph(_ text: String, _ ink: Ink = .plain, indent: Int = 2) {
    let lines = text.wrapped(to: width - indent)
    for (index, one) in lines.enumerated() {
      line(Inked(String(repeating: " ", count: index == 0 ? 0 : indent) + one, ink))
    }
  }

  /// An empty line and the title of a section, with a remark behind it.
  mutating func title(_ title: String, _ remark: String = "") {
    line()
    var text = Inked(title, .bold)
    if !remark.isEmpty {
      text.append("  " + remark.truncated(to: max(10, width - title.displayWidth - 2)), .dim)
    }
    line(text)
  }

  mutating func table(_ table: TextTable) {
    for line in table.lines(colour: colour, width: width) { text += line + "\n" }
  }

  /// Remarks under a table, parted by semicolons and never broken inside.
  mutating func legend(_ remarks: [String]) {
    var current = ""
    for (index, remark) in remarks.enumerated() {
      let piece = index == remarks.count - 1 ? remark : remark + ";"
      if !current.isEmpty, current.displayWidth + 1 + piece.displayWidth > width - 2 {
        paragraph(current, .dim)
        current = ""
      }
      current += current.isEmpty ? piece : " " + piece
    }
    if !current.isEmpty { paragraph(current, .dim) }
  }

  /// What stands under a list that was cut.
  mutating func more(_ count: Int, _ what: String = "more") {
    if count > 0 { line(Inked("… and \(Shown.count(count)) \(what)", .dim)) }
  }
}
