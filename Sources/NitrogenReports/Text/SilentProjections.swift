// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// What has no projection of its own, said once for everything that lacks it alike.
struct SilentProjections {
  /// Places that show the nation's projections since they have no local series.
  struct Inherited {
    /// How many places, why, and from where.
    let heading: String
    /// The nation's assessments.
    let nations: [Assessment]
  }

  /// What shows the nation's.
  let inherited: [Inherited]
  /// What shows nothing, a line a reason.
  let lines: [String]

  private struct Kind: Hashable {
    let slice: SectorSlice
    let pollutant: Pollutant
    let boundary: BoundaryID
    let code: String
    let isInherited: Bool
  }

  /// Sorts out what is silent.
  ///
  /// - Parameters:
  ///   - rows: assessments without a projection, each with a reason; rings are left out.
  ///   - result: the result they are part of.
  init(_ rows: [Assessment], in result: AssessmentResult) {
    var order: [Kind] = []
    var byKind: [Kind: [Assessment]] = [:]
    let lookup = NationLookup(result)
    for row in rows where row.territory.ring == nil {
      // Only what is inherited depends on the boundary.
      let boundary =
        row.isInherited
        ? lookup.row(behind: row)?.boundary ?? row.indexBoundary(in: result.policy)
        : BoundaryID(rawValue: "")
      let kind = Kind(
        slice: row.slice, pollutant: row.pollutant, boundary: boundary,
        code: row.noProjection?.code ?? "", isInherited: row.isInherited)
      if byKind[kind] == nil { order.append(kind) }
      byKind[kind, default: []].append(row)
    }
    var headings: [String] = []
    var nations: [String: [Assessment]] = [:]
    var reasons: [String] = []
    var lines: [String: [String]] = [:]
    for kind in order {
      guard let rows = byKind[kind], let first = rows.first else { continue }
      let nation = kind.isInherited ? lookup.row(behind: first) : nil
      if let nation, !nation.projections.isEmpty {
        let heading =
          "\(Self.places(rows, in: result)) · undetermined: \(Shown.words(ofCode: kind.code)) · "
          + "the nation's, boundary \(nation.boundary)"
        if nations[heading] == nil { headings.append(heading) }
        nations[heading, default: []].append(nation)
      } else {
        let reason = "no probability, \(Shown.words(ofCode: kind.code))"
        if lines[reason] == nil { reasons.append(reason) }
        lines[reason, default: []].append(
          "\(first.subject) of \(Self.places(rows, in: result))"
            + (kind.isInherited ? " (inherited from the nation, which has none)" : ""))
      }
    }
    self.inherited = headings.map { Inherited(heading: $0, nations: nations[$0] ?? []) }
    self.lines = reasons.map { "\($0): \((lines[$0] ?? []).joined(separator: "; "))" }
  }

  /// `12 provinces, 119 areas`; a few places by name.
  private static func places(_ rows: [Assessment], in result: AssessmentResult) -> String {
    let places = Set(rows.map(\.territory)).sorted()
    if places.count <= 3 { return places.map(result.name(of:)).joined(separator: ", ") }
    let kinds = [
      ("nation", "national row", "national rows"), ("province", "province", "provinces"),
      ("municipality", "municipality", "municipalities"), ("area", "area", "areas"),
    ]
    return kinds.compactMap { kind, one, many in
      let count = Set(rows.lazy.filter { $0.territory.kind == kind }.map(\.territory)).count
      return count == 0 ? nil : Shown.count(count, one, many)
    }.joined(separator: ", ")
  }
}
