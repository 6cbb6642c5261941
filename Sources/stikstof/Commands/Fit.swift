// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenFigures
import NitrogenReports
import NitrogenRuns
import NumericMethods
import TrendFitting

/// `stikstof fit`: trends of measured series, with what they can and cannot say.
struct Fit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit measured series: trend, tests, probability of a reduction, refusals.",
    discussion: """
      FILE is a CSV table of one or many stations, a file of the ammonia network as published, \
      hourly values of the national network, or the folder of a dataset with measurements. The \
      default model is log-linear with two harmonics and a random year effect. A series that has \
      no answer is refused with its reason; when none has one, the exit code is 2.
      """)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  /// The scale of the fit.
  enum Scale: String, EnumerableFlag {
    case log, linear
  }

  @Argument(help: "Files or folders of datasets.")
  var files: [String]

  @OptionGroup(title: "Reading") var reading: MeasurementFileOptions

  @OptionGroup(title: "Model") var model: TrendModelOptions

  @Option(help: ArgumentHelp("Year that changes count from; else policy's.", valueName: "year"))
  var baselineYear: Int?

  @Option(
    help: ArgumentHelp(
      "A reduction by a year, such as 2030:0.23; repeatable.", valueName: "year:fraction"))
  var target: [String] = []

  @Option(
    help: ArgumentHelp(
      "Variance of the log level per year beyond the data, added to projections and printed.",
      valueName: "variance"))
  var drift: Double?

  @Flag(inversion: .prefixedNo, help: "Rank tests beside the model.")
  var tests = true

  @Option(help: ArgumentHelp("Block-bootstrap replicates of the Sen slope.", valueName: "n"))
  var bootstrap = 0

  @Option(help: "Seed of the replicates.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Modelled series of the same stations.", valueName: "file"))
  var modelled: String?

  @Option(help: "How results are written.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Write a picture of the fits.", valueName: "file.svg"))
  var plot: String?

  @OptionGroup var areas: AreasOptions

  func validate() throws {
    for text in target where Self.target(text) == nil {
      throw ValidationError(
        "--target takes a year and a fraction below 1 as in 2030:0.23, found '\(text)'.")
    }
    if bootstrap != 0 && !(100...1_000_000).contains(bootstrap) {
      throw ValidationError("--bootstrap takes 100 to 1000000, found '\(bootstrap)'.")
    }
    if model.model == .decline, !target.isEmpty || reading.censored != nil || modelled != nil {
      throw ValidationError(
        "--model decline goes without --target, --censored and --modelled: use the trend model.")
    }
    if let drift, !(drift >= 0 && drift.isFinite) {
      throw ValidationError("--drift takes 0 or more, found '\(drift)'.")
    }
  }

  func run() async throws {
    try await running {
      let request = try self.request()
      let options = reading.options
      let (found, failed, diagnostics) = FitRun.read(files, options: options)
      let series = found.filter(reading.wants)
      let models = FitRun.read(modelled.map { [$0] } ?? [], options: options)
      let labels = Set(series.map(\.label))
      for model in models.series where !labels.contains(model.label) {
        Console.note("\(Tool.name): modelled series \(model.label) has no measured one beside it")
      }
      Console.print(diagnostics + models.diagnostics)
      guard models.failed.isEmpty else {
        Console.note("\(Tool.name): error: the modelled series cannot be read")
        throw Outcome.unusable
      }
      guard !series.isEmpty else {
        Console.note(
          "\(Tool.name): error: there is no series to fit"
            + (found.isEmpty ? "" : " among the \(found.count) read; see --only and --quantity"))
        throw Outcome.unusable
      }
      let run = try await FitRun(
        series, modelled: models.series, request: request,
        paths: files.filter { !failed.contains($0) } + (modelled.map { [$0] } ?? []),
        options: recorded(request))
      var text = ""
      switch format {
      case .text:
        FitText(request, colour: Console.wantsColour).write(
          run.network, run: run.record, to: &text)
      case .json: FitJSON().write(run.network, run: run.record, to: &text)
      case .csv: FitCSV().write(run.network, run: run.record, to: &text)
      }
      Console.print(result: text)
      if let plot { try OutputFile.write(FitPlot.svg(run.network), to: plot) }
      let isRefused = run.network.stations.allSatisfy { !$0.converged }
      if !failed.isEmpty || isRefused { throw Outcome.unusable }
    }
  }

  private func request() throws -> FitRequest {
    let baseline: Int
    if let baselineYear {
      baseline = baselineYear
    } else {
      let setting = try RunSetting.readOrExit(SettingRequest(areasFolder: areas.areasDir))
      guard let year = setting.policy.number(.baselineYear(.agriculture)) else {
        Console.note("\(Tool.name): error: policy has no baseline year: give --baseline-year")
        throw Outcome.unusable
      }
      baseline = Int(year)
    }
    var request = FitRequest(baselineYear: baseline)
    model.apply(to: &request)
    if reading.uncertainty != nil, request.weights == nil, request.robust == nil {
      if request.errors == .independent {
        request.weights = .scaledSigma
      } else {
        Console.note(
          "\(Tool.name): the uncertainties are not used: \(request.errors.rawValue) errors take no "
            + "weights; see --weights, or --errors independent")
      }
    }
    request.targets = Set(target.compactMap(Self.target)).sorted {
      ($0.year, $0.reduction) < ($1.year, $1.reduction)
    }
    if let late = request.targets.first(where: { $0.year <= baseline }) {
      throw ValidationError(
        "--target \(late.year) does not lie after the baseline year \(baseline).")
    }
    request.drift = drift
    request.tests = tests
    request.bootstrap = bootstrap
    request.seed = seed
    return request
  }

  static func target(_ text: String) -> FitRequest.Target? {
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces.count == 2, let year = Int(pieces[0]), (1900...2200).contains(year),
      let reduction = Double(pieces[1]), reduction > 0, reduction < 1
    else { return nil }
    return FitRequest.Target(year: year, reduction: reduction)
  }

  private func recorded(_ request: FitRequest) -> [(name: String, value: JSONValue)] {
    [
      ("model", .string(request.model.rawValue)), ("scale", .string(request.scale.rawValue)),
      ("harmonics", .integer(request.harmonics)), ("errors", .string(request.errors.rawValue)),
      ("estimator", .string(request.estimator.rawValue)),
      ("robust", request.robust.map { .string($0.rawValue) } ?? .null),
      ("weights", request.weights.map { .string($0.rawValue) } ?? .null),
      ("steps", .array(model.step.map { .string($0) })), ("from", text(model.from)),
      ("to", text(model.to)), ("break", text(model.breakKind?.rawValue)),
      ("tests", .bool(request.tests)), ("value", text(reading.value)),
      ("uncertainty", text(reading.uncertainty)), ("censored", text(reading.censored)),
      ("station", text(reading.station)), ("quantity", text(reading.quantity)),
      ("only", .array(reading.only.map { .string($0) })), ("modelled", text(modelled)),
      ("origin", .number(request.origin ?? Double(request.baselineYear) + 0.5)),
      ("baselineYear", .integer(request.baselineYear)),
      ("targets", .array(target.map { .string($0) })),
      ("drift", request.drift.map { .number($0) } ?? .null),
      ("bootstrap", .integer(request.bootstrap)), ("seed", .string(String(request.seed))),
    ]
  }

  private func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
}
