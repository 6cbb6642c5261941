// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
public import NitrogenCore

/// A Web Feature Service (WFS 2.0), asked for one layer page by page.
public struct FeatureService: Sendable {
  /// What the service says it has.
  public struct Count: Hashable, Sendable {
    /// How many features.
    public let matched: Int
    /// When it counted, in its own words; `nil` when it does not say.
    public let timeStamp: String?
    /// When it answered; `nil` when it does not say.
    public let date: Date?
  }

  /// The address.
  public let address: ServiceAddress
  /// The layer, its properties and how it is paged.
  public let source: OutlineSource
  private let client: HTTPClient

  /// Makes a service.
  public init(address: ServiceAddress, source: OutlineSource, client: HTTPClient) {
    self.address = address
    self.source = source
    self.client = client
  }

  /// How many features there are.
  ///
  /// - Returns: what the service says.
  /// - Throws: why it says nothing.
  public func count() async throws(ServiceError) -> Count {
    let answer = try await client.get(address.asking(common + [("resultType", "hits")]))
    guard let document = ServiceDocument(answer.body) else {
      throw Self.refusal(answer) ?? .unusableAnswer("the answer is not XML; expected a count")
    }
    if let exception = document.exception {
      throw .exception(code: exception.code, words: exception.words)
    }
    guard document.root == "FeatureCollection", let text = document.attributes["numberMatched"]
    else {
      throw .unusableAnswer(
        "the answer is a '\(document.root)' without 'numberMatched'; expected a count")
    }
    guard let matched = Int(text), matched >= 0 else {
      throw .unusableAnswer(
        "the service does not count: 'numberMatched' is '\(ServiceWords.line(text) ?? "")', "
          + "expected a number")
    }
    return Count(
      matched: matched, timeStamp: document.attributes["timeStamp"], date: answer.date)
  }

  /// The address of a page.
  ///
  /// - Parameters:
  ///   - start: how many features stand before it.
  ///   - size: how many features it has at most.
  /// - Returns: the address with its query.
  public func page(from start: Int, size: Int) -> URL {
    var items = common + [("srsName", Self.system), ("outputFormat", source.format)]
    if !source.sortBy.isEmpty { items.append(("sortBy", source.sortBy.joined(separator: ","))) }
    return address.asking(items + [("count", String(size)), ("startIndex", String(start))])
  }

  /// Gets a page.
  ///
  /// - Parameter url: its address, from ``page(from:size:)``.
  /// - Returns: the answer as it came, and its features.
  /// - Throws: why there is none.
  public func get(_ url: URL) async throws(ServiceError) -> (answer: HTTPAnswer, page: FeaturePage)
  {
    let answer = try await client.get(url)
    if let refusal = Self.refusal(answer) { throw refusal }
    return (answer, try FeaturePage(answer.body))
  }

  /// RD New, in which all distances are taken.
  private static let system = "EPSG:28992"

  private var common: [(name: String, value: String)] {
    [
      ("service", "WFS"), ("version", source.version), ("request", "GetFeature"),
      ("typeNames", source.layer),
    ]
  }

  /// What an answer with success says when it holds no features: services answer with a status
  /// of success and an exception report too.
  private static func refusal(_ answer: HTTPAnswer) -> ServiceError? {
    if ServiceWords.isWebPage(answer) { return .webPage(title: ServiceWords.title(answer)) }
    guard let document = ServiceDocument(answer.body) else { return nil }
    if let exception = document.exception {
      return .exception(code: exception.code, words: exception.words)
    }
    return .unusableAnswer("the answer is XML, a '\(document.root)'; expected GeoJSON")
  }
}
