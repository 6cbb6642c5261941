// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport

/// Tries to recover what a published result withholds, year by year, from everything that it shows of
/// agriculture around areas.
struct ResultAttack {
  /// A withheld figure.
  struct Cell: Hashable {
    let territory: Territory
    let slice: SectorSlice
  }

  /// The withheld figures.
  let cells: [Cell]
  let attack: TableAttack

  init(_ result: AssessmentResult, year: Int) {
    var known: [Cell: Double] = [:]
    var cells: [Cell] = []
    for one in result.assessments where one.territory.area != nil && !one.series.isEmpty {
      guard one.pollutant == .nh3, one.slice.sector == .agriculture else { continue }
      let cell = Cell(territory: one.territory, slice: one.slice)
      guard let point = one.series.first(where: { $0.point.year == year })?.point else { continue }
      if let emission = point.emission {
        known[cell] = emission.kilogramsPerYear
      } else if one.baseline?.year == year, let emission = one.baseline?.emission {
        known[cell] = emission.kilogramsPerYear
      } else {
        cells.append(cell)
      }
    }
    let numbers = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    var equations: [TableAttack.Equation] = []
    /// The figures make the total; one that the result does not have at all is zero.
    func add(_ parts: [Cell], make total: Cell?, or value: Double = 0) {
      var equation = TableAttack.Equation(factors: [:], value: value)
      func take(_ cell: Cell, _ factor: Int) {
        if let number = numbers[cell] {
          equation.factors[number, default: 0] += factor
        } else {
          equation.value -= Double(factor) * (known[cell] ?? 0)
        }
      }
      for part in parts { take(part, 1) }
      if let total { take(total, -1) }
      equations.append(equation)
    }
    let all = Set(known.keys).union(cells)
    let slices = Set(all.map(\.slice)).sorted()
    let areas = Set(all.compactMap(\.territory.area)).sorted()
    for area in areas {
      let rings = Set(all.map(\.territory)).filter { $0.area == area && $0.ring != nil }.sorted()
      for slice in slices {
        add(
          rings.map { Cell(territory: $0, slice: slice) },
          make: Cell(territory: .area(area), slice: slice))
      }
      let parts = slices.filter { $0.part != nil }
      for territory in rings + [.area(area)] where !parts.isEmpty {
        add(
          parts.map { Cell(territory: territory, slice: $0) },
          make: Cell(territory: territory, slice: SectorSlice(.agriculture)))
      }
    }
    for check in result.closure
    where check.kind == .ringsToArea && check.year == year && check.pollutant == .nh3
      && check.slice.sector == .agriculture
    {
      add(
        areas.map { Cell(territory: .area($0), slice: check.slice) }, make: nil,
        or: check.sum.kilogramsPerYear)
    }
    for joint in result.joint where year == 2019 && joint.pollutant == .nh3 {
      add(
        joint.areas.map { Cell(territory: .area($0), slice: joint.slice) }, make: nil,
        or: joint.baseline.kilogramsPerYear)
    }
    self.cells = cells
    attack = TableAttack(unknownCount: cells.count, equations: equations)
  }
}
