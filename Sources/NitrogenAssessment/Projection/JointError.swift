// SPDX-License-Identifier: GPL-3.0-or-later

/// Why cases cannot be drawn together.
public enum JointError: Error, Hashable, Sendable {
  /// There are none.
  case noCases
  /// Two cases have the same labels, and so the same random stream.
  case twins(labels: [String])
  /// A case has other years than the first.
  case otherYears(labels: [String], found: [Int], expected: [Int])
  /// A case has another number of inventory errors than the first.
  case otherInventories(labels: [String], found: Int, expected: Int)
  /// A baseline is not a number above 0.
  case baseline(labels: [String], kilograms: Double)
  /// The correlation between any two cases is outside 0 to 1.
  case shared(Double)
  /// A matrix of correlations has another size than there are cases.
  case size(rows: Int, columns: Int, cases: Int)
  /// A case is not correlated with itself by 1.
  case diagonal(labels: [String], found: Double)
  /// The two correlations of a pair differ.
  case asymmetric(first: [String], second: [String], found: Double, other: Double)
  /// A correlation is no number of -1 to 1.
  case correlation(first: [String], second: [String], found: Double)
  /// Correlations contradict one another: those of the cases before this one can stand together.
  case notPositiveDefinite(at: [String], after: Int)
}

extension JointError {
  /// What was found, for telling it in another language.
  var telling: Telling {
    func name(_ labels: [String]) -> Telling.Fact { .name(labels.joined(separator: " ")) }
    return switch self {
    case .notPositiveDefinite(let labels, let after):
      Telling("correlationsContradict", ["series": name(labels), "count": .count(after)])
    case .asymmetric(let first, let second, let found, let other):
      Telling(
        "correlationsDiffer",
        [
          "first": name(first), "second": name(second), "found": .number(found),
          "other": .number(other),
        ])
    case .correlation(let first, let second, let found):
      Telling(
        "correlationOutside",
        ["first": name(first), "second": name(second), "found": .number(found)])
    case .shared(let found): Telling("sharedOutside", ["found": .number(found)])
    case .baseline(let labels, _): Telling("baselineNotPositive", ["series": name(labels)])
    case .otherYears(let labels, _, _): Telling("otherYears", ["series": name(labels)])
    case .noCases, .twins, .otherInventories, .size, .diagonal: Telling("cannotBeJoined")
    }
  }
}

extension JointError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    func name(_ labels: [String]) -> String { "'\(labels.joined(separator: " "))'" }
    return switch self {
    case .noCases: "there is nothing to take together, expected at least one series"
    case .twins(let labels):
      "\(name(labels)) is there twice; take every series once"
    case .otherYears(let labels, let found, let expected):
      """
      \(name(labels)) has the years \(Self.list(found)), expected \(Self.list(expected)) like the \
      others
      """
    case .otherInventories(let labels, let found, let expected):
      "\(name(labels)) has \(found) inventory errors, expected \(expected) like the others"
    case .baseline(let labels, let kilograms):
      "the baseline of \(name(labels)) is \(kilograms) kg/yr, expected a number above 0"
    case .shared(let found):
      "the correlation between zones is \(found), expected 0 to 1"
    case .size(let rows, let columns, let cases):
      """
      the correlations have \(rows) rows and \(columns) columns, expected \(cases) of both, one for \
      each series
      """
    case .diagonal(let labels, let found):
      "the correlation of \(name(labels)) with itself is \(found), expected 1"
    case .asymmetric(let first, let second, let found, let other):
      """
      the correlation of \(name(first)) with \(name(second)) is \(found), the other way round \
      \(other); give one for both
      """
    case .correlation(let first, let second, let found):
      "the correlation of \(name(first)) with \(name(second)) is \(found), expected -1 to 1"
    case .notPositiveDefinite(let labels, let after):
      """
      the correlations are not positive definite: those of the first \(after) series can hold \
      together, with \(name(labels)) they contradict one another; correlations nearer to 0 can hold
      """
    }
  }

  private static func list(_ years: [Int]) -> String {
    years.map(String.init).joined(separator: ", ")
  }
}
