// SPDX-License-Identifier: GPL-3.0-or-later
public import NitrogenCore
public struct SourceInput: Sendable { public let file: String; public let options: SourceOptions; public let files: [String] }
public enum SourceInputs {
  public static func read(_ paths: [String], options: SourceOptions) -> ([SourceInput], [Diagnostic]) {
    (paths.map { SourceInput(file: $0, options: options, files: [$0]) }, []) }
  public static func isFile(_ path: String) -> Bool { FileSystem.isFile(path) }
}
