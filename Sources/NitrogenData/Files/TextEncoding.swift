// SPDX-License-Identifier: GPL-3.0-or-later

/// The encodings a table may declare.
enum TextEncoding: String {
  case utf8 = "utf-8"
  case latin1 = "iso-8859-1"
  case windows1252 = "windows-1252"

  /// What may be written, for messages.
  static let names = "utf-8, iso-8859-1 (latin-1) or windows-1252"

  /// Reads the name of an encoding, in any case.
  init?(name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "utf-8-sig": self = .utf8
    case "iso-8859-1", "iso8859-1", "latin-1", "latin1": self = .latin1
    case "windows-1252", "cp1252", "windows1252": self = .windows1252
    default: return nil
    }
  }

  /// Where bytes do not fit the encoding.
  struct Misfit: Error {
    /// The first byte that does not fit.
    let offset: Int
  }

  /// The text as UTF-8.
  func transcode(_ bytes: [UInt8]) throws(Misfit) -> [UInt8] {
    switch self {
    case .utf8:
      if let offset = Self.firstInvalidUTF8(in: bytes) { throw Misfit(offset: offset) }
      return bytes
    case .latin1, .windows1252:
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 16)
      for (offset, byte) in bytes.enumerated() {
        guard byte >= 0x80 else {
          result.append(byte)
          continue
        }
        guard let scalar = scalar(of: byte) else { throw Misfit(offset: offset) }
        result += Array(String(Character(scalar)).utf8)
      }
      return result
    }
  }

  /// The character of a byte from 0x80 on; `nil` where the encoding prints none.
  func scalar(of byte: UInt8) -> Unicode.Scalar? {
    guard byte < 0xA0 else { return Unicode.Scalar(UInt32(byte)) }
    guard self == .windows1252, byte >= 0x80 else { return nil }
    return Self.windowsBlock[Int(byte) - 0x80].flatMap { Unicode.Scalar($0) }
  }

  /// Windows-1252 from 0x80 to 0x9F; source: Unicode mapping table CP1252.TXT.
  private static let windowsBlock: [UInt32?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, nil, 0x017D, nil,
    nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]

  /// The offset of the first byte that is no UTF-8 (RFC 3629: no surrogates, no long forms).
  static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    var offset = 0
    let count = bytes.count
    while offset < count {
      let lead = bytes[offset]
      if lead < 0x80 {
        offset += 1
        continue
      }
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, lowest) = (3, 0xA0)
      case 0xED: (length, highest) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, lowest) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, highest) = (4, 0x8F)
      default: return offset
      }
      guard offset + length <= count, (lowest...highest).contains(bytes[offset + 1]) else {
        return offset
      }
      for next in (offset + 2)..<(offset + max(length, 2)) where bytes[next] & 0xC0 != 0x80 {
        return offset
      }
      offset += length
    }
    return nil
  }
}
