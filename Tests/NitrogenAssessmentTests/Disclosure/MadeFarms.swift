// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport

/// Farms around one or more areas, and the dataset of zones that they make.
struct MadeFarms {
  struct Farm {
    let area: Int
    let ring: Int
    /// By part and year, kg/yr; a part that is not there is none of the farm's.
    let amounts: [Int: [Int]]
  }

  static let partNames: [SectorPart] = [.housing, .storage, .grazing, .field]
  static let years = [2019, 2023]

  let farms: [Farm]
  let areas: [Int]
  let ringCount: Int
  /// How many parts agriculture has; 0 for none.
  let partCount: Int

  init(farms: [Farm], areas: [Int] = [57], ringCount: Int, partCount: Int) {
    self.farms = farms
    self.areas = areas
    self.ringCount = ringCount
    self.partCount = partCount
  }

  /// Makes farms at random; some go out of business between the years.
  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    areas = Bool.random(using: &random) ? [57] : [57, 58, 65]
    ringCount = Int.random(in: 1...4, using: &random)
    partCount = [0, 0, 1, 2, 3, 4].randomElement(using: &random) ?? 0
    let most = [12, 30, 80].randomElement(using: &random) ?? 12
    var farms: [Farm] = []
    for area in areas {
      for _ in 0..<Int.random(in: 1...most, using: &random) {
        // Few in the inner rings, as it is.
        let ring = max(
          Int.random(in: 0..<ringCount, using: &random),
          Int.random(in: 0..<ringCount, using: &random))
        var amounts: [Int: [Int]] = [:]
        for part in 0..<max(1, partCount) where partCount < 2 || Bool.random(using: &random) {
          let before = Int.random(in: 1...2_000, using: &random)
          let after =
            Int.random(in: 0..<8, using: &random) == 0
            ? 0 : max(1, before * Int.random(in: 60...110, using: &random) / 100)
          amounts[part] = [before, after]
        }
        if !amounts.isEmpty { farms.append(Farm(area: area, ring: ring, amounts: amounts)) }
      }
    }
    self.farms = farms
  }

  var rings: [Ring] { Ring.rings(outerBounds: (1..<max(ringCount, 2)).map { $0 * 250 }) }

  func dataset(disclosure: Disclosure = .protected, isCounted: Bool = true) -> Dataset {
    let boundary = BoundaryID(rawValue: "er-default")
    var records: [EmissionRecord] = []
    for area in areas {
      for ring in 0..<ringCount {
        for part in 0..<max(1, partCount) {
          for (position, year) in Self.years.enumerated() {
            let amounts = farms.filter { $0.area == area && $0.ring == ring }
              .compactMap { $0.amounts[part]?[position] }.filter { $0 > 0 }
            records.append(
              EmissionRecord(
                territory: .ring(AreaCode(rawValue: area), rings[ring]),
                activity: .slice(
                  SectorSlice(.agriculture, partCount == 0 ? nil : Self.partNames[part]),
                  boundary: boundary),
                pollutant: .nh3, year: year,
                emission: EmissionRate(kilogramsPerYear: Double(amounts.reduce(0, +))),
                vintage: Vintage(rawValue: "made"),
                origin: RowReference(file: "made", line: records.count + 2),
                sources: isCounted ? amounts.count : nil, disclosure: disclosure))
          }
        }
      }
    }
    return Dataset(
      name: "made", title: "", folder: "", grade: .made, boundary: nil, records: records,
      names: [:], files: [])
  }

  func assessed(
    disclosure: Disclosure = .protected, isCounted: Bool = true
  ) throws -> AssessmentResult {
    Assessor.assess(
      [dataset(disclosure: disclosure, isCounted: isCounted)],
      reference: try RealData.requireReference(), policy: try RealData.requirePolicy(),
      options: AssessmentOptions())
  }

  /// The farms behind a figure in a year.
  func behind(_ territory: Territory, _ slice: SectorSlice, year: Int) -> Set<Int> {
    let position = year == Self.years[0] ? 0 : 1
    return Set(
      farms.indices.filter { number in
        let farm = farms[number]
        guard territory.area?.rawValue == farm.area else { return false }
        if let ring = territory.ring, ring != rings[farm.ring] { return false }
        return farm.amounts.contains { part, amounts in
          amounts[position] > 0
            && (slice.part == nil || partCount > 0 && slice.part == Self.partNames[part])
        }
      })
  }
}
