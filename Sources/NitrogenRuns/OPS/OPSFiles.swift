// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData

/// Files for OPS under way: sources as they come, put into the file of their substance, year and
/// release.
final class OPSFiles {
  /// What the sources of one file have in common.
  struct Group: Hashable {
    let pollutant: Pollutant
    let year: Int
    let vintage: Vintage
  }

  /// A file under way.
  struct Part {
    let group: Group
    var conversion: OPSConversion
    /// What went into it.
    var kept = SourceTally()
    /// Whether some of it is provisional.
    var isProvisional = false
    /// The file so far.
    var text: [UInt8] = []
  }

  /// The files, in the order in which they were begun.
  private(set) var parts: [Part] = []
  /// What has no category, and the file in which it first occurs.
  private(set) var withoutCategory: [Activity: (file: String, tally: SourceTally)] = [:]
  /// The names of sectors that the user gave a category and that occur.
  private(set) var named: Set<String> = []
  private let request: OPSRequest
  private let categories: OPSCategories
  private var positions: [Group: Int] = [:]
  /// By the number of a key of the file at hand: the part and the category.
  private var routes: [(part: Int, category: Int)?] = []

  init(_ request: OPSRequest, categories: OPSCategories) {
    self.request = request
    self.categories = categories
  }

  /// Begins another file of sources, whose keys are numbered anew.
  func beginFile() { routes = [] }

  /// Takes in a batch.
  func add(_ batch: SourceBatch, keys: SourceKeys, file: String) throws(OPSError) {
    for key in keys.all[routes.count...] { routes.append(route(of: key)) }
    var unknown = batch.unknown.makeIterator()
    var next = unknown.next()
    for row in batch.key.indices {
      let isUnknown = next == Int32(row)
      if isUnknown { next = unknown.next() }
      let emission = isUnknown ? nil : batch.emission[row]
      let number = Int(batch.key[row])
      guard let route = routes[number] else {
        withoutCategory[keys.all[number].activity, default: (file, SourceTally())].tally.add(
          emission)
        continue
      }
      parts[route.part].kept.add(emission)
      guard let emission else { continue }
      try parts[route.part].conversion.add(
        batch.shape(row), emission: EmissionRate(kilogramsPerYear: emission),
        category: route.category)
    }
    for part in parts.indices { try write(part) }
  }

  /// Puts the sources made since the last time into the text of their file.
  private func write(_ part: Int) throws(OPSError) {
    var text = ""
    if parts[part].text.isEmpty { OPSFile.writeHead(request.version, to: &text) }
    let sources = parts[part].conversion.take()
    try OPSFile.writeRecords(sources, version: request.version, to: &text)
    parts[part].text += text.utf8
  }

  private func route(of key: SourceKey) -> (part: Int, category: Int)? {
    guard let category = category(of: key.activity) else { return nil }
    let group = Group(pollutant: key.pollutant, year: key.year, vintage: key.vintage)
    let part = positions[group] ?? begin(group)
    if key.provisional { parts[part].isProvisional = true }
    return (part, category)
  }

  private func begin(_ group: Group) -> Int {
    positions[group] = parts.count
    parts.append(
      Part(
        group: group,
        conversion: OPSConversion(
          group.pollutant, characteristics: request.characteristics, pieces: request.pieces)))
    return parts.count - 1
  }

  private func category(of activity: Activity) -> Int? {
    if let asked = request.categories[Self.label(of: activity)] {
      named.insert(Self.label(of: activity))
      return asked
    }
    return categories[activity] ?? request.category
  }

  /// The name of a sector, as the user may give it.
  static func label(of activity: Activity) -> String {
    switch activity {
    case .slice(let slice, _): slice.label
    case .code(let code): code.label
    }
  }
}

extension OPSFiles.Group: Comparable {
  /// By substance, year and release.
  static func < (left: Self, right: Self) -> Bool {
    (left.pollutant.label, left.year, left.vintage) < (
      right.pollutant.label, right.year, right.vintage
    )
  }
}
