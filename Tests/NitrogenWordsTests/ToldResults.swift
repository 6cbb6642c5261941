// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Results of every dataset that lies under `Fixtures`, in as many ways as words depend on.
enum ToldResults {
  /// The made datasets that projections, plans, measures and gaps show in.
  private static let telling = [
    "at-risk", "gone", "incomplete-total", "industry-and-mobility", "inherited", "parts",
    "plan-ends", "probability", "provisional", "zero-baseline",
  ]

  private static func read(_ paths: [String]) throws -> [Dataset] {
    let reference = try RealData.requireReference()
    return paths.compactMap { path in
      let folder = FixturePaths.fixtures.appendingPathComponent(path).path
      return DatasetReader.read(folder: folder, reference: reference).value
    }
  }

  /// The made datasets that can be read, by folder.
  static func made() throws -> [Dataset] {
    let folder = FixturePaths.fixtures.appendingPathComponent("made").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try read(names.map { "made/\($0)/input" })
  }

  /// Assumptions under which results are told.
  static let assumptions: [[String]] = [
    [], ["uncertainty.rho=0.9"],
    ["uncertainty.rho=0.9", "uncertainty.zone-correlation=0.5", "projection.model=robust"],
    ["uncertainty.rho=0.9", "projection.model=ar1"], ["projection.model=plan"],
    ["uncertainty.rho=0.9", "projection.model=steffen"], ["projection.model=none"],
    ["uncertainty.rho=0.9", "projection.half-life=0.5"], ["reading.A07=none"],
    ["reading.A01=both", "reading.A08=straight"], ["index.vintage.NH3=ER 1900"],
    ["local.minimum-stated-years=9"], ["projection.window=1"],
    ["nation.vintage.NH3=ER January 2022"], ["zone.rings=100,200"],
  ]

  /// Keys that are taken out of the packs, one at a time.
  private static let silenced: [PolicyKey] = [
    "uncertainty.agriculture.NH3", "baseline.year.agriculture", "index.vintage.NH3",
    "status.probability.met", "projection.window", "measure.secured-grades", "boundary.default",
    "local.minimum-stated-years", "nation.vintage.NH3",
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
    let made = try made()
    let some = try read(telling.map { "made/\($0)/input" } + ["measures/made-overijssel"])
    let plain = try policy([])
    var results = try made.map { try assess([$0], plain) }
    for assumptions in assumptions {
      let policy = try policy(assumptions)
      results.append(try assess(some, policy))
    }
    for key in silenced {
      let policy = try policy(["uncertainty.rho=0.9"], without: [key])
      results += try some.prefix(7).map { try assess([$0], policy) }
    }
    for asOf in [2020, 1990] {
      results += try some.map { try assess([$0], plain, asOf: asOf) }
    }
    let real = try read(["municipalities/nijkerk", "provinces/zeeland"])
    results += [
      try assess([], plain, boundary: "er-road-only"), try assess(real, plain),
      try assess(made, plain),
    ]
    return results
  }
}
