// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenData
import NitrogenRuns

/// What OPS wants to know of sources, and files of sources do not say.
struct OPSSourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The height of the outlet above the ground, 0 to 5000; there is no default.",
      valueName: "m"))
  var height: Double

  @Option(
    help: ArgumentHelp(
      "The heat content, 0 to 999; else 0, a plume as warm as the air.", valueName: "MW"))
  var heatContent: Double?

  @Option(
    help: ArgumentHelp(
      "The side of the square that a point stands for. Not the diameter of a stack.",
      valueName: "m"))
  var diameter = 0.0

  @Option(
    help: ArgumentHelp(
      "The standard deviation of the height of sources with a surface.", valueName: "m"))
  var spread = 0.0

  @Option(
    help: ArgumentHelp(
      "The inner diameter of the stack, from version 2 on, with --exit-velocity; else unknown.",
      valueName: "m"))
  var stackDiameter: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The speed of the gas, from version 2 on, -50 to 50, below 0 horizontally; else unknown.",
      valueName: "m/s"))
  var exitVelocity: Double?

  @Option(
    help: ArgumentHelp(
      "The temperature of the gas in place of the heat content, 0 to 2000; else unknown.",
      valueName: "°C"))
  var exitTemperature: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The course over the day: 0 even, 1 industry, 2 heating, 3 traffic, 4 animal housing, 5 "
        + "manure application.", valueName: "code"))
  var diurnalVariation = 0

  @Option(
    help: ArgumentHelp(
      "The number of the country, 1 to 9999; 528 is the Netherlands.", valueName: "n"))
  var country = 528

  @Option(
    help: ArgumentHelp(
      "How long the pieces are at most that lines are cut into, at least 1.", valueName: "m"))
  var pieces = 25.0

  func validate() throws {
    try Self.check("--height", height, 0...5000, "m")
    try Self.check("--heat-content", heatContent, 0...999, "MW")
    try Self.check("--diameter", diameter, 0...999_999, "m")
    try Self.check("--stack-diameter", stackDiameter, 0.01...30, "m")
    try Self.check("--exit-velocity", exitVelocity, -50...50, "m/s")
    try Self.check("--exit-temperature", exitTemperature, 0...2000, "°C")
    try Self.check("--pieces", pieces, 1...100_000, "m")
    if !(0...height).contains(spread) {
      throw ValidationError(
        "--spread takes 0 m to the height, \(height) m, found '\(spread)'.")
    }
    if !(-999...999).contains(diurnalVariation) {
      throw ValidationError(
        "--diurnal-variation takes -999 to 999, found '\(diurnalVariation)'.")
    }
    if !OPSCategories.numbers.contains(country) {
      throw ValidationError("--country takes 1 to 9999, found '\(country)'.")
    }
    if (stackDiameter == nil) != (exitVelocity == nil) {
      throw ValidationError("--stack-diameter and --exit-velocity go together: give both.")
    }
    if exitTemperature != nil && stackDiameter == nil {
      throw ValidationError(
        "--exit-temperature needs --stack-diameter and --exit-velocity: give all three.")
    }
    if exitTemperature != nil && heatContent != nil {
      throw ValidationError(
        "OPS takes --heat-content or --exit-temperature: leave one of them out.")
    }
  }

  private static func check(
    _ name: String, _ value: Double?, _ range: ClosedRange<Double>, _ unit: String
  ) throws {
    guard let value, !range.contains(value) else { return }
    throw ValidationError(
      "\(name) takes \(plain(range.lowerBound)) to \(plain(range.upperBound)) \(unit), found "
        + "'\(value)'.")
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  /// The characteristics, all defaults filled in.
  var characteristics: OPSCharacteristics {
    OPSCharacteristics(
      height: height, heatContent: exitTemperature == nil ? heatContent ?? 0 : nil,
      size: diameter, spread: spread,
      stack: stackDiameter == nil
        ? nil
        : OPSStack(
          diameter: stackDiameter, velocity: exitVelocity, temperature: exitTemperature),
      diurnalVariation: diurnalVariation, area: country)
  }
}
