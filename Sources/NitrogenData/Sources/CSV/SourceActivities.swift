// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What the names in a file of sources stand for.
struct SourceActivities: Sendable {
  private let naming: ActivityNaming
  private let codes: KnownCodes?
  private let classifications: [String: KnownCodes]

  init(naming: ActivityNaming, reference: ReferenceData) {
    self.naming = naming
    if case .codes(let classification, _) = naming {
      codes = KnownCodes(classification: classification, reference: reference)
      classifications = [:]
    } else {
      codes = nil
      let names = Set(reference.boundaries.values.flatMap(\.map.keys))
      classifications = Dictionary(
        uniqueKeysWithValues: names.map {
          ($0, KnownCodes(classification: $0, tables: reference.boundaries.values))
        })
    }
  }

  /// The name of the column that says more than the sector.
  var secondColumn: String { codes == nil ? "part" : "subsector" }

  /// What a sector, and its part or sub-sector, stand for; `nil` for a part of a sector that has
  /// none.
  func activity(sector: String, second: String?) -> Result<Activity, SourceDropError>? {
    switch naming {
    case .sectors(let boundary):
      let label = second.map { "\(sector).\($0)" } ?? sector
      guard let slice = SectorSlice(label: label) else {
        return .failure(SourceDropError(drop: .unknownSector(label)))
      }
      guard slice.part == nil || slice.sector == .agriculture else { return nil }
      return .success(.slice(slice, boundary: boundary))
    case .codes(let classification, _):
      let code = ActivityCode(classification: classification, sector: sector, subsector: second)
      guard let codes, codes.has(sector: sector),
        second.map({ codes.has(subsector: $0, of: sector) }) ?? true
          || codes.placesAny(of: sector)
      else { return .failure(SourceDropError(drop: .unknownSector(code.label))) }
      return .success(.code(code))
    }
  }

  /// What to say of a sector nobody knows.
  func remark(unknown name: String) -> (message: String, notes: [String]) {
    let known: [String]
    if let codes {
      known =
        codes.sectors
        + codes.subsectors.flatMap { sector, names in names.map { "\(sector)/\($0)" } }
    } else {
      known = SectorSlice.all.map(\.label)
    }
    let hint = NearestName.hint(name, in: known)
    let choice =
      codes == nil && hint.isEmpty ? "; expected \(Sector.allCases.map(\.rawValue).asChoice)" : hint
    let owners = classifications.filter { $0.value.has(sector: name) }.keys.sorted()
    return (
      "unknown sector '\(name.prefix(60))'\(choice); its rows are counted and left out",
      owners.first.map {
        ["'\(name)' is a name of classification '\($0)': give --classification \($0)"]
      } ?? []
    )
  }
}

/// A reason to leave rows out, where an activity was asked for.
struct SourceDropError: Error {
  let drop: SourceDrop
}

extension SectorSlice {
  /// Every sector and every part.
  static var all: [SectorSlice] {
    Sector.allCases.map { SectorSlice($0) }
      + SectorPart.allCases.map { SectorSlice(.agriculture, $0) }
  }
}
