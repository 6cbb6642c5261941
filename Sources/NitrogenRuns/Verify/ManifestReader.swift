// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenReports

/// Reads a manifest and everything wrong with it.
struct ManifestReader {
  private let file: String
  private var diagnostics: [Diagnostic] = []

  /// Reads a manifest.
  ///
  /// - Parameter file: the manifest, as the user named it.
  /// - Returns: the manifest, or `nil` with diagnostics that say why there is none.
  static func read(_ file: String) -> (manifest: Manifest?, diagnostics: [Diagnostic]) {
    guard let data = FileManager.default.contents(atPath: file) else {
      return (nil, [Diagnostic(file: file, message: absence(of: file))])
    }
    var reader = ManifestReader(file: file)
    let bytes = Array(data)
    do throws(JSONReader.Problem) {
      let manifest = reader.manifest(try JSONReader.read(bytes), bytes)
      return (reader.diagnostics.isEmpty ? manifest : nil, reader.diagnostics.sorted())
    } catch {
      let problem = Diagnostic(
        file: file, line: error.line, column: error.column,
        message: "the manifest is not JSON: \(error.message)")
      return (nil, [problem])
    }
  }

  private static func absence(of file: String) -> String {
    let folder = (file as NSString).deletingLastPathComponent
    let staging = folder.isEmpty ? StagingFolder.name : "\(folder)/\(StagingFolder.name)"
    guard FileSystemProbe.isFolder(staging) else { return "there is no such manifest" }
    return "there is no manifest, and '\(staging)' stands beside it: a run that writes to this "
      + "folder is under way or broke off; finish it with --resume"
  }

  private init(file: String) { self.file = file }

  private mutating func manifest(_ root: JSONNode, _ bytes: [UInt8]) -> Manifest? {
    guard case .object = root.value else {
      fail(root, "expected the object of a manifest, found \(root.kind)")
      return nil
    }
    let schema = text("schema", of: root)
    guard schema == ManifestDocument.schema else {
      if let schema, let node = root["schema"] {
        fail(node, "the schema is '\(schema)', expected '\(ManifestDocument.schema)'")
      }
      return nil
    }
    let tool = member("tool", of: root)
    let manifest = Manifest(
      tool: RunRecord.Tool(
        name: tool.flatMap { text("name", of: $0) } ?? "",
        version: tool.flatMap { text("version", of: $0) } ?? ""),
      command: text("command", of: root) ?? "",
      arguments: list("arguments", of: root).compactMap { text($0, "an item of 'arguments'") },
      areasFolder: optionalText("areasFolder", of: root),
      policy: list("policy", of: root).compactMap { pack($0) },
      inputs: files("inputs", of: root),
      options: ManifestOptions(file: file, node: member("options", of: root)),
      reference: files("reference", of: root), outputs: files("outputs", of: root),
      seal: text("manifestSha256", of: root) ?? "", bytes: bytes)
    _ = list("failures", of: root)
    return manifest
  }

  private mutating func files(_ name: String, of node: JSONNode) -> [RunRecord.File] {
    list(name, of: node).compactMap { item in
      guard let path = text("path", of: item), let sha256 = text("sha256", of: item) else {
        return nil
      }
      return RunRecord.File(path: path, sha256: sha256)
    }
  }

  private mutating func pack(_ item: JSONNode) -> RunRecord.PolicyFile? {
    guard let id = text("id", of: item), let sha256 = text("sha256", of: item),
      let name = text("origin", of: item)
    else { return nil }
    let file = optionalText("file", of: item)
    guard let origin = RunRecord.PolicyFile.Origin(rawValue: name),
      (file == nil) == (origin == .commandLine)
    else {
      fail(
        item,
        "expected a pack of origin 'areas' or 'user' with a file, or 'commandLine' without one")
      return nil
    }
    return RunRecord.PolicyFile(id: id, origin: origin, file: file, sha256: sha256)
  }

  // MARK: - Members

  private mutating func member(_ name: String, of node: JSONNode) -> JSONNode? {
    if let found = node[name] { return found }
    fail(
      node,
      "the member '\(name)' is missing; manifests of this version of \(Tool.name) have it")
    return nil
  }

  private mutating func text(_ name: String, of node: JSONNode) -> String? {
    member(name, of: node).flatMap { text($0, "'\(name)'") }
  }

  private mutating func text(_ node: JSONNode, _ what: String) -> String? {
    if let text = node.text { return text }
    fail(node, "\(what) must be text, found \(node.kind)")
    return nil
  }

  private mutating func optionalText(_ name: String, of node: JSONNode) -> String? {
    guard let found = member(name, of: node), !found.isNull else { return nil }
    return text(found, "'\(name)'")
  }

  private mutating func list(_ name: String, of node: JSONNode) -> [JSONNode] {
    guard let found = member(name, of: node) else { return [] }
    if let items = found.items { return items }
    fail(found, "'\(name)' must be a list, found \(found.kind)")
    return []
  }

  private mutating func fail(_ node: JSONNode, _ message: String) {
    diagnostics.append(
      Diagnostic(file: file, line: node.line, column: node.column, message: message))
  }
}
