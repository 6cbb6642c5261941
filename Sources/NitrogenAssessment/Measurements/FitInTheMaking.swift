// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NumericMethods
import TrendFitting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension MeasurementPeriod.Step {
  /// How many periods a year has.
  var valuesPerYear: Int {
    switch self {
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }
}

extension FitRequest.Target {
  /// The slope on the log scale, per year, that reaches the target from a baseline year.
  func logTrend(since baseline: Int) -> Double { log(1 - reduction) / Double(year - baseline) }
}

/// What is collected while a series is fitted.
struct FitInTheMaking {
  let series: MeasurementSeries
  let request: FitRequest
  var months: [Month] = []
  var refusal: FitRefusal?
  var testRefusal: FitRefusal?
  var breakRefusal: FitRefusal?
  /// Why a break that was looked for cannot be placed.
  var breakRemark: String?
  var estimate: TrendEstimate?
  var decline: ExponentialDecline?
  var detection: DetectionPower?
  var sen: TheilSen?
  var seasonal: SeasonalKendall?
  var evaluation: ModelEvaluation?
  var difference: TrendDifference?
  var comparisonRefusal: FitRefusal?
  var isCompared = false
  private var values: [(name: String, value: Double)] = []
  private var lists: [(name: String, values: [Double])] = []
  private var names: Set<String> = []

  init(series: MeasurementSeries, request: FitRequest) {
    self.series = series
    self.request = request
  }

  /// Adds figures; a name that stands several times is a list, a name that is there already stays
  /// as it is, and what is not finite is left out.
  mutating func add(_ more: [(String, Double)]) {
    let byName = Dictionary(grouping: more, by: \.0)
    for (name, value) in more where value.isFinite && names.insert(name).inserted {
      let all = (byName[name] ?? []).map(\.1)
      if all.count > 1 { lists.append((name, all)) } else { values.append((name, value)) }
    }
  }

  /// Takes a linear model and its figures.
  mutating func take(_ estimate: TrendEstimate, _ more: [(String, Double)]) {
    self.estimate = estimate
    add(more)
    add([
      (
        request.scale == .log ? "slope_log_per_year" : "slope_per_year", estimate.slope
      ), ("slope_se", estimate.slopeStandardError),
    ])
  }

  /// How many values a year has.
  var valuesPerYear: Int { series.step.valuesPerYear }

  /// The correlation from one value to the next, of one from month to month.
  func stepCorrelation(_ phi: Double) -> Double {
    pow(max(0, phi), Double(12 / valuesPerYear))
  }

  /// A key of its own for the random numbers of the series, so that they depend on the seed, the
  /// station and the quantity only (FNV-1a).
  func key(seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
    for byte in "\(series.station.code) \(series.quantity.label)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash
  }

  /// The model in words.
  private var model: String {
    if request.model == .decline { return "exponential decline, 2 harmonics" }
    let harmonics = min(request.harmonics, series.mostHarmonics)
    let errors: String
    if series.values.contains(where: \.isCensored) {
      errors = "left-censored normal errors (ML)"
    } else if let robust = request.robust {
      errors = "robust (\(robust.rawValue))"
    } else if let weights = request.weights {
      errors = "weighted (\(weights.rawValue))"
    } else {
      switch request.errors(for: series.step) {
      case .independent: errors = "independent errors"
      case .ar1: errors = "AR(1) errors (\(request.estimator.rawValue.uppercased()))"
      case .year: errors = "year effect (REML)"
      }
    }
    return "\(request.scale.rawValue), \(harmonics) harmonic\(harmonics == 1 ? "" : "s"), \(errors)"
  }

  /// The finished fit.
  var result: StationFit {
    let span: [Month] =
      if let first = months.first, let last = months.last {
        (first.index...last.index).map { Month(index: $0) }
      } else {
        []
      }
    return StationFit(
      series: series, model: model, months: months, refusal: refusal, testRefusal: testRefusal,
      values: values, lists: lists, estimate: refusal == nil ? estimate : nil,
      curve: refusal == nil ? estimate?.curve(span) ?? decline?.curve(span) ?? [] : [],
      comparison: isCompared
        ? ModelComparison(
          evaluation: evaluation, difference: difference, refusal: comparisonRefusal) : nil,
      findings: findings)
  }

  /// What the reader must know beside the figures.
  private var findings: [Finding] {
    var sentences: [(code: String, message: String, facts: [String: Telling.Fact])] = []
    let name = Telling.Fact.name(series.label)
    if let breakRefusal {
      sentences.append(
        (
          "breakRefused", "\(series.label): no break: \(breakRefusal.sentence)",
          ["series": name, "why": .tellings([Telling(breakRefusal.code.rawValue)])]
        ))
    }
    if let breakRemark {
      sentences.append(("noBreak", "\(series.label): no break: \(breakRemark)", ["series": name]))
    }
    if sen != nil, series.values.contains(where: \.isCensored) {
      sentences.append(
        (
          "ranksOfLimits", "\(series.label): the rank tests take detection limits as values",
          ["series": name]
        ))
    }
    if let first = months.first, let last = months.last {
      for step in request.steps where step <= first || step > last {
        sentences.append(
          (
            "stepOutside", "\(series.label): the step of \(step.year)-\(step.month) lies outside",
            ["series": name, "month": .name("\(step.year)-\(step.month)")]
          ))
      }
    }
    if request.model == .trend, request.harmonics > max(2, series.mostHarmonics), refusal == nil {
      sentences.append(
        (
          "fewerHarmonics",
          "\(series.label): a series of \(series.step.rawValue)s carries \(series.mostHarmonics) "
            + "harmonics, \(request.harmonics) were asked for",
          [
            "series": name, "most": .count(series.mostHarmonics),
            "asked": .count(request.harmonics),
          ]
        ))
    }
    return sentences.map { code, message, facts in
      Finding(
        territory: nil, slice: nil, pollutant: nil, target: nil, code: code,
        severity: .information, isFlag: false, message: message, telling: Telling(code, facts))
    } + disagreement
  }

  /// Where the model and the rank tests tell two stories.
  private var disagreement: [Finding] {
    guard let estimate, let seasonal, refusal == nil else { return [] }
    let interval = estimate.slopeInterval()
    let model = interval.upper < 0 ? -1 : interval.lower > 0 ? 1 : 0
    let sen = seasonal.dependentInterval ?? seasonal.interval
    let rank = sen.upperBound < 0 ? -1 : sen.lowerBound > 0 ? 1 : 0
    guard model != rank else { return [] }
    func words(_ sign: Int) -> String { ["falls", "shows no trend", "rises"][sign + 1] }
    func told(_ sign: Int) -> Telling.Fact {
      .tellings([Telling(["falls", "showsNoTrend", "rises"][sign + 1])])
    }
    return [
      Finding(
        territory: nil, slice: nil, pollutant: nil, target: nil, code: "testsDisagree",
        severity: .information, isFlag: false,
        message:
          "\(series.label): by the model the series \(words(model)), by the seasonal Kendall test "
          + "it \(words(rank))",
        telling: Telling(
          "testsDisagree",
          [
            "series": .name(series.label), "model": told(model), "rank": told(rank),
          ]))
    ]
  }
}
