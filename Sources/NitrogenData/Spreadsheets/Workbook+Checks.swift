// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles

extension Workbook {
  /// Refuses files that are no workbook of this kind, by their first bytes.
  static func checkKind(of file: String) throws(SpreadsheetProblem) {
    let start: [UInt8]
    do throws(FileProblem) {
      start = try FileSystem.read(file, from: 0, count: 512)
    } catch {
      throw SpreadsheetProblem("cannot read the file: \(error.reason)")
    }
    if start.starts(with: [0x50, 0x4B]) { return }
    guard !start.isEmpty else {
      throw SpreadsheetProblem("the file is empty; expected an XLSX workbook")
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw SpreadsheetProblem(
        isEncrypted(file, header: start)
          ? "the workbook is protected by a password; save it without one"
          : "the file is an old Excel workbook (XLS), whatever its name; save it as XLSX")
    }
    let text = start.prefix(40).prefix { $0 >= 0x20 && $0 < 0x7F }
    throw SpreadsheetProblem(
      "the file is no XLSX workbook, which is a zip archive"
        + (text.count > 3
          ? "; it begins with '\(String(decoding: text, as: UTF8.self))'" : ""))
  }

  /// Whether an OLE2 compound file holds an encrypted package, as its first directory sector says.
  private static func isEncrypted(_ file: String, header: [UInt8]) -> Bool {
    guard header.count == 512 else { return false }
    let shift = min(Int(header[30]), 12)
    let sector = (0..<4).reduce(0) { $0 | Int(header[48 + $1]) << (8 * $1) }
    let directory = try? FileSystem.read(file, from: (sector + 1) << shift, count: 1 << 12)
    let name = "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    return directory?.firstRange(of: name) != nil
  }

  /// Refuses archives that unpack to far more than data do.
  static func checkSizes(of archive: ZipArchive) throws(SpreadsheetProblem) {
    let unpacked = archive.entries.reduce(0) { $0.addingReportingOverflow($1.size).partialValue }
    let packed = max(FileSystem.size(of: archive.path) ?? 1, 1)
    guard unpacked > innocent || unpacked < 0, unpacked / packed > largestRatio || unpacked < 0
    else { return }
    throw SpreadsheetProblem(
      "the workbook of \(packed >> 10) kB says it unpacks to \(unpacked >> 20) MB, more than "
        + "\(largestRatio) times as much; refused as a zip bomb")
  }
}

/// The sheets that a workbook lists, by the links behind them.
final class SheetList: XMLEventTaker {
  private(set) var sheets: [(name: String, link: String)] = []
  let isDone = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard case "sheet" = name, sheets.count < 10_000, let title = attributes.text("name"),
      let link = attributes.text("id")
    else { return }
    sheets.append((title, link))
  }

  func end(_ name: XMLName) {}
  func take(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// The links of a workbook to the parts it is made of.
final class SheetLinks: XMLEventTaker {
  private(set) var target: [String: String] = [:]
  /// The entry that holds the shared texts.
  private(set) var strings: String?
  let isDone = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard case "Relationship" = name, target.count < 10_000, let id = attributes.text("Id"),
      let path = attributes.text("Target")
    else { return }
    let entry = path.hasPrefix("/") ? String(path.dropFirst()) : "xl/\(path)"
    target[id] = entry
    if attributes.text("Type")?.hasSuffix("/sharedStrings") == true { strings = entry }
  }

  func end(_ name: XMLName) {}
  func take(_ text: UnsafeBufferPointer<UInt8>) {}
}
