// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A status code of the GNU Scientific Library other than success, with GSL's own text.
///
/// The corresponding GSL function is `gsl_strerror`.
public struct GSLError: RawRepresentable, Error, Hashable, Sendable {
  /// The status as GSL returns it, for example 1 for `GSL_EDOM`.
  public let rawValue: Int32

  /// Makes an error from the status that a GSL function returned.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }
}

extension GSLError: CustomStringConvertible {
  /// GSL's text, for example 'input domain error'.
  public var description: String {
    guard let text = gsl_strerror(rawValue) else { return "GSL status \(rawValue)" }
    return String(cString: text)
  }
}
