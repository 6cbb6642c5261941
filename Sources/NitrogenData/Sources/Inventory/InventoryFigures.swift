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

  /// A key by the numbers of its parts: exports of municipalities have hundreds of thousands.
  fileprivate struct Number: Hashable {
    let territory: Int32
    /// The number of the code, or of the sector.
    let code: Int32
    let release: Int32
    let year: Int32
    let pollutant: Pollutant
  }

  fileprivate struct Figure {
    let number: Number
    let row: Int
    let detail: String
    /// The details of further rows, where there are any.
    var furtherDetails: Set<String>?
    var sum = ExactSum()
    var isUnknown = false
  }

  private var territories = Numbered<Territory>()
  private var codes = Numbered<ActivityCode>()
  private var sectors = Numbered<String>()
  private var releases = Numbered<ReleaseName>()
  private var figures: [Figure] = []
  private var positions: [Number: Int32] = [:]
  /// By sector: the first row of the whole, and the first of a sub-sector.
  private var levels: [Number: (whole: Int?, part: Int?)] = [:]

  /// Adds a row; `detail` tells it from others of its figure, such as the cause of the emission.
  mutating func add(_ key: Key, emission: Double?, detail: String, row: Int) -> Clash? {
    let number = number(of: key, code: codes.number(of: key.code))
    if let position = positions[number].map({ Int($0) }) {
      if let clash = figures[position].clash(with: detail) { return clash }
      figures[position].add(emission)
      return nil
    }
    if let other = otherLevel(of: key, row: row) { return .wholeAndParts(other) }
    positions[number] = Int32(figures.count)
    var figure = Figure(number: number, row: row, detail: detail)
    figure.add(emission)
    figures.append(figure)
    return nil
  }

  private mutating func number(of key: Key, code: Int32) -> Number {
    Number(
      territory: territories.number(of: key.territory), code: code,
      release: releases.number(of: key.release), year: Int32(key.year), pollutant: key.pollutant)
  }

  /// The first row that has the sector of a key at another level; takes up the row otherwise.
  private mutating func otherLevel(of key: Key, row: Int) -> Int? {
    let sector = number(of: key, code: sectors.number(of: key.code.sector))
    var level = levels[sector] ?? (nil, nil)
    let isWhole = key.code.subsector == nil
    if let other = isWhole ? level.part : level.whole { return other }
    if isWhole { level.whole = level.whole ?? row } else { level.part = level.part ?? row }
    levels[sector] = level
    return nil
  }

  /// The figures in the order of the file; one of which a row leaves the emission open is unknown.
  func records(file: String) -> [EmissionRecord] {
    figures.map { figure in
      let release = releases.values[Int(figure.number.release)]
      let year = Int(figure.number.year)
      return EmissionRecord(
        territory: territories.values[Int(figure.number.territory)],
        activity: .code(codes.values[Int(figure.number.code)]),
        pollutant: figure.number.pollutant, year: year,
        emission: figure.isUnknown
          ? nil : EmissionRate(kilogramsPerYear: figure.sum.kilograms),
        vintage: release.vintage, provisional: release.provisionalYear == year,
        origin: RowReference(file: file, line: figure.row))
    }
  }
}

extension InventoryFigures.Figure {
  /// What is against another row; takes up its detail otherwise.
  fileprivate mutating func clash(with other: String) -> InventoryFigures.Clash? {
    if other == detail || furtherDetails?.contains(other) == true { return .twice(row) }
    if other.isEmpty || detail.isEmpty { return .wholeAndCauses(row) }
    if furtherDetails == nil { furtherDetails = [other] } else { furtherDetails?.insert(other) }
    return nil
  }

  fileprivate mutating func add(_ emission: Double?) {
    if let emission { sum += ExactSum(emission) } else { isUnknown = true }
  }
}

/// Values by number, in the order in which they first occur.
private struct Numbered<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int32] = [:]

  mutating func number(of value: Value) -> Int32 {
    if let known = numbers[value] { return known }
    let number = Int32(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }
}
