// SPDX-License-Identifier: GPL-3.0-or-later

/// What a figure is about.
public enum Territory: Hashable, Sendable {
  /// The whole country.
  case nation
  /// A province by national code, such as `PV25`.
  case province(code: String)
  /// A municipality by national code, such as `GM0267`.
  case municipality(code: String)
  /// A site with all of its rings.
  case area(AreaCode)
  /// One ring around a site: a zone.
  case ring(AreaCode, Ring)

  /// The word for the kind of territory in every output.
  public var kind: String {
    switch self {
    case .nation: "nation"
    case .province: "province"
    case .municipality: "municipality"
    case .area: "area"
    case .ring: "ring"
    }
  }

  /// The site, where the territory is a site or a ring around one.
  public var area: AreaCode? {
    switch self {
    case .area(let code), .ring(let code, _): code
    case .nation, .province, .municipality: nil
    }
  }

  /// The ring, where the territory is one.
  public var ring: Ring? {
    if case .ring(_, let ring) = self { ring } else { nil }
  }

  /// The national code, where the territory has one.
  public var code: String? {
    switch self {
    case .province(let code), .municipality(let code): code
    case .nation, .area, .ring: nil
    }
  }

  private var kindOrder: Int {
    switch self {
    case .nation: 0
    case .province: 1
    case .municipality: 2
    case .area, .ring: 3
    }
  }
}

extension Territory: Comparable {
  /// Nation, provinces, municipalities, then each site followed by its rings.
  public static func < (left: Territory, right: Territory) -> Bool {
    if left.kindOrder != right.kindOrder { return left.kindOrder < right.kindOrder }
    if let code = left.code, let other = right.code { return code < other }
    guard let area = left.area, let other = right.area else { return false }
    if area != other { return area < other }
    switch (left.ring, right.ring) {
    case (nil, nil): return false
    case (nil, _): return true
    case (_, nil): return false
    case (let ring?, let otherRing?): return ring < otherRing
    }
  }
}
