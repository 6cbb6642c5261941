// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Sources for one file of OPS, made one by one of sources of ours.
///
/// OPS knows points, squares and circles: a line is cut into points, and a surface or an oblong cell
/// becomes a square of the same surface around the middle of its box.
public struct OPSConversion: Sendable {
  /// What is no longer of its own shape.
  public struct Changes: Hashable, Sendable {
    /// The lines cut into points.
    public internal(set) var lines = SourceTally()
    /// How many points the lines became.
    public internal(set) var points = 0
    /// The surfaces that became squares.
    public internal(set) var surfaces = SourceTally()
    /// The cells that were no square and became one.
    public internal(set) var cells = SourceTally()
  }

  /// How many sources a file has at most, unless said otherwise.
  public static let most = 20_000_000

  /// What is no longer of its own shape.
  public private(set) var changes = Changes()
  /// How many sources were made.
  public private(set) var count = 0
  private var sources: [OPSSource] = []
  private let component: String
  private let characteristics: OPSCharacteristics
  private let pieces: Double
  private let most: Int

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - pollutant: the substance.
  ///   - characteristics: what sources of ours do not say.
  ///   - pieces: how long the pieces of a line are at most, in metres, at least 1.
  ///   - most: how many sources it may have.
  public init(
    _ pollutant: Pollutant, characteristics: OPSCharacteristics, pieces: Double,
    most: Int = Self.most
  ) {
    component = pollutant.label
    self.characteristics = characteristics
    self.pieces = max(pieces, 1)
    self.most = most
  }

  /// Adds a source.
  ///
  /// - Parameters:
  ///   - shape: what it covers.
  ///   - emission: what it emits.
  ///   - category: its category.
  /// - Throws: when there would be too many.
  public mutating func add(
    _ shape: SourceShape, emission: EmissionRate, category: Int
  ) throws(OPSError) {
    let kilograms = emission.kilogramsPerYear
    let middle = shape.middle
    switch shape {
    case .point:
      try append(middle, emission, category, size: characteristics.size)
    case .cell(let cell):
      let (width, height) = (cell.maxX - cell.minX, cell.maxY - cell.minY)
      if width != height { changes.cells.add(kilograms) }
      try append(
        middle, emission, category, size: width == height ? width : cell.surface.squareRoot())
    case .surface(let parts):
      changes.surfaces.add(kilograms)
      try append(middle, emission, category, size: Self.surface(of: parts).squareRoot())
    case .line(let points):
      changes.lines.add(kilograms)
      let before = count
      try cut(points, emission, category, middle: middle)
      changes.points += count - before
    }
  }

  /// The sources made since this was last asked.
  public mutating func take() -> [OPSSource] {
    let taken = sources
    sources.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func append(
    _ place: RDPoint, _ emission: EmissionRate, _ category: Int, size: Double
  ) throws(OPSError) {
    guard count < most else { throw .tooMany(most: most) }
    sources.append(
      OPSSource(
        // Its column has four places, and OPS makes no use of it.
        number: count % 9999 + 1, x: place.x, y: place.y,
        gramsPerSecond: emission.gramsPerSecond,
        heatContent: characteristics.heatContent,
        height: characteristics.height, diameter: size,
        spread: size == 0 ? 0 : characteristics.spread,
        stack: characteristics.stack, diurnalVariation: characteristics.diurnalVariation,
        category: category, area: characteristics.area,
        particleSize: characteristics.particleSize, component: component))
    count += 1
  }

  /// Puts a point in the middle of each piece of a line, with its share of the emission.
  private mutating func cut(
    _ points: [RDPoint], _ emission: EmissionRate, _ category: Int, middle: RDPoint
  ) throws(OPSError) {
    let segments = zip(points, points.dropFirst()).map { start, end in
      let (east, north) = (end.x - start.x, end.y - start.y)
      return (start: start, end: end, length: (east * east + north * north).squareRoot())
    }
    let whole = segments.reduce(0) { $0 + $1.length }
    guard whole > 0 else {
      return try append(middle, emission, category, size: characteristics.size)
    }
    for segment in segments where segment.length > 0 {
      let number = max(1, Int((segment.length / pieces).rounded(.up)))
      let share = EmissionRate(
        kilogramsPerYear: emission.kilogramsPerYear * segment.length / whole / Double(number))
      for piece in 0..<number {
        let along = (Double(piece) + 0.5) / Double(number)
        try append(
          RDPoint(
            x: segment.start.x + (segment.end.x - segment.start.x) * along,
            y: segment.start.y + (segment.end.y - segment.start.y) * along),
          share, category, size: characteristics.size)
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
