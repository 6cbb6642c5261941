// SPDX-License-Identifier: GPL-3.0-or-later

import Crypto
import Foundation

/// SHA-256 of files, by which a manifest names what it read and wrote.
enum FileHash {
  /// The digest of a file in lower-case hexadecimal.
  static func sha256(ofFile path: String) throws(RunError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RunError.cannotRead(path: path, reason: "it is gone or not readable")
    }
    return sha256(of: data)
  }

  /// The digest of bytes in lower-case hexadecimal.
  static func sha256(of bytes: some DataProtocol) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
