// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What happens when an element that counts ends.
extension IMAERReading {
  mutating func finish(_ name: IMAERName) {
    let bytes = Self.trimmed(text[...])
    switch name {
    case .posList, .pos: finishCoordinates()
    case .year: finishYear(bytes)
    case .aeriusVersion:
      if version == nil, !bytes.isEmpty { version = String(decoding: bytes, as: UTF8.self) }
    case .value:
      guard case .factorOfSubstance = contexts[contexts.count - 1] else {
        return finishEmission(bytes)
      }
      guard let factor = quantity(bytes, "emission factor") else { return }
      if substance == .nh3 { animals.factors.nh3 = factor }
      if substance == .nox { animals.factors.nox = factor }
    case .numberOfAnimals: animals.number = quantity(bytes, "numberOfAnimals")
    case .numberOfDays: animals.days = quantity(bytes, "numberOfDays")
    case .emissionFactorType:
      switch String(decoding: bytes, as: UTF8.self) {
      case "PER_ANIMAL_PER_YEAR": break
      case "PER_ANIMAL_PER_DAY": animals.isPerDay = true
      default: animals.isInvolved = true
      }
    default: break
    }
  }

  private mutating func finishYear(_ bytes: ArraySlice<UInt8>) {
    guard options.year == nil || !bytes.isEmpty else { return }
    guard let found = Self.number(bytes), (1900...2100).contains(found) else {
      log.error(
        place,
        "'\(String(decoding: bytes, as: UTF8.self))' is no year; expected one such as 2024")
      return
    }
    year = found
  }

  private mutating func finishEmission(_ bytes: ArraySlice<UInt8>) {
    guard let kilograms = quantity(bytes, "emission") else { return }
    source.statedSubstances += 1
    switch substance {
    case .nh3:
      guard source.stated.nh3 == nil else { return break_("states its emission of NH3 twice") }
      source.stated.nh3 = kilograms
    case .nox:
      guard source.stated.nox == nil else { return break_("states its emission of NOX twice") }
      source.stated.nox = kilograms
    case .other(let number): summary.substances[number].tally.add(kilograms)
    case .none: break_("has an emission without the attribute 'substance'; expected NH3 or NOX")
    }
  }

  private mutating func finishCoordinates() {
    guard !source.isBroken else { return }
    guard geometry.kind != .none else {
      return break_("has coordinates outside gml:Point, gml:LineString and gml:Polygon")
    }
    let bytes = text
    var index = 0
    var x: Double?
    while let range = Self.word(in: bytes, from: &index) {
      let number: Double
      do {
        number = try DecimalNumber.parse(bytes[range])
      } catch {
        let found = String(decoding: bytes[range].prefix(40), as: UTF8.self)
        return break_("has the coordinate '\(found)'; expected a finite number of metres")
      }
      guard let easting = x else {
        x = number
        continue
      }
      x = nil
      let point = RDPoint(x: easting, y: number)
      guard RDEnvelope.contains(point) else {
        let swapped = RDEnvelope.contains(x: point.y, y: point.x)
        return break_(
          "lies at x \(point.x), y \(point.y); expected metres of RD New, x from -100 to 400 km and "
            + "y from 200 to 950 km"
            + (swapped ? "; x and y look swapped" : "; check the coordinates"))
      }
      geometry.points.append(point)
    }
    if x != nil { break_("has an odd number of coordinates; expected pairs of x and y") }
  }

  mutating func finishRing() {
    guard !source.isBroken else { return }
    do {
      try geometry.finishRing(isExterior: isRingExterior)
    } catch {
      break_(error.words)
    }
  }
}
