// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// What a service answered, whole.
public struct HTTPAnswer: Hashable, Sendable {
  /// The status code.
  public let status: Int
  /// The media type in lower case, without its parameters.
  public let mediaType: String?
  /// When the service made the answer, by its own clock; `nil` when it does not say.
  public let date: Date?
  /// How many seconds the service asks to wait; `nil` when it does not say.
  let retryAfter: Double?
  /// The content, unpacked.
  public let body: Data

  /// Makes an answer from headers whose names are in lower case.
  init(status: Int, headers: [String: String], body: Data) {
    self.status = status
    self.body = body
    mediaType = headers["content-type"]?.split(separator: ";").first.map {
      $0.trimmingCharacters(in: .whitespaces).lowercased()
    }
    date = headers["date"].flatMap(Self.date)
    retryAfter = headers["retry-after"].flatMap(Double.init)
  }

  /// A date as in RFC 9110, section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func date(_ text: String) -> Date? {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: parts[2]) else {
      return nil
    }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return try? Date("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z", strategy: .iso8601)
  }
}
