// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Sums up sources on a grid, for ``SourceDensity``; it holds figures that may not be shown.
///
/// A source with a size counts where its middle lies. Sums are exact: the order of the sources and of
/// grids that are merged changes nothing.
public struct SourceGrid: Sendable {
  /// Where and of what.
  private struct Place: Hashable {
    let column: Int32
    let row: Int32
    let key: Int32
  }

  /// What lies there.
  private struct Sum {
    var emission = ExactSum()
    var isIncomplete = false
    /// Who emits, as far as is needed to know that there are enough of them.
    var owners: Set<Owner> = []
  }

  /// Whose a source is: a farm by its name, another source by its place.
  private enum Owner: Hashable {
    case named(String)
    case at(Double, Double)
  }

  /// The length of a side of a cell in metres.
  public let cellSize: Int
  /// How many farms or sources must stand behind a cell that is shown.
  public let minimum: Int
  private var sums: [Place: Sum] = [:]

  /// Makes an empty grid.
  ///
  /// - Parameters:
  ///   - cellSize: metres, above 0; cells lie at whole multiples of it.
  ///   - minimum: how many farms or sources must stand behind a cell that is shown, at least 1.
  public init(cellSize: Int, minimum: Int) {
    precondition(cellSize > 0 && minimum > 0, "a cell has a side, and somebody stands behind it")
    self.cellSize = cellSize
    self.minimum = minimum
  }

  /// Adds sources.
  ///
  /// - Parameters:
  ///   - batch: the sources; a name that it keeps says whose a source is, else its place does.
  ///   - isNamed: whether several sources of one name are one farm's.
  ///   - number: the number under which the key of a row is summed up.
  public mutating func add(_ batch: SourceBatch, isNamed: Bool, number: (Int32) -> Int32) {
    let side = Double(cellSize)
    let unknown = Set(batch.unknown)
    for index in 0..<batch.count {
      let (x, y) = (batch.x[index], batch.y[index])
      guard RDEnvelope.contains(x: x, y: y) else { continue }
      let place = Place(
        column: Int32((x / side).rounded(.down)), row: Int32((y / side).rounded(.down)),
        key: number(batch.key[index]))
      var sum = sums[place] ?? Sum()
      if unknown.contains(Int32(index)) {
        sum.isIncomplete = true
      } else {
        sum.emission += ExactSum(batch.emission[index])
      }
      if sum.owners.count < minimum {
        sum.owners.insert(
          isNamed ? batch.origins.map { .named($0.id(index)) } ?? .at(x, y) : .at(x, y))
      }
      sums[place] = sum
    }
  }

  /// The grid with its keys turned into topics; a key without one is left out.
  public func byTopic(_ topic: (Int) -> SourceDensity.Topic?) -> TopicGrid {
    var grid = TopicGrid(cellSize: cellSize, minimum: minimum)
    for (place, sum) in sums {
      guard let topic = topic(Int(place.key)) else { continue }
      grid.add(
        topic, column: place.column, row: place.row, emission: sum.emission,
        isIncomplete: sum.isIncomplete, owners: sum.owners.map(Self.name))
    }
    return grid
  }

  private static func name(_ owner: Owner) -> String {
    switch owner {
    case .named(let name): "n\(name)"
    case .at(let x, let y): "p\(x) \(y)"
    }
  }
}

/// Sums on a grid by topic, which can be merged; it holds figures that may not be shown.
public struct TopicGrid: Sendable {
  private struct Place: Hashable {
    let column: Int32
    let row: Int32
  }

  private struct Sum {
    var emission = ExactSum()
    var isIncomplete = false
    var owners: Set<String> = []
  }

  /// The length of a side of a cell in metres.
  public let cellSize: Int
  /// How many farms or sources must stand behind a cell that is shown.
  public let minimum: Int
  private var sums: [SourceDensity.Topic: [Place: Sum]] = [:]

  init(cellSize: Int, minimum: Int) {
    self.cellSize = cellSize
    self.minimum = minimum
  }

  fileprivate mutating func add(
    _ topic: SourceDensity.Topic, column: Int32, row: Int32, emission: ExactSum,
    isIncomplete: Bool, owners: some Sequence<String>
  ) {
    var sum = sums[topic]?[Place(column: column, row: row)] ?? Sum()
    sum.emission += emission
    sum.isIncomplete = sum.isIncomplete || isIncomplete
    sum.owners.formUnion(owners)
    sums[topic, default: [:]][Place(column: column, row: row)] = sum
  }

  /// Adds the sums of another grid of the same cells.
  public mutating func merge(_ other: TopicGrid) {
    precondition(
      other.cellSize == cellSize && other.minimum == minimum, "grids that are merged are alike")
    for (topic, cells) in other.sums {
      for (place, sum) in cells {
        add(
          topic, column: place.column, row: place.row, emission: sum.emission,
          isIncomplete: sum.isIncomplete, owners: sum.owners)
      }
    }
  }

  /// What may be shown.
  public func density() -> SourceDensity {
    let side = Double(cellSize)
    let surface = side * side / 1_000_000
    let layers = sums.mapValues { cells in
      cells.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
        .map { place, sum in
          let value: SourceDensity.Value =
            sum.owners.count < minimum
            ? .withheld
            : sum.isIncomplete ? .unknown : .density(sum.emission.kilograms / surface)
          return SourceDensity.Cell(
            x: Double(place.column) * side, y: Double(place.row) * side, value: value)
        }
    }
    return SourceDensity(cellSize: cellSize, minimum: minimum, layers: layers)
  }
}
