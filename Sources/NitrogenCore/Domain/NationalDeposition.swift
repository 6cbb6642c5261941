// SPDX-License-Identifier: GPL-3.0-or-later

/// The mean deposition on the sensitive nature of the country in a year, with its published bands.
public struct NationalDeposition: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// Mol N per hectare and year.
  public let rate: DepositionRate
  /// The band that holds it with a chance of 68 %; `nil` where none is published.
  public let band68: ClosedRange<DepositionRate>?
  /// The band that holds it with a chance of 95 %; `nil` where none is published.
  public let band95: ClosedRange<DepositionRate>?
  /// Whether it is for the weather of the year itself; else for that of an average year.
  public let isOwnWeather: Bool
  /// Whether the publisher forecast it.
  public let isForecast: Bool
  /// The edition it is from.
  public let edition: String
  /// How close to the publisher it is.
  public let grade: SourceGrade
  /// Where it stands.
  public let origin: RowReference

  /// Makes a figure.
  public init(
    year: Int, rate: DepositionRate, band68: ClosedRange<DepositionRate>?,
    band95: ClosedRange<DepositionRate>?, isOwnWeather: Bool, isForecast: Bool, edition: String,
    grade: SourceGrade, origin: RowReference
  ) {
    self.year = year
    self.rate = rate
    self.band68 = band68
    self.band95 = band95
    self.isOwnWeather = isOwnWeather
    self.isForecast = isForecast
    self.edition = edition
    self.grade = grade
    self.origin = origin
  }
}
