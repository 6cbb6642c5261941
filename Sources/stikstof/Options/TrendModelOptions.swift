// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NumericMethods
import TrendFitting

/// Which model is fitted.
struct TrendModelOptions: ParsableArguments {
  @Option(help: "Straight trend or exponential decline.")
  var model: FitRequest.Model = .trend

  @Flag(exclusivity: .exclusive, help: "The scale of the fit.")
  var scale: Fit.Scale = .log

  @Option(help: ArgumentHelp("Harmonics of the year, 0 to 5.", valueName: "n"))
  var harmonics = 2

  @Option(help: "How the errors of months hang together; else year.")
  var errors: FitRequest.Errors?

  @Option(help: "Which likelihood is maximised.")
  var estimator: FitRequest.Estimator = .reml

  @Option(help: "Weight function of a robust fit.")
  var robust: RobustRegression.WeightFunction?

  @Option(help: "Weigh by the uncertainties, with this convention of standard errors.")
  var weights: StandardErrorConvention?

  @Option(
    help: ArgumentHelp("A change of instrument; repeatable.", valueName: "yyyy-mm"))
  var step: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where x is zero; else the middle of the baseline year.", valueName: "year.fraction"))
  var origin: Double?

  @Option(help: ArgumentHelp("The first month that counts.", valueName: "yyyy-mm"))
  var from: String?

  @Option(help: ArgumentHelp("The last month that counts.", valueName: "yyyy-mm"))
  var to: String?

  @Option(name: .customLong("break"), help: "Look for one break.")
  var breakKind: BreakSearch.Kind?

  func validate() throws {
    guard (0...5).contains(harmonics) else {
      throw ValidationError("--harmonics takes 0 to 5, found '\(harmonics)'.")
    }
    for (name, text) in [("--from", from), ("--to", to)] + step.map({ ("--step", $0) }) {
      if let text, Self.month(text, isEnd: false) == nil {
        throw ValidationError("\(name) takes a month as in 2019-04, or a year, found '\(text)'.")
      }
    }
    if let origin, !origin.isFinite { throw ValidationError("--origin takes a year.") }
    if estimator == .ml, errors != .ar1 {
      throw ValidationError("--estimator ml goes with --errors ar1.")
    }
    if robust != nil, weights != nil {
      throw ValidationError("--robust and --weights exclude each other.")
    }
    if let errors, errors != .independent, robust != nil || weights != nil {
      throw ValidationError(
        "--\(robust != nil ? "robust" : "weights") takes the errors of months as independent; it does "
          + "not go with --errors \(errors.rawValue).")
    }
    if let first = from.flatMap({ Self.month($0, isEnd: false) }),
      let last = to.flatMap({ Self.month($0, isEnd: true) }), first > last
    {
      throw ValidationError("--from \(from ?? "") lies after --to \(to ?? "").")
    }
    if model == .decline {
      let others = [
        ("--robust", robust != nil), ("--step", !step.isEmpty), ("--break", breakKind != nil),
        ("--errors", errors != nil), ("--harmonics", harmonics != 2),
        ("--linear", scale == .linear),
      ]
      if let (name, _) = others.first(where: \.1) {
        throw ValidationError("--model decline has its own shape and errors; leave out \(name).")
      }
    }
  }

  func apply(to request: inout FitRequest) {
    request.model = model
    request.scale = scale == .log ? .log : .linear
    request.harmonics = harmonics
    request.errors = errors ?? .year
    request.estimator = estimator
    request.robust = robust
    request.weights = weights
    request.steps = step.compactMap { Self.month($0, isEnd: false) }
    request.origin = origin
    request.from = from.flatMap { Self.month($0, isEnd: false) }
    request.to = to.flatMap { Self.month($0, isEnd: true) }
    request.breakKind = breakKind
  }

  /// `2019-04`, `2019-04-15` or `2019`: a year is its first month, or its last at an end.
  static func month(_ text: String, isEnd: Bool) -> Month? {
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = pieces.first.flatMap({ Int($0) }), (1900...2200).contains(year),
      pieces.count <= 3
    else { return nil }
    guard pieces.count > 1 else { return Month(year: year, month: isEnd ? 12 : 1) }
    guard let month = Int(pieces[1]), (1...12).contains(month) else { return nil }
    if pieces.count == 3 {
      guard let day = Int(pieces[2]), (1...31).contains(day) else { return nil }
    }
    return Month(year: year, month: month)
  }
}
