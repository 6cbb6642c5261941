// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData

/// What the runs of one reader share: a folder of its own for the inputs, and the reference data.
struct FuzzBench {
  private let reader: FuzzedReader
  private let folder: URL
  private let reference: ReferenceData
  private let shows: Bool

  /// Takes the reader and the folders from the environment; `nil`, with the reason on standard
  /// error, where they are not what is needed.
  init?() {
    let name = variable("STIKSTOF_FUZZ_READER") ?? ""
    guard let reader = FuzzedReader(rawValue: name) else {
      Self.complain("unknown reader '\(name)'; run without STIKSTOF_FUZZ_READER to list them")
      return nil
    }
    let reading = ReferenceDataReader.read(areasFolder: variable("STIKSTOF_AREAS") ?? "Areas")
    guard let reference = reading.value else {
      for diagnostic in reading.diagnostics { Self.complain(diagnostic.text) }
      return nil
    }
    let base = variable("STIKSTOF_FUZZ_FOLDER") ?? NSTemporaryDirectory()
    folder = URL(fileURLWithPath: base, isDirectory: true)
      .appendingPathComponent("reader-fuzz-\(getpid())", isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in reader.besides {
        let beside = URL(fileURLWithPath: "Fixtures").appendingPathComponent(name)
        try FileManager.default.copyItem(
          at: beside, to: folder.appendingPathComponent(beside.lastPathComponent))
      }
    } catch {
      Self.complain("\(folder.path): \(error)")
      return nil
    }
    self.reader = reader
    self.reference = reference
    shows = variable("STIKSTOF_FUZZ_SHOW") != nil
  }

  /// Reads an input and holds what was made of it against the laws.
  func run(_ input: UnsafeBufferPointer<UInt8>) {
    let file = folder.appendingPathComponent(reader.fileName)
    do {
      try Data(reader.file(of: input)).write(to: file)
    } catch {
      Self.complain("\(file.path): \(error)")
      exit(2)
    }
    let path = file.path
    if reader.isOfOutlines {
      let reading = OutlineReader.read(path, catalogue: reference.catalogue)
      show(reading.diagnostics)
      ReadingLaws.check(reading)
    } else if reader == .package {
      readPackage()
    } else {
      readSources(path, reader.options(isTerse: input.count.isMultiple(of: 2)))
    }
  }

  private func readPackage() {
    let reading = SourceDatasetReader.read(
      path: folder.path, options: reader.options(isTerse: true), reference: reference)
    show(reading.diagnostics)
    ReadingLaws.check(reading.diagnostics, isRefused: reading.value == nil)
    for input in reading.value?.inputs ?? [] { readSources(input.file, input.options) }
  }

  private func readSources(_ path: String, _ options: SourceOptions) {
    let laws = SourceLaws()
    do {
      let reading = try SourceReader.read(path, options: options, reference: reference) {
        laws.take($0, $1)
      }
      show(reading.diagnostics)
      laws.check(reading)
    } catch {
      fatalError("the reader threw: \(error)")
    }
  }

  private func show(_ diagnostics: [Diagnostic]) {
    guard shows else { return }
    for diagnostic in diagnostics { Self.complain(diagnostic.text) }
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
