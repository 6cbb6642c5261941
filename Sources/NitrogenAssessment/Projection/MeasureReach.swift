// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Which part of a series' territory lies in the scope of a measure.
struct MeasureReach: Sendable {
  /// How scope and territory lie to each other.
  enum Answer: Hashable {
    /// The measure works in this territory: that of the series, or a ring of its area.
    case within(Territory)
    /// They have nothing to do with each other.
    case apart
    /// They have, but how much is not known.
    case left(MeasureNote.Reason)
  }

  private let codes: [String: String]
  private let provinces: [AreaCode: [String]]

  init(catalogue: AreaCatalogue) {
    let codes = Dictionary(
      catalogue.provinces.map { ($0.name, $0.code) }, uniquingKeysWith: { first, _ in first })
    self.codes = codes
    self.provinces = Dictionary(
      catalogue.areas.map { ($0.code, $0.provinces) }, uniquingKeysWith: { first, _ in first })
  }

  /// How the scope of a measure lies to the territory of a series.
  func of(_ scope: Territory, on territory: Territory) -> Answer {
    if scope == territory { return .within(territory) }
    switch (scope, territory) {
    case (.nation, _): return .within(territory)
    case (_, .nation): return .left(.smallerTerritory)
    case (.province(let code), .area(let area)), (.province(let code), .ring(let area, _)):
      let names = provinces[area] ?? []
      guard names.contains(where: { codes[$0] == code }) else { return .apart }
      return names.count == 1 ? .within(territory) : .left(.severalProvinces(names))
    case (.area(let area), .province(let code)), (.ring(let area, _), .province(let code)):
      let names = provinces[area] ?? []
      return names.contains { codes[$0] == code } ? .left(.smallerTerritory) : .apart
    case (.province, .municipality), (.municipality, .province): return .left(.unknownOverlap)
    case (.area(let area), .ring(let other, _)): return area == other ? .within(territory) : .apart
    case (.ring(let other, _), .area(let area)): return area == other ? .within(scope) : .apart
    case (.ring(let area, let ring), .ring(let other, let otherRing)):
      return area == other && ring.overlaps(otherRing) ? .left(.unknownOverlap) : .apart
    case (.province, .province), (.municipality, _), (_, .municipality), (.area, .area):
      return .apart
    }
  }

  /// The scopes whose measures work on all of a territory: itself and those that hold it.
  func holders(of territory: Territory) -> [Territory] {
    var holders: [Territory] = [territory]
    if let area = territory.area {
      if territory.ring != nil { holders.append(.area(area)) }
      let names = provinces[area] ?? []
      if names.count == 1, let code = codes[names[0]] { holders.append(.province(code: code)) }
    }
    if territory != .nation { holders.append(.nation) }
    return holders
  }
}
