// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import NitrogenCore
public import NitrogenData
import Testing

/// The embedded figures and packs, read once for all tests.
public enum RealData {
  /// `Areas/`: geography, boundaries, inventory.
  public static let reference = ReferenceDataReader.read(areasFolder: FixturePaths.areas.path)

  /// `Areas/policy`.
  public static let library = PolicyReader.library(areasFolder: FixturePaths.areas.path)

  /// The reference data; fails the test when it does not read.
  public static func requireReference() throws -> ReferenceData {
    try #require(reference.value, "Areas/ does not read: \(reference.diagnostics.map(\.text))")
  }

  /// The packs and keys; fails the test when they do not read.
  public static func requireLibrary() throws -> PolicyLibrary {
    try #require(library.value, "Areas/policy does not read: \(library.diagnostics.map(\.text))")
  }

  /// The default packs, layered, with more on top.
  public static func requirePolicy(_ more: [PolicyPack] = []) throws -> Policy {
    let library = try requireLibrary()
    return Policy(packs: library.packs.filter(\.isDefault) + more, keys: library.keys)
  }

  /// The dataset in a folder below `Fixtures/`; fails the test when it does not read.
  public static func requireDataset(_ path: String) throws -> Dataset {
    let folder = FixturePaths.fixtures.appendingPathComponent(path).path
    let reading = DatasetReader.read(folder: folder, reference: try requireReference())
    return try #require(
      reading.value, "\(path) does not read: \(reading.diagnostics.map(\.text))")
  }

  /// The twelve provinces.
  public static func requireProvinces() throws -> [Dataset] {
    try requireReference().catalogue.provinces.map { try requireDataset("provinces/\($0.slug)") }
  }
}
