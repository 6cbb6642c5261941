// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A fenced block of a document, with the remark above it.
struct GuideBlock: Hashable {
  /// What a remark in front of a block says: `<!-- not run: REASON -->`, `<!-- file: NAME -->`.
  enum Remark: Hashable {
    /// The block is no run, and why.
    case notRun(String)
    /// The block is what a file of this name holds, which later commands of the document use.
    case file(String)
  }

  /// A command and the output shown of it.
  struct Step: Hashable {
    /// What follows `$ `, with the lines that a backslash joins to it.
    let command: String
    /// The exit code that a comment `# exit code N` on the command says; else 0.
    let exitCode: Int32
    /// The lines below it, up to the next command.
    let shown: ShownOutput
    /// Where the output stands in the document, by index of line.
    let shownLines: Range<Int>

    /// Whether the program is called, and not a shell's own command alone.
    var callsProgram: Bool {
      command.split(whereSeparator: { " |;&(".contains($0) || $0.isNewline }).contains("stikstof")
    }
  }

  /// The lines between the fences.
  let lines: [String]
  /// The index of the first of them in the document.
  let firstLine: Int
  /// What the line above the block says.
  let remark: Remark?

  /// The commands of a block that begins with `$ `; none of any other.
  var steps: [Step] {
    guard lines.first?.hasPrefix("$ ") == true else { return [] }
    let starts = lines.indices.filter { lines[$0].hasPrefix("$ ") }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : lines.count
      var last = start
      while lines[last].hasSuffix("\\") && last + 1 < end { last += 1 }
      let command = lines[start...last].joined(separator: "\n").dropFirst(2)
      return Step(
        command: String(command), exitCode: Self.exitCode(said: String(command)),
        shown: ShownOutput(Array(lines[(last + 1)..<end])),
        shownLines: (firstLine + last + 1)..<(firstLine + end))
    }
  }

  /// Whether a reader would take it for something to type.
  var looksLikeCommands: Bool {
    lines.contains { $0.hasPrefix("$ ") || $0.hasPrefix("stikstof ") }
  }

  private static func exitCode(said command: String) -> Int32 {
    guard let comment = command.range(of: "# exit code ") else { return 0 }
    return Int32(command[comment.upperBound...].prefix { $0.isNumber }) ?? 0
  }

  // MARK: - Reading a document

  /// The fenced blocks of a document, in their order.
  static func blocks(of lines: [String]) -> [GuideBlock] {
    var blocks: [GuideBlock] = []
    var opened: Int?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let fence = opened {
        blocks.append(
          GuideBlock(
            lines: Array(lines[(fence + 1)..<index]), firstLine: fence + 1,
            remark: fence > 0 ? remark(lines[fence - 1]) : nil))
        opened = nil
      } else {
        opened = index
      }
    }
    return blocks
  }

  private static func remark(_ line: String) -> Remark? {
    func text(after word: String) -> String? {
      guard line.hasPrefix("<!-- \(word): "), line.hasSuffix(" -->") else { return nil }
      return String(line.dropFirst("<!-- \(word): ".count).dropLast(" -->".count))
    }
    return text(after: "not run").map(Remark.notRun) ?? text(after: "file").map(Remark.file)
  }
}
