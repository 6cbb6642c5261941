// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenGeography

/// Every source with every area near it, written as it comes; whole in the end or not at all.
public final class PairList {
  /// Sources a time, so that memory stays bounded.
  private static let chunk = 1 << 16

  private let path: String
  private let beside: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var isDone = false

  /// Opens a list beside its place.
  ///
  /// - Parameter path: the file, as the user named it.
  /// - Throws: ``RunError/cannotWrite(path:reason:)``.
  public init(path: String) throws(RunError) {
    let name = (path as NSString).lastPathComponent
    let folder = (path as NSString).deletingLastPathComponent
    self.path = path
    beside = (folder as NSString).appendingPathComponent(".\(name).part")
    guard !FileSystemProbe.isFolder(path) else {
      throw RunError.cannotWrite(path: path, reason: "it is a folder")
    }
    guard FileManager.default.createFile(atPath: beside, contents: nil),
      let handle = FileHandle(forWritingAtPath: beside)
    else {
      throw RunError.cannotWrite(
        path: path,
        reason: FileSystemProbe.isFolder(folder.isEmpty ? "." : folder)
          ? "the folder cannot be written to" : "there is no folder '\(folder)'")
    }
    self.handle = handle
    PartFile.removeWhenInterrupted(beside)
    buffer += Array(
      "file,line,source,area,ring,distance_m,share,sector,pollutant,year,emission_kg_per_yr\n".utf8)
  }

  deinit { if !isDone { try? FileManager.default.removeItem(atPath: beside) } }

  /// Adds the pairs of a batch.
  func add(
    _ batch: SourceBatch, file: String, index: ZoneIndex, membership: ZoneMembership,
    sectors: [String], keys: SourceKeys
  ) throws {
    let name = Self.quoted(file)
    var nextUnknown = 0
    for start in stride(from: 0, to: batch.count, by: Self.chunk) {
      let rows = start..<min(start + Self.chunk, batch.count)
      let pairs = try index.pairs(
        x: Array(batch.x[rows]), y: Array(batch.y[rows]), distances: true)
      let shares = !batch.shapes.isEmpty ? try index.shares(shapes: Array(batch.shapes[rows])) : nil
      for row in rows {
        let isUnknown =
          nextUnknown < batch.unknown.count && Int(batch.unknown[nextUnknown]) == row
        if isUnknown { nextUnknown += 1 }
        let key = keys.all[Int(batch.key[row])]
        let head =
          "\(name),\(batch.origins.map { String($0.lines[row]) } ?? ""),"
          + "\(Self.quoted(batch.origins?.id(row) ?? "")),"
        let tail =
          ",\(Self.quoted(sectors[Int(batch.key[row])])),\(key.pollutant.label),\(key.year),"
          + (isUnknown ? "" : batch.emission[row].description) + "\n"
        let shape = batch.shape(row)
        if membership.isPoint(shape) {
          for pair in pairs[row - start] {
            append(
              "\(head)\(index.areas[pair.area]),\(index.scheme.rings[pair.ring].label),"
                + "\(pair.distance?.description ?? ""),1\(tail)")
          }
        } else if let shares {
          for share in membership.counted(shares[row - start], of: shape) {
            append(
              "\(head)\(index.areas[share.area]),\(index.scheme.rings[share.ring].label),,"
                + "\(share.share)\(tail)")
          }
        }
        if buffer.count > 1 << 20 { try flush() }
      }
    }
  }

  /// Puts the list in its place.
  ///
  /// - Throws: ``RunError/cannotWrite(path:reason:)``; what stood there before is whole.
  func commit() throws(RunError) {
    do {
      try flush()
      try handle.synchronize()
      try handle.close()
    } catch {
      throw RunError.cannotWrite(path: path, reason: error.localizedDescription.lowercased())
    }
    guard rename(beside, path) == 0 else {
      throw RunError.cannotWrite(
        path: path, reason: String(cString: strerror(errno)).lowercased())
    }
    isDone = true
    PartFile.forget()
  }

  private func append(_ text: String) { buffer += Array(text.utf8) }

  private func flush() throws {
    try handle.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
