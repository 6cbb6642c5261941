// SPDX-License-Identifier: GPL-3.0-or-later

/// The sign of twice the area of the triangle a, b, c: positive when c lies left of a to b.
///
/// Exact for all finite coordinates of RD size: a floating-point filter, then the full sum of
/// products. Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust
/// Geometric Predicates, Discrete & Computational Geometry 18 (1997), sections 2 and 4.3.
@inline(__always)
func orientation(
  _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
) -> Double {
  let left = (ax - cx) * (by - cy)
  let right = (ay - cy) * (bx - cx)
  let determinant = left - right
  // (3 + 16 epsilon) epsilon with epsilon = 2^-53.
  let bound = 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right))
  if determinant > bound || -determinant > bound { return determinant }
  return exactOrientation(ax, ay, bx, by, cx, cy)
}

/// The determinant as an expansion of twelve terms; its sign is that of the largest non-zero one.
@inline(never)
private func exactOrientation(
  _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
) -> Double {
  var expansion: [Double] = []
  func add(_ left: Double, _ right: Double) {
    let product = left * right
    grow(&expansion, by: (-product).addingProduct(left, right))
    grow(&expansion, by: product)
  }
  add(ax, by)
  add(-ax, cy)
  add(-cx, by)
  add(-ay, bx)
  add(ay, cx)
  add(cy, bx)
  return expansion.last { $0 != 0 } ?? 0
}

/// Adds a number to an expansion without loss (Grow-Expansion, Shewchuk's theorem 10).
private func grow(_ expansion: inout [Double], by value: Double) {
  var carry = value
  for index in expansion.indices {
    let term = expansion[index]
    let sum = carry + term
    let virtual = sum - carry
    expansion[index] = (carry - (sum - virtual)) + (term - virtual)
    carry = sum
  }
  expansion.append(carry)
}
