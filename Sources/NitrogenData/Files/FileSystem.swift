// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be read, in words.
struct FileProblem: Error {
  /// The reason, such as `no such file`.
  let reason: String

  init(reason: String) { self.reason = reason }

  /// The reason behind an error number of the system.
  init(code: CInt) {
    switch code {
    case ENOENT: reason = "no such file"
    case EACCES, EPERM: reason = "no permission to read it"
    case EISDIR: reason = "it is a folder, not a file"
    case ENOTDIR: reason = "a part of its path is not a folder"
    default: reason = String(cString: strerror(code)).lowercased()
    }
  }
}

/// The little that reading asks of the file system, by paths as the user gives them.
enum FileSystem {
  /// The path of an entry of a folder: both joined by one slash, nothing else touched.
  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The name of a file without its folder and without the ending after the last point.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    return String(name[..<point])
  }

  /// The bytes of a file.
  static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileProblem(code: EISDIR) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var problem: FileProblem?
    while problem == nil {
      let wanted = max(bytes.capacity - bytes.count, 1 << 16)
      let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        let got = Self.readOnce(descriptor, into: buffer)
        if got < 0 { problem = FileProblem(code: errno) }
        count = max(got, 0)
      }
      if chunk.isEmpty { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
    if let problem { throw problem }
    return bytes
  }

  /// Reads once into a buffer: how many bytes, 0 at the end, negative when it failed.
  static func readOnce(
    _ descriptor: CInt, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    while true {
      let got = unistdRead(descriptor, buffer.baseAddress, buffer.count)
      if got < 0 && errno == EINTR { continue }
      return got
    }
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Whether a path leads to anything that is not a folder.
  static func isFile(_ path: String) -> Bool {
    kind(of: path).map { $0 != S_IFDIR } ?? false
  }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The names in a folder that do not start with a point, sorted; `nil` when it cannot be listed.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

private func unistdRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}
