// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Turns sources of OPS into rows.
struct OPSRows {
  private let file: String
  private let options: SourceOptions
  private var sectors: CodedSectors
  private var otherComponents: Set<String> = []
  private(set) var failure: (any Error)?

  init(file: String, options: SourceOptions, reference: ReferenceData) {
    self.file = file
    self.options = options
    self.sectors = CodedSectors(
      classification: options.classification ?? "gcn", reference: reference,
      boundary: options.boundary)
  }

  /// Takes in a source; whether another is wanted.
  mutating func add(
    _ source: OPSSource, line: Int, intake: inout SourceIntake, log: inout DiagnosticLog
  ) -> Bool {
    let place = Place(file: file, line: line)
    guard let (year, vintage) = frame(source, place, &log) else { return false }
    let kilograms = source.emission.kilogramsPerYear
    guard let pollutant = source.pollutant ?? options.pollutant else {
      return drop(source, kilograms, place, &intake, &log)
    }
    let (sector, isNew) = sectors.look(source.category)
    guard sector.isKnown else {
      if isNew {
        log.warning(
          place,
          "category \(source.category) is no code of classification '\(sectors.classification)' in "
            + "\(options.boundary.map { "boundary table '\($0)'" } ?? "any boundary table"); its "
            + "sources are left out and counted",
          notes: ["add it to a table in Areas/boundaries"])
      }
      intake.drop(
        .unknownSector(String(source.category)), pollutant: pollutant, emission: kilograms)
      return true
    }
    let key = sectors.key(
      of: source.category, pollutant, year: year, vintage: vintage, in: &intake.keys)
    do {
      try intake.add(
        source.shape, emission: kilograms, number: key,
        id: intake.keepsOrigins ? String(source.number) : "", line: line)
    } catch {
      failure = error
    }
    return failure == nil
  }

  private func frame(
    _ source: OPSSource, _ place: Place, _ log: inout DiagnosticLog
  ) -> (Int, Vintage)? {
    guard let year = options.year else {
      let hint =
        (1980...2100).contains(source.number)
        ? ["its first source has the number \(source.number), which may be meant as the year"] : []
      log.error(
        place, "a .brn file states no emission year; give it with --year", notes: hint)
      return nil
    }
    guard let vintage = options.vintage else {
      log.error(
        place, "a .brn file does not say of which inventory it is; give it with --vintage")
      return nil
    }
    return (year, vintage)
  }

  /// Leaves out a source whose substance is not one of ours; whether another source is wanted.
  private mutating func drop(
    _ source: OPSSource, _ kilograms: Double, _ place: Place, _ intake: inout SourceIntake,
    _ log: inout DiagnosticLog
  ) -> Bool {
    guard !source.component.isEmpty, source.component != "-" else {
      log.error(place, "the file does not say of which substance it is; give it with --pollutant")
      return false
    }
    if otherComponents.count < 100, otherComponents.insert(source.component).inserted {
      log.warning(
        place,
        "'\(source.component)' is neither NH3 nor NOx; its sources are left out and counted",
        notes: ["where that word is only a remark, give the substance with --pollutant"])
    }
    let name = otherComponents.contains(source.component) ? source.component : "others"
    intake.drop(.otherSubstance(name), pollutant: nil, emission: kilograms)
    return true
  }
}
