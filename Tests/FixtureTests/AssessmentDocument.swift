// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The JSON of an assessment, looked into by the names of answers.
struct AssessmentDocument {
  /// What the program says about a quantity.
  enum Found: Equatable {
    /// Nothing: null, or nothing of the kind is listed.
    case nothing
    /// A number.
    case number(Double)
    /// A word; flags are `true` and `false`.
    case word(String)
    /// Several words, of which the answer must be one.
    case words([String])
    /// Several sentences or names, one of which must contain the answer.
    case texts([String])
  }

  /// Why there is no answer.
  struct NotFound: Error, CustomStringConvertible {
    let description: String
  }

  typealias Object = [String: Any]

  private let assessments: [Object]
  private let closure: [Object]

  /// Reads what the program wrote to standard output.
  init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let document = value as? Object, let assessments = document["assessments"] as? [Object],
      let closure = document["closure"] as? [Object]
    else { throw NotFound(description: "no 'assessments' and 'closure' in the output") }
    self.assessments = assessments
    self.closure = closure
  }

  /// What the program says about what an answer is about.
  func found(_ answer: Answer) throws -> Found {
    let territories = ["nation", "province", "municipality", "area", "ring"]
    return territories.contains(answer.kind)
      ? try assessed(answer) : try closed(answer)
  }

  // MARK: - Assessments

  private func assessed(_ answer: Answer) throws -> Found {
    let rows = assessments.filter { row in
      let territory = row.object("territory")
      return territory["kind"] as? String == answer.kind
        && territory["area"] as? Int == answer.area
        && territory["ring"] as? String == answer.ring
        && territory["code"] as? String == answer.code
        && row["sector"] as? String == answer.sector && row["part"] as? String == answer.part
        && row["pollutant"] as? String == answer.pollutant
    }
    guard let row = rows.first, rows.count == 1 else {
      throw NotFound(description: "\(rows.count) assessments, expected one")
    }
    let verdict = row.entry("verdicts", "target", answer.target)
    let year = row.entry("series", "year", answer.year)
    let path = row.entry("path", "year", answer.year)
    let gap = row.entry("remainingGap", "target", answer.target)
    let pace = row.object("pace")
    let needed = pace.entry("neededPerYear", "target", answer.target)
    switch answer.quantity {
    case "baseline_kg": return row.object("baseline").number("kgPerYear")
    case "baseline_provenance": return row.object("baseline").word("provenance")
    case "emission_kg": return year.number("kgPerYear")
    case "reduction": return year.number("reduction")
    case "path_low": return path.number("low")
    case "path_high": return path.number("high")
    case "status": return verdict.word("status")
    case "probability": return verdict.number("probability")
    case "probability_low": return probability(of: row, answer, "low", at: nil)
    case "probability_high": return probability(of: row, answer, "high", at: nil)
    case let quantity where quantity.hasPrefix("probability_low_at_"):
      return probability(of: row, answer, "low", at: Double(quantity.dropFirst(19)))
    case "inherited": return verdict.flag("inherited")
    case "flagged": return verdict.flag("flagged")
    case "reason": return .words(verdict["reasons"] as? [String] ?? [])
    case "consequence": return verdict.object("consequence").word("name")
    case "assessed_year":
      return row.objects("verdicts").first.map { $0.number("assessedYear") } ?? .nothing
    case "complete": return row.flag("complete")
    case "missing": return .texts(row["missing"] as? [String] ?? [])
    case "shadow": return row.flag("shadow")
    case "gap_low_kg": return gap.object("low").number("kgPerYear")
    case "gap_high_kg": return gap.object("high").number("kgPerYear")
    case "gap_low_points": return gap.object("low").number("points")
    case "gap_high_points": return gap.object("high").number("points")
    case "pace_so_far": return pace.number("soFarPerYear")
    case "pace_needed_low": return needed.number("low")
    case "pace_needed_high": return needed.number("high")
    case "user_assumption": return .words(row["userAssumptions"] as? [String] ?? [])
    default: throw NotFound(description: "no such quantity of an assessment")
    }
  }

  /// The probability of a target by the first projection, at the given correlation or another one.
  private func probability(
    of row: Object, _ answer: Answer, _ edge: String, at rho: Double?
  ) -> Found {
    let listed = row.objects("projections").first?.objects("probabilities") ?? []
    let found = listed.first { one in
      if let rho { one["rho"] as? Double == rho } else { one["given"] as? Bool == true }
    }
    return found?.entry("targets", "year", answer.target).number(edge) ?? .nothing
  }

  // MARK: - Closure

  private func closed(_ answer: Answer) throws -> Found {
    let rows = closure.filter { row in
      row["check"] as? String == answer.kind && row["year"] as? Int == answer.year
        && row.object("territory")["code"] as? String == answer.code
        && row["sector"] as? String == answer.sector && row["part"] as? String == answer.part
        && row["pollutant"] as? String == answer.pollutant
    }
    guard let row = rows.first, rows.count == 1 else {
      throw NotFound(description: "\(rows.count) closure checks, expected one")
    }
    switch answer.quantity {
    case "closure_sum_kg": return row.number("sumKgPerYear")
    case "closure_reference_kg": return row.number("referenceKgPerYear")
    case "closure_difference_kg": return row.number("differenceKgPerYear")
    case "upper_bound": return row.flag("upperBound")
    case "complete": return row.flag("complete")
    default: throw NotFound(description: "no such quantity of a closure check")
    }
  }
}

extension AssessmentDocument.Object {
  /// A member that is an object; an empty one where it is null or not there.
  func object(_ name: String) -> Self { self[name] as? Self ?? [:] }

  /// A member that is a list of objects.
  func objects(_ name: String) -> [Self] { self[name] as? [Self] ?? [] }

  /// The object of a list whose member has a value, null where that is `nil`; an empty one where
  /// there is none.
  func entry(_ list: String, _ name: String, _ value: Int?) -> Self {
    objects(list).first { $0[name] as? Int == value } ?? [:]
  }

  func number(_ name: String) -> AssessmentDocument.Found {
    (self[name] as? Double).map { .number($0) } ?? .nothing
  }

  func word(_ name: String) -> AssessmentDocument.Found {
    (self[name] as? String).map { .word($0) } ?? .nothing
  }

  func flag(_ name: String) -> AssessmentDocument.Found {
    (self[name] as? Bool).map { .word($0 ? "true" : "false") } ?? .nothing
  }
}
