// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether a figure may be shown to everybody as it is.
///
/// It is decided by what the data package says (`stikstof:disclosure`), and where that is silent by
/// what the figure was made from: one that was made from sources, or whose table counts sources, is
/// protected.
public enum Disclosure: String, CaseIterable, Hashable, Sendable {
  /// A published figure: nothing of it is held back.
  case published
  /// A figure made from farms or other sources, shown only where enough of them stand behind it.
  case protected

  /// What holds for a sum of two: protected as soon as one of them is.
  public static func + (left: Disclosure, right: Disclosure) -> Disclosure {
    left == .protected ? left : right
  }
}
