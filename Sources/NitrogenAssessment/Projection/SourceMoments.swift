// SPDX-License-Identifier: GPL-3.0-or-later

/// What the errors of a sum of sources need to know of them: how many there are, their sum and the sum
/// of their squares.
public struct SourceMoments: Hashable, Sendable {
  /// The number of sources.
  public private(set) var count = 0
  /// Σ e, kg/yr.
  public private(set) var sum = 0.0
  /// Σ e², (kg/yr)².
  public private(set) var sumOfSquares = 0.0

  /// Makes the moments of no sources.
  public init() {}

  /// Adds a source.
  ///
  /// - Parameters:
  ///   - emission: its emission, kg/yr.
  ///   - share: how much of it counts, 0 to 1.
  @inline(__always)
  public mutating func add(_ emission: Double, share: Double = 1) {
    let part = emission * share
    count &+= 1
    sum += part
    sumOfSquares += part * part
  }

  /// Adds other sources.
  public mutating func merge(_ other: SourceMoments) {
    count += other.count
    sum += other.sum
    sumOfSquares += other.sumOfSquares
  }

  /// How many sources of equal size would average out as well, (Σ e)²/Σ e²; `nil` where nothing is
  /// emitted.
  public var effectiveSources: Double? {
    sumOfSquares > 0 ? sum * sum / sumOfSquares : nil
  }

  /// The variance of the sum under errors, (kg/yr)².
  func variance(_ errors: SourceErrors) -> Double {
    let shared = errors.shared * sum
    return shared * shared + errors.own * errors.own * sumOfSquares
  }
}
