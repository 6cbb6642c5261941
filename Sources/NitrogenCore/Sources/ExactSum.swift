// SPDX-License-Identifier: GPL-3.0-or-later

/// A sum of emissions in kg/yr that does not depend on the order of its terms.
///
/// Terms are counted in steps of 2^-64 kg in 128 bits. A term of at least 2^-12 kg is taken exactly,
/// a smaller one to 2^-65 kg; additions lose nothing, so any split over threads gives the same bytes.
public struct ExactSum: Hashable, Sendable {
  /// The largest term in kg/yr, either sign.
  public static let largestTerm = 0x1p40

  @usableFromInline var steps: Int128

  /// Makes a sum of one term in kg/yr, at most ``largestTerm``; by default 0.
  @inlinable public init(_ kilograms: Double = 0) {
    precondition(abs(kilograms) <= Self.largestTerm, "a term of a sum is finite and below 2^40 kg")
    // Whole kilograms, then steps of 2^-62 kg, then the last two bits: each fits Int64.
    let whole = Int64(kilograms)
    let scaled = (kilograms - Double(whole)) * 0x1p62
    let rest = Int64(scaled)
    let fine = (scaled - Double(rest)) * 4
    var steps = Int128(whole) << 64 + Int128(rest) << 2
    if fine != 0 { steps += Int128(Int64(fine.rounded(.toNearestOrEven))) }
    self.steps = steps
  }

  /// The sum in kg/yr, rounded once.
  @inlinable public var kilograms: Double { Double(steps) * 0x1p-64 }

  /// Adds another sum.
  @inlinable public static func += (left: inout ExactSum, right: ExactSum) {
    left.steps += right.steps
  }
}
