// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension PolicyLibrary {
  /// What somebody probably meant by an unknown key, to be put behind the message; may be empty.
  ///
  /// A key in use whose every part is close counts first; then a pattern that fits but for one
  /// part, whose values are then listed.
  func hint(forKey key: String) -> String {
    let pieces = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let used = Set(packs.flatMap { $0.records.map(\.key.rawValue) })
    let known = used.union(keys.map(\.pattern).filter { !$0.contains("<") })
    let close = known.filter { Self.isClose($0, to: pieces) }
    if let nearest = NearestName.of(key, in: close) { return "; nearest is '\(nearest)'" }
    for definition in keys {
      if let misfit = definition.onlyMisfit(in: pieces) {
        return "; expected '\(definition.pattern)', where \(misfit.place.meaning), not "
          + "'\(misfit.piece)'"
      }
    }
    return ""
  }

  private static func isClose(_ key: String, to pieces: [String]) -> Bool {
    let places = key.split(separator: ".").map(String.init)
    return places.count == pieces.count
      && zip(places, pieces).allSatisfy { NearestName.of($1, in: [$0]) != nil }
  }
}

extension PolicyKeyDefinition {
  /// The one part of a key that keeps it from being one of the pattern; `nil` when there is none,
  /// or more than one.
  fileprivate func onlyMisfit(in pieces: [String]) -> (place: Placeholder, piece: String)? {
    let places = pattern.split(separator: ".").map(String.init)
    guard places.count == pieces.count else { return nil }
    var misfit: (place: Placeholder, piece: String)?
    for (place, piece) in zip(places, pieces) {
      guard let placeholder = Placeholder(rawValue: place) else {
        if place != piece { return nil }
        continue
      }
      guard !placeholder.accepts(piece[...]) else { continue }
      if misfit != nil { return nil }
      misfit = (placeholder, piece)
    }
    return misfit
  }
}

extension PolicyKeyDefinition.Placeholder {
  /// What stands in its place, in words.
  fileprivate var meaning: String {
    switch self {
    case .sector: "<sector> is \(Sector.allCases.map(\.rawValue).asChoice)"
    case .pollutant: "<pollutant> is \(Pollutant.allCases.map(\.label).asChoice)"
    case .year: "<year> is four digits"
    case .ring: "<ring> is a ring such as inside or 0-250"
    case .ambiguity: "<ambiguity> is a code such as A02"
    case .id: "<id> is a name of lower-case letters, digits and '-'"
    }
  }
}
