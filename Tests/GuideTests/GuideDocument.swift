// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// A document whose commands are run, one after the other, in a folder of its own.
struct GuideDocument: CustomTestStringConvertible {
  /// Where it stands, from the root of the package.
  let path: String

  var testDescription: String { path }

  /// The user guide, the articles of the library and the readme.
  static let all: [GuideDocument] = {
    let catalogues = ["Guide"] + sources.map { "Sources/\($0)/Documentation.docc" }
    let articles = catalogues.flatMap { folder in
      names(in: folder).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
    }
    return (["README.md"] + articles).map(GuideDocument.init)
  }()

  /// The chapters of the user guide.
  static let guide = all.filter { $0.path.hasPrefix("Guide/") }

  private static let sources = names(in: "Sources")

  private static func names(in folder: String) -> [String] {
    let path = FixturePaths.packageRoot.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private var url: URL { FixturePaths.packageRoot.appendingPathComponent(path) }

  func lines() throws -> [String] {
    try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Its fenced blocks.
  func blocks() throws -> [GuideBlock] { GuideBlock.blocks(of: try lines()) }

  /// What of it is not as it says, one text a command; `STIKSTOF_RECORD=1` mends the document too.
  ///
  /// The commands find `Areas` and `Fixtures` as in a clone, in copies that they may write to.
  func problems() throws -> [String] {
    let blocks = try blocks()
    guard blocks.contains(where: { !$0.steps.isEmpty && $0.isRun }) else { return [] }
    return try withTemporaryFolder { folder in
      for name in ["Areas", "Fixtures"] {
        try FileManager.default.copyItem(
          at: FixturePaths.packageRoot.appendingPathComponent(name),
          to: folder.appendingPathComponent(name))
      }
      var problems: [String] = []
      var repairs: [(lines: Range<Int>, by: [String])] = []
      for block in blocks where block.isRun {
        if case .file(let name) = block.remark {
          try Data((block.lines.joined(separator: "\n") + "\n").utf8)
            .write(to: folder.appendingPathComponent(name))
          continue
        }
        for step in block.steps {
          let run = try CommandRunner.shell(step.command, in: folder)
          let place = "\(path):\(step.shownLines.lowerBound)"
          if run.exitCode != step.exitCode {
            problems.append(
              "\(place): '\(step.command)' ends with \(run.exitCode), the document says "
                + "\(step.exitCode); it prints\n\(run.text.suffix(2_000))")
          }
          if let difference = step.shown.problem(with: run.text) {
            problems.append(
              "\(place): '\(step.command)' prints something else (`make record` rewrites it):\n"
                + difference)
            let trailing = step.shownLines.count - step.shown.lines.count
            repairs.append(
              (
                step.shownLines,
                step.shown.rewritten(with: run.text) + Array(repeating: "", count: trailing)
              ))
          }
        }
      }
      try mend(repairs)
      return problems
    }
  }

  private func mend(_ repairs: [(lines: Range<Int>, by: [String])]) throws {
    guard !repairs.isEmpty, ProcessInfo.processInfo.environment["STIKSTOF_RECORD"] == "1" else {
      return
    }
    var lines = try lines()
    for repair in repairs.reversed() {
      lines.replaceSubrange(repair.lines, with: repair.by)
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: url)
  }
}

extension GuideBlock {
  /// Whether nothing says that it is not run.
  var isRun: Bool { notRunReason == nil }

  /// Whether it is what a file holds.
  var isFile: Bool { if case .file = remark { true } else { false } }

  /// Why it is not run: its remark, or that it uses the network, which no test does.
  var notRunReason: String? {
    if case .notRun(let reason) = remark { return reason }
    return steps.contains { $0.command.contains("stikstof areas fetch") }
      ? "needs the network" : nil
  }
}
