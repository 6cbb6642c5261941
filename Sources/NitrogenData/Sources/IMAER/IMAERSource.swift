// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// A source in the making.
struct IMAERSource {
  /// The line on which its first tag ends.
  var line = 0
  /// The column at which its first tag ends.
  var column = 0
  /// Its `gml:id`.
  var id: [UInt8] = []
  /// Its AERIUS sector; `nil` when the attribute is missing or no number.
  var sector: Int?
  /// Whether something about it has been found wrong already.
  var isBroken = false
  /// Whether it is animal housing.
  var isHousing = false
  /// How many substances have an emission.
  var statedSubstances = 0
  /// The stated emissions, kg/yr.
  var stated: (nh3: Double?, nox: Double?)
  /// How many animals it holds, as far as stated.
  var animals = 0.0
  /// Number times factor over all housing systems, kg/yr, as far as the file holds it.
  var computed: (nh3: Double, nox: Double) = (0, 0)
  /// Whether ``computed`` covers every housing system.
  var isComplete: (nh3: Bool, nox: Bool) = (true, true)
  /// How many housing systems.
  var housings = 0

  /// Adds animals of one housing system.
  mutating func add(_ animals: IMAERAnimals) {
    housings += 1
    self.animals += animals.number ?? 0
    if let kilograms = animals.emission(.nh3) {
      computed.nh3 += kilograms
    } else {
      isComplete.nh3 = false
    }
    if let kilograms = animals.emission(.nox) {
      computed.nox += kilograms
    } else {
      isComplete.nox = false
    }
  }

  /// The emission that the file states, kg/yr.
  func stated(_ pollutant: Pollutant) -> Double? {
    pollutant == .nh3 ? stated.nh3 : stated.nox
  }

  /// Number times factor, kg/yr; `nil` where the file does not hold it for every housing system.
  func computed(_ pollutant: Pollutant) -> Double? {
    guard housings > 0 else { return nil }
    return pollutant == .nh3
      ? (isComplete.nh3 ? computed.nh3 : nil) : (isComplete.nox ? computed.nox : nil)
  }

  /// Makes it empty for the next, keeping its memory.
  mutating func clear() {
    var bytes = id
    id = []
    bytes.removeAll(keepingCapacity: true)
    self = IMAERSource()
    id = bytes
  }
}
