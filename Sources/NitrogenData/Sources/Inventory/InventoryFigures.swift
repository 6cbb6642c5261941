// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Adds up the rows of an export without a place into one figure each, and finds what stands twice.
struct InventoryFigures {
  /// What a figure is about.
  struct Key: Hashable {
    let territory: Territory
    let code: ActivityCode
    let pollutant: Pollutant
    let year: Int
    let release: ReleaseName
  }

  /// What is against adding a row.
  enum Clash {
    /// The same row stands on another line.
    case twice(Int)
    /// The whole and its causes both stand there.
    case wholeAndCauses(Int)
    /// The sector and its sub-sectors both stand there.
    case wholeAndParts(Int)
  }

  private struct Figure {
    let key: Key
    let row: Int
    var sum = ExactSum()
    var isUnknown = false
    var details: Set<String> = []
  }

  private var figures: [Figure] = []
  private var numbers: [Key: Int] = [:]
  /// By figures without a sub-sector: the first row with one, and the first without.
  private var levels: [Key: (whole: Int?, part: Int?)] = [:]

  /// Adds a row; `detail` tells it from others of its figure, such as the cause of the emission.
  mutating func add(_ key: Key, emission: Double?, detail: String, row: Int) -> Clash? {
    if let clash = clash(of: key, row: row) { return clash }
    let number: Int
    if let known = numbers[key] {
      number = known
      guard figures[number].details.insert(detail).inserted else {
        return .twice(figures[number].row)
      }
      guard !detail.isEmpty, !figures[number].details.contains("") else {
        return .wholeAndCauses(figures[number].row)
      }
    } else {
      number = figures.count
      numbers[key] = number
      figures.append(Figure(key: key, row: row, details: [detail]))
    }
    if let emission {
      figures[number].sum += ExactSum(emission)
    } else {
      figures[number].isUnknown = true
    }
    return nil
  }

  private mutating func clash(of key: Key, row: Int) -> Clash? {
    let code = key.code
    let whole = Key(
      territory: key.territory,
      code: ActivityCode(
        classification: code.classification, sector: code.sector, subsector: nil),
      pollutant: key.pollutant, year: key.year, release: key.release)
    var level = levels[whole] ?? (nil, nil)
    if let other = code.subsector == nil ? level.part : level.whole { return .wholeAndParts(other) }
    if code.subsector == nil {
      level.whole = level.whole ?? row
    } else {
      level.part = level.part ?? row
    }
    levels[whole] = level
    return nil
  }

  /// The figures in the order of the file; one of which a row leaves the emission open is unknown.
  func records(file: String) -> [EmissionRecord] {
    figures.map { figure in
      EmissionRecord(
        territory: figure.key.territory, activity: .code(figure.key.code),
        pollutant: figure.key.pollutant, year: figure.key.year,
        emission: figure.isUnknown
          ? nil : EmissionRate(kilogramsPerYear: figure.sum.kilograms),
        vintage: figure.key.release.vintage,
        provisional: figure.key.release.provisionalYear == figure.key.year,
        origin: RowReference(file: file, line: figure.row))
    }
  }
}
