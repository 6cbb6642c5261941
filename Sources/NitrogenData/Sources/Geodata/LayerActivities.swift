// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What the names of sectors in a layer or of a grid stand for.
struct LayerActivities {
  private let boundary: BoundaryID?
  private let classification: String?
  private let codes: KnownCodes?

  /// Works out the naming from the options; `nil`, with the reason in the log, when they do not fit.
  init?(
    _ options: SourceOptions, reference: ReferenceData, _ place: Place, _ log: inout DiagnosticLog
  ) {
    let ids = reference.boundaries.keys.map(\.rawValue).sorted()
    if let wanted = options.boundary, reference.boundaries[wanted] == nil {
      log.error(
        place,
        "unknown boundary '\(wanted)'\(NearestName.hint(wanted.rawValue, in: ids)); expected "
          + ids.asChoice)
      return nil
    }
    boundary = options.boundary
    classification = options.classification
    guard let classification else {
      guard boundary != nil else {
        log.error(
          place,
          "no boundary says what its sectors hold; name one of \(ids.asChoice), or the "
            + "classification its sectors belong to")
        return nil
      }
      codes = nil
      return
    }
    let known = Set(reference.boundaries.values.flatMap(\.map.keys)).sorted()
    guard known.contains(classification) else {
      log.error(
        place,
        "unknown classification '\(classification)'\(NearestName.hint(classification, in: known)); "
          + "expected \(known.asChoice)")
      return nil
    }
    codes = KnownCodes(classification: classification, reference: reference)
  }

  /// The name of the field that says more than the sector.
  var secondField: String { classification == nil ? "part" : "subsector" }

  /// What a sector, and its part or sub-sector, stand for; `nil` when nobody knows it.
  func activity(_ sector: String, _ second: String?) -> Activity? {
    if let classification, let codes {
      let pieces = sector.split(separator: "/", maxSplits: 1).map(String.init)
      let main = second == nil && pieces.count == 2 ? pieces[0] : sector
      let sub = second ?? (pieces.count == 2 ? pieces[1] : nil)
      guard codes.has(sector: main),
        sub.map({ codes.has(subsector: $0, of: main) }) ?? true || codes.placesAny(of: main)
      else { return nil }
      return .code(ActivityCode(classification: classification, sector: main, subsector: sub))
    }
    guard let boundary, let slice = SectorSlice(label: Self.label(sector, second)),
      slice.part == nil || slice.sector == .agriculture
    else { return nil }
    return .slice(slice, boundary: boundary)
  }

  /// How a sector with its part or sub-sector is called in messages.
  func name(_ sector: String, _ second: String?) -> String {
    classification == nil
      ? Self.label(sector, second) : second.map { "\(sector)/\($0)" } ?? sector
  }

  private static func label(_ sector: String, _ second: String?) -> String {
    second.map { "\(sector).\($0)" } ?? sector
  }

  /// `; nearest is 'x'`, or what is expected.
  func hint(_ name: String) -> String {
    if let codes {
      let known =
        codes.sectors
        + codes.subsectors.flatMap { sector, names in names.map { "\(sector)/\($0)" } }
      return NearestName.hint(name, in: known)
    }
    let known =
      Sector.allCases.map(\.rawValue) + SectorPart.allCases.map { "agriculture.\($0.rawValue)" }
    let nearest = NearestName.hint(name, in: known)
    return nearest.isEmpty ? "; expected \(Sector.allCases.map(\.rawValue).asChoice)" : nearest
  }
}
