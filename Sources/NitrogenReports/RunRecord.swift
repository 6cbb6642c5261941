// SPDX-License-Identifier: GPL-3.0-or-later

/// What a run knows about itself: program, policy, files and options. It becomes the `manifest`
/// of every output that has one.
public struct RunRecord: Sendable {
  /// The program that ran.
  public struct Tool: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The version.
    public let version: String

    /// Makes a tool.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// A policy pack in force.
  public struct PolicyFile: Hashable, Sendable {
    /// The name of the pack.
    public let id: String
    /// SHA-256 of its bytes, in lower-case hexadecimal digits.
    public let sha256: String

    /// Makes a policy file.
    public init(id: String, sha256: String) {
      self.id = id
      self.sha256 = sha256
    }
  }

  /// A file that was read or written.
  public struct File: Hashable, Sendable {
    /// The path, as the user named it or as found under the areas folder.
    public let path: String
    /// SHA-256 of its bytes, in lower-case hexadecimal digits.
    public let sha256: String

    /// Makes a file.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// A dataset of a batch that could not be used.
  public struct FailedDataset: Hashable, Sendable {
    /// The folder, as the user named it.
    public let folder: String
    /// What was wrong with it.
    public let message: String

    /// Makes a failure.
    public init(folder: String, message: String) {
      self.folder = folder
      self.message = message
    }
  }

  /// The program.
  public let tool: Tool
  /// The policy packs, earliest layer first.
  public let policy: [PolicyFile]
  /// The files read under the areas folder.
  public let reference: [File]
  /// The files read from the user.
  public let inputs: [File]
  /// The files written.
  public let outputs: [File]
  /// The options that decide the result, in a fixed order.
  public let options: [(name: String, value: JSONValue)]
  /// The datasets that could not be used.
  public let failures: [FailedDataset]

  /// Makes a record of a run.
  public init(
    tool: Tool, policy: [PolicyFile] = [], reference: [File] = [], inputs: [File] = [],
    outputs: [File] = [], options: [(name: String, value: JSONValue)] = [],
    failures: [FailedDataset] = []
  ) {
    self.tool = tool
    self.policy = policy
    self.reference = reference
    self.inputs = inputs
    self.outputs = outputs
    self.options = options
    self.failures = failures
  }
}
