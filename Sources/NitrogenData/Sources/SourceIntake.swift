// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Takes in what a reader of sources finds, and hands it on in batches of bounded size.
struct SourceIntake {
  /// How many rows a batch has at most, so that memory does not grow with the file.
  static let batchSize = 1 << 20

  /// Hands a full batch on; the keys are those known so far, and only grow.
  typealias Deliver = (_ batch: SourceBatch, _ keys: SourceKeys) throws -> Void

  /// The keys of all rows so far.
  var keys = SourceKeys()
  /// What is kept, by the number of its key.
  private(set) var kept: [SourceTally] = []
  /// What is not among the sources, and why.
  private(set) var dropped: [SourceDrop: [Pollutant?: SourceTally]] = [:]
  /// Figures of provinces and municipalities that a file of sources also holds.
  var territories: [EmissionRecord] = []
  /// The farms that rows are of, by name.
  var farms: Set<String> = []
  /// Whether names and lines are wanted.
  let keepsOrigins: Bool
  private var batch: SourceBatch
  private let deliver: Deliver

  init(keepsOrigins: Bool, deliver: @escaping Deliver) {
    self.keepsOrigins = keepsOrigins
    self.batch = SourceBatch(keepsOrigins: keepsOrigins)
    self.deliver = deliver
  }

  /// Takes in a row; `emission` in kg/yr, `nil` where the file leaves it open.
  mutating func add(
    _ shape: SourceShape, emission: Double?, key: SourceKey, id: some StringProtocol, line: Int,
    owner: UInt64? = nil
  ) throws {
    try add(
      shape, emission: emission, number: keys.number(of: key), id: id, line: line, owner: owner)
  }

  /// Takes in a row whose key has its number in ``keys`` already.
  mutating func add(
    _ shape: SourceShape, emission: Double?, number: Int32, id: some StringProtocol, line: Int,
    owner: UInt64? = nil
  ) throws {
    tally(emission, key: number)
    batch.append(shape, emission: emission, key: number, id: id, line: line, owner: owner)
    if batch.count == Self.batchSize { try flush() }
  }

  /// Takes in a whole batch whose keys are numbered by ``keys``, after what came before it.
  mutating func add(_ other: SourceBatch) throws {
    try flush()
    var next = other.unknown.makeIterator()
    var unknown = next.next()
    for row in other.key.indices {
      let isUnknown = unknown == Int32(row)
      if isUnknown { unknown = next.next() }
      tally(isUnknown ? nil : other.emission[row], key: other.key[row])
    }
    if other.count > 0 { try deliver(other, keys) }
  }

  /// Takes in a batch that its reader has counted: `tallies` by the number of the key, of the rows
  /// since the last batch.
  mutating func add(_ other: SourceBatch, tallies: [SourceTally]) throws {
    try flush()
    while kept.count < tallies.count { kept.append(SourceTally()) }
    for (key, tally) in tallies.enumerated() { kept[key] += tally }
    if other.count > 0 { try deliver(other, keys) }
  }

  /// Counts rows that are not among the sources.
  mutating func drop(_ reason: SourceDrop, pollutant: Pollutant?, tally: SourceTally) {
    dropped[reason, default: [:]][pollutant, default: SourceTally()] += tally
  }

  /// Counts a row that is not among the sources.
  mutating func drop(_ reason: SourceDrop, pollutant: Pollutant?, emission: Double?) {
    dropped[reason, default: [:]][pollutant, default: SourceTally()].add(emission)
  }

  /// Hands on what is left.
  mutating func flush() throws {
    guard batch.count > 0 else { return }
    let full = batch
    batch = SourceBatch(keepsOrigins: keepsOrigins)
    try deliver(full, keys)
  }

  private mutating func tally(_ emission: Double?, key: Int32) {
    while kept.count <= Int(key) { kept.append(SourceTally()) }
    kept[Int(key)].add(emission)
  }
}
