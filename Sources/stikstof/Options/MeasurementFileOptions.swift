// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenData

/// How a file of measurements without a data package is read.
struct MeasurementFileOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The column of values.", valueName: "column"))
  var value: String?

  @Option(help: ArgumentHelp("The column of standard uncertainties.", valueName: "column"))
  var uncertainty: String?

  @Option(
    help: ArgumentHelp(
      "The column that says whether a value is a detection limit.",
      valueName: "column"))
  var censored: String?

  @Option(help: ArgumentHelp("The column of stations.", valueName: "column"))
  var station: String?

  @Option(
    help: ArgumentHelp(
      "What was measured, such as NH3 or NO2; of a dataset, which of its quantities.",
      valueName: "quantity"))
  var quantity: String?

  @Option(help: ArgumentHelp("Delimiter of the table: , ; or tab.", valueName: "mark"))
  var delimiter: String?

  @Option(help: ArgumentHelp("Decimal mark of the table: . or ,", valueName: "mark"))
  var decimal: String?

  @Option(help: ArgumentHelp("Only this station; repeatable.", valueName: "code"))
  var only: [String] = []

  /// Whether a series was asked for.
  func wants(_ series: MeasurementSeries) -> Bool {
    let wanted = quantity.flatMap { MeasuredQuantity(label: $0) }
    return (wanted.map { $0 == series.quantity } ?? true)
      && (only.isEmpty || only.contains(series.station.code.rawValue))
  }

  var options: MeasurementOptions {
    var options = MeasurementOptions()
    options.valueColumn = value
    options.uncertaintyColumn = uncertainty
    options.censoredColumn = censored
    options.stationColumn = station
    options.quantity = quantity.flatMap { MeasuredQuantity(label: $0) }
    options.delimiter = delimiter.flatMap { $0 == "tab" ? "\t" : $0.first }
    options.decimalMark = decimal.flatMap(\.first)
    return options
  }

  func validate() throws {
    if let quantity, MeasuredQuantity(label: quantity) == nil {
      let known = MeasuredQuantity.named.map(\.label).joined(separator: ", ")
      throw ValidationError("--quantity takes one of \(known), found '\(quantity)'.")
    }
  }
}
