// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// The bytes of a part of a file, fewer where the file ends before.
  static func read(_ path: String, from start: Int, count: Int) throws(FileProblem) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw FileProblem(code: errno) }
    defer { fclose(file) }
    guard fseek(file, start, SEEK_SET) == 0 else { throw FileProblem(code: errno) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }

  /// The size of a file in bytes; `nil` when it cannot be told.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }
}
