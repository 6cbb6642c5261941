// SPDX-License-Identifier: GPL-3.0-or-later

/// What an emission is of.
enum IMAERSubstance: Equatable {
  case nh3, nox
  /// Another substance, by its number in the summary.
  case other(Int)
  /// Not said.
  case none

  /// Reads the attribute `substance`.
  init(_ bytes: UnsafeBufferPointer<UInt8>?, summary: inout IMAERSummary) {
    guard let bytes, !bytes.isEmpty else {
      self = .none
      return
    }
    if bytes.elementsEqual("NH3".utf8) {
      self = .nh3
    } else if bytes.elementsEqual("NOX".utf8) || bytes.elementsEqual("NOx".utf8) {
      self = .nox
    } else {
      self = .other(summary.number(ofSubstance: bytes))
    }
  }
}
