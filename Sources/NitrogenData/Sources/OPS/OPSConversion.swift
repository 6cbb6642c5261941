// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Sources for OPS, made of a batch.
public struct OPSConversion: Sendable {
  /// The sources, one or more for each row.
  public private(set) var sources: [OPSSource] = []
  /// How many rows are no longer of their own shape: lines cut into points, and surfaces and
  /// oblong cells turned into a square of the same surface around their middle.
  public private(set) var approximated = 0

  /// Turns the rows of one substance into sources of OPS.
  ///
  /// - Parameters:
  ///   - batch: the rows.
  ///   - keys: the keys that the batch numbers.
  ///   - pollutant: the substance; rows of others are passed over.
  ///   - pieces: how long the pieces of a line are at most, in metres, at least 1.
  ///   - characteristics: what the batch does not hold, by what a source belongs to.
  ///   - category: the category for what a source belongs to; by default its GCN code.
  /// - Throws: what OPS cannot take.
  public init(
    _ batch: SourceBatch, keys: SourceKeys, pollutant: Pollutant, pieces: Double,
    characteristics: (Activity) -> OPSCharacteristics,
    category: (Activity) -> Int? = { Self.category(of: $0) }
  ) throws(OPSError) {
    let unknown = Set(batch.unknown)
    for row in batch.x.indices {
      let key = keys.all[Int(batch.key[row])]
      guard key.pollutant == pollutant else { continue }
      guard !unknown.contains(Int32(row)) else { throw .unknownEmission(row: row) }
      guard let category = category(key.activity) else { throw .noCategory(key.activity) }
      let more = characteristics(key.activity)
      let source = OPSSource(
        number: row % 9999 + 1, x: batch.x[row], y: batch.y[row],
        gramsPerSecond: EmissionRate(kilogramsPerYear: batch.emission[row]).gramsPerSecond,
        heatContent: more.heatContent, height: more.height, spread: more.spread,
        diurnalVariation: more.diurnalVariation, category: category, area: more.area,
        particleSize: more.particleSize, component: pollutant.label)
      add(source, batch.shape(row), pieces: pieces)
    }
  }

  /// The GCN code of what a source belongs to; `nil` where it is not named by one.
  public static func category(of activity: Activity) -> Int? {
    guard case .code(let code) = activity, code.classification == "gcn" else { return nil }
    return Int(code.sector)
  }

  private mutating func add(_ source: OPSSource, _ shape: SourceShape, pieces: Double) {
    var source = source
    switch shape {
    case .point: sources.append(source)
    case .cell(let cell):
      let side = cell.surface.squareRoot()
      if cell.maxX - cell.minX != cell.maxY - cell.minY { approximated += 1 }
      source.diameter =
        cell.maxX - cell.minX == cell.maxY - cell.minY ? cell.maxX - cell.minX : side
      sources.append(source)
    case .surface(let parts):
      approximated += 1
      source.diameter = Self.surface(of: parts).squareRoot()
      sources.append(source)
    case .line(let points):
      approximated += 1
      cut(source, points, pieces: pieces)
    }
  }

  /// Puts a point in the middle of each piece of a line, with its share of the emission.
  private mutating func cut(_ source: OPSSource, _ points: [RDPoint], pieces: Double) {
    let segments = zip(points, points.dropFirst()).map { start, end in
      let (east, north) = (end.x - start.x, end.y - start.y)
      return (start: start, end: end, length: (east * east + north * north).squareRoot())
    }
    let whole = segments.reduce(0) { $0 + $1.length }
    guard whole > 0, pieces >= 1 else { return sources.append(source) }
    for segment in segments where segment.length > 0 {
      let count = max(1, Int((segment.length / pieces).rounded(.up)))
      for piece in 0..<count {
        var part = source
        let share = (Double(piece) + 0.5) / Double(count)
        part.x = segment.start.x + (segment.end.x - segment.start.x) * share
        part.y = segment.start.y + (segment.end.y - segment.start.y) * share
        part.gramsPerSecond = source.gramsPerSecond * segment.length / whole / Double(count)
        sources.append(part)
      }
    }
  }

  private static func surface(of parts: [[[RDPoint]]]) -> Double {
    var sum = 0.0
    for part in parts {
      for (number, ring) in part.enumerated() {
        var twice = 0.0
        for (here, next) in zip(ring, ring.dropFirst()) {
          twice +=
            (here.x - ring[0].x) * (next.y - ring[0].y)
            - (next.x - ring[0].x) * (here.y - ring[0].y)
        }
        sum += (number == 0 ? 0.5 : -0.5) * abs(twice)
      }
    }
    return max(sum, 0)
  }
}
