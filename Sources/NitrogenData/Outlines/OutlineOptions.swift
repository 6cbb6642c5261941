// SPDX-License-Identifier: GPL-3.0-or-later

/// How a file of outlines is to be read.
public struct OutlineOptions: Sendable {
  /// The field with the national number of the area, whatever its case.
  public var areaKey = "nr"
  /// The layer of a file that has several.
  public var layer: String?

  /// Makes options: the number stands in `nr`, the file has one layer.
  public init() {}
}
