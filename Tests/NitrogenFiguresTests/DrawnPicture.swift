// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenFigures

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A picture as a program reads it: its elements with their attributes and text.
final class DrawnPicture: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""

    func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }

    /// The corners of a line or surface.
    var points: [(x: Double, y: Double)] {
      (attributes["points"] ?? "").split(separator: " ").compactMap { pair in
        let numbers = pair.split(separator: ",").compactMap { Double($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
      }
    }
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []
  private(set) var isSound = false

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isSound = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The first text element that reads so.
  func text(_ words: String) -> Element? { all("text").first { $0.text == words } }

  /// What value a height stands for, from the places of two labels of the upright axis.
  func scale(_ low: String, _ high: String) -> ((Double) -> Double)? {
    guard let first = text(low)?.number("y"), let second = text(high)?.number("y"),
      let from = Double(low), let to = Double(high), first != second
    else { return nil }
    // Labels stand four units below their marks.
    return { from + (first - 4 - $0) / (first - second) * (to - from) }
  }
}
