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
    /// Where a pack comes from.
    public enum Origin: String, Hashable, Sendable {
      /// The areas folder; its file is named from there.
      case areas
      /// A file of the user, as the user named it.
      case user
      /// The assumptions of the command line, which have no file.
      case commandLine
    }

    /// The name of the pack.
    public let id: String
    /// Where it comes from.
    public let origin: Origin
    /// The file; `nil` for the command line.
    public let file: String?
    /// SHA-256 of its bytes, in lower-case hexadecimal digits.
    public let sha256: String

    /// Makes a policy file.
    public init(id: String, origin: Origin = .commandLine, file: String? = nil, sha256: String) {
      self.id = id
      self.origin = origin
      self.file = file
      self.sha256 = sha256
    }
  }

  /// A file that was read or written.
  public struct File: Hashable, Sendable {
    /// The path: as the user named it, or from the areas folder, or from the folder written to.
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
  /// The command that ran; `nil` where nothing is to be recomputed.
  public let command: String?
  /// What the command was asked to read, as the user named it.
  public let arguments: [String]
  /// The areas folder as the user named it, if so.
  public let areasFolderAsked: String?
  /// Where the areas folder was found. It is written nowhere: what a run says must not depend on it.
  public let areasFolder: String?
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
    tool: Tool, command: String? = nil, arguments: [String] = [],
    areasFolderAsked: String? = nil, areasFolder: String? = nil,
    policy: [PolicyFile] = [], reference: [File] = [],
    inputs: [File] = [], outputs: [File] = [],
    options: [(name: String, value: JSONValue)] = [],
    failures: [FailedDataset] = []
  ) {
    self.tool = tool
    self.command = command
    self.arguments = arguments
    self.areasFolderAsked = areasFolderAsked
    self.areasFolder = areasFolder
    self.policy = policy
    self.reference = reference
    self.inputs = inputs
    self.outputs = outputs
    self.options = options
    self.failures = failures
  }
}

extension RunRecord {
  /// The name under which every run cites the areas folder, wherever it stands.
  public static let areasName = "Areas"

  /// A file as results name it: one of the areas folder from there on.
  func shown(_ file: String) -> String {
    guard let areasFolder, file.hasPrefix(areasFolder + "/") else { return file }
    return Self.areasName + file.dropFirst(areasFolder.count)
  }

  /// The record as one part of the run has it: with other inputs, outputs or failures.
  public func with(
    inputs: [File]? = nil, outputs: [File]? = nil, failures: [FailedDataset]? = nil
  ) -> RunRecord {
    RunRecord(
      tool: tool, command: command, arguments: arguments,
      areasFolderAsked: areasFolderAsked, areasFolder: areasFolder,
      policy: policy, reference: reference, inputs: inputs ?? self.inputs,
      outputs: outputs ?? self.outputs, options: options, failures: failures ?? self.failures)
  }
}
