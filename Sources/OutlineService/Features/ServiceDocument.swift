// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FoundationXML

/// An XML answer of a WFS: the attributes of its root, or the exception it reports.
struct ServiceDocument {
  /// The name of the root without its prefix.
  let root: String
  /// The attributes of the root.
  let attributes: [String: String]
  /// The first exception of a report.
  let exception: (code: String?, words: String)?

  /// Reads a document; `nil` when it is not XML. One that declares a type is not read: a service
  /// has no need of entities.
  init?(_ data: Data) {
    guard data.first(where: { $0 > 32 && $0 < 128 }) == UInt8(ascii: "<"),
      data.range(of: Data("<!DOCTYPE".utf8)) == nil, data.range(of: Data("<!ENTITY".utf8)) == nil
    else { return nil }
    let listener = Listener()
    let parser = XMLParser(data: data)
    parser.shouldProcessNamespaces = true
    parser.delegate = listener
    // Where the end is missing, what came before it still says what is wrong.
    let isWhole = parser.parse() && parser.parserError == nil
    guard isWhole || listener.words != nil, let root = listener.root else { return nil }
    self.root = root
    attributes = listener.attributes
    let code = listener.code
    exception = listener.words.flatMap(ServiceWords.line).map { (code, $0) }
  }

  private final class Listener: NSObject, XMLParserDelegate {
    var root: String?
    var attributes: [String: String] = [:]
    var code: String?
    var words: String?
    private var listens = false

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if root == nil {
        root = name
        self.attributes = attributes
      }
      // `ServiceException` is what WFS 1.0 has.
      if ["Exception", "ServiceException"].contains(name), words == nil {
        code = attributes["exceptionCode"] ?? attributes["code"]
      }
      listens = ["ExceptionText", "ServiceException"].contains(name) && words == nil
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      guard listens, (words?.utf8.count ?? 0) < 4096 else { return }
      words = (words ?? "") + text
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      listens = false
    }
  }
}
