// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The middle of some items' places and how far any of them reaches from it, in metres.
struct ItemBox {
  let x: Double
  let y: Double
  let reach: Double
}

/// Places sorted along the curve, each with the radius of what lies around it.
struct SortedItems: Sendable {
  let x: [Double]
  let y: [Double]
  /// Metres; empty when all items are points.
  let radii: [Double]
  let codes: [UInt32]
  /// Where each item stood in the input.
  let order: [Int32]

  /// Sorts places in RD metres; a place outside the envelope is an error.
  init(x: [Double], y: [Double], radii: [Double] = []) throws(GeographyError) {
    guard x.count == y.count, radii.isEmpty || radii.count == x.count else {
      throw .unequalColumns([x.count, y.count, radii.count])
    }
    var codes = [UInt32](repeating: 0, count: x.count)
    for item in x.indices {
      guard RDEnvelope.contains(x: x[item], y: y[item]) else {
        throw .sourceOutsideEnvelope(index: item, x: x[item], y: y[item])
      }
      codes[item] = MortonCode.code(x: x[item], y: y[item])
    }
    let sorted = MortonCode.sorted(codes)
    self.codes = sorted.codes
    self.order = sorted.order
    self.x = sorted.order.map { x[Int($0)] }
    self.y = sorted.order.map { y[Int($0)] }
    self.radii = radii.isEmpty ? [] : sorted.order.map { radii[Int($0)] }
  }

  var count: Int { x.count }

  @inline(__always)
  func reach(of item: Int) -> Double { radii.isEmpty ? 0 : radii[item] }

  /// The box around the items themselves, smaller than their quadtree cell.
  @inline(__always)
  func box(of range: Range<Int>) -> ItemBox {
    var minX = x[range.lowerBound]
    var maxX = minX
    var minY = y[range.lowerBound]
    var maxY = minY
    for item in range {
      minX = min(minX, x[item])
      maxX = max(maxX, x[item])
      minY = min(minY, y[item])
      maxY = max(maxY, y[item])
    }
    var radius = 0.0
    if !radii.isEmpty {
      for item in range { radius = max(radius, radii[item]) }
    }
    let halfWidth = (maxX - minX) * 0.5
    let halfHeight = (maxY - minY) * 0.5
    return ItemBox(
      x: minX + halfWidth, y: minY + halfHeight,
      reach: (halfWidth * halfWidth + halfHeight * halfHeight).squareRoot() + radius)
  }

  /// Where the quadtree cell of a level ends that begins at an item.
  @inline(__always)
  func endOfCell(from start: Int, within range: Range<Int>, level: Int) -> Int {
    let shift = UInt32(2 * (MortonCode.depth - level))
    let cell = codes[start] >> shift
    var low = start + 1
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] >> shift == cell { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
