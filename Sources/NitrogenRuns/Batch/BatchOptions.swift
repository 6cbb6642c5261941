// SPDX-License-Identifier: GPL-3.0-or-later

/// How a batch is worked off. Nothing of it changes a result.
public struct BatchOptions: Sendable {
  /// The folder to write to; `nil` to write nothing.
  public var output: String?
  /// Whether results that a broken run finished are taken as they are.
  public var resumes = false
  /// Whether finished results are kept where the run breaks off, for one that resumes it.
  public var keepsFinished = true
  /// How many datasets are assessed at a time.
  public var threads = 1
  /// Told how many datasets are done, of how many; on any thread, one call at a time.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// Makes options.
  public init(
    output: String? = nil, resumes: Bool = false, keepsFinished: Bool = true, threads: Int = 1
  ) {
    self.output = output
    self.resumes = resumes
    self.keepsFinished = keepsFinished
    self.threads = threads
  }
}
