// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Checks what no row shows by itself: rows that stand twice, figures of two vintages that would be
/// compared or added, and totals beside their parts.
struct SeriesChecks {
  private struct SeriesKey: Hashable {
    let territory: Territory
    let activity: Activity
    let pollutant: Pollutant
  }

  private struct YearKey: Hashable {
    let year: Int
    let vintage: Vintage
  }

  private struct Series {
    let key: SeriesKey
    var origins: [YearKey: RowReference] = [:]
  }

  private struct VintagePair: Hashable {
    let first: Vintage
    let second: Vintage
  }

  private struct TotalKey: Hashable {
    let territory: Territory
    let sector: String
    let pollutant: Pollutant
  }

  /// What is compared and added: all sectors of a pollutant in a territory, an area with its rings.
  private struct SumKey: Hashable {
    let territory: Territory
    let pollutant: Pollutant
  }

  private struct FirstVintage {
    let vintage: Vintage
    let origin: RowReference
  }

  /// A sum over two vintages, the first of its pair, and which others there are.
  private struct Mixture {
    let place: Place
    let sum: String
    let first: RowReference
    var others: Set<SumKey> = []
  }

  private struct FirstRing {
    let ring: Ring
    let origin: RowReference
  }

  private var rings: [AreaCode: [FirstRing]] = [:]
  private var series: [Series] = []
  private var index: [SeriesKey: Int] = [:]
  private var vintages: [SumKey: FirstVintage] = [:]
  private var mixtures: [VintagePair: Mixture] = [:]
  private var reportedMixtures: Set<SumKey> = []

  /// Takes in the record of the row at hand.
  mutating func check(
    _ record: EmissionRecord, vintageColumn: Int?, in table: Table, log: inout DiagnosticLog
  ) {
    let key = SeriesKey(
      territory: record.territory, activity: record.activity, pollutant: record.pollutant)
    let yearKey = YearKey(year: record.year, vintage: record.vintage)
    let row = Place(file: record.origin.file, line: record.origin.line)
    checkRing(of: record, at: row, log: &log)
    checkVintage(of: record, at: vintageColumn.map { table.place(of: $0) } ?? row)
    guard let position = index[key] else {
      index[key] = series.count
      series.append(Series(key: key, origins: [yearKey: record.origin]))
      return
    }
    if let first = series[position].origins.updateValue(record.origin, forKey: yearKey) {
      log.error(
        row,
        "the row stands twice: \(describe(key)), year \(record.year), vintage '\(record.vintage)'; "
          + "take one out",
        notes: ["the first is \(Self.words(first, from: record.origin))"])
      series[position].origins[yearKey] = first
    }
  }

  /// Rings of one area must not overlap: their sources would count twice in the area.
  private mutating func checkRing(
    of record: EmissionRecord, at place: Place, log: inout DiagnosticLog
  ) {
    guard case .ring(let area, let ring) = record.territory,
      !rings[area, default: []].contains(where: { $0.ring == ring })
    else { return }
    if let other = rings[area]?.first(where: { $0.ring.overlaps(ring) }) {
      log.error(
        place,
        "ring '\(ring.label)' of area \(area) overlaps ring '\(other.ring.label)': what lies in "
          + "both would count twice; keep rings that lie next to each other",
        notes: ["the other is \(Self.words(other.origin, from: record.origin))"])
    }
    rings[area, default: []].append(FirstRing(ring: ring, origin: record.origin))
  }

  /// All rows that are compared or added must be of one vintage.
  private mutating func checkVintage(of record: EmissionRecord, at place: Place) {
    let key = SumKey(
      territory: record.territory.area.map { .area($0) } ?? record.territory,
      pollutant: record.pollutant)
    guard let first = vintages[key] else {
      vintages[key] = FirstVintage(vintage: record.vintage, origin: record.origin)
      return
    }
    guard first.vintage != record.vintage, reportedMixtures.insert(key).inserted else { return }
    let pair = VintagePair(first: first.vintage, second: record.vintage)
    if mixtures[pair] == nil {
      let sum = "\(key.territory.words), \(key.pollutant.label)"
      mixtures[pair] = Mixture(place: place, sum: sum, first: first.origin)
    } else {
      mixtures[pair]?.others.insert(key)
    }
  }

