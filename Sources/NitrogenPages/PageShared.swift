// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenWords

/// What all pages of a report look up, prepared once.
struct PageShared: Sendable {
  let content: ReportContent
  let words: Words
  /// The series of the nation.
  let national: [Assessment]
  /// The series of provinces and municipalities.
  let regional: [Assessment]
  /// The series of each area and its rings, in the order of the result.
  let byArea: [AreaCode: [Assessment]]
  /// The findings on each area and its rings.
  let findings: [AreaCode: [Finding]]
  /// The flags of the latest round on each area and its rings.
  let flags: [AreaCode: [FlagState]]
  /// The areas that have a page.
  let paged: Set<AreaCode>
  /// The account of the run, the same on every page.
  let manifest: String

  init(_ content: ReportContent, language: Language) {
    self.content = content
    words = Words(language)
    let result = content.result
    national = (result.assessments + result.national).filter { $0.territory == .nation }
    regional = result.assessments.filter { $0.territory != .nation && $0.territory.area == nil }
    byArea = result.assessments.reduce(into: [:]) { found, row in
      if let area = row.territory.area { found[area, default: []].append(row) }
    }
    findings = result.findings.reduce(into: [:]) { found, finding in
      if let area = finding.territory?.area { found[area, default: []].append(finding) }
    }
    flags = (content.round?.round.flags ?? []).reduce(into: [:]) { found, flag in
      if let area = flag.key.series.territory.area { found[area, default: []].append(flag) }
    }
    paged = Set(content.areas)
    manifest = ManifestPart(content.record, words: words).html
  }

  var result: AssessmentResult { content.result }

  /// Words about the result as a whole.
  var narrator: Narrator { Narrator(result, words: words) }

  /// Words about an area: what they are looked up in holds the area and the nation only.
  func narrator(of area: AreaCode) -> Narrator {
    let result = content.result
    return Narrator(
      AssessmentResult(
        options: result.options, policy: result.policy, reference: result.reference,
        datasets: result.datasets, assessments: byArea[area] ?? [], joint: [], closure: [],
        unresolved: result.unresolved, findings: findings[area] ?? [], names: result.names,
        national: national, measures: result.measures),
      words: words)
  }

  /// What stands in the attributes of the root element for the script.
  var language: String { words.language.rawValue }
}
