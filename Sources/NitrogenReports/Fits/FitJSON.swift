// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
import TrendFitting

/// Fits as JSON: one object a series, with every figure under the name the reference cases use.
public struct FitJSON: FitFormat {
  /// The id of the layout.
  public static let schema = "urn:stikstof:fit:1"

  /// Makes the format.
  public init() {}

  /// Writes the fits of a run.
  ///
  /// - Parameters:
  ///   - network: the fits, together and one by one.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  public func write(
    _ network: NetworkFit, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    var json = JSONWriter(capacity: 1_024 + 8_192 * network.stations.count)
    json.beginObject()
    json.member("schema", Self.schema)
    json.key("manifest")
    json.beginObject()
    json.members(run, outputs: false)
    json.endObject()
    json.key("series")
    json.beginArray()
    for (fit, adjusted) in zip(network.stations, network.adjusted) {
      write(fit, adjusted: adjusted, to: &json)
    }
    json.endArray()
    groups("pooled", network.pooled, to: &json)
    groups("areas", network.areas, to: &json)
    json.endObject()
    stream.write(String(decoding: json.bytes, as: UTF8.self) + "\n")
  }

  private func write(_ fit: StationFit, adjusted: Double?, to json: inout JSONWriter) {
    let station = fit.series.station
    json.beginObject()
    json.member("station", station.code.rawValue)
    json.member("name", station.name)
    json.key("areas")
    json.beginArray(.fitting)
    for area in station.areas { json.value(area.rawValue) }
    json.endArray()
    json.member("quantity", fit.series.quantity.label)
    json.member("step", fit.series.step.rawValue)
    json.member("grade", fit.series.grade.rawValue)
    json.member("model", fit.model)
    json.member("from", fit.months.first.map { Self.label($0, of: fit.series) })
    json.member("to", fit.months.last.map { Self.label($0, of: fit.series) })
    json.member("converged", fit.converged)
    refusal("refusal", fit.refusal, to: &json)
    for (name, value) in fit.values {
      json.key(name)
      if value == value.rounded(), abs(value) < 1e15, Self.counts.contains(name) {
        json.value(Int(value))
      } else {
        json.value(value)
      }
    }
    for (name, values) in fit.lists {
      json.key(name)
      json.beginArray(.fitting)
      for value in values { json.value(value) }
      json.endArray()
    }
    json.member("slope_p_adjusted", adjusted)
    refusal("testRefusal", fit.testRefusal, to: &json)
    json.member("agreement", fit.comparison.map { $0.difference?.verdict.rawValue ?? "cannotTell" })
    refusal("comparisonRefusal", fit.comparison?.refusal, to: &json)
    json.member("findings", fit.findings.map(\.message))
    json.endObject()
  }

  private static let counts: Set<String> = [
    "n_valid", "n_censored", "mk_S", "seasonal_mk_S", "iterations",
  ]

  /// `2019-04`, or `2019` in a series of years.
  static func label(_ month: Month, of series: MeasurementSeries) -> String {
    series.step == .year
      ? String(month.year) : "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)"
  }

  private func refusal(_ name: StaticString, _ refusal: FitRefusal?, to json: inout JSONWriter) {
    json.key(name)
    guard let refusal else {
      json.null()
      return
    }
    json.beginObject(.fitting)
    json.member("code", refusal.code.rawValue)
    json.member("sentence", refusal.sentence)
    json.endObject()
  }

  private func groups(
    _ name: StaticString, _ groups: [PooledGroup], to json: inout JSONWriter
  ) {
    json.objects(name, groups) { json, group in
      json.member("quantity", group.quantity.label)
      json.member("area", group.area?.rawValue)
      json.member("stations", group.stations.map(\.rawValue))
      json.member("refused", group.refused.map(\.rawValue))
      json.member("slope", group.slope)
      json.member("se", group.standardError)
      json.member("p", group.p)
      if group.area != nil { json.member("p_adjusted", group.adjustedP) }
      for (name, value) in group.slopes?.namedValues() ?? [] {
        json.key(name)
        json.value(value)
      }
      for detection in group.detection {
        json.key("detect_from_\(detection.target.name)")
        json.value(detection.year)
      }
      json.member("compared", group.compared)
      json.member("agreement", group.verdict?.rawValue)
    }
  }
}

/// Fits as a table: one row a figure.
public struct FitCSV: FitFormat {
  /// Makes the format.
  public init() {}

  /// Writes the fits of a run.
  ///
  /// - Parameters:
  ///   - network: the fits, together and one by one.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  public func write(
    _ network: NetworkFit, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    var csv = CSVWriter(header: "station,quantity,from,to,model,refusal,name,value")
    for (fit, adjusted) in zip(network.stations, network.adjusted) {
      var rows = fit.values.map { ($0.name, Optional($0.value)) }
      for (name, values) in fit.lists {
        rows += values.enumerated().map { ("\(name)_\($0.offset + 1)", Optional($0.element)) }
      }
      if let adjusted { rows.append(("slope_p_adjusted", adjusted)) }
      if rows.isEmpty { rows.append(("", nil)) }
      for (name, value) in rows {
        csv.cell(fit.series.station.code.rawValue)
        csv.cell(fit.series.quantity.label)
        csv.cell(fit.months.first.map { FitJSON.label($0, of: fit.series) })
        csv.cell(fit.months.last.map { FitJSON.label($0, of: fit.series) })
        csv.cell(fit.model)
        csv.cell(fit.refusal?.description)
        csv.cell(name.isEmpty ? nil : name)
        csv.cell(value)
        csv.endRow()
      }
    }
    for group in network.pooled + network.areas {
      for (name, value) in [
        ("slope", group.slope), ("se", group.standardError), ("p", group.p),
        ("p_adjusted", group.adjustedP), ("I2", group.slopes?.iSquared),
      ] where value != nil {
        csv.cell(group.area.map { "area \($0)" } ?? "all stations")
        csv.cell(group.quantity.label)
        csv.cell(nil as String?)
        csv.cell(nil as String?)
        csv.cell("\(group.stations.count) stations")
        csv.cell(nil as String?)
        csv.cell(name)
        csv.cell(value)
        csv.endRow()
      }
    }
    stream.write(String(decoding: csv.bytes, as: UTF8.self))
  }
}
