// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// Some features of a layer, column by column; to be used only while it is handed out.
public struct FeatureBatch {
  /// How many features.
  public let count: Int
  /// The place of the first feature in the layer, 1 for the first.
  public let firstRecord: Int
  private let array: UnsafePointer<ArrowArray>
  private let columns: [FeatureColumn]
  private let numbers: FeatureColumn?
  private let geometries: FeatureColumn?

  init(
    _ array: UnsafePointer<ArrowArray>, firstRecord: Int, numbers: FeatureColumn?,
    columns: [FeatureColumn], geometries: FeatureColumn?
  ) {
    self.count = Int(array.pointee.length)
    self.firstRecord = firstRecord
    self.array = array
    self.columns = columns
    self.numbers = numbers
    self.geometries = geometries
  }

  /// The number (FID) the file gives a feature.
  public func number(_ row: Int) -> Int {
    numbers?.integer(row).map { Int($0) } ?? firstRecord + row
  }

  /// Whether a feature has a value in a column, counted among those asked for.
  public func hasValue(_ column: Int, _ row: Int) -> Bool { columns[column].hasValue(row) }

  /// A numeric value; `nil` when there is none or the column is not numeric.
  public func real(_ column: Int, _ row: Int) -> Double? { columns[column].real(row) }

  /// A whole value; `nil` when there is none or the column holds no whole numbers.
  public func integer(_ column: Int, _ row: Int) -> Int64? { columns[column].integer(row) }

  /// A value as text: text as it stands, numbers in their shortest form.
  public func text(_ column: Int, _ row: Int) -> String? { columns[column].text(row) }

  /// Whether two features have the same value, or both none, in a column.
  public func isSame(_ column: Int, _ row: Int, as other: Int) -> Bool {
    columns[column].isSame(row, other)
  }

  /// Reads the geometry of a feature; empty when it has none.
  ///
  /// - Throws: ``GeodataError/unusable(_:)`` when its bytes make no sense.
  public func readGeometry(_ row: Int, into geometry: inout FlatGeometry) throws(GeodataError) {
    guard let bytes = geometries?.bytes(row) else {
      geometry.clear()
      return
    }
    switch WellKnownBinary.read(bytes, into: &geometry) {
    case .read: return
    case .broken: break
    case .needsSimplifying:
      if Simplifying.read(bytes, into: &geometry) { return }
    }
    geometry.clear()
    throw .unusable("its geometry cannot be read")
  }
}
