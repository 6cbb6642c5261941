// SPDX-License-Identifier: GPL-3.0-or-later

/// Why geodata could not be read or written.
public enum GeodataError: Error, Hashable, Sendable {
  /// GDAL refused; its number and its own words.
  case gdal(number: Int32, text: String)
  /// The name is no plain local file: an address, a virtual path, a folder, or not there.
  case notAFile(String)
  /// The file is of a kind that can lead elsewhere or is not read, in words.
  case refused(String)
  /// The file holds what cannot be made sense of, in words.
  case unusable(String)
}

extension GeodataError: CustomStringConvertible {
  /// What was found, GDAL's own words where it said something.
  public var description: String {
    switch self {
    case .gdal(_, let text), .notAFile(let text), .refused(let text), .unusable(let text): text
    }
  }
}
