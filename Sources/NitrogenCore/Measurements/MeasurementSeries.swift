// SPDX-License-Identifier: GPL-3.0-or-later

/// One measured value with the period of which it is the mean.
public struct MeasuredValue: Hashable, Sendable {
  /// The period.
  public let period: MeasurementPeriod
  /// The mean concentration in µg/m³, as the source gives it, below 0 as well; `nil` when unknown
  /// or not valid.
  public let value: Double?
  /// The standard uncertainty in µg/m³; `nil` when the source gives none.
  public let uncertainty: Double?
  /// Whether the value is a bound from above only: the concentration lies below it.
  public let isCensored: Bool
  /// The share of the period with valid data, 0 to 1; `nil` when not known.
  public let validFraction: Double?
  /// Where it stands; of a mean, the first row that went into it.
  public let origin: RowReference

  /// Makes a value.
  public init(
    period: MeasurementPeriod, value: Double?, uncertainty: Double? = nil,
    isCensored: Bool = false, validFraction: Double? = nil, origin: RowReference
  ) {
    self.period = period
    self.value = value
    self.uncertainty = uncertainty
    self.isCensored = isCensored
    self.validFraction = validFraction
    self.origin = origin
  }
}

/// The values of one quantity at one station over periods of one length.
public struct MeasurementSeries: Sendable {
  /// The station.
  public let station: Station
  /// What is measured, in ``MeasuredQuantity/unit``.
  public let quantity: MeasuredQuantity
  /// How long the periods are.
  public let step: MeasurementPeriod.Step
  /// The values by ascending period, each period at most once; gaps are not filled.
  public let values: [MeasuredValue]
  /// The changes of instrument that were declared, by ascending date.
  public let changes: [InstrumentChange]
  /// How close to the publisher the values are.
  public let grade: SourceGrade

  /// Makes a series; values and changes are sorted.
  public init(
    station: Station, quantity: MeasuredQuantity, step: MeasurementPeriod.Step,
    values: [MeasuredValue], changes: [InstrumentChange] = [], grade: SourceGrade
  ) {
    self.station = station
    self.quantity = quantity
    self.step = step
    self.values = values.sorted { $0.period < $1.period }
    self.changes = changes.sorted()
    self.grade = grade
  }

  /// The code of the station.
  public var stationCode: StationCode { station.code }

  /// The values that are known, by ascending period.
  public var known: [MeasuredValue] { values.filter { $0.value != nil } }

  /// `NL10131 NH3`.
  public var label: String { "\(station.code) \(quantity.label)" }
}

/// What a file or folder of measurements holds.
public struct MeasurementSet: Sendable {
  /// The name in the data package, or that of the file without its ending.
  public let name: String
  /// The title in the data package; the name where there is none.
  public let title: String
  /// How close to the publisher the values are.
  public let grade: SourceGrade
  /// The series, by station, quantity and step.
  public let series: [MeasurementSeries]
  /// The stations known, with or without a series, by code.
  public let stations: [Station]
  /// The files read, as the user named them; the data package first.
  public let files: [String]

  /// Makes a set.
  public init(
    name: String, title: String, grade: SourceGrade, series: [MeasurementSeries],
    stations: [Station], files: [String]
  ) {
    self.name = name
    self.title = title
    self.grade = grade
    self.series = series
    self.stations = stations
    self.files = files
  }
}
