// SPDX-License-Identifier: GPL-3.0-or-later

import CXML

/// Takes what ``XMLEvents`` finds; names are those without prefix.
protocol XMLEventTaker: AnyObject {
  /// An element begins.
  func begin(_ name: XMLName, _ attributes: XMLAttributes)
  /// An element ends.
  func end(_ name: XMLName)
  /// Some text between elements; one run of text may come in several pieces.
  func take(_ text: UnsafeBufferPointer<UInt8>)
  /// Whether no more is wanted.
  var isDone: Bool { get }
  /// Whether what was found makes no sense.
  var isAtALoss: Bool { get }
}

extension XMLEventTaker {
  var isAtALoss: Bool { false }
}

/// The name of an element, valid while it is handed on.
struct XMLName {
  fileprivate let bytes: UnsafePointer<UInt8>

  /// Whether the name is this one.
  static func ~= (pattern: StaticString, name: XMLName) -> Bool {
    let count = pattern.utf8CodeUnitCount
    for offset in 0..<count where name.bytes[offset] != pattern.utf8Start[offset] { return false }
    return name.bytes[count] == 0
  }
}

/// The attributes of an element, valid while it is handed on.
struct XMLAttributes {
  fileprivate let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  fileprivate let count: Int

  /// The bytes of an attribute; `nil` when the element has none of that name.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let fields else { return nil }
    for attribute in 0..<count {
      guard let local = fields[attribute * 5], name ~= XMLName(bytes: local),
        let start = fields[attribute * 5 + 3], let end = fields[attribute * 5 + 4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The text of an attribute; `nil` when the element has none of that name.
  func text(_ name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Reads XML as it comes, without building anything, and without document types or entities.
///
/// The corresponding libxml2 functions are `xmlCreatePushParserCtxt` and `xmlParseChunk`.
final class XMLEvents {
  /// Why reading had to stop.
  enum Problem: Error, Hashable {
    /// The text declares a document type, which may hold entities.
    case documentType
    /// The text is cut short or no XML.
    case malformed
  }

  private let taker: any XMLEventTaker
  private var context: xmlParserCtxtPtr?
  /// What went wrong so far.
  private(set) var problem: Problem?

  /// Whether the text makes no sense, so that it may have come to harm on the way.
  var isAtALoss: Bool {
    problem == .malformed || taker.isAtALoss
  }

  init(taker: any XMLEventTaker) {
    self.taker = taker
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC: the interface with namespaces
    handler.startElementNs = { this, name, _, _, _, _, attributeCount, _, attributes in
      guard let events = XMLEvents.at(this), let name else { return }
      events.taker.begin(
        XMLName(bytes: name), XMLAttributes(fields: attributes, count: Int(attributeCount)))
    }
    handler.endElementNs = { this, name, _, _ in
      guard let events = XMLEvents.at(this), let name else { return }
      events.taker.end(XMLName(bytes: name))
    }
    handler.characters = { this, text, count in
      XMLEvents.at(this)?.taker.take(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.internalSubset = { this, _, _, _ in
      XMLEvents.at(this)?.fail(.documentType)
    }
    handler.serror = { _, _ in }  // or they are printed
    stikstof_keep_xml_quiet()
    context = xmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    // Without a document type the only entities are the five of XML itself.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
  }

  deinit {
    if let context { xmlFreeParserCtxt(context) }
  }

  /// Reads a piece; `false` when no more is wanted.
  func read(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard problem == nil, !taker.isDone, let context else { return false }
    let bytes = piece.bindMemory(to: CChar.self)
    check(xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), 0))
    return problem == nil && !taker.isDone
  }

  /// Says that nothing more comes.
  func finish() {
    guard problem == nil, !taker.isDone, let context else { return }
    check(xmlParseChunk(context, nil, 0, 1))
  }

  private func fail(_ problem: Problem) {
    self.problem = problem
    if let context { xmlStopParser(context) }
  }

  private func check(_ code: Int32) {
    guard code != 0, problem == nil, !taker.isDone else { return }
    // Warnings and complaints about namespaces leave the text well-formed. So do bytes that cannot
    // be decoded, but those end the parsing.
    guard let context, context.pointee.wellFormed == 0 || context.pointee.disableSAX != 0
    else { return }
    problem = .malformed
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLEvents? {
    pointer.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }
}
