// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// Finds the key of every feature; what was read once is not read again.
struct LayerKeys {
  /// What becomes of a feature.
  enum Outcome {
    /// It is kept, under the number of a key.
    case kept(Int32)
    /// It is counted and left out.
    case dropped(SourceDrop, Pollutant?)
    /// Something is wrong with it, in words.
    case wrong(String)
  }

  private struct Words: Hashable {
    var sector: String?
    var second: String?
    var pollutant: String?
    var year: String?
    var vintage: String?
  }

  private let activities: LayerActivities
  private let options: SourceOptions
  private let columns: [Int]
  private let positions: [Int?]
  private var known: [Words: Outcome] = [:]
  /// Outcomes of rows of the batch at hand, at most ``memory``, overwritten in turn.
  private var recent: [(row: Int, outcome: Outcome)] = []
  private var oldest = 0
  private var recentBatch = 0
  private var warned: Set<String> = []

  /// How many rows of a batch are compared before their texts are looked up.
  private static let memory = 4
  /// How many different combinations are remembered.
  static let limit = 100_000

  init(_ activities: LayerActivities, _ fields: LayerFields, _ options: SourceOptions) {
    self.activities = activities
    self.options = options
    positions = ["sector", activities.secondField, "pollutant", "year", "vintage"].map {
      fields.columns[$0]
    }
    columns = positions.compactMap { $0 }
  }

  /// The key of a feature, numbered among `keys`.
  mutating func outcome(
    _ row: Int, of batch: FeatureBatch, keys: inout SourceKeys, _ place: Place,
    _ log: inout DiagnosticLog
  ) -> Outcome {
    if recentBatch != batch.firstRecord {
      recentBatch = batch.firstRecord
      recent.removeAll(keepingCapacity: true)
    }
    for entry in recent where columns.allSatisfy({ batch.isSame($0, row, as: entry.row) }) {
      return entry.outcome
    }
    func text(_ position: Int) -> String? { positions[position].flatMap { batch.text($0, row) } }
    let words = Words(
      sector: text(0), second: text(1), pollutant: text(2), year: text(3), vintage: text(4))
    let outcome: Outcome
    if let before = known[words] {
      outcome = before
    } else {
      outcome = make(words, record: batch.firstRecord + row, &keys, place, &log)
      if known.count < Self.limit { known[words] = outcome }
    }
    if recent.count < Self.memory {
      recent.append((row, outcome))
    } else {
      recent[oldest] = (row, outcome)
      oldest = (oldest + 1) % Self.memory
    }
    return outcome
  }

  private mutating func make(
    _ words: Words, record: Int, _ keys: inout SourceKeys, _ place: Place,
    _ log: inout DiagnosticLog
  ) -> Outcome {
    func missing(_ name: String) -> Outcome { .wrong("no value in the field of the \(name)") }
    func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    guard let sector = positions[0] == nil ? options.sector : filled(words.sector) else {
      return missing("sector")
    }
    var pollutant = options.pollutant
    var substance: String?
    if positions[2] != nil {
      guard let text = filled(words.pollutant) else { return missing("pollutant") }
      pollutant = Pollutant.allCases.first { $0.label.lowercased() == text.lowercased() }
      if pollutant == nil { substance = text }
    }
    var year = options.year
    if positions[3] != nil {
      guard let text = filled(words.year) else { return missing("year") }
      year = Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
      guard let found = year, (1900...2200).contains(found) else {
        return .wrong("'\(text)' is no year; expected one from 1900 to 2200")
      }
    }
    var vintage = options.vintage
    if positions[4] != nil {
      guard let text = filled(words.vintage) else { return missing("vintage") }
      vintage = Vintage(rawValue: text)
    }
    let second = filled(words.second)
    guard let activity = activities.activity(sector, second) else {
      let name = activities.name(sector, second)
      // Names that are no longer listed need no search for what they may mean.
      let hint = warned.count < DiagnosticLog.limit ? activities.hint(name) : ""
      warnOnce(
        "unknown sector '\(name)'\(hint); its sources are counted and left out",
        record, place, &log)
      return .dropped(.unknownSector(name), pollutant)
    }
    guard let pollutant else {
      let name = substance ?? ""
      warnOnce(
        "substance '\(name)' is neither NH3 nor NOx; its sources are counted and left out", record,
        place, &log)
      return .dropped(.otherSubstance(name), nil)
    }
    guard let year, let vintage else { return .wrong("no year or vintage") }
    return .kept(
      keys.number(
        of: SourceKey(activity: activity, pollutant: pollutant, year: year, vintage: vintage)))
  }

  private mutating func warnOnce(
    _ message: String, _ record: Int, _ place: Place, _ log: inout DiagnosticLog
  ) {
    guard warned.insert(message).inserted else { return }
    log.warning(place, "feature \(record): \(message)")
  }
}
