// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// The points of a series in the order of y − s t, for a slope s that moves.
///
/// Two points change places where s passes the slope of the pair: the inversions of the order
/// against time are the pairs with a slope below s, and an insertion sort from the order at one s
/// to that at another meets exactly the pairs in between. Counting costs O(n log n), listing O(n + k)
/// for k pairs.
///
/// Cole, Salowe, Steiger and Szemerédi, SIAM Journal on Computing 18 (1989) 792; Matoušek,
/// Information Processing Letters 39 (1991) 183.
struct SlopeSweep {
  /// Whole months, ascending, each once, round 0.
  let times: [Double]
  /// One value for every time.
  private(set) var values: [Double]
  /// Where s is.
  private(set) var slope = 0.0
  /// The number of pairs that count as below s: the inversions of the order.
  private(set) var below = 0
  /// The indices of the points by y − s t.
  private var order: [Int32]
  /// y − s t, ascending.
  private var keys: [Double]
  /// The slopes of the pairs met by the last move that listed them.
  private(set) var listed: [Double] = []
  private var spareOrder: [Int32]
  private var spareKeys: [Double]
  private var largestValue = 0.0
  private let largestTime: Double

  /// Makes a sweep of points in order of time; ``start(at:)`` comes first.
  init(times: [Double], values: [Double]) {
    precondition(times.count == values.count, "one value a time")
    self.times = times
    self.values = values
    order = Array(repeating: 0, count: times.count)
    keys = Array(repeating: 0, count: times.count)
    spareOrder = order
    spareKeys = keys
    largestTime = max(abs(times.first ?? 0), abs(times.last ?? 0))
    largestValue = values.reduce(0) { max($0, abs($1)) }
  }

  /// The number of pairs.
  var pairCount: Int { times.count * (times.count - 1) / 2 }

  /// How far the slope of a pair may lie on the wrong side of s through rounding.
  func slack(at slope: Double) -> Double {
    16 * 0x1p-53 * (largestValue + abs(slope) * (largestTime + 1))
  }

  /// Every slope lies within ± this.
  var largestSlope: Double { 2 * largestValue * (1 + 0x1p-50) }

  /// The slope of the pair of points `i` and `j`.
  func pairSlope(_ i: Int, _ j: Int) -> Double {
    (values[j] - values[i]) / (times[j] - times[i])
  }

  /// Puts s anywhere: sorts and counts by merging.
  mutating func start(at slope: Double) {
    self.slope = slope
    for index in times.indices {
      keys[index] = values[index] - slope * times[index]
      order[index] = Int32(truncatingIfNeeded: index)
    }
    below = 0
    var width = 1
    while width < times.count {
      mergeRuns(width)
      swap(&keys, &spareKeys)
      swap(&order, &spareOrder)
      width *= 2
    }
  }

  /// Puts s at 0 with other values, whose order and number of inversions are known.
  ///
  /// - Parameter fill: writes values in order of time, indices by value, and values by value, and
  ///   returns the number of pairs that fall.
  mutating func startAtZero(
    _ fill: (
      UnsafeMutablePointer<Double>, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Double>
    ) -> Int
  ) {
    slope = 0
    below = values.withUnsafeMutableBufferPointer { values in
      order.withUnsafeMutableBufferPointer { order in
        keys.withUnsafeMutableBufferPointer { keys in
          guard let v = values.baseAddress, let o = order.baseAddress, let k = keys.baseAddress
          else { return 0 }
          return fill(v, o, k)
        }
      }
    }
    largestValue = max(abs(keys.first ?? 0), abs(keys.last ?? 0))
  }

  private mutating func mergeRuns(_ width: Int) {
    let count = times.count
    var inversions = 0
    keys.withUnsafeBufferPointer { keys in
      order.withUnsafeBufferPointer { order in
        spareKeys.withUnsafeMutableBufferPointer { toKeys in
          spareOrder.withUnsafeMutableBufferPointer { toOrder in
            var first = 0
            while first < count {
              let middle = min(first + width, count)
              let end = min(middle + width, count)
              var left = first
              var right = middle
              for place in first..<end {
                let takeLeft = right == end || (left < middle && keys[left] <= keys[right])
                let from = takeLeft ? left : right
                inversions += takeLeft ? 0 : middle - left
                toKeys[place] = keys[from]
                toOrder[place] = order[from]
                left += takeLeft ? 1 : 0
                right += takeLeft ? 0 : 1
              }
              first = end
            }
          }
        }
      }
    }
    below += inversions
  }

  /// Moves s by insertion, keeping the count.
  mutating func move(to slope: Double) {
    self.slope = slope
    rekey()
    let count = times.count
    var change = 0
    keys.withUnsafeMutableBufferPointer { keys in
      order.withUnsafeMutableBufferPointer { order in
        var next = 1
        while next < count {
          let key = keys[next]
          var place = next
          if keys[place - 1] > key {
            let point = order[next]
            repeat {
              let other = order[place - 1]
              keys[place] = keys[place - 1]
              order[place] = other
              change &+= point > other ? 1 : -1
              place -= 1
            } while place > 0 && keys[place - 1] > key
            keys[place] = key
            order[place] = point
          }
          next += 1
        }
      }
    }
    below += change
  }

  /// Moves s by insertion and lists the slope of every pair that changes places.
  ///
  /// - Returns: the number of pairs that count as below both ends.
  mutating func moveListing(to slope: Double) -> Int {
    let before = below
    self.slope = slope
    rekey()
    listed.removeAll(keepingCapacity: true)
    var change = 0
    for next in stride(from: 1, to: times.count, by: 1) {
      let key = keys[next]
      let point = order[next]
      var place = next
      while place > 0, keys[place - 1] > key {
        let other = order[place - 1]
        keys[place] = keys[place - 1]
        order[place] = other
        change &+= point > other ? 1 : -1
        listed.append(pairSlope(Int(other), Int(point)))
        place -= 1
      }
      keys[place] = key
      order[place] = point
    }
    below += change
    return (before + below - listed.count) / 2
  }

  private mutating func rekey() {
    let slope = slope
    let count = times.count
    keys.withUnsafeMutableBufferPointer { keys in
      order.withUnsafeBufferPointer { order in
        times.withUnsafeBufferPointer { times in
          values.withUnsafeBufferPointer { values in
            for place in 0..<count {
              let point = Int(order[place])
              keys[place] = values[point] - slope * times[point]
            }
          }
        }
      }
    }
  }

  /// The slopes of one rank or two neighbouring ones among those listed.
  ///
  /// - Parameters:
  ///   - ranks: counted from 0 among all pairs.
  ///   - inside: the pairs below both ends.
  ///   - ends: the two slopes between which pairs were listed, in either order.
  /// - Returns: the slopes of the first and the last rank; `nil` where they are not among those
  ///   listed, or so near an end that rounding leaves a doubt.
  mutating func resolve(
    _ ranks: ClosedRange<Int>, inside: Int, ends: (Double, Double)
  ) -> (Double, Double)? {
    let low = ranks.lowerBound - inside
    let high = ranks.upperBound - inside
    guard low >= 0, high < listed.count else { return nil }
    let lower = Selection.select(rank: low, of: &listed)
    var upper = lower
    if high > low {
      upper = listed[(low + 1)...].reduce(Double.infinity) { min($0, $1) }
    }
    let floor = min(ends.0, ends.1)
    let ceiling = max(ends.0, ends.1)
    guard lower >= floor + slack(at: floor), upper <= ceiling - slack(at: ceiling) else {
      return nil
    }
    return (lower, upper)
  }
}
