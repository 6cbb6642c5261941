// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore

/// Reads the features of a layer as sources, batch by batch.
///
/// A feature is one emission. A multipolygon is one source; a multiline is divided over its lines by
/// length; a multipoint is refused, since nothing says how it is divided.
struct LayerSources {
  /// How many rows are gathered before they are handed on.
  static let batchSize = 1 << 18

  private let place: Place
  private let fields: LayerFields
  private let emissionColumn: Int
  private let declared: Georeference.Declared
  private let keepsOrigins: Bool
  private var keys: LayerKeys
  private var georeference: Georeference?
  private var geometry = FlatGeometry()
  private var batch: SourceBatch
  private var seen: [UInt64: Int32] = [:]
  private var isHopeless = false
  private var divided = 0

  init(
    _ fields: LayerFields, _ activities: LayerActivities, options: SourceOptions,
    declared: Georeference.Declared
  ) {
    self.place = Place(file: declared.file)
    self.fields = fields
    self.emissionColumn = fields.columns["emission"] ?? 0
    self.declared = declared
    self.keepsOrigins = options.keepsOrigins
    self.keys = LayerKeys(activities, fields, options)
    self.batch = SourceBatch(keepsOrigins: options.keepsOrigins)
  }

  /// Takes in a batch of features.
  mutating func add(
    _ features: FeatureBatch, _ intake: inout SourceIntake, _ log: inout DiagnosticLog
  ) throws {
    for row in 0..<features.count where !isHopeless { add(row, features, &intake, &log) }
    if batch.count >= Self.batchSize { try flush(&intake) }
  }

  /// Hands on what is left, and says what was divided.
  mutating func finish(_ intake: inout SourceIntake, _ log: inout DiagnosticLog) throws {
    try flush(&intake)
    if divided > 0 {
      log.note(
        place,
        "\(divided) features of several lines are divided over their lines by length; each line "
          + "counts as a source")
    }
  }

  private mutating func flush(_ intake: inout SourceIntake) throws {
    let full = batch
    batch = SourceBatch(keepsOrigins: keepsOrigins)
    try intake.add(full)
  }

  private mutating func add(
    _ row: Int, _ features: FeatureBatch, _ intake: inout SourceIntake, _ log: inout DiagnosticLog
  ) {
    let record = features.firstRecord + row
    func error(_ message: String, _ log: inout DiagnosticLog) {
      log.error(place, "feature \(record): \(message)")
    }
    var emission: Double?
    if features.hasValue(emissionColumn, row) {
      let value = (features.real(emissionColumn, row) ?? .nan) * fields.emissionFactor
      guard value >= 0, value <= ExactSum.largestTerm else {
        error(
          "emission '\(features.text(emissionColumn, row) ?? "")' in field '\(fields.emissionName)'; "
            + "expected a number from 0 to 2^40", &log)
        return
      }
      emission = value
    }
    switch keys.outcome(row, of: features, keys: &intake.keys, place, &log) {
    case .wrong(let message): error(message, &log)
    case .dropped(let reason, let pollutant):
      intake.drop(reason, pollutant: pollutant, emission: emission)
    case .kept(let key):
      let id = features.id(row, column: fields.columns["id"], isWanted: keepsOrigins)
      if let column = fields.columns["id"],
        let problem = repeated(features, row, column: column, key: key)
      {
        error(problem, &log)
        return
      }
      do {
        try features.readGeometry(row, into: &geometry)
      } catch let problem {
        error("\(problem)", &log)
        return
      }
      guard isPlaced(record, &log) else { return }
      append(emission, key, id, record, &log)
    }
  }

  private mutating func isPlaced(_ record: Int, _ log: inout DiagnosticLog) -> Bool {
    guard !geometry.isEmpty else {
      log.error(place, "feature \(record): no geometry; draw it or take the feature out")
      return false
    }
    if georeference == nil {
      georeference = Georeference(declared, first: geometry, &log)
      isHopeless = georeference == nil
    }
    guard let georeference else { return false }
    guard let problem = georeference.apply(to: &geometry) else { return true }
    log.error(place, "feature \(record): \(problem)")
    return false
  }

  private mutating func append(
    _ emission: Double?, _ key: Int32, _ id: String, _ record: Int, _ log: inout DiagnosticLog
  ) {
    if let shape = LayerShapes.single(geometry) {
      batch.append(shape, emission: emission, key: key, id: id, line: record)
      return
    }
    switch geometry.kind {
    case .point:
      log.error(
        place,
        "feature \(record): \(geometry.kinds.count) points, and nothing says how its emission is "
          + "divided; give each point a feature")
    case .line:
      divided += 1
      for (shape, share) in LayerShapes.lines(geometry) {
        batch.append(shape, emission: emission.map { $0 * share }, key: key, id: id, line: record)
      }
    case .polygon:
      let name = "feature \(record)"
      if let parts = OutlineChecks.mended(geometry.polygons, called: name, place, &log) {
        batch.append(.surface(parts), emission: emission, key: key, id: id, line: record)
      }
    case nil:
      log.error(
        place, "feature \(record): points, lines and polygons together; expected one of them")
    }
  }

  /// What is wrong when the same source has the same key twice.
  private mutating func repeated(
    _ features: FeatureBatch, _ row: Int, column: Int, key: Int32
  ) -> String? {
    guard let id = features.text(column, row) else { return nil }
    // FNV-1a over the key and the name.
    var hash = (0xcbf2_9ce4_8422_2325 ^ UInt64(UInt32(bitPattern: key))) &* 0x9e37_79b9_7f4a_7c15
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let record = features.firstRecord + row
    guard let first = seen[hash] else {
      seen[hash] = Int32(clamping: record)
      return nil
    }
    return
      "source '\(id)' stands twice with the same sector, pollutant, year and vintage; the first "
      + "is feature \(first)"
  }
}

extension FeatureBatch {
  /// The name of a source: what its field says, else the number the file gives the feature.
  fileprivate func id(_ row: Int, column: Int?, isWanted: Bool) -> String {
    guard isWanted else { return "" }
    return column.flatMap { text($0, row) } ?? String(number(row))
  }
}
