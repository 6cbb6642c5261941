// SPDX-License-Identifier: GPL-3.0-or-later

/// The texts that the cells of a workbook share, in memory.
final class SharedStrings: XMLEventTaker {
  /// The most bytes they may hold together.
  static let largest = 1 << 28

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isCollecting = false
  private var isPhonetic = false
  /// Whether they hold more than ``largest``.
  private(set) var isTooLarge = false

  /// How many there are.
  var count: Int { ends.count }

  /// The text of a number, 0 for the first; `nil` when there is none.
  subscript(number: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(number) else { return nil }
    return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  var isDone: Bool { isTooLarge }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "t": isCollecting = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "t": isCollecting = false
    case "rPh": isPhonetic = false
    case "si": ends.append(bytes.count)
    default: break
    }
  }

  func take(_ text: UnsafeBufferPointer<UInt8>) {
    guard isCollecting, !isTooLarge else { return }
    // An empty text costs its end only, so both are counted.
    isTooLarge = bytes.count + text.count + ends.count * 8 > Self.largest
    if !isTooLarge { bytes += text }
  }
}
