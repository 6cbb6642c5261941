// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The sectors of a file that names them by number: which are known, and the numbers of their keys.
///
/// All rows of such a file have one year and one vintage.
struct CodedSectors {
  /// A sector that has been met.
  struct Sector {
    /// Whether a boundary places it.
    let isKnown: Bool
    /// The numbers of its keys.
    var keys: (nh3: Int32?, nox: Int32?)

    /// The number of its key, where it has one.
    func key(_ pollutant: Pollutant) -> Int32? { pollutant == .nh3 ? keys.nh3 : keys.nox }
  }

  /// The classification the numbers belong to, such as `aerius`.
  let classification: String
  private let tables: [BoundaryTable]
  private var sectors: [Int: Sector] = [:]

  /// Makes an empty list; with a boundary, only what that one places is known.
  init(classification: String, reference: ReferenceData, boundary: BoundaryID?) {
    self.classification = classification
    tables = reference.boundaries.values.filter { boundary == nil || $0.id == boundary }
  }

  /// The code of a sector.
  func code(_ number: Int) -> ActivityCode {
    ActivityCode(classification: classification, sector: String(number), subsector: nil)
  }

  /// What is known of a sector, and whether it is met for the first time.
  mutating func look(_ number: Int) -> (sector: Sector, isNew: Bool) {
    if let sector = sectors[number] { return (sector, false) }
    let isKnown = tables.contains { $0.resolve(code(number)) != .unknown }
    let sector = Sector(isKnown: isKnown, keys: (nil, nil))
    sectors[number] = sector
    return (sector, true)
  }

  /// The number of the key of a sector, made when it is not there yet.
  mutating func key(
    of number: Int, _ pollutant: Pollutant, year: Int, vintage: Vintage, in keys: inout SourceKeys
  ) -> Int32 {
    if let key = sectors[number]?.key(pollutant) { return key }
    let key = keys.number(
      of: SourceKey(
        activity: .code(code(number)), pollutant: pollutant, year: year, vintage: vintage))
    if pollutant == .nh3 {
      sectors[number]?.keys.nh3 = key
    } else {
      sectors[number]?.keys.nox = key
    }
    return key
  }
}
