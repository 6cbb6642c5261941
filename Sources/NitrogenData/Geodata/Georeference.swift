// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// How the coordinates of a layer become RD New (EPSG:28992).
///
/// The first coordinate decides, so that a layer can be read as it streams by.
struct Georeference {
  private let transform: CoordinateTransform?
  private let names: String

  /// What a layer declares.
  struct Declared {
    let system: CoordinateSystem?
    /// Whether it is WGS 84 in a format that implies it where a file declares nothing.
    let isImplied: Bool
    let file: String

    init(_ system: CoordinateSystem?, format: String, file: String) {
      self.system = system
      self.isImplied =
        ["GeoJSON", "GeoJSONSeq", "TopoJSON"].contains(format) && system?.name == "WGS 84"
      self.file = file
    }
  }

  /// Decides by what is declared and a first geometry; `nil`, with the reason in the log, when the
  /// two do not go together.
  init?(_ declared: Declared, first: FlatGeometry, _ log: inout DiagnosticLog) {
    let place = Place(file: declared.file)
    let index = first.x.indices.first { first.x[$0].isFinite && first.y[$0].isFinite } ?? 0
    let x = first.x.isEmpty ? .nan : first.x[index]
    let y = first.y.isEmpty ? .nan : first.y[index]
    let shown = FixedDecimals.place(x: x, y: y)
    let areDegrees = abs(x) <= 180 && abs(y) <= 90
    let isInRD = RDEnvelope.contains(x: x, y: y)
    guard let system = declared.system else {
      guard isInRD else {
        log.error(
          place,
          "no coordinate reference system is declared, and the coordinates, such as \(shown), "
            + (areDegrees
              ? "look like degrees; declare WGS 84 (EPSG:4326), or convert the file to RD New"
              : "lie outside RD New\(Self.swapped(x, y)); \(Self.expected)"))
        return nil
      }
      log.note(
        place,
        "no coordinate reference system is declared; the coordinates lie within RD New (EPSG:28992) "
          + "and are read as that")
      transform = nil
      names = "RD New"
      return
    }
    if system.isRDNew {
      transform = nil
      names = "RD New"
      return
    }
    if system.isGeographic && !areDegrees {
      guard declared.isImplied && isInRD else {
        log.error(
          place,
          declared.isImplied
            ? "coordinates such as \(shown) are neither degrees of \(system.name), which holds where "
              + "a GeoJSON file declares nothing, nor within RD New\(Self.swapped(x, y)); declare what "
              + "they are"
            : "\(system.name) is declared, and coordinates such as \(shown) are no degrees; correct "
              + "the declaration")
        return nil
      }
      log.warning(
        place,
        "coordinates such as \(shown) are no degrees of \(system.name), which holds where a GeoJSON "
          + "file declares nothing; they lie within RD New (EPSG:28992) and are read as that")
      transform = nil
      names = "RD New"
      return
    }
    do {
      let made = try CoordinateTransform(from: system, to: CoordinateSystem(epsg: 28992))
      if Self.looksSwapped(first, made) {
        log.error(
          place,
          "x and y look swapped: \(shown) in \(system.name) lies outside RD New, "
            + "\(FixedDecimals.place(x: y, y: x)) within; write longitude or easting first")
        return nil
      }
      transform = made
      names = system.name
      log.note(place, "transformed from \(system.name) to RD New (EPSG:28992)")
    } catch {
      log.error(
        place,
        "no way leads from '\(system.name)' to RD New; declare a system with an EPSG number, or convert "
          + "the file to RD New (EPSG:28992)")
      return nil
    }
  }

  static let expected = "expected x -100000..400000 m, y 200000..950000 m"

  /// `; x and y look swapped`, where the other order would do.
  static func swapped(_ x: Double, _ y: Double) -> String {
    !RDEnvelope.contains(x: x, y: y) && RDEnvelope.contains(x: y, y: x)
      ? "; x and y look swapped" : ""
  }

  private static func looksSwapped(_ first: FlatGeometry, _ transform: CoordinateTransform) -> Bool
  {
    var straight = first
    transform.apply(to: &straight)
    if RDEnvelope.contains(x: straight.x.first ?? .nan, y: straight.y.first ?? .nan) {
      return false
    }
    var turned = first
    turned.swapAxes()
    transform.apply(to: &turned)
    return RDEnvelope.contains(x: turned.x.first ?? .nan, y: turned.y.first ?? .nan)
  }

  /// Takes a geometry to RD New.
  ///
  /// - Returns: what is wrong with its first place outside the envelope; `nil` when all lie within.
  func apply(to geometry: inout FlatGeometry) -> String? {
    if let transform {
      guard let index = geometry.x.indices.first(where: { !isFinite(geometry, $0) }) else {
        let before = geometry
        transform.apply(to: &geometry)
        guard let index = Self.outside(geometry) else { return nil }
        let hint = Self.looksSwapped(before, transform) ? "; x and y look swapped" : ""
        return "\(FixedDecimals.place(x: before.x[index], y: before.y[index])) in \(names) lies "
          + "outside RD New\(hint); \(Self.expected)"
      }
      return Self.notFinite(geometry, index)
    }
    guard let index = Self.outside(geometry) else { return nil }
    guard isFinite(geometry, index) else { return Self.notFinite(geometry, index) }
    let (x, y) = (geometry.x[index], geometry.y[index])
    return "\(FixedDecimals.place(x: x, y: y)) m lies outside RD New\(Self.swapped(x, y)); "
      + Self.expected
  }

  private func isFinite(_ geometry: FlatGeometry, _ index: Int) -> Bool {
    geometry.x[index].isFinite && geometry.y[index].isFinite
  }

  private static func notFinite(_ geometry: FlatGeometry, _ index: Int) -> String {
    "coordinate (\(geometry.x[index]), \(geometry.y[index])) is not finite; mend or remove it"
  }

  private static func outside(_ geometry: FlatGeometry) -> Int? {
    for index in geometry.x.indices
    where !RDEnvelope.contains(x: geometry.x[index], y: geometry.y[index]) {
      return index
    }
    return nil
  }
}
