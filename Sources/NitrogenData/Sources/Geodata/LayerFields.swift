// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// Which fields of a layer of sources are read, and what stands in for those it does not have.
struct LayerFields {
  /// The fields asked for, by number in the layer.
  private(set) var numbers: [Int] = []
  /// The columns of a batch, by our name of the field.
  private(set) var columns: [String: Int] = [:]
  /// The number by which emissions become kg/yr.
  private(set) var emissionFactor = 1.0
  /// The field with the emission, as the file names it.
  private(set) var emissionName = ""
  private let layer: VectorLayer

  /// Fields a layer may have, in the words of a table of sources.
  private static let plain = ["id", "sector", "part", "subsector", "pollutant", "year", "vintage"]

  /// Finds the fields; `nil`, with every reason in the log, when some are missing.
  init?(
    _ layer: VectorLayer, options: SourceOptions, secondField: String, _ place: Place,
    _ log: inout DiagnosticLog
  ) {
    self.layer = layer
    let known = Self.plain + EmissionColumn.allCases.map(\.rawValue)
    var isComplete = true
    for (ours, theirs) in options.columns.sorted(by: { $0.key < $1.key }) {
      if !known.contains(ours) {
        log.error(
          place,
          "'\(ours)' is no column of sources\(NearestName.hint(ours, in: known)); expected "
            + known.asChoice)
        isComplete = false
      } else if LayerChoice.field(theirs, of: layer) == nil {
        log.error(place, "\(missing(theirs)); '\(ours)' was to be read from it")
        isComplete = false
      }
    }
    guard isComplete else { return nil }
    let given: [(name: String, isGiven: Bool)] = [
      ("sector", options.sector != nil), ("pollutant", options.pollutant != nil),
      ("year", options.year != nil), ("vintage", options.vintage != nil),
    ]
    for (name, isGiven) in given {
      if bind(name, options) {
        guard isGiven else { continue }
        log.warning(
          place,
          "field '\(layer.fields[numbers[numbers.count - 1]].name)' is used; the \(name) given "
            + "is for files without one")
      } else if !isGiven {
        log.error(place, "\(missing(name)); give the \(name) of all sources, or name the field")
        isComplete = false
      }
    }
    bind("id", options)
    if columns["sector"] != nil { bind(secondField, options) }
    isComplete = bindEmission(options, place, &log) && isComplete
    guard isComplete else { return nil }
  }

  @discardableResult
  private mutating func bind(_ name: String, _ options: SourceOptions) -> Bool {
    guard let number = LayerChoice.field(options.columns[name] ?? name, of: layer) else {
      return false
    }
    columns[name] = numbers.count
    numbers.append(number)
    return true
  }

  private mutating func bindEmission(
    _ options: SourceOptions, _ place: Place, _ log: inout DiagnosticLog
  ) -> Bool {
    let mapped = EmissionColumn.allCases.filter { options.columns[$0.rawValue] != nil }
    let found =
      mapped.isEmpty
      ? EmissionColumn.allCases.filter { LayerChoice.field($0.rawValue, of: layer) != nil } : mapped
    guard let column = found.first else {
      log.error(
        place,
        "\(missing(EmissionColumn.kilograms.rawValue)); name the field of the emission with --column emission_kg_per_yr=FIELD"
      )
      return false
    }
    guard found.count == 1 else {
      log.error(
        place,
        "there are \(found.count) emissions, \(found.map { "'\($0.rawValue)'" }.asList); name "
          + "the field that is meant")
      return false
    }
    bind(column.rawValue, options)
    let field = layer.fields[numbers[numbers.count - 1]]
    guard field.kind == .integer || field.kind == .real else {
      log.error(
        place, "field '\(field.name)' holds no numbers; expected the emission in \(column.unit)")
      return false
    }
    columns["emission"] = numbers.count - 1
    emissionName = field.name
    emissionFactor =
      switch column {
      case .kilograms: 1
      case .tonnes: 1e3
      case .kilotonnes: 1e6
      }
    return true
  }

  private func missing(_ name: String) -> String {
    let names = layer.fields.map(\.name)
    return "no field '\(name)'\(NearestName.hint(name, in: names)); layer '\(layer.name)' has "
      + LayerChoice.listed(names)
  }
}
