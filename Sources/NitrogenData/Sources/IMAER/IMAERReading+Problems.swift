// SPDX-License-Identifier: GPL-3.0-or-later

import CXML

/// What libxml2 finds wrong with the XML itself.
extension IMAERReading {
  /// Stops the parser, from within one of its calls.
  func stopParser() { xmlStopParser(parser) }

  /// Takes what libxml2 finds wrong.
  mutating func take(_ problem: xmlError) {
    guard !isStopped, problem.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let words = problem.message.map { String(cString: $0) } ?? "unknown problem"
    let text = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? words
    let place = Place(
      file: file, line: problem.line > 0 ? Int(problem.line) : nil,
      column: problem.int2 > 0 ? Int(problem.int2) : nil)
    switch xmlParserErrors(rawValue: UInt32(problem.code)) {
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START:
      stop(place, "the file is no XML; expected AERIUS IMAER GML")
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING, XML_I18N_CONV_FAILED,
      XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING:
      stop(
        place,
        "the text does not fit its encoding (\(text)); save the file as UTF-8 and declare it so")
    case _ where !hasRoot && Int(problem.code) == Int(XML_ERR_DOCUMENT_END.rawValue):
      stop(place, "the file ends before its first element; expected AERIUS IMAER GML")
    case _ where text.contains("Huge input"):
      stop(
        place,
        "a tag, an attribute or a comment that begins here is longer than 10 MB; that is no IMAER, "
          + "check the file")
    default:
      stop(place, "the XML is not in order (\(text)); mend it or export the file again")
    }
  }
}
