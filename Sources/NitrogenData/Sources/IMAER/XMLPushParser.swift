// SPDX-License-Identifier: GPL-3.0-or-later

import CXML

/// Owns libxml2's push parser, with an ``IMAERReading`` as the taker of what it finds.
///
/// Nothing outside the bytes pushed is ever read: no network, no external entities, no expansion of
/// entities, and a document type declaration ends the reading. The libxml2 functions are
/// `xmlCreatePushParserCtxt` and `xmlParseChunk`.
struct XMLPushParser: ~Copyable {
  private let parser: xmlParserCtxtPtr
  private let reading: UnsafeMutablePointer<IMAERReading>

  /// Makes a parser; `nil` when there is no memory for it.
  init?(_ reading: UnsafeMutablePointer<IMAERReading>) {
    var calls = xmlSAXHandler()
    calls.initialized = UInt32(XML_SAX2_MAGIC)
    calls.internalSubset = { context, _, _, _ in XMLPushParser.refuseDocumentType(context) }
    calls.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      context?.assumingMemoryBound(to: IMAERReading.self).pointee
        .start(
          name, namespace: namespace, IMAERAttributes(count: Int(count), addresses: attributes))
    }
    calls.endElementNs = { context, _, _, _ in
      context?.assumingMemoryBound(to: IMAERReading.self).pointee.end()
    }
    calls.characters = { context, text, count in
      context?.assumingMemoryBound(to: IMAERReading.self).pointee
        .characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    calls.serror = { context, problem in
      guard let problem else { return }
      context?.assumingMemoryBound(to: IMAERReading.self).pointee.take(problem.pointee)
    }
    stikstof_keep_xml_quiet()
    guard let parser = xmlCreatePushParserCtxt(&calls, reading, nil, 0, nil) else { return nil }
    xmlCtxtUseOptions(parser, CInt(XML_PARSE_NONET.rawValue))
    self.parser = parser
    self.reading = reading
    reading.pointee.parser = parser
    reading.pointee.names = IMAERNames(parser.pointee.dict)
  }

  deinit { xmlFreeParserCtxt(parser) }

  /// Takes a block of the document.
  func push(_ block: UnsafeRawBufferPointer) {
    guard !reading.pointee.isStopped else { return }
    xmlParseChunk(
      parser, block.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(block.count), 0)
    checkEncoding()
  }

  /// Where bytes cannot be decoded, libxml2 gives up without a word to its caller.
  private func checkEncoding() {
    guard parser.pointee.disableSAX != 0, !reading.pointee.isStopped else { return }
    let place = reading.pointee.place
    reading.pointee.stop(
      Place(file: place.file),
      "the text from line \(place.line ?? 1) on does not fit its encoding; save the file as UTF-8 "
        + "and declare it so")
  }

  /// Takes the end of the document.
  func finish() {
    guard !reading.pointee.isStopped else { return }
    if !reading.pointee.isClosed && reading.pointee.hasRoot {
      reading.pointee.stop(
        reading.pointee.place,
        "the file ends in the middle of an element; it is cut off: get it again as a whole")
      return
    }
    xmlParseChunk(parser, nil, 0, 1)
    checkEncoding()
  }

  private static func refuseDocumentType(_ context: UnsafeMutableRawPointer?) {
    guard let reading = context?.assumingMemoryBound(to: IMAERReading.self) else { return }
    reading.pointee.stop(
      reading.pointee.place,
      "the file has a document type declaration (<!DOCTYPE), with which entities can be smuggled in; "
        + "IMAER has none: take it out")
  }
}
