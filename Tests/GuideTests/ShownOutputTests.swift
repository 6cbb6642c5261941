// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// How what is shown is held against what is printed.
@Suite struct ShownOutputTests {
  private static let output = "one\ntwo\nthree\nfour\nfive\n"

  @Test(arguments: [
    ["one", "two", "three", "four", "five"], ["..."], ["one", "..."], ["...", "five"],
    ["one", "...", "three", "four", "..."], ["one", "...", "two", "...", "three", "four", "five"],
    ["one", "two", "three", "four", "five", ""], ["one  ", "..."], ["...", "two"],
  ])
  func linesThatAreThereHold(_ shown: [String]) {
    #expect(ShownOutput(shown).problem(with: Self.output) == nil)
  }

  @Test(arguments: [
    [], ["one"], ["five"], ["two", "..."], ["...", "six"], ["...", "three", "two", "..."],
    ["one", "...", "three", "...", "two"], ["one", "two", "three", "four", "six"],
    ["...", "three", "five", "..."], ["one", "two", "three", "...", "three", "four", "five"],
  ])
  func linesThatAreNotThereOrInAnotherOrderDoNot(_ shown: [String]) {
    #expect(ShownOutput(shown).problem(with: Self.output) != nil)
  }

  @Test func theBeginningOfALineMayStandForIt() {
    #expect(ShownOutput(["a long ..."]).problem(with: "a long line\n") == nil)
    #expect(ShownOutput(["a long ..."]).problem(with: "a longer line\n") != nil)
    #expect(ShownOutput(["a,b,..."]).problem(with: "a,b,c\n") == nil)
  }

  @Test func howLinesEndSaysNothing() {
    #expect(ShownOutput(["a", "b"]).problem(with: "a\r\nb\r\n") == nil)
  }

  @Test func theDifferenceNamesTheLines() throws {
    let shown = ShownOutput(["one", "...", "three", "floor", "..."])
    let difference = try #require(shown.problem(with: Self.output))
    #expect(difference.contains("- 2: \"floor\""))
    #expect(difference.contains("+ 2: \"four\""))
    #expect(!difference.contains("three"))
  }

  @Test func rewritingKeepsWhatIsLeftOut() {
    #expect(
      ShownOutput(["uno", "...", "three", "floor", "...", "six"]).rewritten(with: Self.output)
        == ["one", "...", "three", "four", "...", "five"])
    #expect(ShownOutput(["a ...", "b"]).rewritten(with: "a line\nc\nd\n") == ["a ...", "c", "d"])
    #expect(ShownOutput([]).rewritten(with: "a\n") == ["a"])
  }

  @Test func aBlockIsReadWithItsRemarkCodesAndLines() throws {
    let text = """
      <!-- not run: because -->
      ```
      $ a
      ```
      ```sh
      $ stikstof b \\
          --c   # exit code 2
      error: no
      $ d | stikstof e
      ```
      ```
      no command
      ```
      """
    let blocks = GuideBlock.blocks(of: text.split(separator: "\n").map(String.init))
    try #require(blocks.count == 3)
    #expect(blocks[0].remark == .notRun("because"))
    #expect(blocks[1].remark == nil)
    #expect(blocks[2].steps.isEmpty)
    let steps = blocks[1].steps
    try #require(steps.count == 2)
    #expect(steps[0].command == "stikstof b \\\n    --c   # exit code 2")
    #expect(steps[0].exitCode == 2)
    #expect(steps[0].shown.lines == ["error: no"])
    #expect(steps[0].shownLines == 7..<8)
    #expect(steps.map(\.callsProgram) == [true, true])
    #expect(steps[1].exitCode == 0)
    #expect(steps[1].shownLines.isEmpty)
  }
}
