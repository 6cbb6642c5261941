// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenReports

/// Holds the results of a run against its manifest, and against the run done again.
public struct Verification: Sendable {
  /// The account, a line each.
  public private(set) var lines: [String] = []
  /// What is not as the manifest says, as it is shown to people.
  public private(set) var problems: [String] = []

  /// Whether everything stands as the manifest says, and came out the same again.
  public var isVerified: Bool { problems.isEmpty }

  private let path: String
  private let folder: String

  /// Verifies the results of a run.
  ///
  /// - Parameters:
  ///   - path: the manifest, or the folder that holds it.
  ///   - areasFolder: the areas folder asked for, if any.
  ///   - threads: how many datasets are assessed at a time.
  public init(manifestAt path: String, areasFolder: String?, threads: Int = 1) {
    self.path =
      FileSystemProbe.isFolder(path)
      ? (path as NSString).appendingPathComponent("manifest.json") : path
    let parent = (self.path as NSString).deletingLastPathComponent
    folder = parent.isEmpty ? "." : parent
    let (read, diagnostics) = ManifestReader.read(self.path)
    guard let manifest = read else {
      problems = diagnostics.map(\.text)
      return
    }
    verify(manifest, areasFolder, threads: threads)
  }

  private mutating func verify(_ manifest: Manifest, _ areasFolder: String?, threads: Int) {
    lines.append("\(path): \(manifest.command) of \(manifest.tool.name) \(manifest.tool.version)")
    let isSealed = checkSeal(manifest)
    let isSameTool = checkTool(manifest)
    let base = base(of: manifest)
    let (read, areas) = checkInputs(manifest, base, areasFolder)
    let outputs = manifest.outputs.count {
      check($0, at: "\(folder)/\($0.path)", "output", edited: "it was edited, or is of another run")
    }
    lines.append("outputs: \(outputs) of \(manifest.outputs.count) verified")
    guard isSealed, isSameTool, read, let areas else {
      lines.append("not recomputed, as the run cannot be done again as it was")
      return
    }
    let current = FileManager.default.currentDirectoryPath
    recompute(
      Recomputation(
        manifest: manifest, areasFolder: absolute(areas, from: current),
        base: base.map { absolute($0, from: current) } ?? current, threads: threads))
  }

  // MARK: - The manifest itself

  private mutating func checkSeal(_ manifest: Manifest) -> Bool {
    let found = ManifestDocument.unsealed(manifest.bytes, from: manifest.seal)
      .map { FileHash.sha256(of: $0) }
    guard found != manifest.seal else { return true }
    let proof = found.map { "it has SHA-256 \($0), and says \(manifest.seal)" }
    fail(
      "the manifest '\(path)' was edited after it was written: "
        + (proof ?? "its last bytes are not the member 'manifestSha256' and a closing brace"))
    return false
  }

  private mutating func checkTool(_ manifest: Manifest) -> Bool {
    guard manifest.tool != .this else { return true }
    let (tool, this) = (manifest.tool, RunRecord.Tool.this)
    fail(
      "the results were made by \(tool.name) \(tool.version), and this is \(this.name) "
        + "\(this.version): bytes are compared within one version; verify them with that one")
    return false
  }

  // MARK: - Files

  /// The folder relative paths are found from; `nil` for the current one.
  private mutating func base(of manifest: Manifest) -> String? {
    let own = manifest.policy.filter { $0.origin == .user }.compactMap(\.file)
    let paths = (manifest.inputs.map(\.path) + own).filter { !$0.hasPrefix("/") }
    let here = paths.count(where: FileSystemProbe.isFile)
    let there = paths.count { FileSystemProbe.isFile("\(folder)/\($0)") }
    if here == 0, there == 0, !paths.isEmpty {
      lines.append(
        "relative paths are found neither from the current folder nor from the manifest's folder, "
          + "'\(folder)': go to the folder that the run was made from")
    } else {
      lines.append(
        there > here
          ? "relative paths are taken from the manifest's folder, '\(folder)'"
          : "relative paths are taken from the current folder")
    }
    return there > here ? folder : nil
  }

