// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a service's answer cannot be had or cannot be used.
public enum ServiceError: Error, Hashable, Sendable {
  /// An address that may not be asked.
  case unusableAddress(String, reason: String)
  /// A host name that stands for nothing.
  case noSuchHost(String)
  /// A host that does not accept the connection.
  case cannotConnect(host: String)
  /// No byte came for this many seconds.
  case silent(host: String, seconds: Int)
  /// The answer was not whole after this many seconds.
  case tooSlow(host: String, seconds: Int)
  /// The connection ended before the answer did.
  case brokenOff(host: String, words: String)
  /// Anything else that goes wrong under HTTP, such as a certificate.
  case connectionFailed(host: String, words: String)
  /// A redirect that is not followed.
  case redirectRefused(to: String)
  /// More redirects than are followed.
  case tooManyRedirects(Int)
  /// An answer above the size that is read, in bytes.
  case tooLarge(limit: Int)
  /// A status that is no success, with the service's words.
  case status(Int, words: String?)
  /// An exception report of the service.
  case exception(code: String?, words: String)
  /// A page for people, by its title.
  case webPage(title: String?)
  /// An answer that is not what was asked.
  case unusableAnswer(String)
  /// The same failure, several times over.
  indirect case afterAttempts(Int, ServiceError)
}

extension ServiceError {
  /// Whether asking again may help.
  var mayPass: Bool {
    switch self {
    case .silent, .brokenOff: true
    case .status(let code, _): [408, 429, 500, 502, 503, 504].contains(code)
    default: false
    }
  }
}

extension ServiceError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unusableAddress(let text, let reason): "address '\(text)' cannot be used: \(reason)"
    case .noSuchHost(let host):
      "no host '\(host)' was found: check the network, the name and any proxy"
    case .cannotConnect(let host):
      "host '\(host)' does not accept the connection: check the network, the address and any proxy"
    case .silent(let host, let seconds):
      "host '\(host)' was silent for \(seconds) s: try later, or wait longer with --timeout"
    case .tooSlow(let host, let seconds):
      "the answer of host '\(host)' was not whole after \(seconds) s: try later, ask for less "
        + "with --page-size, or wait longer with --timeout"
    case .brokenOff(let host, let words):
      "the answer of host '\(host)' broke off: \(words)"
    case .connectionFailed(let host, let words):
      "the connection with host '\(host)' failed: \(words)"
    case .redirectRefused(let target):
      "the service leads on to '\(target)': only https, or the same host, is followed; name the "
        + "right address with --service"
    case .tooManyRedirects(let count):
      "the service leads on more than \(count) times; name the right address with --service"
    case .tooLarge(let limit):
      "the answer is larger than \(limit / 1_000_000) MB: ask for less with --page-size"
    case .status(let code, let words):
      "the service answered with status \(code)" + (words.map { ": '\($0)'" } ?? "")
    case .exception(let code, let words):
      "the service reports '\(words)'" + (code.map { " (\($0))" } ?? "")
    case .webPage(let title):
      "the service answered with a web page" + (title.map { " titled '\($0)'" } ?? "")
        + " and not with features"
    case .unusableAnswer(let reason): reason
    case .afterAttempts(let count, let error): "\(error) (tried \(count) times)"
    }
  }
}
