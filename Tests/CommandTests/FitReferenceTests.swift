// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// The reference cases through the command: names and values of its JSON as R, nlme and
/// pymannkendall have them.
@Suite(.enabled(if: FixturePaths.referenceData != nil)) struct FitReferenceTests {
  /// An expected number, or list, with its tolerances.
  struct Expected {
    let name: String
    let values: [Double]
    let relative: Double
    let absolute: Double

    init(_ entry: [String: Any]) throws {
      name = try #require(entry["name"] as? String)
      let one = (entry["value"] as? NSNumber).map { [$0.doubleValue] }
      let list = (entry["value"] as? [NSNumber])?.map(\.doubleValue)
      values = try #require(list ?? one)
      relative = (entry["rel_tol"] as? NSNumber)?.doubleValue ?? 0
      absolute = (entry["abs_tol"] as? NSNumber)?.doubleValue ?? 0
    }

    /// The rule of the reference data: |x - expected| <= max(abs_tol, rel_tol |expected|).
    func holds(_ found: [Double]) -> Bool {
      found.count == values.count
        && zip(found, values).allSatisfy { abs($0 - $1) <= max(absolute, relative * abs($1)) }
    }
  }

  /// `pred_*` and `conf_*` are predictions at four dates; the command prints no list of them.
  static let notPrinted: Set<String> = [
    "pred_fit", "pred_lwr", "pred_upr", "conf_lwr", "conf_upr",
  ]

  static let targets = [
    "--target", "2030:0.23", "--target", "2030:0.25", "--target", "2035:0.42", "--target",
    "2035:0.46",
  ]

  @Test(arguments: [
    ("gls_ar1_pub", ["--errors", "ar1"]),
    ("ols_harmonic_pub", ["--errors", "independent"]),
    ("yeareffect_pub", targets),
    ("ptarget_pub", ["--errors", "ar1"] + targets),
    ("trend_nottem", []),
    ("trend_mydata_nox", []),
  ])
  func everyNumberOfTheCaseIsPrintedUnderItsName(id: String, options: [String]) throws {
    let folder = try #require(FixturePaths.referenceData) + "/reference/statistics"
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(id).json"))
    let description = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let expected = try #require(description?["expected"] as? [[String: Any]]).map(Expected.init)
    let series = try FitCommand.only(["\(folder)/\(id).csv"] + options)
    var checked = 0
    for entry in expected where !Self.notPrinted.contains(entry.name) {
      let list = (series[entry.name] as? [NSNumber])?.map(\.doubleValue)
      let found = list ?? series.number(entry.name).map { [$0] } ?? []
      #expect(
        entry.holds(found), "\(id): \(entry.name) is \(found), expected \(entry.values)")
      checked += 1
    }
    #expect(checked >= 12)
  }
}
