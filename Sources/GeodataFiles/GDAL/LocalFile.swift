// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps GDAL to plain local files: it takes addresses, commands and virtual paths for files too.
enum LocalFile {
  /// How many bytes before the first element of an XML file are looked through.
  static let longestProlog = 1 << 16

  /// The path as GDAL is to be given it, so that no prefix in it has a meaning.
  static func path(_ path: String) throws(GeodataError) -> String {
    guard !path.hasPrefix("/vsi") else {
      throw .notAFile("'\(path)' is a virtual path of GDAL; give a file of this computer")
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      if path.contains(":") {
        throw .notAFile("'\(path)' is no file of this computer; fetch it first and give the file")
      }
      throw .notAFile("no such file")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .notAFile("it is a folder, not a file")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile("it is no plain file") }
    return path.hasPrefix("/") ? path : "./\(path)"
  }

  /// Refuses an XML file that declares a document type, since entities can grow without bound or
  /// lead to other files, and one that ends before its first element does.
  static func checkMarkup(_ path: String) throws(GeodataError) {
    guard let file = fopen(path, "rb") else { throw .notAFile("no permission to read it") }
    defer { fclose(file) }
    // Two-byte encodings have a zero in every ASCII character; marks of byte order are no ASCII.
    var rest = piece(of: file).drop { $0 >= 0x80 }
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if rest.starts(with: "<!--".utf8) {
        rest = Self.after("-->", in: rest.dropFirst(4))
      } else if rest.starts(with: "<?".utf8) {
        rest = Self.after("?>", in: rest.dropFirst(2))
      } else if rest.starts(with: "<!".utf8) {
        throw .refused("it declares a document type, which can hold entities; take that out")
      } else if rest.first == UInt8(ascii: "<") {
        break
      } else {
        throw .refused(
          "no XML element begins in its first \(longestProlog) bytes; expected plain XML")
      }
    }
    let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    fseek(file, 0, SEEK_END)
    fseek(file, max(0, ftell(file) - longestProlog), SEEK_SET)
    let end = Self.after("</" + String(decoding: name, as: UTF8.self), in: piece(of: file)[...])
    guard end.contains(UInt8(ascii: ">")) else {
      throw .unusable(
        "the file ends before its element '\(String(decoding: name, as: UTF8.self))' does; it is "
          + "incomplete: fetch it again")
    }
  }

  /// The next bytes of a file, at most ``longestProlog``, zeros left out.
  private static func piece(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: longestProlog) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes
  }

  private static func after(_ mark: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = Array(mark.utf8)
    var start = bytes.startIndex
    while start + mark.count <= bytes.endIndex {
      if bytes[start..<(start + mark.count)].elementsEqual(mark) {
        return bytes[(start + mark.count)...]
      }
      start += 1
    }
    return bytes[bytes.endIndex...]
  }
}
