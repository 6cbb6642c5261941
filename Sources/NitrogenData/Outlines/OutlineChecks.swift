// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// Checks and mends what is drawn of one area, or of one source.
enum OutlineChecks {
  /// How far outside the box of its outline the catalogue's point of an area may lie, in metres.
  static let margin = 5000.0

  /// Warns of a number that is in no catalogue, and of an outline that lies somewhere else.
  static func compare(
    _ parts: [[[RDPoint]]], of code: AreaCode, with catalogue: AreaCatalogue, _ place: Place,
    _ log: inout DiagnosticLog
  ) {
    guard let area = catalogue[code] else {
      log.warning(place, "area \(code) is not in the catalogue; its outline is used all the same")
      return
    }
    guard let known = area.representativePoint else { return }
    let points = parts.joined().joined()
    let x = points.map(\.x)
    let y = points.map(\.y)
    guard let minX = x.min(), let maxX = x.max(), let minY = y.min(), let maxY = y.max() else {
      return
    }
    func isNear(_ x: Double, _ y: Double) -> Bool {
      (minX - margin...maxX + margin).contains(x) && (minY - margin...maxY + margin).contains(y)
    }
    guard !isNear(known.x, known.y) else { return }
    if isNear(known.y, known.x) {
      log.error(
        place,
        "area \(code): x and y look swapped: \(area.name) lies at "
          + "\(FixedDecimals.place(x: known.x, y: known.y)) m; write eastings first")
    } else {
      log.warning(
        place,
        "area \(code) is drawn around \(FixedDecimals.place(x: (minX + maxX) / 2, y: (minY + maxY) / 2))"
          + " m, and \(area.name) lies at \(FixedDecimals.place(x: known.x, y: known.y)) m; "
          + "is it another area's number?")
    }
  }

  /// The parts with rings closed and crossings repaired; `nil`, with the reason in the log, when
  /// nothing is left or a repair would change too much.
  static func mended(
    _ parts: [[[RDPoint]]], called name: String, _ place: Place, _ log: inout DiagnosticLog
  ) -> [[[RDPoint]]]? {
    let closed = withRingsClosed(parts, called: name, place, &log)
    guard !closed.isEmpty else {
      log.error(place, "\(name) has no part with a surface; draw it or take it out")
      return nil
    }
    guard let problem = PolygonCheck.problem(of: closed) else { return closed }
    let at = problem.place.map { " at \(FixedDecimals.place(x: $0.x, y: $0.y)) m" } ?? ""
    let what = "\(name): \(problem.reason.lowercased())\(at)"
    let before = surface(closed)
    guard let repaired = PolygonCheck.repaired(closed) else {
      log.error(place, "\(what), and no repair leaves anything of it; mend the drawing")
      return nil
    }
    let after = surface(repaired)
    let change = "from \(hectares(before)) to \(hectares(after)) ha"
    if closed.allSatisfy({ PolygonCheck.problem(of: [$0]) == nil }) {
      if abs(after - before) < 0.5 {
        log.note(place, "\(what), where parts share an edge; they are joined, the surface stays")
      } else {
        log.warning(
          place, "\(what), where parts overlap; they are joined, which takes its surface \(change)")
      }
      return repaired
    }
    guard abs(after - before) <= OutlineReader.largestChange * before else {
      log.error(
        place,
        "\(what); a repair would take its surface \(change), more than "
          + "\(FixedDecimals.text(OutlineReader.largestChange * 100, 1)) %: mend the drawing")
      return nil
    }
    log.warning(place, "\(what); repaired, which takes its surface \(change)")
    return repaired
  }

  private static func withRingsClosed(
    _ parts: [[[RDPoint]]], called name: String, _ place: Place, _ log: inout DiagnosticLog
  ) -> [[[RDPoint]]] {
    var kept: [[[RDPoint]]] = []
    for (partNumber, part) in parts.enumerated() {
      var rings: [[RDPoint]] = []
      for (ringNumber, ring) in part.enumerated() {
        var ring = ring
        let ringName =
          "\(name), part \(partNumber + 1), "
          + (ringNumber == 0 ? "exterior" : "hole \(ringNumber)")
        if let first = ring.first, ring.last != first {
          ring.append(first)
          log.warning(place, "\(ringName) is not closed; its last point is joined to its first")
        }
        guard ring.count >= 4, Set(ring).count >= 3 else {
          log.warning(place, "\(ringName) has fewer than 3 different points and is left out")
          if ringNumber == 0 { break }
          continue
        }
        rings.append(ring)
      }
      if !rings.isEmpty { kept.append(rings) }
    }
    return kept
  }

  /// The surface in m²: of each part its exterior less its holes.
  static func surface(_ parts: [[[RDPoint]]]) -> Double {
    parts.reduce(0) { sum, part in
      sum
        + part.enumerated().reduce(0) { part, ring in
          part + (ring.offset == 0 ? 1 : -1) * abs(surface(ofRing: ring.element))
        }
    }
  }

  private static func surface(ofRing ring: [RDPoint]) -> Double {
    guard let origin = ring.first else { return 0 }
    var sum = 0.0
    for index in ring.indices.dropLast() {
      let (a, b) = (ring[index], ring[index + 1])
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum / 2
  }

  private static func hectares(_ surface: Double) -> String {
    FixedDecimals.text(surface / 10_000, 4)
  }
}
