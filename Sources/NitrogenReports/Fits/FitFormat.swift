// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment

/// A way to write fitted series.
public protocol FitFormat: Sendable {
  /// Writes the fits of a run.
  ///
  /// - Parameters:
  ///   - network: the fits, together and one by one.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  func write(_ network: NetworkFit, run: RunRecord, to stream: inout some TextOutputStream)
}
