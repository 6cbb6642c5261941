// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What reading met that is not a source, and what it says once at the end.
struct IMAERSummary {
  /// A few named things; more kinds than ``most`` are counted together.
  static let most = 100

  /// Other substances than NH₃ and NOx.
  var substances: [(name: String, tally: SourceTally)] = []
  /// Features that are no sources, such as result points.
  private(set) var others: [(name: String, count: Int)] = []
  /// How many sources began.
  var sources = 0
  /// Sources whose emission is number times own factor, as they state none.
  var computed = SourceTally()

  /// The number of a substance, a new one when it was not there.
  mutating func number(ofSubstance bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for (number, substance) in substances.enumerated()
    where substance.name.utf8.elementsEqual(bytes) { return number }
    if substances.count < Self.most {
      substances.append((String(decoding: bytes.prefix(100), as: UTF8.self), SourceTally()))
    }
    return substances.count - 1
  }

  /// Counts a feature that is no source.
  mutating func countOther(_ bytes: UnsafeBufferPointer<UInt8>) {
    for number in others.indices where others[number].name.utf8.elementsEqual(bytes) {
      others[number].count += 1
      return
    }
    guard others.count < Self.most else { return others[Self.most - 1].count += 1 }
    others.append((String(decoding: bytes.prefix(100), as: UTF8.self), 1))
  }
}
