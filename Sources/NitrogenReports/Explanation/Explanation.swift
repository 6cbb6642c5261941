// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore

/// Leads the numbers of one assessment back to their rows, formulas and lines of policy.
public struct Explanation {
  let assessment: Assessment
  let result: AssessmentResult
  private let values: [RowReference: EmissionRecord]
  private let national: [NationalCell: [EmissionRecord]]
  /// The measures of the run by name, dataset first.
  let planned: [String: Measure]

  private struct NationalCell: Hashable {
    let vintage: Vintage
    let pollutant: Pollutant
    let year: Int
  }

  /// Prepares an explanation.
  ///
  /// - Parameters:
  ///   - assessment: what is to be explained.
  ///   - result: the result it is part of.
  ///   - datasets: the datasets of the run, with their rows.
  public init(_ assessment: Assessment, in result: AssessmentResult, datasets: [Dataset]) {
    self.assessment = assessment
    self.result = result
    let records =
      datasets.flatMap(\.records) + result.reference.inventory.records.map(\.record)
    values = Dictionary(records.map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
    planned = Dictionary(
      datasets.flatMap { dataset in
        dataset.measures.map {
          (MeasureSelection.Entry(dataset: dataset.name, measure: $0).name, $0)
        }
      }, uniquingKeysWith: { first, _ in first })
    national = Dictionary(grouping: result.reference.inventory.records.map(\.record)) {
      NationalCell(vintage: $0.vintage, pollutant: $0.pollutant, year: $0.year)
    }
  }

  /// The explanation as text.
  ///
  /// - Parameter target: only the verdict of this target year; `nil` for all.
  /// - Returns: the text, several lines.
  public func text(target: Int? = nil) -> String {
    var lines = Lines()
    heading(&lines)
    figures(&lines)
    for verdict in assessment.verdicts where target == nil || verdict.target == target {
      explain(verdict, &lines)
    }
    pace(&lines)
    policy(&lines)
    return lines.text
  }

  // MARK: - Heading

  private func heading(_ lines: inout Lines) {
    let territory = assessment.territory
    var name = result.name(of: territory)
    if let area = territory.area { name += " (\(area))" }
    if let ring = territory.ring { name += ", ring \(ring.label)" }
    if let code = territory.code { name += " (\(code))" }
    lines.add("\(name): \(assessment.slice.label) \(assessment.pollutant.label)")
    lines.add("boundary \(assessment.boundary)", 1)
    if let table = result.reference.boundaries[assessment.boundary] {
      lines.add(table.title, 2)
      if let doubt = table.doubt { lines.add("doubt: \(doubt)", 2) }
    }
    if let dataset = assessment.dataset {
      lines.add("dataset \(dataset), figures \(assessment.grade.rawValue)", 1)
    } else {
      lines.add("national inventory, figures \(assessment.grade.rawValue)", 1)
    }
    if !assessment.missing.isEmpty {
      lines.add("not known: " + assessment.missing.joined(separator: "; "), 1)
    }
  }

  // MARK: - Emissions and reductions

  private func figures(_ lines: inout Lines) {
    lines.add("")
    if let baseline = assessment.baseline {
      lines.add(
        "baseline B = E(\(baseline.year)) = \(kilograms(baseline.emission)), "
          + baseline.provenance.label)
    } else {
      lines.add("baseline: not known")
    }
    for year in assessment.series where isRelevant(year) {
      lines.add("")
      explain(year, &lines)
    }
  }

  /// The baseline year, the stated years, and the year the verdicts rest on.
  private func isRelevant(_ year: AssessedYear) -> Bool {
    year.point.basis == .stated || year.point.year == assessment.baseline?.year
      || assessment.verdicts.contains { $0.assessedYear == year.point.year }
  }

  private func explain(_ year: AssessedYear, _ lines: inout Lines) {
    let point = year.point
    let value = point.emission.map(kilograms) ?? "not known"
    let provisional = point.provisional ? ", provisional" : ""
    lines.add("E(\(point.year)) = \(value), \(point.provenance.label)\(provisional)")
    if let rule = point.provenance.rule { lines.add(rule, 1) }
    if point.basis == .nationalIndex { index(point, &lines) }
    if point.rows.isEmpty { lines.add("no rows", 1) }
    for row in point.rows {
      let record = values[row]
      let figure = record?.emission.map(kilograms) ?? "empty"
      let label = record.map { self.label($0) } ?? ""
      lines.add("\(row)  \(figure)  \(label)", 1)
    }
    if let reduction = year.reduction, let baseline = assessment.baseline,
      let emission = point.emission
    {
      lines.add(
        "r(\(point.year)) = 1 - E/B = 1 - \(Shown.plain(emission.kilogramsPerYear)) / "
          + "\(Shown.plain(baseline.emission.kilogramsPerYear)) = \(percent(reduction))", 1)
    }
  }

  private func label(_ record: EmissionRecord) -> String {
    let activity =
      switch record.activity {
      case .slice(let slice, _): slice.label
      case .code(let code): code.label
      }
    var place = ""
    if let ring = record.territory.ring { place = "ring \(ring.label) " }
    return "\(place)\(activity) \(record.year), \(record.vintage)"
  }

  /// The national rows of both years of an index.
  private func index(_ point: SeriesPoint, _ lines: inout Lines) {
    guard let stated = point.rows.compactMap({ values[$0] }).first,
      let name = result.policy.text(.indexVintage(assessment.pollutant))
    else { return }
    let boundary =
      result.policy.text(.indexBoundary(assessment.boundary)).map { BoundaryID(rawValue: $0) }
      ?? assessment.boundary
    guard let table = result.reference.boundaries[boundary] else { return }
    for year in [point.year, stated.year] {
      let cell = NationalCell(
        vintage: Vintage(rawValue: name), pollutant: assessment.pollutant, year: year)
      let rows = (national[cell] ?? []).filter { record in
        guard case .code(let code) = record.activity,
          case .slice(let slice) = table.resolve(code)
        else { return false }
        return slice.sector == assessment.slice.sector
      }
      let total = rows.compactMap(\.emission).reduce(EmissionRate.zero, +)
      lines.add("I(\(year)) = \(kilograms(total))", 2)
      for row in rows.sorted(by: { $0.origin < $1.origin }) {
        let figure = row.emission.map(kilograms) ?? "empty"
        lines.add("\(row.origin)  \(figure)  \(label(row))", 3)
      }
    }
  }

  // MARK: - Verdicts

  private func explain(_ verdict: Verdict, _ lines: inout Lines) {
    lines.add("")
    guard let year = verdict.target else {
      lines.add("no verdict: \(verdict.status.rawValue)")
      for reason in verdict.reasons { lines.add("\(reason.code): \(reason.sentence)", 1) }
      return
    }
    if let target = assessment.targets.first(where: { $0.year == year }) {
      lines.add(
        "target \(year): \(band(target.band)), \(target.kind.rawValue), \(target.entry.citation)")
      if let baseline = assessment.baseline {
        let low = baseline.ceiling(for: target.band.low)
        let high = baseline.ceiling(for: target.band.high)
        lines.add(
          "ceiling C = B (1 - tau) = \(kilograms(low)) at the low edge, "
            + "\(kilograms(high)) at the high edge", 1)
      }
    }
    if let assessed = verdict.assessedYear, assessed < year,
      let path = assessment.path.first(where: { $0.year == assessed })
    {
      lines.add("path(\(assessed)) = \(band(path.band)), \(pathFormula(at: assessed))", 1)
    }
    lines.add("verdict \(verdict.status.rawValue)" + marks(verdict), 1)
    for reason in verdict.reasons { lines.add("\(reason.code): \(reason.sentence)", 2) }
    if let gap = assessment.remainingGap.first(where: { $0.target == year }),
      let baseline = assessment.baseline
    {
      lines.add(
        "left to do = max(0, tau - r) B = \(Shown.plain(gap.low.share.value)) x "
          + "\(Shown.plain(baseline.emission.kilogramsPerYear)) = \(kilograms(gap.low.emission)) "
          + "(\(points(gap.low.share))) to the low edge, \(kilograms(gap.high.emission)) "
          + "(\(points(gap.high.share))) to the high edge", 1)
    }
    if let consequence = verdict.consequence {
      lines.add("a miss brings: \(consequence.name), \(consequence.entry.citation)", 1)
    }
    probability(of: year, &lines)
  }

  private func marks(_ verdict: Verdict) -> String {
    var marks: [String] = []
    if verdict.isInherited { marks.append("inherited from the nation") }
    if verdict.isFlagged { marks.append("FLAG") }
    if let basis = verdict.basis { marks.append("basis \(basis.rawValue)") }
    return marks.isEmpty ? "" : " (" + marks.joined(separator: ", ") + ")"
  }

  /// The stretch of the path that a year lies on, with its numbers.
  private func pathFormula(at year: Int) -> String {
    let shape = result.policy.text("reading.A08") ?? ""
    let base = assessment.path.first?.year ?? year
    let stops = [(base, Band.none)] + assessment.targets.map { ($0.year, $0.band) }
    guard shape == Trajectory.Shape.piecewise.rawValue,
      let end = stops.firstIndex(where: { $0.0 >= year }), end > 0
    else { return "shape \(shape)" }
    let (from, fromBand) = stops[end - 1]
    let (to, toBand) = stops[end]
    return "\(percent(fromBand.low)) + (\(percent(toBand.low)) - \(percent(fromBand.low))) x "
      + "(\(year) - \(from)) / (\(to) - \(from)) at the low edge"
  }

  // MARK: - Pace

  private func pace(_ lines: inout Lines) {
    guard let soFar = assessment.pace.soFar, let baseline = assessment.baseline,
      let year = assessment.verdicts.compactMap(\.assessedYear).first,
      let reduction = assessment.series.first(where: { $0.point.year == year })?.reduction
    else { return }
    lines.add("")
    lines.add(
      "pace so far = r(\(year)) / (\(year) - \(baseline.year)) = \(points(reduction)) / "
        + "\(year - baseline.year) = \(points(Fraction(soFar))) a year")
    if let fit = assessment.pace.fit {
      lines.add(
        "straight line through \(fit.years) stated reductions: \(points(Fraction(fit.slope))) a "
          + "year, standard error \(points(Fraction(fit.standardError)))", 1)
    }
    for needed in assessment.pace.needed {
      lines.add(
        "needed to \(needed.target) = max(0, tau - r) / (\(needed.target) - \(year)) = "
          + "\(points(Fraction(needed.low))) a year to the low edge, "
          + "\(points(Fraction(needed.high))) to the high edge", 1)
    }
  }

  // MARK: - Policy

  private func policy(_ lines: inout Lines) {
    lines.add("")
    lines.add("policy lines")
    for key in assessment.policyKeys {
      guard let entry = result.policy[key] else { continue }
      let record = entry.record
      var text = "\(entry.citation) = \(PolicyTables.value(record)), \(record.status.rawValue)"
      if entry.isSecondHand { text += ", SECOND-HAND" }
      if entry.isUserAssumption { text += ", ASSUMPTION OF THE USER" }
      lines.add(text, 1)
      if let reference = record.reference { lines.add(reference.text, 2) }
      let origin = record.origin
      lines.add("stands in \(origin.file.isEmpty ? "the command line" : origin.description)", 2)
    }
  }
}
