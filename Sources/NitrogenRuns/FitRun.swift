// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import NitrogenAssessment
public import NitrogenCore
public import NitrogenData
public import NitrogenReports

/// One run over measured series: read, fitted in parallel, put together.
public struct FitRun: Sendable {
  /// The fits.
  public let network: NetworkFit
  /// What was read and with which options.
  public let record: RunRecord

  /// Reads series from files and dataset folders.
  ///
  /// - Parameters:
  ///   - paths: what to read.
  ///   - options: how files without a data package are to be read.
  /// - Returns: the series, the paths that cannot be used, and what was found while reading.
  public static func read(
    _ paths: [String], options: MeasurementOptions
  ) -> (series: [MeasurementSeries], failed: [String], diagnostics: [Diagnostic]) {
    var series: [MeasurementSeries] = []
    var failed: [String] = []
    var diagnostics: [Diagnostic] = []
    var places: [String: String] = [:]
    for path in paths.sorted() {
      let reading = MeasurementReader.read(path: path, options: options)
      diagnostics += reading.diagnostics
      guard let found = reading.value else {
        failed.append(path)
        continue
      }
      let twice = found.compactMap { one in places[one.label].map { (one, place: $0) } }
      diagnostics += twice.map { one, place in
        Diagnostic(
          file: path,
          message: "the series \(one.label) stands in '\(place)' already; give it once")
      }
      if !twice.isEmpty { failed.append(path) }
      for one in found where places[one.label] == nil {
        series.append(one)
      }
      for one in found where places[one.label] == nil { places[one.label] = path }
    }
    return (series, failed, diagnostics.sorted())
  }

  /// Fits series.
  ///
  /// - Parameters:
  ///   - series: what was measured.
  ///   - modelled: what a model says, by the same stations and quantities.
  ///   - request: how to fit.
  ///   - paths: the inputs, for the record.
  ///   - options: the options as given, for the record.
  /// - Throws: ``RunError/cannotRead(path:reason:)`` when an input vanished meanwhile.
  public init(
    _ series: [MeasurementSeries], modelled: [MeasurementSeries], request: FitRequest,
    paths: [String], options: [(name: String, value: JSONValue)]
  ) async throws {
    let models = Dictionary(
      modelled.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    let fitter = StationFitter(request)
    let fits = await withTaskGroup(of: (Int, StationFit).self) { group in
      for (index, one) in series.enumerated() {
        let model = models[one.label]
        group.addTask { (index, fitter.fit(one, modelled: model)) }
      }
      var found = [StationFit?](repeating: nil, count: series.count)
      for await (index, fit) in group { found[index] = fit }
      return found.compactMap { $0 }
    }
    network = NetworkFitter.combine(fits, request: request)
    var inputs: [RunRecord.File] = []
    for path in paths.sorted().flatMap(Self.files) {
      inputs.append(RunRecord.File(path: path, sha256: try FileHash.sha256(ofFile: path)))
    }
    record = RunRecord(
      tool: RunRecord.Tool(name: Tool.name, version: Tool.version), inputs: inputs,
      options: options)
  }

  /// The files a path stands for: itself, or those of a folder.
  static func files(_ path: String) -> [String] {
    guard FileSystemProbe.isFolder(path) else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }.filter {
      FileSystemProbe.isFile($0)
        && [".csv", ".yaml", ".json"].contains(where: $0.lowercased().hasSuffix)
    }
  }
}
