// SPDX-License-Identifier: GPL-3.0-or-later

/// What kind of document a policy pack holds.
public enum PolicyPackKind: String, Hashable, Sendable {
  /// An act or a court ruling.
  case law
  /// A coalition agreement.
  case agreement
  /// A letter to parliament.
  case letter
  /// A provincial or municipal ordinance.
  case ordinance
  /// A published report with figures that computations need.
  case report
  /// This project's readings of what a text leaves open.
  case readings
  /// Assumptions of the user.
  case user
}

/// The records of one document, or one layer of assumptions.
public struct PolicyPack: Sendable {
  /// The name of the pack.
  public let id: String
  /// What it holds, in one line.
  public let title: String
  /// The same in Dutch; `nil` where nobody said it.
  public let dutchTitle: String?
  /// The date of the document, `yyyy-mm-dd`.
  public let date: String
  /// What kind of document it is.
  public let kind: PolicyPackKind
  /// Whether it takes part without being asked for.
  public let isDefault: Bool
  /// Whether the original document was not seen.
  public let isSecondHand: Bool
  /// The place in the stack: higher comes later and overrides.
  public let order: Int
  /// The records, in file order.
  public let records: [PolicyRecord]
  /// The file it was read from, as the user named it.
  public let file: String

  /// Makes a pack.
  public init(
    id: String, title: String, dutchTitle: String? = nil, date: String, kind: PolicyPackKind,
    isDefault: Bool,
    isSecondHand: Bool, order: Int, records: [PolicyRecord], file: String
  ) {
    self.id = id
    self.title = title
    self.dutchTitle = dutchTitle
    self.date = date
    self.kind = kind
    self.isDefault = isDefault
    self.isSecondHand = isSecondHand
    self.order = order
    self.records = records
    self.file = file
  }
}

/// A record with the pack it comes from.
public struct PolicyEntry: Sendable {
  /// The record.
  public let record: PolicyRecord
  /// The name of the pack.
  public let pack: String
  /// What kind of document the pack holds.
  public let packKind: PolicyPackKind
  /// Whether the original document was not seen.
  public let isSecondHand: Bool

  /// `pack#key`, by which every output cites the record.
  public var citation: String { "\(pack)#\(record.key.rawValue)" }

  /// Whether the value is an assumption of the user.
  public var isUserAssumption: Bool { packKind == .user }
}

/// One value taken over by a later pack.
public struct PolicyOverride: Sendable {
  /// The key.
  public let key: PolicyKey
  /// The record that no longer counts.
  public let earlier: PolicyEntry
  /// The record that counts instead.
  public let later: PolicyEntry
}

/// Policy packs in layers: a later pack overrides an earlier one, and says so.
///
/// A silent record never takes a value away: it only says that its document is silent. Of the
/// records of one pack for one key, those count that hold on ``date``.
public struct Policy: Sendable {
  /// The packs, earliest layer first.
  public let packs: [PolicyPack]
  /// The day on which records must hold: the date of the newest pack.
  public let date: String
  /// What was overridden, by key.
  public let overrides: [PolicyOverride]
  /// Records left out because they do not hold on ``date``.
  public let notInForce: [PolicyEntry]
  /// All records in force, by key.
  public let all: [PolicyEntry]
  /// Every key that packs may use, with what it means; empty where nobody gave them.
  public let keys: [PolicyKeyDefinition]
  private let entries: [PolicyKey: PolicyEntry]
  private let years: [String: [Int]]

  /// Layers packs, in the order given.
  public init(packs: [PolicyPack], keys: [PolicyKeyDefinition] = []) {
    self.packs = packs
    self.keys = keys
    let date = packs.map(\.date).max() ?? ""
    var entries: [PolicyKey: PolicyEntry] = [:]
    var overrides: [PolicyOverride] = []
    var notInForce: [PolicyEntry] = []
    for pack in packs {
      for record in pack.records {
        let entry = PolicyEntry(
          record: record, pack: pack.id, packKind: pack.kind, isSecondHand: pack.isSecondHand)
        let holds =
          (record.validFrom.map { $0 <= date } ?? true)
          && (record.validTo.map { $0 >= date } ?? true)
        guard holds else {
          notInForce.append(entry)
          continue
        }
        if let earlier = entries[record.key] {
          if record.value == nil && earlier.record.value != nil { continue }
          if earlier.record.value != nil {
            overrides.append(PolicyOverride(key: record.key, earlier: earlier, later: entry))
          }
        }
        entries[record.key] = entry
      }
    }
    self.date = date
    self.entries = entries
    self.all = entries.values.sorted { $0.record.key < $1.record.key }
    self.years = all.reduce(into: [:]) { years, entry in
      let pieces = entry.record.key.rawValue.split(separator: ".")
      guard pieces.count > 1, let last = pieces.last, let year = Int(last) else { return }
      years[pieces.dropLast().joined(separator: "."), default: []].append(year)
    }
    self.overrides = overrides.sorted { $0.key < $1.key }
    self.notInForce = notInForce
  }

  /// The record in force for a key, silent or not; `nil` when no pack has one.
  public subscript(key: PolicyKey) -> PolicyEntry? { entries[key] }

  /// What a key means and in which unit it stands; `nil` where nobody gave it.
  public func definition(of key: PolicyKey) -> PolicyKeyDefinition? {
    keys.first { $0.matches(key) }
  }

  /// The years for which there is a key `stem.YEAR`, silent or not, ascending.
  public func years(of stem: String) -> [Int] { years[stem] ?? [] }

  /// The records in force that are silent, by key.
  public var silent: [PolicyEntry] { all.filter { $0.record.value == nil } }
}
