// SPDX-License-Identifier: GPL-3.0-or-later

package import NitrogenAssessment
import NitrogenCore

/// Rows that say how assessments stand: baseline, latest year, path, verdicts, gap, pace.
struct StandingTable {
  private(set) var table: TextTable
  private let unit: ShownUnit
  private let targetYears: [Int]
  private let baselineYear: Int?
  private let isShort: Bool
  private let paths: StatusMarks

  /// Makes an empty table for the assessments it is going to hold.
  ///
  /// - Parameters:
  ///   - assessments: what it is going to hold.
  ///   - unit: the unit of emissions.
  ///   - isShort: whether statuses are single short words.
  init(_ assessments: [Assessment], unit: ShownUnit, isShort: Bool) {
    self.unit = unit
    self.isShort = isShort
    self.paths = StatusMarks(assessments)
    self.targetYears = Set(assessments.flatMap { $0.targets.map(\.year) }).sorted()
    let baselines = Set(assessments.compactMap(\.baseline?.year))
    self.baselineYear = baselines.count == 1 ? baselines.first : nil
    let finals = Set(assessments.compactMap { $0.targets.last?.year })
    let final = finals.count == 1 ? finals.map(String.init).joined() : "last"
    var columns = [
      TextTable.Column("", .left),
      TextTable.Column(unit.rawValue, group: baselineYear.map(String.init) ?? "baseline"),
      .markers,
      TextTable.Column(unit.rawValue, group: "latest"),
      .markers,
      TextTable.Column("year", gap: 1),
      TextTable.Column("%", group: "less"),
      TextTable.Column("%", group: "path"),
    ]
    columns += targetYears.map { TextTable.Column(String($0), .left) }
    if targetYears.isEmpty { columns.append(TextTable.Column("target", .left)) }
    columns += [
      TextTable.Column(unit.rawValue, group: "gap to \(final)", span: 2),
      TextTable.Column("pt", gap: 1),
      TextTable.Column("so far", group: "pace, pt/yr", span: 2),
      TextTable.Column("needed", gap: 1),
    ]
    self.table = TextTable(columns)
  }

  mutating func heading(_ text: String) { table.heading(Inked(text, .dim)) }

  mutating func add(_ assessment: Assessment, label: String) {
    let latest = assessment.latest
    let path = assessment.path.first { $0.year == latest?.point.year }
    let gap = assessment.remainingGap.last
    let needed = assessment.pace.needed.last
    var label = label
    while label.last == " " { label.removeLast() }
    if assessment.isShadow { label += " shadow" }
    if baselineYear == nil, let baseline = assessment.baseline { label += " (\(baseline.year))" }
    var cells = [Inked(label)] + unit.baselineCells(assessment) + unit.cells(latest?.point)
    cells += [
      Inked(latest.map { String($0.point.year) } ?? Shown.missing),
      Inked(Shown.number(latest?.reduction?.points)),
      Inked(Shown.band(path?.band)),
    ]
    cells += statuses(assessment)
    cells += [
      gap.map { Inked(unit.text($0.low.emission)) } ?? blank(assessment),
      gap.map { Inked(Shown.number($0.low.share.points)) } ?? blank(assessment),
      Inked(Shown.number(assessment.pace.soFar.map { $0 * 100 })),
      Inked(Shown.number(needed.map { $0.low * 100 })),
    ]
    table.row(assessment.isShadow ? cells.map { $0.all(.dim) } : cells)
  }

  /// What stands where there is no gap: nothing where the reason runs on over it.
  private func blank(_ assessment: Assessment) -> Inked {
    assessment.verdicts.last?.status == .undetermined ? "" : Inked(Shown.missing)
  }

  /// The verdict of each target year; where no target applies, the only verdict stands last.
  private func statuses(_ assessment: Assessment) -> [Inked] {
    let years: [Int?] = targetYears.isEmpty ? [nil] : targetYears
    return years.enumerated().map { index, year in
      let isLast = index == years.count - 1
      let verdict =
        assessment.verdicts.first { $0.target == year }
        ?? (isLast ? assessment.verdicts.first { $0.target == nil } : nil)
      return verdict.map { text(of: $0, isLast: isLast) } ?? Inked(Shown.missing)
    }
  }

  /// The status; in the last column with the reason where there is none, since there is room for
  /// it, and with `n` where it is the nation's, `p` where it is provisional and `a` where it
  /// rests on the path alone while others do not.
  private func text(of verdict: Verdict, isLast: Bool) -> Inked {
    let isOpen = verdict.status == .undetermined
    let words = isShort || isOpen ? verdict.status.word : verdict.status.words
    var text = Inked(words, verdict.status.ink)
    guard isLast else { return text }
    if isOpen { text.append(" \(verdict.shortReason)", .dim) }
    if verdict.isInherited { text.append(" n", .dim) }
    if verdict.isProvisional { text.append(" p", .dim) }
    let path = paths.word(of: verdict)
    if !path.isEmpty { text.append(" \(path)", .dim) }
    text.spills = isOpen
    return text
  }
}

extension Assessment {
  /// The latest definitive year that counts; `nil` when there is none.
  var latest: AssessedYear? {
    guard let year = verdicts.lazy.compactMap(\.assessedYear).first else { return nil }
    return series.last { $0.point.year == year }
  }

  /// The sector or part and the compound.
  package var subject: String { "\(slice.label) \(pollutant.label)" }

  /// The releases of the figures, each once, in order.
  var vintages: [String] {
    Set(series.map(\.point.vintage)).sorted().map(\.rawValue)
  }
}

extension SeriesPoint {
  /// Whether something is known and something is not.
  var isIncomplete: Bool { emission != nil && !missing.isEmpty }
}
