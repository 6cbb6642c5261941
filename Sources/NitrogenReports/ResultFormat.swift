// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment

/// A way to write down what an assessment found.
///
/// Every format is deterministic: the same result and run give the same bytes, whatever the clock,
/// the locale and the number of threads.
public protocol ResultFormat: Sendable {
  /// The ending of files in this format, without a point.
  var fileExtension: String { get }

  /// Writes a result.
  ///
  /// - Parameters:
  ///   - result: what the assessment found.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  func write(_ result: AssessmentResult, run: RunRecord, to stream: inout some TextOutputStream)
}
