// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Results of every dataset that lies under `Fixtures`, in as many ways as words depend on.
enum ToldResults {
  /// The datasets that can be read, by folder.
  static func datasets() throws -> [Dataset] {
    let made = try folders("made").map { "made/\($0)/input" }
    let named = ["measures/made-overijssel", "municipalities/nijkerk", "provinces/gelderland"]
    let reference = try RealData.requireReference()
    return (made + named).compactMap { path in
      let folder = FixturePaths.fixtures.appendingPathComponent(path).path
      return DatasetReader.read(folder: folder, reference: reference).value
    }
  }

  private static func folders(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: FixturePaths.fixtures.appendingPathComponent(name).path
    ).sorted()
  }

  /// Assumptions under which results are told.
  static let assumptions: [[String]] = [
    [], ["uncertainty.rho=0.9"],
    ["uncertainty.rho=0.9", "uncertainty.zone-correlation=0.5", "projection.model=robust"],
    ["uncertainty.rho=0.9", "projection.model=ar1"], ["projection.model=plan"],
    ["uncertainty.rho=0.9", "projection.model=steffen"], ["projection.model=none"],
    ["uncertainty.rho=0.9", "projection.half-life=0.5"], ["reading.A07=none"],
    ["reading.A01=both", "reading.A08=straight"], ["index.vintage.NH3=no such release"],
    ["local.minimum-stated-years=9"], ["projection.window=1"],
    ["nation.vintage.NH3=ER January 2022"], ["zone.rings=100,200"],
  ]

  /// The policy with assumptions of the user.
  static func policy(_ assumptions: [String], without silenced: [PolicyKey] = []) throws -> Policy {
    let library = try RealData.requireLibrary()
    let records = try assumptions.map { assumption in
      let pieces = assumption.split(separator: "=", maxSplits: 1).map(String.init)
      return try library.record(key: pieces[0], assuming: pieces[1])
    }
    let user = PolicyPack(
      id: "test", title: "test", date: "2026-11-01", kind: .user, isDefault: false,
      isSecondHand: true, order: .max, records: records, file: "")
    let packs = library.packs.filter(\.isDefault).map { pack in
      PolicyPack(
        id: pack.id, title: pack.title, dutchTitle: pack.dutchTitle, date: pack.date,
        kind: pack.kind, isDefault: pack.isDefault, isSecondHand: pack.isSecondHand,
        order: pack.order, records: pack.records.filter { !silenced.contains($0.key) },
        file: pack.file)
    }
    return Policy(packs: packs + [user], keys: library.keys)
  }

  /// An assessment.
  static func assess(
    _ datasets: [Dataset], _ policy: Policy, asOf: Int? = nil, boundary: String? = nil
  ) throws -> AssessmentResult {
    Assessor.assess(
      datasets, reference: try RealData.requireReference(), policy: policy,
      options: AssessmentOptions(
        asOf: asOf, boundary: boundary.map { BoundaryID(rawValue: $0) }, draws: 200))
  }

  /// Every result.
  static func all() throws -> [AssessmentResult] {
    let datasets = try datasets()
    let small = datasets.filter { $0.records.count < 400 }
    var results: [AssessmentResult] = []
    for assumptions in assumptions {
      let policy = try policy(assumptions)
      results += try small.map { try assess([$0], policy) }
    }
    let plain = try policy([])
    for key: PolicyKey in [
      "uncertainty.agriculture.NH3", "baseline.year.agriculture", "index.vintage.NH3",
      "status.probability.met", "projection.window", "measure.secured-grades", "boundary.default",
      "local.minimum-stated-years", "nation.vintage.NH3",
    ] {
      let policy = try policy(["uncertainty.rho=0.9"], without: [key])
      results += try small.prefix(8).map { try assess([$0], policy) }
    }
    results += try small.map { try assess([$0], plain, asOf: 2020) }
    results += try small.map { try assess([$0], plain, asOf: 1990) }
    results += try datasets.map { try assess([$0], plain) }
    results += [
      try assess([], plain, boundary: "er-road-only"), try assess(datasets, plain),
      try assess(try RealData.requireProvinces(), plain),
    ]
    return results
  }
}
