// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGDAL

/// The files inside a zip archive, such as an XLSX workbook, read as a stream.
///
/// Nothing is unpacked to disk, and no entry is held in memory as a whole.
public struct ZipArchive: Sendable {
  /// A file inside the archive.
  public struct Entry: Hashable, Sendable {
    /// Its name with folders, such as `xl/workbook.xml`.
    public let name: String
    /// Its size unpacked, in bytes, as the archive declares it.
    public let size: Int
  }

  /// How many entries an archive may have.
  public static let largestCount = 10_000

  /// The archive, as the user named it.
  public let path: String
  /// The files in it, in the order of its directory.
  public let entries: [Entry]

  /// Reads the directory of an archive.
  ///
  /// The corresponding GDAL function is `VSIOpenDir` on `/vsizip/`.
  public init(path: String) throws(ZipProblem) {
    self.path = path
    self.entries = try Self.quietly { () throws(ZipProblem) -> [Entry] in
      guard let folder = VSIOpenDir(Self.root(path), -1, nil) else { throw .noDirectory }
      defer { VSICloseDir(folder) }
      var entries: [Entry] = []
      while let entry = VSIGetNextDirEntry(folder) {
        guard entries.count < Self.largestCount else { throw .tooManyEntries(Self.largestCount) }
        guard let name = entry.pointee.pszName, entry.pointee.nMode & 0o170000 != 0o040000 else {
          continue
        }
        entries.append(
          Entry(name: String(cString: name), size: Int(clamping: entry.pointee.nSize)))
      }
      return entries
    }
  }

  /// The entry of a name; `nil` when there is none.
  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// Unpacks an entry piece by piece, counting what really comes out.
  ///
  /// The corresponding GDAL function is `VSIFReadL`.
  ///
  /// - Parameters:
  ///   - name: the name of the entry.
  ///   - limit: how many bytes may come out.
  ///   - take: takes a piece, and says whether more is wanted.
  /// - Throws: when the entry is not there, is damaged or holds more than `limit`.
  public func read(
    _ name: String, atMost limit: Int, take: (UnsafeRawBufferPointer) -> Bool
  ) throws(ZipProblem) {
    guard let entry = self[name] else { throw .noEntry(name) }
    guard entry.size <= limit else { throw .tooLarge(name, limit: limit) }
    try Self.quietly { () throws(ZipProblem) in
      guard let file = VSIFOpenL("\(Self.root(path))/\(name)", "rb") else { throw .damaged(name) }
      defer { VSIFCloseL(file) }
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { buffer.deallocate() }
      var total = 0
      while true {
        let got = VSIFReadL(buffer.baseAddress, 1, buffer.count, file)
        guard got > 0 else { break }
        total += got
        guard total <= limit else { throw .tooLarge(name, limit: limit) }
        guard take(UnsafeRawBufferPointer(rebasing: buffer[..<got])) else { return }
      }
      guard total == entry.size, CPLGetLastErrorType().rawValue < CE_Failure.rawValue else {
        throw .damaged(name)
      }
    }
  }

  private static func root(_ path: String) -> String { "/vsizip/{\(path)}" }

  /// Runs `body` while what GDAL has to say stays unprinted.
  private static func quietly<Result>(
    _ body: () throws(ZipProblem) -> Result
  ) throws(ZipProblem) -> Result {
    GDALLibrary.ready
    CPLPushErrorHandler(CPLQuietErrorHandler)
    defer { CPLPopErrorHandler() }
    CPLErrorReset()
    return try body()
  }
}
