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
}
