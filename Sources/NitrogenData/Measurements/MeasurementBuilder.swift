// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Gathers measured values to series.
struct MeasurementBuilder {
  private struct Key: Hashable {
    let station: StationCode
    let quantity: MeasuredQuantity
    let step: MeasurementPeriod.Step
  }

  private struct Declared {
    let change: InstrumentChange
    let place: Place
  }

  /// How close to the publisher the values are.
  let grade: SourceGrade
  /// The files read.
  var files: [String]
  private var values: [Key: [MeasurementPeriod: MeasuredValue]] = [:]
  private var stations: [StationCode: (station: Station, origin: RowReference)] = [:]
  private var unlisted: Set<StationCode> = []
  private var declared: [Declared] = []
  private var instruments: [Key: [MeasurementPeriod: String]] = [:]
  /// Whether a table of stations was read, so that others are unknown.
  var listsStations = false

  init(grade: SourceGrade, files: [String]) {
    self.grade = grade
    self.files = files
  }

  /// Takes in a station of a table of stations.
  mutating func add(
    _ station: Station, at place: Place, origin: RowReference,
    _ log: inout DiagnosticLog
  ) {
    if let first = stations[station.code] {
      log.error(
        place, "station '\(station.code)' stands twice; take one out",
        notes: ["the first is \(first.origin.words(from: origin))"])
    } else {
      stations[station.code] = (station, origin)
    }
  }

  /// Takes in the name that a table of values gives a station.
  mutating func name(_ code: StationCode, _ name: String?, origin: RowReference) {
    if stations[code] == nil { stations[code] = (Station(code: code, name: name), origin) }
  }

  /// Whether a station may have values; reports one that the table of stations does not list.
  mutating func knows(_ code: StationCode, at place: Place, _ log: inout DiagnosticLog) -> Bool {
    guard listsStations, stations[code] == nil else { return true }
    if unlisted.insert(code).inserted {
      let hint = NearestName.hint(code.rawValue, in: stations.keys.map(\.rawValue))
      log.error(
        place,
        "station '\(code)' is not in the table of stations\(hint); add it there, or correct the code"
      )
    }
    return false
  }

  /// Takes in a value; a second one for its period is an error at the place given.
  mutating func add(
    _ value: MeasuredValue, station: StationCode, quantity: MeasuredQuantity,
    instrument: String? = nil, notes: [String] = [], at place: Place, _ log: inout DiagnosticLog
  ) {
    let key = Key(station: station, quantity: quantity, step: value.period.step)
    if let first = values[key]?[value.period] {
      log.error(
        place,
        "a second value of \(quantity.label) at station '\(station)' for \(value.period); "
          + "take one out",
        notes: ["the first is \(first.origin.words(from: value.origin))"] + notes)
      return
    }
    values[key, default: [:]][value.period] = value
    if let instrument { instruments[key, default: [:]][value.period] = instrument }
  }

  /// Takes in a change that a table declares.
  mutating func add(_ change: InstrumentChange, at place: Place, _ log: inout DiagnosticLog) {
    if let first = declared.first(where: {
      $0.change.station == change.station && $0.change.quantity == change.quantity
        && $0.change.date == change.date
    }) {
      let line = first.place.line.map { ["the first is on line \($0)"] } ?? []
      log.error(
        place,
        "a second change of \(change.quantity.label) at station '\(change.station)' on "
          + "\(change.date); write both in one row", notes: line)
      return
    }
    declared.append(Declared(change: change, place: place))
  }

  /// The set of everything taken in.
  mutating func finish(
    name: String, title: String, log: inout DiagnosticLog
  ) -> MeasurementSet? {
    for one in declared
    where !values.keys.contains(where: {
      $0.station == one.change.station && $0.quantity == one.change.quantity
    }) {
      log.error(
        one.place,
        "no \(one.change.quantity.label) is measured at station '\(one.change.station)'; correct "
          + "the station or the quantity, or take the change out")
    }
    let series = values.map { key, values in
      MeasurementSeries(
        station: stations[key.station]?.station ?? Station(code: key.station),
        quantity: key.quantity, step: key.step, values: Array(values.values),
        changes: changes(of: key), grade: grade)
    }.sorted {
      ($0.stationCode, $0.quantity, $0.step.order) < ($1.stationCode, $1.quantity, $1.step.order)
    }
    if series.isEmpty && !log.hasErrors {
      log.error(Place(file: files.last ?? ""), "the table holds no measured value")
    }
    let codes = Set(stations.keys).union(series.map(\.stationCode)).sorted()
    return MeasurementSet(
      name: name, title: title, grade: grade, series: series,
      stations: codes.map { stations[$0]?.station ?? Station(code: $0) }, files: files)
  }

  /// The changes declared, and those that the column of instruments shows.
  private func changes(of key: Key) -> [InstrumentChange] {
    var changes = declared.map(\.change).filter {
      $0.station == key.station && $0.quantity == key.quantity
    }
    var last: String?
    for (period, instrument) in (instruments[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
      let date = period.firstDay
      if let last, last != instrument, !changes.contains(where: { $0.date == date }) {
        changes.append(
          InstrumentChange(
            station: key.station, quantity: key.quantity, date: date,
            what: "'\(last)' to '\(instrument)'"))
      }
      last = instrument
    }
    return changes
  }
}

extension MeasurementPeriod.Step {
  /// Where it stands in listings: months first.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension RowReference {
  /// `on line 3`, or `at zones.csv:3` when the other row is in another file.
  func words(from other: RowReference) -> String {
    file == other.file ? "on line \(line)" : "at \(self)"
  }
}
