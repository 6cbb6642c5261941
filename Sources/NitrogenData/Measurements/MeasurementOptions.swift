// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What a user says about measurements that the file does not say itself.
///
/// Everything but the completeness, the hours and the catalogue is about single files: the data
/// package of a dataset says it all.
public struct MeasurementOptions: Sendable {
  /// Which end of an hour its time stamp names.
  public enum HourStamp: String, CaseIterable, Sendable {
    /// The hour begins at its stamp.
    case start
    /// The hour ends at its stamp.
    case end
  }

  /// The column with the values; `nil` looks for `value` and names such as `nh3_ug_m3`.
  public var valueColumn: String?
  /// The column with the codes of stations; `nil` looks for `station`.
  public var stationColumn: String?
  /// The column with standard uncertainties; `nil` looks for `uncertainty`.
  public var uncertaintyColumn: String?
  /// The column that says yes where a value is a bound from above; `nil` looks for `censored`.
  public var censoredColumn: String?
  /// What is measured, where no column says so.
  public var quantity: MeasuredQuantity?
  /// The code of the station of a file without a column of stations; `nil` is the file's name.
  public var station: StationCode?
  /// The mark between cells, `,`, `;` or a tab; `nil` is worked out from the header.
  public var delimiter: Character?
  /// The decimal mark, `.` or `,`; `nil` is the one that goes with the delimiter.
  public var decimalMark: Character?
  /// The encoding of the file, such as `windows-1252`; `nil` is UTF-8.
  public var encoding: String?
  /// The texts that stand for an unknown value, beside the empty cell.
  public var missingValues: [String] = []
  /// How close to the publisher the values are.
  public var grade: SourceGrade = .secondHand
  /// Which end of an hour its time stamp names.
  public var hourStamp: HourStamp = .start
  /// How much of a month must be valid for the mean of its hours to count.
  public var completeness = DataCompleteness()
  /// The areas there are; `nil` takes any number for an area.
  public var catalogue: AreaCatalogue?

  /// Makes options that leave everything to the file.
  public init() {}
}

extension MeasurementOptions {
  /// Reports marks and encodings that no table is written with.
  func checkMarks(_ file: String, _ log: inout DiagnosticLog) {
    if let delimiter, ![",", ";", "\t"].contains(delimiter) {
      log.error(
        Place(file: file), "delimiter '\(delimiter)' is not read; expected ',', ';' or a tab")
    }
    if let encoding, TextEncoding(name: encoding) == nil {
      log.error(
        Place(file: file), "encoding '\(encoding)' is not read; expected \(TextEncoding.names)")
    }
    if let decimalMark, ![".", ","].contains(decimalMark) {
      log.error(Place(file: file), "decimal mark '\(decimalMark)' is not read; expected '.' or ','")
    }
  }
}
