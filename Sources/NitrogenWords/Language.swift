// SPDX-License-Identifier: GPL-3.0-or-later

/// A language that results are written in.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Dutch.
  case dutch = "nl"
  /// English.
  case english = "en"
}
