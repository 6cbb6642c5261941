// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenWords

/// What a corridor figure says in words and in its table.
struct CorridorWording {
  let content: CorridorContent
  let narrator: Narrator
  var words: Words { narrator.words }

  init(_ content: CorridorContent, _ narrator: Narrator) {
    self.content = content
    self.narrator = narrator
  }

  private var assessment: Assessment { content.assessment }

  var title: String {
    let values: [String: Words.Value] = [
      "place": .text(narrator.name(assessment.territory)),
      "pollutant": .text(narrator.pollutant(assessment.pollutant)),
      "sector": .text(narrator.slice(assessment.slice)),
      "boundary": .text(assessment.boundary.rawValue),
    ]
    return words(
      assessment.isShadow ? FigurePhrase.corridorTitleShadow : FigurePhrase.corridorTitle, values)
  }

  /// An emission in the unit of the figure, without it.
  func number(_ value: Double) -> String { words.number(value, decimals: content.decimals) }

  /// Two emissions, or one where they are the same.
  func range(_ low: Double, _ high: Double) -> String {
    let (low, high) = (number(low), number(high))
    return low == high ? low : "\(low)–\(high)"
  }

  var unit: Words.Value { .text(content.unit.rawValue) }

  /// The emissions between which a target lies, the lower first.
  func ceiling(_ band: Band) -> String { range(content.left(band.high), content.left(band.low)) }

  /// `102,3 kt, 10,3 % minder`.
  func level(_ year: AssessedYear) -> String {
    guard let emission = content.emission(year), let reduction = year.reduction else { return "" }
    let values: [String: Words.Value] = [
      "emission": .text(number(emission)), "unit": unit,
      "percent": .text(words.percent(Fraction(abs(reduction.value)))),
    ]
    return words(
      reduction.value < -0.0005 ? FigurePhrase.latestLevelMore : FigurePhrase.latestLevel, values)
  }

  var gap: String? {
    guard let gap = content.gap?.target else { return nil }
    let unit = content.unit
    return words(
      FigurePhrase.leftToDo,
      [
        "emission": .text(range(unit.number(gap.low.emission), unit.number(gap.high.emission))),
        "unit": self.unit,
      ])
  }

  // MARK: - For who cannot see it

  var alternative: String {
    var sentences = [
      words(
        FigurePhrase.corridorAlternative,
        [
          "pollutant": .text(narrator.pollutant(assessment.pollutant)),
          "sector": .text(narrator.slice(assessment.slice)),
          "place": .text(narrator.name(assessment.territory)),
          "first": "\(content.years.lowerBound)", "last": "\(content.years.upperBound)",
        ])
    ]
    if let latest = content.latest {
      sentences.append(
        "\(content.baseline.year): \(number(content.base)) \(content.unit.rawValue); "
          + "\(latest.point.year): \(level(latest)).")
    }
    for target in content.targets { sentences += self.sentences(on: target) }
    if content.isStraight { sentences.append(words(FigurePhrase.corridorStraight)) }
    if let gap = content.gap?.target {
      let unit = content.unit
      sentences.append(
        words(
          FigurePhrase.corridorGap,
          [
            "year": "\(gap.target)", "unit": self.unit,
            "emission": .text(range(unit.number(gap.low.emission), unit.number(gap.high.emission))),
          ]))
    }
    return sentences.joined(separator: " ")
  }

  private func sentences(on target: Target) -> [String] {
    var sentences = [
      words(
        FigurePhrase.corridorAsked,
        [
          "year": "\(target.year)", "emission": .text(ceiling(target.band)), "unit": unit,
          "band": .text(words.band(target.band)),
        ])
    ]
    if let ahead = content.fan.first(where: { $0.year == target.year }),
      let low = ahead.quantiles.first, let high = ahead.quantiles.last
    {
      sentences.append(
        words(
          FigurePhrase.corridorExpected,
          [
            "year": "\(target.year)", "median": .text(number(ahead.median)),
            "low": .text(number(low)), "high": .text(number(high)), "unit": unit,
          ]))
    }
    if let ahead = content.additional.first(where: { $0.year == target.year }) {
      sentences.append(
        words(
          FigurePhrase.corridorExpectedAdditional,
          ["median": .text(number(ahead.median)), "unit": unit]))
    }
    if let verdict = assessment.verdict(for: target.year) {
      sentences.append(
        words(
          verdict.isInherited
            ? FigurePhrase.corridorVerdictInherited : FigurePhrase.corridorVerdict,
          ["year": "\(target.year)", "status": .text(narrator.status(verdict.status))]))
    }
    return sentences
  }

  // MARK: - The table behind it

  /// What is drawn, a row a year.
  func table(name: String) -> DataTable {
    let (unit, decimals) = (content.unit, content.decimals)
    func column(_ key: String, _ title: FigurePhrase) -> DataTable.Column {
      unit.column(key, title: words(title), decimals: decimals)
    }
    var columns: [DataTable.Column] = [
      .init("year", title: words(FigurePhrase.columnYear), .year),
      column("emission", .columnEmission),
      .init(
        "share_percent", title: words(FigurePhrase.columnShare), unit: "%", .number(decimals: 1)),
      .init("provenance", title: words(FigurePhrase.columnKnown)),
      column("ceiling_low_edge", .columnCeilingLow),
      column("ceiling_high_edge", .columnCeilingHigh),
    ]
    if !content.fan.isEmpty {
      columns += [
        column("expected_p02_5", .columnLowest), column("expected_p16", .columnLower),
        column("expected_median", .columnMedian), column("expected_p84", .columnUpper),
        column("expected_p97_5", .columnHighest),
      ]
    }
    if !content.additional.isEmpty {
      columns.append(column("additional_median", .columnAdditional))
    }
    var table = DataTable(name: String(name.prefix(31)), title: title, columns: columns)
    for year in content.years {
      guard let row = row(of: year) else { continue }
      table.append(row)
    }
    return table
  }

  /// A year of the table; `nil` where nothing is drawn in it.
  private func row(of year: Int) -> [DataTable.Cell]? {
    let known = content.history.first { $0.point.year == year }
    let band =
      assessment.path.first { $0.year == year }?.band
      ?? content.targets.first { $0.year == year }?.band
    let ahead = content.fan.first { $0.year == year }
    let additional = content.additional.first { $0.year == year }
    guard known != nil || band != nil || ahead != nil else { return nil }
    let emission = known.flatMap(content.emission)
    let isWithheld = known?.point.isWithheld ?? false
    var row: [DataTable.Cell] = [
      .integer(year), isWithheld ? .withheld : DataTable.Cell(emission),
      isWithheld ? .withheld : DataTable.Cell(emission.map { 100 * $0 / content.base }),
      DataTable.Cell(known.map { provenance($0.point) }),
      DataTable.Cell(band.map { content.left($0.low) }),
      DataTable.Cell(band.map { content.left($0.high) }),
    ]
    if !content.fan.isEmpty {
      row += (0..<5).map { DataTable.Cell(ahead?.quantiles[$0]) }
    }
    if !content.additional.isEmpty { row.append(DataTable.Cell(additional?.median)) }
    return row
  }

  /// How a figure is known, and whether it is provisional or not whole.
  func provenance(_ point: SeriesPoint) -> String {
    let provenance = narrator.provenance(point.provenance)
    let text = ["provenance": Words.Value.text(provenance)]
    if point.isWithheld { return words(FigurePhrase.ringWithheld) }
    if !point.isComplete { return words(FigurePhrase.incomplete, text) }
    return point.provisional ? words(FigurePhrase.provisional, text) : provenance
  }
}
