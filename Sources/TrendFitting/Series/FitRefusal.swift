// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a series gets no answer: a code for programs and a sentence for people.
///
/// Refusing is a result, not an accident: a wrong trend is worse than none.
public struct FitRefusal: Error, Hashable, Sendable {
  /// What kind of input has no answer.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Fewer values than the model needs.
    case tooShort
    /// Not one value.
    case allMissing
    /// All values the same.
    case constant
    /// Two values for one month.
    case duplicateMonths
    /// A value that has no logarithm.
    case nonPositive
    /// A month of the year without any value.
    case seasonMissing
    /// A model some of whose coefficients cannot be told apart.
    case rankDeficient
    /// A weight or uncertainty that is zero or negative.
    case badWeight
    /// A value that is not finite.
    case notFinite
    /// The iteration did not reach a minimum that passes the checks.
    case didNotConverge
  }

  /// The kind.
  public let code: Code
  /// What was found and what was expected, in lower case.
  public let sentence: String

  /// Makes a refusal.
  public init(_ code: Code, _ sentence: String) {
    self.code = code
    self.sentence = sentence
  }
}

extension FitRefusal: CustomStringConvertible {
  /// The code and the sentence.
  public var description: String { "\(code.rawValue): \(sentence)" }
}
