// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// The address of a service: `https`, or `http` of this machine.
public struct ServiceAddress: Hashable, Sendable {
  /// The address, without a fragment.
  public let url: URL

  /// Makes an address from what a person wrote.
  ///
  /// - Parameter text: the address; a query in it is kept.
  /// - Throws: ``ServiceError/unusableAddress(_:reason:)``.
  public init(_ text: String) throws(ServiceError) {
    guard var parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
      parts.scheme != nil
    else {
      throw .unusableAddress(text, reason: "it is not a web address; expected https://…")
    }
    guard parts.user == nil, parts.password == nil else {
      throw .unusableAddress(
        "\(parts.scheme ?? "")://…@\(host)",
        reason: "it holds a name or password, which would stand in the record; leave it out")
    }
    parts.fragment = nil
    guard let url = parts.url, Self.isSafe(url) else {
      throw .unusableAddress(
        text, reason: "expected https://…; http:// is only for a server on this machine")
    }
    self.url = url
  }

  /// The address with more in its query.
  func asking(_ items: [(name: String, value: String)]) -> URL {
    url.appending(queryItems: items.map { URLQueryItem(name: $0.name, value: $0.value) })
  }

  /// Whether a redirect may be followed: to `https`, or to `http` of this machine from the same
  /// host. What was asked over `https` is never answered over `http`.
  static func mayLead(from: URL, to: URL) -> Bool {
    if to.scheme?.lowercased() == "https" { return to.host() != nil }
    return isSafe(to) && from.scheme?.lowercased() == "http"
      && from.host()?.lowercased() == to.host()?.lowercased()
  }

  private static func isSafe(_ url: URL) -> Bool {
    switch url.scheme?.lowercased() {
    case "https": true
    case "http": isThisMachine(url.host()?.lowercased() ?? "")
    default: false
    }
  }

  private static func isThisMachine(_ host: String) -> Bool {
    if ["localhost", "::1", "[::1]"].contains(host) { return true }
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false)
    return bytes.count == 4 && bytes.first == "127" && bytes.allSatisfy { UInt8($0) != nil }
  }
}

extension ServiceAddress: CustomStringConvertible {
  /// The text shown to people.
  public var description: String { url.absoluteString }
}