  /// Inputs, policy packs and reference files.
  private mutating func checkInputs(
    _ manifest: Manifest, _ base: String?, _ asked: String?
  ) -> (areSame: Bool, areas: String?) {
    func place(_ path: String) -> String {
      path.hasPrefix("/") ? path : base.map { "\($0)/\(path)" } ?? path
    }
    let inputs = manifest.inputs.count { check($0, at: place($0.path), "input") }
    lines.append("inputs: \(inputs) of \(manifest.inputs.count) verified")
    var areas: String?
    do throws(RunError) {
      let named = manifest.areasFolder.map(place).flatMap {
        FileSystemProbe.isFolder($0) ? $0 : nil
      }
      areas = try AreasFolder.locate(asked: asked ?? named)
    } catch {
      fail("\(error)")
    }
    var packs = 0
    for pack in manifest.policy {
      let file = RunRecord.File(path: pack.file ?? "", sha256: pack.sha256)
      switch pack.origin {
      case .areas:
        guard let areas else { continue }
        if check(file, at: "\(areas)/\(file.path)", "policy pack") { packs += 1 }
      case .user: if check(file, at: place(file.path), "policy pack") { packs += 1 }
      case .commandLine: if checkAssumptions(manifest, pack) { packs += 1 }
      }
    }
    lines.append("policy packs: \(packs) of \(manifest.policy.count) verified")
    var reference = 0
    if let areas {
      reference = manifest.reference.count {
        check($0, at: "\(areas)/\($0.path)", "reference file")
      }
    }
    lines.append("reference files: \(reference) of \(manifest.reference.count) verified")
    let all = manifest.inputs.count + manifest.policy.count + manifest.reference.count
    return (inputs + packs + reference == all, areas)
  }

  private mutating func checkAssumptions(
    _ manifest: Manifest, _ pack: RunRecord.PolicyFile
  ) -> Bool {
    let assumptions = (try? manifest.options.assumptions()) ?? []
    let found = FileHash.sha256(of: Array(assumptions.joined(separator: "\n").utf8))
    guard found != pack.sha256 else { return true }
    fail(
      "the assumptions of the command line are not those that were used: found SHA-256 \(found), "
        + "expected \(pack.sha256)")
    return false
  }

  /// Whether a file stands there with its digest.
  private mutating func check(
    _ file: RunRecord.File, at place: String, _ what: String, edited: String = "it was changed"
  ) -> Bool {
    guard FileSystemProbe.isFile(place) else {
      fail("\(what) '\(place)' is missing")
      return false
    }
    do throws(RunError) {
      let found = try FileHash.sha256(ofFile: place)
      if found == file.sha256 { return true }
      fail(
        "\(what) '\(place)' is not the one of the run, \(edited): found SHA-256 \(found), expected "
          + file.sha256)
    } catch {
      fail("\(error)")
    }
    return false
  }

  // MARK: - Again

  private mutating func recompute(_ recomputation: Recomputation) {
    let parent = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(Tool.name)-verify-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: parent) }
    let again = parent.appendingPathComponent("again").path
    do throws(Recomputation.Failure) {
      try recomputation.run(into: again)
    } catch {
      fail("the run cannot be done again: \(error.message)")
      return
    }
    let names = recomputation.manifest.outputs.map(\.path)
    var differing: [String] = []
    for name in names + [(path as NSString).lastPathComponent] {
      let isManifest = name == (path as NSString).lastPathComponent
      let standing = FileManager.default.contents(atPath: "\(folder)/\(name)")
      let fresh = FileManager.default.contents(
        atPath: "\(again)/\(isManifest ? "manifest.json" : name)")
      guard let fresh else {
        differing.append("'\(folder)/\(name)' is not among what the run writes")
        continue
      }
      // What is missing was told already.
      guard let standing else { continue }
      if let difference = FirstDifference(standing: Array(standing), recomputed: Array(fresh)) {
        differing.append("'\(folder)/\(name)' \(difference)")
      }
    }
    guard let first = differing.first else {
      lines.append("recomputed: \(names.count) outputs and the manifest, the same bytes")
      return
    }
    fail(
      "recomputed, \(differing.count) of \(names.count + 1) files differ, first \(first)")
  }

  private mutating func fail(_ message: String) {
    problems.append("\(Tool.name): error: \(message)")
  }

  private func absolute(_ path: String, from current: String) -> String {
    path.hasPrefix("/") ? path : "\(current)/\(path)"
  }
}
