// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads JSON (RFC 8259) strictly, with the place of every value.
struct JSONReader {
  /// What is wrong, and where.
  struct Problem: Error, Equatable {
    let line: Int
    let column: Int
    let message: String
  }

  /// How deep lists and objects may be nested.
  private static let deepest = 64

  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a whole document.
  static func read(_ bytes: [UInt8]) throws(Problem) -> JSONNode {
    var reader = JSONReader(bytes)
    let node = try reader.node(depth: 0)
    reader.skipBlanks()
    if reader.offset < bytes.count { throw reader.problem("expected the end of the file") }
    return node
  }

  // MARK: - Values

  private mutating func node(depth: Int) throws(Problem) -> JSONNode {
    skipBlanks()
    let (line, column) = (self.line, self.column)
    let value: JSONNode.Value
    switch peek ?? 0 {
    case UInt8(ascii: "{"): value = try object(depth: depth + 1)
    case UInt8(ascii: "["): value = try array(depth: depth + 1)
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try number())
    default:
      if take("null") {
        value = .null
      } else if take("true") {
        value = .bool(true)
      } else if take("false") {
        value = .bool(false)
      } else {
        throw problem("expected a value")
      }
    }
    return JSONNode(line: line, column: column, value: value)
  }

  private mutating func object(depth: Int) throws(Problem) -> JSONNode.Value {
    try enter(depth)
    var members: [(name: String, node: JSONNode)] = []
    skipBlanks()
    if take("}") { return .object([]) }
    var names: Set<String> = []
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw problem("expected the name of a member") }
      let before = self
      let name = try string()
      guard names.insert(name).inserted else {
        throw before.problem("the member '\(name)' stands twice in one object", showsFound: false)
      }
      skipBlanks()
      guard take(":") else { throw problem("expected ':'") }
      members.append((name, try node(depth: depth)))
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { throw problem("expected ',' or '}'") }
    }
  }

  private mutating func array(depth: Int) throws(Problem) -> JSONNode.Value {
    try enter(depth)
    var items: [JSONNode] = []
    skipBlanks()
    if take("]") { return .array([]) }
    while true {
      items.append(try node(depth: depth))
      skipBlanks()
      if take("]") { return .array(items) }
      guard take(",") else { throw problem("expected ',' or ']'") }
    }
  }

  private mutating func enter(_ depth: Int) throws(Problem) {
    guard depth <= Self.deepest else {
      throw problem("it is nested deeper than \(Self.deepest) levels", showsFound: false)
    }
    offset += 1
  }

  private mutating func number() throws(Problem) -> String {
    let start = offset
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() throws(Problem) {
    let start = offset
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte { offset += 1 }
    if offset == start { throw problem("expected a digit") }
  }

  private mutating func string() throws(Problem) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw problem("this text is not valid UTF-8", showsFound: false)
        }
        offset += 1
        return string
      case UInt8(ascii: "\\"):
        offset += 1
        try escape(into: &text)
      case 0..<0x20: throw problem("expected '\"'")
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw problem("expected '\"'")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Problem) {
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let byte = peek, let meant = plain[byte] {
      text.append(meant)
      offset += 1
      return
    }
    guard take("u") else { throw problem("expected an escape such as '\\n'") }
    var code = UInt32(try fourDigits())
    if (0xD800..<0xDC00).contains(code) {
      guard take("\\u") else { throw problem("expected the second half of a character") }
      let low = UInt32(try fourDigits())
      guard (0xDC00..<0xE000).contains(low) else {
        throw problem("expected the second half of a character")
      }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw problem("half a character", showsFound: false)
    }
    text += Array(String(Character(scalar)).utf8)
  }

  private mutating func fourDigits() throws(Problem) -> UInt16 {
    let end = min(offset + 4, bytes.count)
    guard end == offset + 4,
      bytes[offset..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt16(String(decoding: bytes[offset..<end], as: UTF8.self), radix: 16)
    else { throw problem("expected four hexadecimal digits") }
    offset = end
    return code
  }

  // MARK: - Bytes

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count,
      bytes[offset..<offset + count].elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: count))
    else { return false }
    offset += count
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      offset += 1
      if byte == 0x0A {
        line += 1
        lineStart = offset
      }
    }
  }

  /// The column in characters of Unicode, 1 for the first.
  private var column: Int {
    bytes[lineStart..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 } + 1
  }

  private func problem(_ message: String, showsFound: Bool = true) -> Problem {
    var text = message
    if showsFound {
      let rest = bytes[min(offset, bytes.count)...].prefix(12)
      let word = String(decoding: rest.prefix { $0 > 0x20 }, as: UTF8.self)
      text += rest.isEmpty ? ", found the end of the file" : ", found '\(word)'"
    }
    return Problem(line: line, column: column, message: text)
  }
}
