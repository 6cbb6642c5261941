// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a table: a file that is read piece by piece, or bytes at hand.
final class SourceBytes: @unchecked Sendable {
  private enum Store {
    case file(CInt)
    case memory([UInt8])
  }

  // Not changed after the initialiser: pieces may be read by several threads.
  private let store: Store
  /// How many bytes there are.
  let count: Int

  /// Bytes at hand.
  init(_ bytes: [UInt8]) {
    store = .memory(bytes)
    count = bytes.count
  }

  /// Opens a file; one that has no end to look up, such as a pipe, is read whole.
  init(file: String) throws(FileProblem) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let bytes = try FileSystem.read(file)
      store = .memory(bytes)
      count = bytes.count
      return
    }
    store = .file(descriptor)
    count = Int(status.st_size)
  }

  deinit {
    if case .file(let descriptor) = store { close(descriptor) }
  }

  /// Copies bytes from an offset on; fewer than wanted at the end of the file only.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
    switch store {
    case .memory(let bytes):
      let end = min(bytes.count, offset + buffer.count)
      guard offset < end else { return 0 }
      bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<end])) }
      return end - offset
    case .file(let descriptor):
      var got = 0
      while got < buffer.count {
        let piece = pread(
          descriptor, buffer.baseAddress?.advanced(by: got), buffer.count - got,
          off_t(offset + got))
        if piece < 0 {
          if errno == EINTR { continue }
          throw FileProblem(code: errno)
        }
        if piece == 0 { break }
        got += piece
      }
      return got
    }
  }

  /// The bytes from an offset on, at most `limit`; empty where they cannot be read.
  func bytes(at offset: Int, limit: Int) -> [UInt8] {
    let wanted = max(0, min(limit, count - offset))
    return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, got in
      got = (try? read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))) ?? 0
    }
  }
}