  /// Reports what only the whole table shows.
  func finish(log: inout DiagnosticLog) {
    let ordered = mixtures.sorted {
      ($0.value.place.file, $0.value.place.line ?? 0, $0.key.second)
        < ($1.value.place.file, $1.value.place.line ?? 0, $1.key.second)
    }
    for (pair, mixture) in ordered {
      let here = RowReference(file: mixture.place.file, line: mixture.place.line ?? 1)
      var notes = ["'\(pair.first)' stands \(Self.words(mixture.first, from: here))"]
      if !mixture.others.isEmpty {
        let count = mixture.others.count
        notes.append(
          "the same two vintages meet in \(count) more place\(count == 1 ? "" : "s")")
      }
      log.error(
        mixture.place,
        "a second vintage '\(pair.second)' beside '\(pair.first)' for \(mixture.sum); "
          + "levels of two vintages are never compared or added: keep one",
        notes: notes)
    }
    reportTotals(&log)
  }

  /// A sector as a whole in the same year as one of its parts.
  private func reportTotals(_ log: inout DiagnosticLog) {
    var totals: [TotalKey: Series] = [:]
    for one in series where !one.key.activity.isPart {
      totals[totalKey(one.key)] = one
    }
    guard !totals.isEmpty else { return }
    for part in series where part.key.activity.isPart {
      let key = part.key
      guard let total = totals[totalKey(key)] else { continue }
      let totalRows = Dictionary(
        total.origins.map { ($0.year, $1) }, uniquingKeysWith: { min($0, $1) })
      for (year, partOrigin) in part.origins.sorted(by: { $0.value < $1.value }) {
        guard let origin = totalRows[year.year] else { continue }
        let (first, second) = (min(origin, partOrigin), max(origin, partOrigin))
        log.error(
          Place(file: second.file, line: second.line),
          "'\(key.activity.label)' beside its total '\(total.key.activity.label)' for \(year.year) "
            + "would count twice (\(describe(key))); keep the total or the parts",
          notes: ["the other is \(Self.words(first, from: second))"])
      }
    }
  }

  private func totalKey(_ key: SeriesKey) -> TotalKey {
    TotalKey(
      territory: key.territory, sector: key.activity.sectorName, pollutant: key.pollutant)
  }

  /// `on line 3`, or `at zones.csv:3` when it is another file.
  private static func words(_ row: RowReference, from other: RowReference) -> String {
    row.file == other.file ? "on line \(row.line)" : "at \(row)"
  }

  private func describe(_ key: SeriesKey) -> String {
    "\(key.territory.words), \(key.activity.label), \(key.pollutant.label)"
  }
}

extension Activity {
  /// Whether it is a part of a sector, or a sub-sector.
  var isPart: Bool {
    switch self {
    case .slice(let slice, _): slice.part != nil
    case .code(let code): code.subsector != nil
    }
  }

  /// The sector, by our name or the source's own.
  var sectorName: String {
    switch self {
    case .slice(let slice, _): slice.sector.rawValue
    case .code(let code): code.sector
    }
  }

  /// The sector with its part, by our name or the source's own.
  var label: String {
    switch self {
    case .slice(let slice, _): slice.label
    case .code(let code): code.label
    }
  }
}

extension Territory {
  /// The territory in words, for messages.
  var words: String {
    switch self {
    case .nation: "nation"
    case .province(let code): "province \(code)"
    case .municipality(let code): "municipality \(code)"
    case .area(let area): "area \(area)"
    case .ring(let area, let ring): "area \(area), ring \(ring.label)"
    }
  }
}
