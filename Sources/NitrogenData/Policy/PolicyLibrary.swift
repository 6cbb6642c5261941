// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// All policy packs at hand, with the keys they may use and the documents they cite.
public struct PolicyLibrary: Sendable {
  /// The packs, by order and then name.
  public let packs: [PolicyPack]
  /// Every key the program knows.
  public let keys: [PolicyKeyDefinition]
  /// The documents that packs may cite.
  public let documents: [PolicyDocument]
  /// The files read, as found under the areas folder.
  public let files: [String]

  /// Makes a library; packs are sorted by order, then name.
  public init(
    packs: [PolicyPack], keys: [PolicyKeyDefinition], documents: [PolicyDocument],
    files: [String]
  ) {
    self.packs = packs.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    self.keys = keys
    self.documents = documents
    self.files = files
  }

  /// The definition of a key; `nil` when the program does not know it.
  public func definition(of key: PolicyKey) -> PolicyKeyDefinition? {
    keys.first { $0.matches(key) }
  }

  /// The values that the program honours for a choice; empty when no pack of the library lists any.
  public func options(of key: PolicyKey) -> [String] {
    for pack in packs where pack.kind != .user {
      for record in pack.records where record.key == key && !record.options.isEmpty {
        return record.options
      }
    }
    return []
  }
}
