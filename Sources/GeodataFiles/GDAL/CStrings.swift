// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// A list of texts as GDAL takes them.
enum CStrings {
  /// The list as options are declared.
  typealias Mutable = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  /// The list as names of drivers are declared.
  typealias Constant = UnsafePointer<UnsafePointer<CChar>?>

  /// Hands out a list that lives until `body` returns; `nil` for no texts.
  static func with<Result, Failure: Error>(
    _ texts: [String], _ body: (Mutable?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var list: Mutable?
    for text in texts { list = CSLAddString(list, text) }
    defer { CSLDestroy(list) }
    return try body(list)
  }

  /// The same list as names of drivers and fields are declared.
  static func constant(_ list: Mutable?) -> Constant? {
    list.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self) }
  }
}
