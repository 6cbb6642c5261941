// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Hands on a file block by block, for files that need not be in memory as a whole.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - size: how many bytes a block has at most.
  ///   - body: takes a block and says whether it wants another.
  /// - Throws: why the file cannot be read.
  static func blocks(
    of path: String, size: Int = 1 << 16, body: (UnsafeRawBufferPointer) -> Bool
  ) throws(FileProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileProblem(code: EISDIR) }
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
    defer { block.deallocate() }
    while true {
      let got = readOnce(descriptor, into: block)
      if got < 0 { throw FileProblem(code: errno) }
      guard got > 0, body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(block)[..<got]))
      else { return }
    }
  }
}
