// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import Testing

@Suite struct DiagnosticTests {
  private func sorted(_ messages: [String]) -> [String] {
    messages.map { Diagnostic(file: "a.geojson", message: $0) }.sorted().map(\.message)
  }

  @Test func numbersInMessagesGoByTheirSize() {
    let inOrder = ["feature 9: b", "feature 10: a", "feature 10: b", "feature 100: a", "layer 1"]
    #expect(sorted(inOrder.reversed()) == inOrder)
  }

  @Test func leadingZerosAndBeginningsHaveAnOrderToo() {
    let inOrder = ["01", "1", "1 a", "2", "10", "1000000000000000000000000", "a", "ab", "\u{e9}"]
    for turn in inOrder.indices {
      #expect(sorted(Array(inOrder[turn...] + inOrder[..<turn])) == inOrder)
    }
  }

  @Test func placesComeBeforeMessages() {
    let last = Diagnostic(file: "a", line: 10, message: "a")
    let middle = Diagnostic(file: "a", line: 9, column: 2, message: "a")
    let first = Diagnostic(file: "a", line: 9, column: 1, message: "b")
    #expect([last, middle, first].sorted() == [first, middle, last])
    #expect(!(first < first))
  }
}
