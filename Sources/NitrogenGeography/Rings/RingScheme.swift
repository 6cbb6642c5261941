// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// The rings around every site: `inside`, then from bound to bound.
///
/// A source at exactly a bound belongs to the inner ring; the boundary of the site is inside.
public struct RingScheme: Hashable, Sendable {
  /// The farthest outer bound that is accepted, in metres.
  public static let farthestBound = 25_000

  /// The outer bounds in metres, rising.
  public let outerBounds: [Int]
  /// How far beyond a bound a distance still counts as at it, in metres.
  public let tolerance: Double
  /// The labels, from the inside outwards; the numbers of rings count along this list.
  public let rings: [Ring]
  /// The farthest distance of each ring in metres, the inside first.
  let limits: [Double]

  /// Makes a scheme from outer bounds in metres: rising, from 1 to 25000, at most 250.
  ///
  /// - Parameters:
  ///   - outerBounds: metres.
  ///   - tolerance: metres, 0 to 0.001. With 0 the distance in double precision decides; 1e-9
  ///     covers the rounding of decimal coordinates of RD size.
  /// - Throws: ``GeographyError/unusableBounds(_:)``.
  public init(outerBounds: [Int], tolerance: Double = 0) throws(GeographyError) {
    guard let first = outerBounds.first, let last = outerBounds.last, first >= 1,
      last <= Self.farthestBound, outerBounds.count <= 250,
      zip(outerBounds, outerBounds.dropFirst()).allSatisfy(<),
      (0...0.001).contains(tolerance)
    else { throw .unusableBounds(outerBounds) }
    self.outerBounds = outerBounds
    self.tolerance = tolerance
    self.rings = Ring.rings(outerBounds: outerBounds)
    self.limits = ([0] + outerBounds).map { Double($0) + tolerance }
  }

  /// The number of the ring at a distance in metres, 0 for the inside; `nil` beyond the last bound.
  public func ringNumber(at distance: Double) -> Int? {
    limits.firstIndex { distance <= $0 }
  }

  /// The ring at a distance in metres; `nil` beyond the last bound.
  public func ring(at distance: Double) -> Ring? {
    ringNumber(at: distance).map { rings[$0] }
  }

  /// As ``ringNumber(at:)``, with the number of rings for what lies beyond.
  @inline(__always)
  func number(at distance: Double) -> Int {
    var number = 0
    while number < limits.count, distance > limits[number] { number += 1 }
    return number
  }
}
