// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Pages that were fetched and are not stored yet: each in a file of its own, with a list that
/// names them by SHA-256. A run that broke off is gone on with from here.
struct PageFolder {
  /// After how many seconds pages are too old to go with new ones: the features of a day are taken
  /// for one state of the service, whose count is compared besides.
  static let longestKept: Double = 24 * 60 * 60

  private struct List: Codable {
    /// The address of the first page: service, layer, order and size of pages.
    let question: String
    let numberMatched: Int
    /// By our clock.
    let begun: Date
    /// By the service's clock, or else ours.
    let retrieved: Date
    let timeStamp: String?
    var pages: [Page]
  }

  /// A page on the list.
  struct Page: Codable {
    let file: String
    let retrieved: Date
    let sha256: String
  }

  /// The folder.
  let path: String
  private var list: List

  /// When the first run began to fetch.
  var retrieved: Date { list.retrieved }
  /// What the service said of its count then.
  var timeStamp: String? { list.timeStamp }
  /// How many pages there are.
  var count: Int { list.pages.count }

  /// Opens a folder for the pages of a question, empty or with those of an earlier run.
  ///
  /// - Returns: the folder, and why what stood there is of no use.
  static func open(
    _ path: String, question: String, matched: Int, timeStamp: String?, answered: Date?, now: Date
  ) throws(RunError) -> (folder: PageFolder, note: String?) {
    let fresh = List(
      question: question, numberMatched: matched, begun: now, retrieved: answered ?? now,
      timeStamp: timeStamp, pages: [])
    var folder = PageFolder(path: path, list: fresh)
    guard FileSystemProbe.isFolder(path) else { return (folder, nil) }
    guard let list = RecordFile.read(List.self, from: path + "/" + listFile) else {
      throw RunError.cannotWrite(
        path: path, reason: "a folder without pages of ours stands there; take it away")
    }
    let reason: String
    if list.question != question {
      reason = "are of another service, layer or page size"
    } else if list.numberMatched != matched {
      reason = "are of \(list.numberMatched) features, and the service now has \(matched)"
    } else if abs(now.timeIntervalSince(list.begun)) > longestKept {
      reason = "are more than a day old"
    } else {
      folder.list = list
      return (folder, nil)
    }
    PageFolder(path: path, list: list).remove()
    return (folder, "the pages kept in '\(path)' \(reason); all pages are fetched again")
  }

  /// The bytes of a page of an earlier run; `nil` where there is none, or not as it was fetched.
  func bytes(of number: Int) -> (page: Page, data: Data)? {
    let name = Self.file(number)
    guard let page = list.pages.first(where: { $0.file == name }),
      let data = FileManager.default.contents(atPath: path + "/" + name),
      FileHash.sha256(of: data) == page.sha256
    else { return nil }
    return (page, data)
  }

  /// Whether a page is on the list.
  func lists(_ number: Int) -> Bool { list.pages.contains { $0.file == Self.file(number) } }

  /// Keeps a page: its file first, then the list that speaks of it.
  mutating func keep(_ data: Data, as number: Int, retrieved: Date) throws(RunError) -> Page {
    let page = Page(
      file: Self.file(number), retrieved: retrieved, sha256: FileHash.sha256(of: data))
    list.pages.removeAll { $0.file == page.file }
    list.pages.append(page)
    list.pages.sort { $0.file < $1.file }
    var output = try OutputFolder(path: path, mayHoldDataset: true)
    try output.stage(Array(data), as: page.file)
    try output.stage(try encoded(), as: Self.listFile)
    _ = try output.commit()
    return page
  }

  /// Takes our pages away, and the folder where nothing else is in it.
  func remove() {
    for file in list.pages.map(\.file) + [Self.listFile] {
      try? FileManager.default.removeItem(atPath: path + "/" + file)
    }
    rmdir(path)
  }

  private func encoded() throws(RunError) -> [UInt8] {
    do {
      return Array(try RecordFile.encoder.encode(list)) + [UInt8(ascii: "\n")]
    } catch {
      throw RunError.cannotWrite(path: path + "/" + Self.listFile, reason: "\(error)")
    }
  }

  private static let listFile = "pages.json"

  private static func file(_ number: Int) -> String {
    let digits = String(number)
    return "page-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".json"
  }
}
