// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenReports

/// What the files of sources held, under one list of keys, and what each key is summed under.
struct ZoneAccount {
  /// The boundary that names of inventories go through; `nil` where policy is silent.
  let boundary: BoundaryID?
  let boundaries: [BoundaryID: BoundaryTable]
  /// Figures of provinces and municipalities of all files.
  private(set) var territories: [EmissionRecord] = []
  private var kept: [SourceTally] = []
  private var dropped: [SourceDrop: [Pollutant?: SourceTally]] = [:]
  /// The file in which a key first occurs.
  private var files: [String] = []

  init(boundary: BoundaryID?, boundaries: [BoundaryID: BoundaryTable]) {
    self.boundary = boundary
    self.boundaries = boundaries
  }

  /// Takes over what a file held; `number` gives the number of a key of the file among all.
  mutating func add(_ reading: SourceReading, number: (Int) -> Int32) {
    for (key, tally) in reading.kept.enumerated() {
      let number = Int(number(key))
      while kept.count <= number {
        kept.append(SourceTally())
        files.append(reading.file)
      }
      kept[number] += tally
    }
    for (reason, tallies) in reading.dropped {
      for (pollutant, tally) in tallies {
        dropped[reason, default: [:]][pollutant, default: SourceTally()] += tally
      }
    }
    territories += reading.territories
  }

  /// The slice that a key's activity belongs to, and under which boundary; `nil` when none.
  private func slice(of key: SourceKey) -> (SectorSlice, BoundaryID)? {
    switch key.activity {
    case .slice(let slice, let boundary): return (slice, boundary)
    case .code(let code):
      guard let boundary, case .slice(let slice)? = boundaries[boundary]?.resolve(code) else {
        return nil
      }
      return (slice, boundary)
    }
  }

  /// The sector in words: ours, or the name of the source's own.
  func label(of key: SourceKey) -> String {
    if let (slice, _) = slice(of: key) { return slice.label }
    if case .code(let code) = key.activity { return code.label }
    return ""
  }

  /// What each key is summed under; a key that the boundary does not place is left out, with a
  /// warning and among what is dropped.
  mutating func entries(
    of keys: SourceKeys
  ) -> (entries: [ZoneTable.Entry?], warnings: [Diagnostic]) {
    var provisional: Set<ZoneTable.Entry> = []
    var warnings: [Diagnostic] = []
    var plain: [ZoneTable.Entry?] = []
    for (number, key) in keys.all.enumerated() {
      guard let (slice, boundary) = slice(of: key) else {
        plain.append(nil)
        guard number < kept.count, kept[number].rows > 0, case .code(let code) = key.activity
        else { continue }
        dropped[.unknownSector(code.label), default: [:]][key.pollutant, default: SourceTally()] +=
          kept[number]
        warnings.append(warning(code, file: files[number]))
        continue
      }
      let entry = ZoneTable.Entry(
        slice: slice, boundary: boundary, pollutant: key.pollutant, year: key.year,
        vintage: key.vintage, provisional: false)
      plain.append(entry)
      if key.provisional { provisional.insert(entry) }
    }
    let entries = plain.map { entry in
      entry.map { provisional.contains($0) ? $0.asProvisional : $0 }
    }
    return (entries, Set(warnings).sorted())
  }

  private func warning(_ code: ActivityCode, file: String) -> Diagnostic {
    let others = boundaries.values.filter { table in
      if case .slice = table.resolve(code) { true } else { false }
    }.map(\.id.rawValue).sorted()
    let name = boundary?.rawValue ?? ""
    return Diagnostic(
      file: file, severity: .warning,
      message: boundary == nil
        ? "policy names no boundary for '\(code.label)': give --boundary; its sources are left out"
        : "boundary '\(name)' does not place '\(code.label)' of classification "
          + "'\(code.classification)'; its sources are left out",
      notes: others.isEmpty ? [] : ["these boundaries place it: \(others.joined(separator: ", "))"])
  }

  /// The account for reports.
  func account(_ entries: [ZoneTable.Entry?]) -> ZoneResult.Account {
    var sums: [ZoneTable.Entry: SourceTally] = [:]
    for (entry, tally) in zip(entries, kept) {
      if let entry { sums[entry, default: SourceTally()] += tally }
    }
    let list = dropped.flatMap { reason, tallies in
      tallies.map { (reason: reason, pollutant: $0.key, tally: $0.value) }
    }.sorted {
      ($0.reason.description, $0.pollutant?.label ?? "")
        < ($1.reason.description, $1.pollutant?.label ?? "")
    }
    return ZoneResult.Account(kept: sums, dropped: list)
  }
}

extension ZoneTable.Entry {
  fileprivate var asProvisional: ZoneTable.Entry {
    ZoneTable.Entry(
      slice: slice, boundary: boundary, pollutant: pollutant, year: year, vintage: vintage,
      provisional: true)
  }
}
