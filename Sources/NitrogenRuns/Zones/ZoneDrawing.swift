// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenReports

/// The zones as the user and policy want them drawn, ready for questions.
struct ZoneDrawing: Sendable {
  let index: ZoneIndex
  let membership: ZoneMembership
  /// Of each area of the index, the groups it is in.
  let groups: [[Int]]
  /// The codes of the provinces that the groups are.
  let groupNames: [String]
  let names: [AreaCode: String]
  let account: ZoneResult.Drawing
  /// The files read.
  let files: [String]

  /// Reads outlines and policy.
  static func read(
    _ request: ZoneRequest, setting: RunSetting
  ) throws(RunError) -> (drawing: ZoneDrawing?, diagnostics: [Diagnostic]) {
    let scheme = try scheme(request, setting.policy)
    let membership = try membership(request, setting.policy)
    try checkOrigin(request, setting.policy)
    var options = OutlineOptions()
    if let key = request.areaKey { options.areaKey = key }
    let catalogue = setting.reference.catalogue
    let site = OutlineReader.read(request.outlines, options: options, catalogue: catalogue)
    let habitat = request.habitat.map {
      OutlineReader.read($0, options: options, catalogue: catalogue)
    }
    let diagnostics = site.diagnostics + (habitat?.diagnostics ?? [])
    guard let sites = site.value, habitat == nil || habitat?.value != nil else {
      return (nil, diagnostics)
    }
    var wanted = sites.areas
    if !request.areas.isEmpty {
      if let absent = request.areas.first(where: { !sites.areas.contains($0) }) {
        throw RunError.noOutline(area: absent.rawValue, file: request.outlines)
      }
      wanted = sites.areas.filter(request.areas.contains)
    }
    var without: [AreaCode] = []
    var pairs: [(AreaCode, Outline)] = []
    for area in wanted {
      if let outline = (habitat?.value ?? sites)[area] {
        pairs.append((area, outline))
      } else {
        without.append(area)
      }
    }
    let set: OutlineSet
    do throws(GeographyError) {
      set = try OutlineSet(pairs)
    } catch {
      throw RunError.cannotRead(path: request.outlines, reason: error.description)
    }
    let provinces = setting.reference.catalogue.provinces
    let own = set.areas.map { area in
      setting.reference.catalogue[area]?.provinces.first.flatMap { name in
        provinces.firstIndex { $0.name == name }
      }
    }
    let drawing = ZoneDrawing(
      index: ZoneIndex(outlines: set, scheme: scheme), membership: membership,
      groups: own.map { $0.map { [$0] } ?? [] },
      groupNames: provinces.prefix((own.compactMap { $0 }.max() ?? -1) + 1).map(\.code),
      names: Dictionary(
        set.areas.map { ($0, setting.reference.catalogue[$0]?.name ?? "area \($0)") },
        uniquingKeysWith: { first, _ in first }),
      account: ZoneResult.Drawing(
        outlines: request.outlines, habitat: request.habitat, withoutHabitat: without,
        membership: membership, ringsOfPolicy: request.rings == nil),
      files: [request.outlines] + (request.habitat.map { [$0] } ?? []))
    return (drawing, diagnostics)
  }

  /// Whether the origin of distances that policy reads is at hand.
  private static func checkOrigin(
    _ request: ZoneRequest, _ policy: Policy
  ) throws(RunError) {
    guard request.habitat == nil else { return }
    switch policy.text("reading.A13") {
    case "site-boundary": return
    case nil:
      throw RunError.unresolved(
        key: "reading.A13", why: "no pack says where distances are measured from")
    case let origin?:
      throw RunError.unresolved(
        key: "reading.A13", why: "it says '\(origin)': give its outlines with --habitat")
    }
  }

  private static func scheme(
    _ request: ZoneRequest, _ policy: Policy
  ) throws(RunError) -> RingScheme {
    let bounds = request.rings ?? policy.numbers("zone.rings")?.map { Int($0) }
    guard let bounds else {
      throw RunError.unresolved(
        key: "zone.rings", why: "no pack says which rings: give --rings")
    }
    do throws(GeographyError) {
      return try RingScheme(outerBounds: bounds)
    } catch {
      throw RunError.unusableRings(error.description)
    }
  }

  private static func membership(
    _ request: ZoneRequest, _ policy: Policy
  ) throws(RunError) -> ZoneMembership {
    let key: PolicyKey = "zone.membership.land"
    guard let reading = request.membership ?? policy.text(key) else {
      throw RunError.unresolved(
        key: key.rawValue, why: "no pack says which parcels are in a zone: give --membership")
    }
    switch reading {
    case "area-share": return .share
    case "building-point": return .middle
    case "parcel-majority":
      guard let least = policy.number("zone.membership.majority"), (0...1).contains(least) else {
        throw RunError.unresolved(
          key: "zone.membership.majority", why: "no pack says how much of a parcel is most of it")
      }
      return .majority(least)
    default:
      throw RunError.unresolved(
        key: key.rawValue, why: "its value '\(reading)' is not one this program can switch to")
    }
  }
}

extension ZoneMembership {
  /// The reading in words, as in policy.
  var label: String {
    switch self {
    case .share: "area-share"
    case .middle: "building-point"
    case .majority(let least): "parcel-majority \(least)"
    }
  }
}
