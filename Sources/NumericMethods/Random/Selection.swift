// SPDX-License-Identifier: GPL-3.0-or-later

/// The k-th smallest of unordered numbers, exactly, without sorting them.
///
/// Hoare's selection with the median of three; where that narrows too slowly the rest is sorted, so
/// the time is linear as a rule and n log n at worst.
public enum Selection {
  /// The number of rank `rank`, counted from 0, leaving `numbers` rearranged.
  ///
  /// Afterwards nothing before the rank is larger than it, and nothing behind it smaller.
  ///
  /// - Parameters:
  ///   - rank: 0 ..< the number of numbers.
  ///   - numbers: without NaN.
  /// - Returns: the number of that rank.
  public static func select(rank: Int, of numbers: inout [Double]) -> Double {
    precondition(numbers.indices.contains(rank), "a rank needs a number")
    return numbers.withUnsafeMutableBufferPointer { select(rank: rank, of: $0) }
  }

  /// The number of rank `rank`, counted from 0, leaving the buffer rearranged.
  ///
  /// - Parameters:
  ///   - rank: 0 ..< the number of numbers.
  ///   - numbers: without NaN.
  /// - Returns: the number of that rank.
  public static func select(rank: Int, of numbers: UnsafeMutableBufferPointer<Double>) -> Double {
    precondition(numbers.indices.contains(rank), "a rank needs a number")
    var low = 0
    var high = numbers.count - 1
    var patience = 2 * (Int.bitWidth - numbers.count.leadingZeroBitCount)
    while high - low > 16 {
      guard patience > 0 else { break }
      patience -= 1
      let pivot = medianOfThree(numbers[low], numbers[low + (high - low) / 2], numbers[high])
      var left = low
      var right = high
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        if left <= right {
          numbers.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        return numbers[rank]
      }
    }
    if high - low > 16 {
      var rest = UnsafeMutableBufferPointer(rebasing: numbers[low...high])
      rest.sort()
      return numbers[rank]
    }
    var next = low + 1
    while next <= high {
      let number = numbers[next]
      var place = next
      while place > low, numbers[place - 1] > number {
        numbers[place] = numbers[place - 1]
        place -= 1
      }
      numbers[place] = number
      next += 1
    }
    return numbers[rank]
  }

  /// The median: of an even number of numbers the mean of the middle two.
  ///
  /// - Parameter numbers: at least one, without NaN.
  /// - Returns: the median.
  public static func median(_ numbers: [Double]) -> Double {
    precondition(!numbers.isEmpty, "a median needs a number")
    var numbers = numbers
    let upper = select(rank: numbers.count / 2, of: &numbers)
    guard numbers.count % 2 == 0 else { return upper }
    let lower = numbers[..<(numbers.count / 2)].reduce(-Double.infinity) { Swift.max($0, $1) }
    return midpoint(lower, upper)
  }

  /// (a + b)/2 without overflow.
  public static func midpoint(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    return sum.isFinite ? sum / 2 : a / 2 + b / 2
  }

  private static func medianOfThree(_ a: Double, _ b: Double, _ c: Double) -> Double {
    Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
  }
}
