// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The names a classification has, by all boundary tables and the inventory together.
struct KnownCodes {
  /// Main sectors, each with the sub-sectors that are known by name.
  private(set) var subsectors: [String: Set<String>] = [:]
  /// Main sectors that some table maps whole, so that any sub-sector has a place.
  private var wholeSectors: Set<String> = []

  /// The names in the boundary tables and the inventory.
  init(classification: String, reference: ReferenceData) {
    self.init(classification: classification, tables: reference.boundaries.values)
    for record in reference.inventory.records {
      guard case .code(let code) = record.record.activity, code.classification == classification,
        let subsector = code.subsector
      else { continue }
      subsectors[code.sector, default: []].insert(subsector)
    }
  }

  /// The names in boundary tables.
  init(classification: String, tables: some Sequence<BoundaryTable>) {
    for table in tables {
      for code in table.map[classification, default: [:]].keys {
        let sector = String(code.prefix { $0 != "/" })
        if sector.count == code.count {
          wholeSectors.insert(sector)
          subsectors[sector, default: []].formUnion([])
        } else {
          subsectors[sector, default: []].insert(String(code.dropFirst(sector.count + 1)))
        }
      }
    }
  }

  /// The main sectors, sorted.
  var sectors: [String] { subsectors.keys.sorted() }

  /// Whether a main sector is known.
  func has(sector: String) -> Bool { subsectors[sector] != nil }

  /// Whether a sub-sector of a known main sector is known by name.
  func has(subsector: String, of sector: String) -> Bool {
    subsectors[sector]?.contains(subsector) ?? false
  }

  /// Whether some boundary table places every sub-sector of a main sector.
  func placesAny(of sector: String) -> Bool { wholeSectors.contains(sector) }
}
