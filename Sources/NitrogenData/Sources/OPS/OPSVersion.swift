// SPDX-License-Identifier: GPL-3.0-or-later

/// The forms of a `.brn` file.
public enum OPSVersion: Int, CaseIterable, Sendable {
  /// Without a version, in fixed columns: whole metres and a strength of four digits.
  case fixed = 0
  /// `BRN-VERSION 1`: separated by blanks.
  case free = 1
  /// `BRN-VERSION 2`: with the stack.
  case stack = 2
  /// `BRN-VERSION 3`: with the stack and a type of building; OPS no longer takes it.
  case buildingType = 3
  /// `BRN-VERSION 4`: with the stack and the building.
  case building = 4
}
