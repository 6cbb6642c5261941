// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment

/// A way to write down what changed between two releases.
public protocol ComparisonFormat: Sendable {
  /// The ending of files in this format, without a point.
  var fileExtension: String { get }

  /// Writes a comparison.
  ///
  /// - Parameters:
  ///   - comparison: what changed.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  func write(
    _ comparison: ReleaseComparison, run: RunRecord, to stream: inout some TextOutputStream)
}
