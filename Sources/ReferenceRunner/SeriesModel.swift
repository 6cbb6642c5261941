// SPDX-License-Identifier: GPL-3.0-or-later

import TrendFitting

/// What the texts of a case say about the model of a monthly series.
struct SeriesModel {
  /// The decimal year at which x = 0; `nil` if no text says.
  let origin: Double?
  /// The linear model; `nil` if the text is not one of intercept, x and harmonics.
  let design: TrendDesign?
  /// Whether the model has a random effect of the calendar year.
  let hasYearEffect: Bool
  /// Whether the model is the exponential decline with two harmonics.
  let isExponential: Bool
  /// The year that targets compare with.
  let base: Int
  /// The reductions asked for and their years.
  let targets: [(reduction: Double, year: Int)]
  /// The months of the expected predictions, as the note beside them lists them.
  let predictedMonths: [Month]

  init(_ reference: ReferenceCase) {
    let text = (reference.model ?? "").filter { !" ()*".contains($0) }
      .replacing("pi", with: "π").replacing("−", with: "-")
    origin = Self.number(after: "x=t-", in: text)
    hasYearEffect = text.contains("+1|year")
    let isFirstHarmonic = text.contains("cos2πt") && text.contains("sin2πt")
    let isSecondHarmonic = text.contains("cos4πt") && text.contains("sin4πt")
    isExponential = text.contains("exp-k") && isFirstHarmonic && isSecondHarmonic
    design = Self.design(
      text, origin: origin, harmonics: isSecondHarmonic ? 2 : isFirstHarmonic ? 1 : 0)
    let definition = reference.methodText("definition").filter { !"() ".contains($0) }
    base =
      Self.number(after: "/level", in: definition).flatMap { Int(exactly: $0) }
      ?? Int(origin ?? 0)
    targets = Self.targets(reference)
    predictedMonths =
      reference.expected.first { $0.name == "pred_fit" }.map { Self.months(in: $0.note) } ?? []
  }

  /// The number that follows a text.
  private static func number(after start: String, in text: String) -> Double? {
    guard let range = text.firstRange(of: start) else { return nil }
    let digits = text[range.upperBound...].prefix { $0.isNumber || $0 == "." }
    return Double(digits)
  }

  private static func design(_ text: String, origin: Double?, harmonics: Int) -> TrendDesign? {
    guard let origin else { return nil }
    let formula = text.split(separator: ",").first ?? ""
    let sides = formula.split(separator: "~")
    guard sides.count == 2 else { return nil }
    let known: Set<Substring> = [
      "1", "x", "cos2πt", "sin2πt", "cos4πt", "sin4πt", "1|year",
    ]
    let terms = sides[1].split(separator: "+")
    guard terms.starts(with: ["1", "x"]), terms.allSatisfy({ known.contains($0) }) else {
      return nil
    }
    switch sides[0] {
    case "logvalue": return TrendDesign(origin: origin, scale: .log, harmonics: harmonics)
    case "value": return TrendDesign(origin: origin, scale: .linear, harmonics: harmonics)
    default: return nil
    }
  }

  /// From the method, else from the names of the expected probabilities, such as `P_p42_2035`.
  private static func targets(_ reference: ReferenceCase) -> [(reduction: Double, year: Int)] {
    if let pairs = reference.methodPairs("targets") {
      return pairs.map { ($0.0, Int($0.1)) }
    }
    return reference.expected.compactMap { entry in
      let parts = entry.name.split(separator: "_")
      guard parts.count == 3, parts[0] == "P", parts[1].first == "p",
        let percent = Double(parts[1].dropFirst()), let year = Int(parts[2])
      else { return nil }
      return (percent / 100, year)
    }
  }

  /// The months written as 2030-07.
  private static func months(in note: String) -> [Month] {
    note.split(whereSeparator: { $0 == " " || $0 == "," }).compactMap { word in
      let parts = word.split(separator: "-")
      guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
        (1...12).contains(month)
      else { return nil }
      return Month(year: year, month: month)
    }
  }
}
