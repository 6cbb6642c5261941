// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of doubles of one length that stand still in memory, freed with the object.
final class DoubleRows {
  /// The length of a row.
  let length: Int
  private let memory: UnsafeMutableBufferPointer<Double>

  init(_ rows: Int, length: Int) {
    self.length = length
    memory = .allocate(capacity: max(1, rows * length))
    memory.initialize(repeating: 0)
  }

  deinit { memory.deallocate() }

  /// The first `count` numbers of a row.
  func row(_ row: Int, _ count: Int) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: memory[row * length..<row * length + count])
  }
}
