// SPDX-License-Identifier: GPL-3.0-or-later

/// The account of a run as a file of its own, by which it can be recomputed and compared.
public enum ManifestDocument {
  /// The id of the layout.
  public static let schema = "urn:stikstof:manifest:1"

  /// Writes a manifest, output files included.
  ///
  /// - Parameters:
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  public static func write(_ run: RunRecord, to stream: inout some TextOutputStream) {
    stream.write(String(decoding: bytes(run), as: UTF8.self))
  }

  /// A manifest as UTF-8.
  ///
  /// - Parameter run: what the run knows about itself.
  /// - Returns: the bytes of the file.
  public static func bytes(_ run: RunRecord) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", schema)
    json.members(run, outputs: true)
    json.endObject()
    return json.bytes + [0x0A]
  }

  /// A manifest that ends in a digest of itself, by which an edited one is known.
  ///
  /// - Parameters:
  ///   - run: what the run knows about itself.
  ///   - digest: the SHA-256 of bytes, in lower-case hexadecimal digits.
  /// - Returns: the bytes of the file.
  public static func bytes(_ run: RunRecord, digest: ([UInt8]) -> String) -> [UInt8] {
    let bare = bytes(run)
    return sealed(bare, by: digest(bare))
  }

  /// The member that holds the digest of the manifest as it would be without that member.
  public static let seal = "manifestSha256"

  /// The bytes of a manifest without its seal, as they were digested; `nil` where they do not end
  /// in one.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - digest: the digest the file says it has.
  /// - Returns: the bytes before it was sealed.
  public static func unsealed(_ bytes: [UInt8], from digest: String) -> [UInt8]? {
    let end = ending(digest)
    guard bytes.count > end.count, bytes.suffix(end.count).elementsEqual(end) else { return nil }
    return bytes.dropLast(end.count) + Array("\n}\n".utf8)
  }

  private static func sealed(_ bare: [UInt8], by digest: String) -> [UInt8] {
    bare.dropLast(3) + ending(digest)
  }

  private static func ending(_ digest: String) -> [UInt8] {
    Array(",\n  \"\(seal)\": \"\(digest)\"\n}\n".utf8)
  }
}
