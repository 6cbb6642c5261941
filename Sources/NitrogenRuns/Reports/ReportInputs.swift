// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
public import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenPages
import Synchronization

/// What reports show beside the results of an assessment: outlines, fits of measurements, the latest round.
public struct ReportInputs: Sendable {
  let outlines: OutlineSet?
  let measured: NetworkFit?
  let round: RoundContext?
  let gnfr: GNFRTable?

  /// Reads what a request names.
  ///
  /// - Parameters:
  ///   - request: what the user asked.
  ///   - setting: law, geography and policy.
  /// - Returns: what was read, `nil` where something of it cannot be used, and what was found while reading.
  /// - Throws: ``RunError`` when policy has no baseline year for fits, or rounds cannot be used.
  public static func read(
    _ request: ReportRequest, setting: RunSetting
  ) throws(RunError) -> (inputs: ReportInputs?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var outlines: OutlineSet?
    if let file = request.outlines {
      var options = OutlineOptions()
      if let key = request.areaKey { options.areaKey = key }
      let read = OutlineReader.read(
        file, options: options, catalogue: setting.reference.catalogue)
      diagnostics += read.diagnostics
      guard let found = read.value else { return (nil, diagnostics) }
      outlines = found
    }
    let models = FitRun.read(request.modelled.map { [$0] } ?? [], options: MeasurementOptions())
    let series = FitRun.read(request.measurements, options: MeasurementOptions())
    diagnostics += series.diagnostics + models.diagnostics
    guard series.failed.isEmpty, models.failed.isEmpty else { return (nil, diagnostics) }
    let measured = try fits(
      series.series, modelled: models.series, setting: setting, threads: request.threads)
    let round = try request.rounds.flatMap { path throws(RunError) in try self.round(path) }
    var gnfr: GNFRTable?
    if request.extras.contains(.files) {
      let table = GNFRReader.read(areasFolder: setting.areasFolder)
      diagnostics += table.diagnostics
      gnfr = table.value
    }
    return (
      ReportInputs(outlines: outlines, measured: measured, round: round, gnfr: gnfr), diagnostics
    )
  }

  private static func fits(
    _ series: [MeasurementSeries], modelled: [MeasurementSeries], setting: RunSetting, threads: Int
  ) throws(RunError) -> NetworkFit? {
    guard !series.isEmpty else { return nil }
    guard let baseline = setting.policy.number(.baselineYear(.agriculture)) else {
      throw .unresolved(
        key: PolicyKey.baselineYear(.agriculture).rawValue,
        why: "trends of measurements count from the baseline year")
    }
    let request = FitRequest(baselineYear: Int(baseline))
    let models = Dictionary(
      modelled.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    let fitter = StationFitter(request)
    let found = Mutex([StationFit?](repeating: nil, count: series.count))
    try Workers.run(series.count, threads: threads, progress: nil) { number in
      let fit = fitter.fit(series[number], modelled: models[series[number].label])
      found.withLock { $0[number] = fit }
    }
    return NetworkFitter.combine(found.withLock { $0 }.compactMap { $0 }, request: request)
  }

  private static func round(_ path: String) throws(RunError) -> RoundContext? {
    let folder = try RoundFolder(path: path)
    guard let latest = folder.rounds.last else { return nil }
    let before = folder.rounds.dropLast().last
    for round in [before, latest].compactMap({ $0 }) where folder.isPrivate(round) {
      throw RunError.round(.notPublic(round.name))
    }
    let change = try before.map { before throws(RunError) in
      try folder.change(from: before, to: latest)
    }
    return RoundContext(round: latest, change: change)
  }
}
