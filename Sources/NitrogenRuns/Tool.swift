// SPDX-License-Identifier: GPL-3.0-or-later

/// What the program calls itself.
public enum Tool {
  /// The name of the command.
  public static let name = "stikstof"
  /// The version, as in the changelog.
  public static let version = "0.1.0"
}
