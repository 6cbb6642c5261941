// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The figures of one area, sector and pollutant that add up: parts to the sector, rings to the area.
///
/// Of A rings and L parts they are the cells of a table of A + 1 rows and L + 1 columns. Its network
/// has a node for every ring, one for every part, one for the rings as a whole (the sector) and one
/// for the area:
///
/// - a part of a ring goes from the ring to the part, a part of the area from the part to the area;
/// - the area goes from the area to the sector, a ring from the sector to the ring.
///
/// What is left of a sector beside its parts is a part of its own that no output shows.
struct AreaFigures {
  private(set) var network: SuppressionNetwork
  /// The number of the arc of each assessment; those known to be zero have none.
  private var arcs: [Int: Int] = [:]

  /// Makes the network.
  ///
  /// - Parameters:
  ///   - numbers: the assessments of an area and its rings, all of one dataset, sector, pollutant
  ///     and boundary.
  ///   - assessments: what the numbers count in.
  ///   - rule: what policy asks.
  init(_ numbers: [Int], of assessments: [Assessment], rule: DisclosureRule) {
    let years = Set(numbers.flatMap { assessments[$0].series.map(\.point.year) }).sorted()
    func amounts(_ number: Int?) -> [SuppressionNetwork.Amount] {
      guard let number else { return years.map { _ in .init(value: 0, farms: 0) } }
      let points = Dictionary(
        assessments[number].series.map { ($0.point.year, $0.point) },
        uniquingKeysWith: { first, _ in first })
      return years.map { year in
        points[year].map {
          .init(value: $0.emission?.kilogramsPerYear ?? 0, farms: $0.sources)
        } ?? .init(value: 0, farms: 0)
      }
    }
    var found: [Ring?: [SectorPart?: Int]] = [:]
    for number in numbers {
      found[assessments[number].territory.ring, default: [:]][assessments[number].slice.part] =
        number
    }
    let rings = found.keys.compactMap { $0 }.sorted()
    let parts = Set(found.values.flatMap { $0.keys.compactMap { $0 } }).sorted()
    let (sector, area) = (0, 1)
    // In each row and column of the table a farm may come back.
    let isSpread = parts.contains { SectorSlice(.agriculture, $0).mayLieInSeveralRings }
    let overlap = parts.isEmpty ? 1 : (2 * parts.count + 4) * (isSpread ? rings.count : 1)
    network = SuppressionNetwork(
      nodeCount: 2 + rings.count + parts.count + 1,
      overlap: overlap,
      rule: rule)
    func add(_ number: Int?, _ tail: Int, _ head: Int) {
      guard let number else { return }
      arcs[number] = network.add(from: tail, to: head, amounts(number))
    }
    add(found[nil]?[nil], area, sector)
    guard !parts.isEmpty else {
      for ring in rings { add(found[ring]?[nil], sector, area) }
      return
    }
    let (firstRing, firstPart) = (2, 2 + rings.count)
    let rest = firstPart + parts.count
    for (position, part) in parts.enumerated() {
      add(found[nil]?[part], firstPart + position, area)
    }
    var restOfArea = years.map { _ in 0.0 }
    for (row, ring) in rings.enumerated() {
      add(found[ring]?[nil], sector, firstRing + row)
      for (position, part) in parts.enumerated() {
        add(found[ring]?[part], firstRing + row, firstPart + position)
      }
      let cells = parts.map { amounts(found[ring]?[$0]) }
      let left = amounts(found[ring]?[nil]).enumerated().map { year, whole in
        let known = cells.reduce(0) { $0 + $1[year].value }
        return whole.value - known > whole.value * 1e-9 ? whole.value - known : 0
      }
      addRest(left, from: firstRing + row, to: rest)
      restOfArea = zip(restOfArea, left).map { $0 + $1 }
    }
    addRest(restOfArea, from: rest, to: area)
  }

  /// Adds what is left of a sector, of which it is not told how many farms stand behind it.
  private mutating func addRest(_ values: [Double], from tail: Int, to head: Int) {
    _ = network.add(
      from: tail, to: head, values.map { .init(value: $0, farms: $0 > 0 ? nil : 0) },
      isImplied: true)
  }

  /// The assessments whose figures are withheld.
  func withheld(withSecondary: Bool) -> [Int] {
    let hidden = network.withheld(withSecondary: withSecondary)
    return arcs.filter { hidden[$0.value] }.keys.sorted()
  }
}
