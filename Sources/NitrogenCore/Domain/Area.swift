// SPDX-License-Identifier: GPL-3.0-or-later

/// The national number of a Natura 2000 site.
public struct AreaCode: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number itself.
  public let rawValue: Int

  /// Makes a code from the national number.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Whether the left comes before the right in every listing.
  public static func < (left: AreaCode, right: AreaCode) -> Bool { left.rawValue < right.rawValue }
}

extension AreaCode: CustomStringConvertible {
  /// The text shown to people.
  public var description: String { String(rawValue) }
}

/// A designated Natura 2000 site (*gebied*).
public struct Area: Hashable, Sendable {
  /// The national number.
  public let code: AreaCode
  /// The official name.
  public let name: String
  /// Birds Directive, Habitats Directive or both: `VR`, `HR`, `VR+HR`; `nil` when not known.
  public let directive: String?
  /// The provinces it lies in, largest share first; empty for areas at sea.
  public let provinces: [String]
  /// Its size in ha, water included; `nil` when not known.
  public let surface: Double?
  /// A point inside its largest part in RD New (EPSG:28992), in metres.
  public let representativePoint: RDPoint?
  /// Whether it is designated as nitrogen-sensitive; `nil` when not known.
  public let nitrogenSensitive: Bool?
  /// Whether the national deposition monitor computes deposition for it.
  public let inDepositionMonitor: Bool?
  /// The row of the catalogue it comes from.
  public let origin: RowReference

  /// Makes an area from its catalogue row.
  public init(
    code: AreaCode, name: String, directive: String?, provinces: [String], surface: Double?,
    representativePoint: RDPoint?, nitrogenSensitive: Bool?, inDepositionMonitor: Bool?,
    origin: RowReference
  ) {
    self.code = code
    self.name = name
    self.directive = directive
    self.provinces = provinces
    self.surface = surface
    self.representativePoint = representativePoint
    self.nitrogenSensitive = nitrogenSensitive
    self.inDepositionMonitor = inDepositionMonitor
    self.origin = origin
  }
}

/// A point in RD New (EPSG:28992), in metres.
public struct RDPoint: Hashable, Sendable {
  /// Easting in metres.
  public let x: Double
  /// Northing in metres.
  public let y: Double

  /// Makes a point from RD metres.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A name that policy uses for several sites, such as Peel.
public struct AreaAlias: Hashable, Sendable {
  /// The name in policy.
  public let name: String
  /// The sites it stands for.
  public let areas: [AreaCode]
  /// How sure the reading is: stated in a document or assumed.
  public let status: PolicyStatus
  /// Why these sites.
  public let note: String?

  /// Makes an alias.
  public init(name: String, areas: [AreaCode], status: PolicyStatus, note: String?) {
    self.name = name
    self.areas = areas
    self.status = status
    self.note = note
  }
}
