// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// Where the numbers of one case stand in its random stream.
///
/// The stream of a block of draws is keyed by the seed, a role, the labels of the case and the number
/// of the block. In it stand rows as long as a full block, one 64-bit number to a draw, so that every
/// number can be made alone.
struct DrawStreams: Sendable {
  /// The length of a block; even, so that a row begins with a whole Philox block.
  static let block = 500

  /// What a row is for.
  enum Row {
    /// The scale of trend and residual.
    case scale
    /// The inventory.
    case inventory
    /// A year's own deviation, by its place.
    case year(Int)
    /// A component of the trend.
    case component(Int)
  }

  private let key: UInt64
  private let years: Int

  init(seed: UInt64, role: String, labels: [String], years: Int) {
    key = PhiloxStream(seed: seed, labels: [role] + labels).key
    self.years = years
  }

  /// The lengths of the blocks of so many draws.
  static func length(of number: Int, draws: Int) -> Int {
    min(block, draws - number * block)
  }

  /// How many blocks so many draws take.
  static func count(draws: Int) -> Int { (draws + block - 1) / block }

  /// Fills a buffer with the normal numbers of a row.
  func fill(_ row: Row, block: Int, _ buffer: UnsafeMutableBufferPointer<Double>) {
    let place =
      switch row {
      case .scale: 0
      case .inventory: 1
      case .year(let year): 2 + year
      case .component(let component): 2 + years + component
      }
    var stream = PhiloxStream(key: key, stream: UInt64(block))
    stream.skip(UInt64(place * Self.block))
    stream.fillNormals(buffer)
  }
}
