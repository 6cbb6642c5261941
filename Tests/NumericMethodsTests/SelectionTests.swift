// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct SelectionTests {
  @Test(arguments: [1, 2, 5, 16, 17, 18, 100, 1001])
  func everyRankIsThatOfTheSortedNumbers(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for distinct in [1, 2, 10, 1_000_000] {
      let numbers = (0..<count).map { _ in Double(Int.random(in: 0..<distinct, using: &random)) }
      let sorted = numbers.sorted()
      for rank in stride(from: 0, to: count, by: max(1, count / 37)) {
        var copy = numbers
        #expect(Selection.select(rank: rank, of: &copy) == sorted[rank])
        #expect(copy[..<rank].allSatisfy { $0 <= sorted[rank] })
        #expect(copy[rank...].allSatisfy { $0 >= sorted[rank] })
        #expect(copy.sorted() == sorted)
      }
    }
  }

  @Test(arguments: [0, 1, 2])
  func orderedNumbersAreSelectedToo(kind: Int) {
    let numbers = (0..<5000).map { index in
      switch kind {
      case 0: Double(index)
      case 1: Double(-index)
      default: Double(index % 2 == 0 ? index : 5000 - index)
      }
    }
    let sorted = numbers.sorted()
    for rank in [0, 1, 2499, 2500, 4999] {
      var copy = numbers
      #expect(Selection.select(rank: rank, of: &copy) == sorted[rank])
    }
  }

  @Test func medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    #expect(Selection.median([4, 1, 3, 2]) == 2.5)
    #expect(Selection.median([3, 1, 2]) == 2)
    #expect(Selection.median([7]) == 7)
    #expect(Selection.midpoint(1.5e308, 1.7e308) == 1.6e308)
  }
}
