// SPDX-License-Identifier: GPL-3.0-or-later

/// A version of IMAER, as in its namespace `http://imaer.aerius.nl/5.1`.
struct IMAERVersion: Comparable, CustomStringConvertible {
  /// The oldest that is read.
  static let first = IMAERVersion(major: 2, minor: 2)
  /// The newest that is known.
  static let last = IMAERVersion(major: 6, minor: 0)

  let major: Int
  let minor: Int

  private init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads a namespace; `nil` when it is not IMAER's.
  init?(namespace: String) {
    let pieces = namespace.split(separator: "/", omittingEmptySubsequences: false)
    guard pieces.count == 4, pieces[0] == "http:" || pieces[0] == "https:",
      pieces[2] == "imaer.aerius.nl"
    else { return nil }
    let numbers = pieces[3].split(separator: ".").map { Int($0) }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.init(major: major, minor: minor)
  }

  var description: String { "\(major).\(minor)" }

  static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
