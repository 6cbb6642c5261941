// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a zip archive, or a file in it, cannot be read.
public enum ZipProblem: Error, Hashable, Sendable {
  /// The directory at the end of the archive cannot be read.
  case noDirectory
  /// There are more entries than this.
  case tooManyEntries(Int)
  /// The archive has no entry of that name.
  case noEntry(String)
  /// The entry holds, or is declared to hold, more bytes than wanted.
  case tooLarge(String, limit: Int)
  /// The entry is cut short, fails its checksum or is encrypted.
  case damaged(String)
}
