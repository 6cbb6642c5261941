// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What is checked of a source, and how it becomes rows.
extension IMAERReading {
  /// Beyond this difference, kg/yr, number times factor is another emission than the stated one:
  /// people and programs round to whole kilograms.
  static let rounding = 0.5

  /// Checks what the first tag of a source says.
  mutating func checkStart(_ sector: UnsafeBufferPointer<UInt8>?) {
    if !source.id.isEmpty, let line = identifiers.insert(source.id, line: source.line) {
      source.isBroken = true
      log.error(
        place, "\(nameOfSource) stands twice; give each source a gml:id of its own",
        notes: ["the first is on line \(line)"])
    }
    guard source.sector == nil else { return }
    if let sector {
      let found = String(decoding: sector.prefix(40), as: UTF8.self)
      break_("has '\(found)' as its sectorId; expected a number such as 4110")
    } else {
      break_("has no sectorId; expected the number of an AERIUS sector, such as 4110")
    }
  }

  /// Checks the coordinate system and the number of axes of a geometry.
  mutating func checkSystem(_ attributes: IMAERAttributes) {
    guard !source.isBroken else { return }
    if let name = attributes.value(of: .srsName, names), !Self.isRDNew(name) {
      break_(
        "has coordinates of '\(String(decoding: name.prefix(100), as: UTF8.self))'; expected RD New "
          + "(EPSG:28992): transform the file, for example with QGIS")
    }
    if let axes = attributes.value(of: .srsDimension, names), !axes.elementsEqual("2".utf8) {
      break_(
        "has '\(String(decoding: axes.prefix(40), as: UTF8.self))' coordinates a place; expected 2")
    }
  }

  /// Whether an `srsName` is EPSG:28992, in any of the ways to write it.
  private static func isRDNew(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if name.elementsEqual("urn:ogc:def:crs:EPSG::28992".utf8) { return true }
    let text = String(decoding: name.prefix(200), as: UTF8.self).lowercased()
    let pieces = text.split { $0 == ":" || $0 == "/" || $0 == "#" }
    return pieces.last == "28992" && text.contains("epsg")
  }

  /// Turns the source at hand into rows.
  mutating func finishSource() {
    guard !source.isBroken, let sector = source.sector else { return }
    let shape: SourceShape
    do {
      shape = try geometry.shape()
    } catch {
      return break_(error.words)
    }
    guard let (year, vintage) = frame() else { return }
    let place = Place(file: file, line: source.line, column: source.column)
    let (known, isNew) = sectors.look(sector)
    if isNew && !known.isKnown {
      log.warning(
        place,
        "sectorId \(sector) of \(nameOfSource) is in no boundary table\(ofBoundary); its sources are "
          + "left out and counted",
        notes: ["add it to classification 'aerius' of a table in Areas/boundaries"])
    }
    for pollutant in Pollutant.allCases {
      guard let emission = emission(of: pollutant, place), !source.isBroken else { continue }
      guard known.isKnown else {
        intake.drop(
          .unknownSector(String(sector)), pollutant: pollutant, emission: emission.kilograms)
        continue
      }
      let key = sectors.key(
        of: sector, pollutant, year: year, vintage: vintage, in: &intake.keys)
      let id = intake.keepsOrigins ? String(decoding: source.id, as: UTF8.self) : ""
      do {
        try intake.add(
          shape, emission: emission.kilograms, number: key, id: id, line: source.line)
      } catch {
        failure = error
        isStopped = true
        return stopParser()
      }
    }
  }

  private var ofBoundary: String { options.boundary.map { " '\($0)'" } ?? "" }

  /// The year and vintage of the document; an error ends the reading where it has none.
  private mutating func frame() -> (Int, Vintage)? {
    guard let year else {
      stop(
        place,
        "the file has sources before it has a year; expected it in ProjectMetadata, or give it with "
          + "--year")
      return nil
    }
    if let vintage = options.vintage { return (year, vintage) }
    guard let version else {
      stop(
        place,
        "the file has sources before it has an aeriusVersion, which stands for the vintage; expected "
          + "it in VersionMetadata, or give one with --vintage")
      return nil
    }
    // Of 2024.0.1_20241009_75e59949f9 the release; the rest is the build of the program.
    return (year, Vintage(rawValue: "AERIUS \(version.prefix { $0 != "_" })"))
  }

  /// What the source at hand emits; `nil` when it has no word about it.
  private mutating func emission(
    of pollutant: Pollutant, _ place: Place
  ) -> (kilograms: Double?, Void)? {
    let computed = source.computed(pollutant)
    if let stated = source.stated(pollutant) {
      check(stated, pollutant, computed, place)
      return (stated, ())
    }
    if let computed {
      guard computed <= ExactSum.largestTerm else {
        break_("has animals times factors of \(computed) kg a year, which cannot be; check both")
        return nil
      }
      summary.computed.add(computed)
      return (computed, ())
    }
    guard (source.isHousing && pollutant == .nh3) || (!source.isHousing && isSilent) else {
      return nil
    }
    if warnings.count(.unknown) {
      log.warning(
        place,
        "\(nameOfSource) states no emission of \(pollutant.label)"
          + (source.isHousing ? " and the file does not hold the factor of its animals" : "")
          + "; it stays unknown: have AERIUS Calculator compute it and export it again")
    }
    return (nil, ())
  }

  /// Warns where a stated emission and number times factor disagree.
  private mutating func check(
    _ stated: Double, _ pollutant: Pollutant, _ computed: Double?, _ place: Place
  ) {
    if let computed {
      guard abs(stated - computed) > max(Self.rounding, stated * 1e-6), warnings.count(.differs)
      else { return }
      log.warning(
        place,
        "\(nameOfSource) states \(stated) kg \(pollutant.label) a year, but number times factor is "
          + "\(computed) kg; the stated emission counts")
    } else if stated == 0, source.animals > 0, pollutant == .nh3, warnings.count(.zero) {
      log.warning(
        place,
        "\(nameOfSource) states 0 kg NH3 a year for \(Int(min(source.animals, 1e15))) animals whose factor is "
          + "not in the file; 0 counts as stated, check it")
    }
  }

  private var isSilent: Bool { source.statedSubstances == 0 }

  /// Says what is to be said at the end, and counts what was left out.
  mutating func finish() {
    for (name, tally) in summary.substances where tally.rows > 0 {
      intake.drop(.otherSubstance(name), pollutant: nil, tally: tally)
    }
    if summary.sources == 0 && summary.others.isEmpty && !isStopped {
      log.warning(
        Place(file: file),
        "the file holds no feature, so nothing was read; export it again with its sources")
    }
    if !summary.others.isEmpty {
      let list = summary.others.map { "\($0.count) \($0.name)" }.sorted().asList
      log.note(Place(file: file), "left out what is no source: \(list)")
    }
    if summary.computed.rows > 0 {
      log.note(
        Place(file: file),
        "number times own factor stands for what sources do not state: \(summary.computed.rows) "
          + "emissions, \(summary.computed.sum.kilograms) kg a year")
    }
    finishWarnings()
  }
}
