// SPDX-License-Identifier: GPL-3.0-or-later

/// The code of a station within its network, such as `NL10131`.
public struct StationCode: RawRepresentable, Hashable, Comparable, Sendable {
  /// The code itself.
  public let rawValue: String

  /// Makes a code.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Whether the left comes before the right in every listing: numbers by size, then texts.
  public static func < (left: StationCode, right: StationCode) -> Bool {
    switch (Int(left.rawValue), Int(right.rawValue)) {
    case (let left?, let right?) where left != right: left < right
    case (_?, nil): true
    case (nil, _?): false
    default: left.rawValue < right.rawValue
    }
  }
}

extension StationCode: CustomStringConvertible {
  /// The text shown to people.
  public var description: String { rawValue }
}

/// A place where the air is measured (*meetstation*, *meetlocatie*).
public struct Station: Hashable, Sendable {
  /// The code within its network.
  public let code: StationCode
  /// Its name; `nil` when not known.
  public let name: String?
  /// Where it stands; `nil` when not known.
  public let point: RDPoint?
  /// The areas it stands for, ascending; empty when nobody has said so.
  public let areas: [AreaCode]

  /// Makes a station; areas are sorted by number.
  public init(
    code: StationCode, name: String? = nil, point: RDPoint? = nil, areas: [AreaCode] = []
  ) {
    self.code = code
    self.name = name
    self.point = point
    self.areas = areas.sorted()
  }
}

/// A change of instrument or method at a station, after which levels may differ.
public struct InstrumentChange: Hashable, Sendable {
  /// The station.
  public let station: StationCode
  /// The quantity.
  public let quantity: MeasuredQuantity
  /// The first day with the new instrument.
  public let date: CalendarDay
  /// What changed.
  public let what: String

  /// Makes a change.
  public init(station: StationCode, quantity: MeasuredQuantity, date: CalendarDay, what: String) {
    self.station = station
    self.quantity = quantity
    self.date = date
    self.what = what
  }
}

extension InstrumentChange: Comparable {
  /// By station, quantity, date, then text.
  public static func < (left: InstrumentChange, right: InstrumentChange) -> Bool {
    (left.station, left.quantity, left.date, left.what)
      < (right.station, right.quantity, right.date, right.what)
  }
}
