// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Cuts the bytes of a table into blocks of whole rows, in order.
final class SourceCutter: Sendable {
  /// How many bytes a block has when its rows are short.
  static let blockSize = 1 << 20
  /// How many bytes a row may have.
  static let longestRow = 16 << 20

  private struct State {
    var offset: Int
    var number = 0
    var carried: [UInt8] = []
    var isAtEnd = false
  }

  private let source: SourceBytes
  private let scan: SourceRowScan
  private let blockSize: Int
  private let state: Mutex<State>

  /// Begins at an offset, where a row begins.
  init(_ source: SourceBytes, from offset: Int, delimiter: UInt8, blockSize: Int = blockSize) {
    self.source = source
    self.scan = SourceRowScan(delimiter: delimiter)
    self.blockSize = blockSize
    self.state = Mutex(State(offset: offset))
  }

  /// Ends the reading: no block comes any more.
  func stop() {
    state.withLock { $0.isAtEnd = true }
  }

  /// Fills a block with the next rows; `false` at the end.
  func fill(_ block: SourceBlock) -> Bool {
    state.withLock { state in
      guard !state.isAtEnd else { return false }
      block.begin(number: state.number, offset: state.offset - state.carried.count)
      state.number += 1
      block.append(state.carried)
      state.carried.removeAll(keepingCapacity: true)
      while true {
        do throws(FileProblem) {
          let got = try block.append(blockSize) { buffer throws(FileProblem) in
            try source.read(at: state.offset, into: buffer)
          }
          state.offset += got
          if got < blockSize {
            state.isAtEnd = true
            return block.byteCount > 0
          }
        } catch {
          state.isAtEnd = true
          block.problem = error.reason
          return true
        }
        let start = UnsafePointer(block.bytes)
        if let end = scan.lastRowEnd(start, start + block.byteCount) {
          let whole = end - start
          state.carried.append(
            contentsOf: UnsafeBufferPointer(start: end, count: block.byteCount - whole))
          block.byteCount = whole
          return true
        }
        if block.byteCount >= Self.longestRow {
          state.isAtEnd = true
          block.isCutShort = true
          return true
        }
      }
    }
  }
}
