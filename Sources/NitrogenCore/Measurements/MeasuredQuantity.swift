// SPDX-License-Identifier: GPL-3.0-or-later

/// A compound whose concentration in air is measured, in µg/m³ of the compound, not of N.
public enum MeasuredQuantity: String, CaseIterable, Hashable, Sendable {
  /// Ammonia.
  case nh3 = "NH3"
  /// Nitric oxide.
  case no = "NO"
  /// Nitrogen dioxide.
  case no2 = "NO2"
  /// Nitrogen oxides, counted as NO₂.
  case nox = "NOx"
  /// A value whose compound the file does not name.
  case unnamed = "value"

  /// The name as it stands in files: `NH3`, `NO2`.
  public var label: String { rawValue }

  /// The compounds that files can name.
  public static let named: [MeasuredQuantity] = [.nh3, .no, .no2, .nox]

  /// The unit of every measured value, as files write it.
  public static let unit = "ug/m3"

  /// Reads a name in any case; `nil` when it is none.
  public init?(label: some StringProtocol) {
    let wanted = label.lowercased()
    guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == wanted }) else {
      return nil
    }
    self = found
  }
}

extension MeasuredQuantity: Comparable {
  /// Whether the left comes before the right in every listing.
  public static func < (left: MeasuredQuantity, right: MeasuredQuantity) -> Bool {
    left.rawValue < right.rawValue
  }
}
