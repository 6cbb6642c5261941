// SPDX-License-Identifier: GPL-3.0-or-later

/// Why sources cannot be handed to OPS.
public enum OPSError: Error, Hashable, Sendable {
  /// A field is outside what OPS takes.
  case outOfRange(field: String, value: String, expected: String, source: Int)
  /// A field does not fit the version that was asked for.
  case doesNotFit(field: String, version: OPSVersion, source: Int)
  /// One file holds one substance, and these are two.
  case mixedComponents(String, String)
  /// There are more sources than a file may have.
  case tooMany(most: Int)
}

extension OPSError: CustomStringConvertible {
  /// What was found and expected.
  public var description: String {
    switch self {
    case .outOfRange(let field, let value, let expected, let source):
      "'\(field)' of source \(source) is \(value); OPS takes \(expected)"
    case .doesNotFit(let field, let version, let source):
      "'\(field)' of source \(source) does not fit version \(version.rawValue) of a .brn file; "
        + "write a later one"
    case .mixedComponents(let one, let other):
      "sources of '\(one)' and '\(other)' cannot stand in one .brn file; write one file each"
    case .tooMany(let most):
      "more than \(most) sources for one .brn file; cut lines into longer pieces, or give fewer "
        + "sources"
    }
  }
}
