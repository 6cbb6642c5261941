// SPDX-License-Identifier: GPL-3.0-or-later

/// The formats an assessment can be written in, by name.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Tables for people.
  case text
  /// A document with everything, by a published schema.
  case json
  /// One table.
  case csv

  /// The format as it goes to a file: no colour, no width of a terminal.
  public var forFiles: any ResultFormat {
    switch self {
    case .text: TextFormat(colour: false, width: nil)
    case .json: JSONFormat()
    case .csv: CSVFormat()
    }
  }
}
