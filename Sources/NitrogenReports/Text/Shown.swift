// SPDX-License-Identifier: GPL-3.0-or-later

package import NitrogenAssessment
package import NitrogenCore
import NitrogenWords

/// Figures and words as people read them: one decimal, a space between thousands, no locale.
package enum Shown {
  /// What stands where nothing is known.
  static let missing = "–"

  /// What the short words for statuses mean.
  static let statusLegend = "on, off: on or off track; risk: at risk; met~: met, unproven"

  /// A number with a fixed count of decimals, half away from zero: `12 345.7`.
  package static func number(_ value: Double, decimals: Int = 1) -> String {
    marks.text(value, decimals: decimals)
  }

  private static let marks = NumberMarks(decimal: ".", group: " ", minus: "-")

  /// A number in full precision, without a trailing `.0`.
  package static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  /// A number, or a dash where nothing is known.
  package static func number(_ value: Double?, decimals: Int = 1) -> String {
    value.map { number($0, decimals: decimals) } ?? missing
  }

  /// A count: `1 234`.
  package static func count(_ value: Int) -> String { number(Double(value), decimals: 0) }

  /// A count of things: `1 area`, `2 areas`.
  static func count(_ value: Int, _ one: String, _ many: String) -> String {
    "\(count(value)) \(value == 1 ? one : many)"
  }

  /// A band in percentage points: `42.0–46.0`, or one number where both edges are the same.
  static func band(_ band: Band?) -> String {
    guard let band else { return missing }
    let low = number(band.low.points)
    let high = number(band.high.points)
    return low == high ? low : "\(low)–\(high)"
  }

  /// A probability in whole percent: `69`, `<1`, `>99`.
  static func probability(_ probability: Double?) -> String {
    guard let probability else { return missing }
    if probability < 0.005 { return "<1" }
    return probability >= 0.995 ? ">99" : number(probability * 100, decimals: 0)
  }

  /// The probabilities of both edges, or one where both edges are the same: `69/41`.
  package static func probability(_ target: TargetProbability?, of band: Band?) -> String {
    guard let target else { return missing }
    let low = probability(target.low)
    return band?.low == band?.high && band != nil ? low : "\(low)/\(probability(target.high))"
  }

  /// A reduction ahead in percentage points; growth beyond tenfold, as of a line through wild years, is
  /// `<-999`.
  static func reduction(_ value: Fraction) -> String {
    value.points < -999.9 ? "<-999" : number(value.points)
  }

  /// What lies between two reductions, in percentage points: `12.1–25.0`, `-3.1 to 25.0`.
  static func range(_ low: Fraction, _ high: Fraction) -> String {
    let bounds = [reduction(low), reduction(high)]
    return bounds.joined(separator: bounds.contains { $0.contains("-") } ? " to " : "–")
  }

  /// A code in words: `noLocalSeries` as `no local series`; one with brackets stays as it is.
  static func words(ofCode code: String) -> String {
    guard !code.contains("(") else { return code }
    var text = ""
    for character in code {
      if character.isUppercase { text += " " }
      text += character.lowercased()
    }
    return text
  }

  /// A signed percentage: `+3.1`.
  static func signed(_ fraction: Fraction) -> String {
    let text = number(fraction.points)
    return text.hasPrefix("-") || text == "0.0" ? text : "+" + text
  }

  /// The value of a policy record.
  static func value(_ value: PolicyValue?) -> String {
    switch value {
    case .number(let number): plain(number)
    case .band(let low, let high): low == high ? plain(low) : "\(plain(low))..\(plain(high))"
    case .numbers(let numbers): numbers.map(plain).joined(separator: ", ")
    case .text(let text), .date(let text): text
    case .list(let list): list.joined(separator: ", ")
    case .flag(let flag): flag ? "true" : "false"
    case nil: missing
    }
  }
}

/// The unit that emissions are shown in.
enum ShownUnit: String {
  case kilotonnes = "kt"
  case tonnes = "t"

  /// The emission in the unit: a dash where nothing is known, `<0.1` where something is and
  /// rounding would make it zero.
  func text(_ emission: EmissionRate?) -> String {
    guard let emission else { return Shown.missing }
    let text =
      switch self {
      case .kilotonnes: Shown.number(emission.kilotonnesPerYear)
      case .tonnes: Shown.number(emission.tonnesPerYear)
      }
    return text == "0.0" && emission > .zero ? "<0.1" : text
  }

  /// The emission of a year and its markers: `?` where it is the sum of what is known only.
  ///
  /// A dash where what is known adds up to nothing and something is unknown.
  func cells(_ point: SeriesPoint?) -> [Inked] {
    guard let point, let emission = point.emission else { return [Inked(Shown.missing), ""] }
    if point.missing.isEmpty { return [Inked(text(emission)), ""] }
    return [Inked(emission > .zero ? text(emission) : Shown.missing), "?"]
  }

  /// The emission of the baseline year and its markers: also `*` where it is derived.
  func baselineCells(_ assessment: Assessment?) -> [Inked] {
    guard let assessment, let baseline = assessment.baseline else {
      return [Inked(Shown.missing), ""]
    }
    let point = assessment.series.first { $0.point.year == baseline.year }?.point
    var cells = point.map { self.cells($0) } ?? [Inked(text(baseline.emission)), ""]
    if baseline.provenance != .stated { cells[1].append("*") }
    return cells
  }
}

extension Status {
  /// The status in words.
  var words: String {
    switch self {
    case .met: "met"
    case .metUnproven: "met, unproven"
    case .onTrack: "on track"
    case .atRisk: "at risk"
    case .offTrack: "off track"
    case .missed: "missed"
    case .undetermined: "undetermined"
    }
  }

  /// The status in one short word.
  var word: String {
    switch self {
    case .met: "met"
    case .metUnproven: "met~"
    case .onTrack: "on"
    case .atRisk: "risk"
    case .offTrack: "off"
    case .missed: "missed"
    case .undetermined: "?"
    }
  }

  var ink: Ink {
    switch self {
    case .met, .metUnproven, .onTrack: .green
    case .atRisk: .yellow
    case .offTrack: .red
    case .missed: .boldRed
    case .undetermined: .dim
    }
  }
}

extension Verdict {
  /// The code of the first reason, without what stands in brackets.
  var shortReason: String {
    String((reasons.first?.code ?? "").prefix { $0 != "(" })
  }
}
