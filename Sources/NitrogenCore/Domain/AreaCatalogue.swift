// SPDX-License-Identifier: GPL-3.0-or-later

/// A province: code, name and the slug its dataset goes by.
public struct Province: Hashable, Sendable {
  /// The national code, such as `PV25`.
  public let code: String
  /// The official name.
  public let name: String
  /// The name in lower case without marks, as used in file names.
  public let slug: String

  /// Makes a province.
  public init(code: String, name: String, slug: String) {
    self.code = code
    self.name = name
    self.slug = slug
  }
}

/// All Natura 2000 sites, the provinces, and the policy names for groups of sites.
public struct AreaCatalogue: Sendable {
  /// The sites, by ascending number.
  public let areas: [Area]
  /// The policy names.
  public let aliases: [AreaAlias]
  /// The provinces, by code.
  public let provinces: [Province]
  private let index: [AreaCode: Int]

  /// Makes a catalogue; sites are sorted by number.
  public init(areas: [Area], aliases: [AreaAlias], provinces: [Province]) {
    self.areas = areas.sorted { $0.code < $1.code }
    self.aliases = aliases
    self.provinces = provinces.sorted { $0.code < $1.code }
    var index: [AreaCode: Int] = [:]
    for (position, area) in self.areas.enumerated() { index[area.code] = position }
    self.index = index
  }

  /// The site of a number, or `nil` when there is none.
  public subscript(code: AreaCode) -> Area? { index[code].map { areas[$0] } }

  /// The sites that a name or number stands for: an alias, a site's name, or its number.
  ///
  /// - Returns: an empty list when nothing answers to the name.
  public func areas(named text: String) -> [Area] {
    let wanted = text.lowercased()
    if let number = Int(text) {
      return self[AreaCode(rawValue: number)].map { [$0] } ?? []
    }
    if let alias = aliases.first(where: { $0.name.lowercased() == wanted }) {
      return alias.areas.compactMap { self[$0] }
    }
    return areas.filter { $0.name.lowercased() == wanted }
  }
}
