// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension ResultDocument {
  mutating func write(_ assessment: Assessment) {
    json.beginObject()
    territory(assessment.territory)
    subject(assessment.slice, assessment.pollutant)
    json.member("boundary", assessment.boundary.rawValue)
    json.member("shadow", assessment.isShadow)
    json.member("complete", assessment.isComplete)
    if assessment.isWithheld { json.member("withheld", true) }
    json.member("missing", assessment.missing)
    baseline(assessment.baseline)
    list("series", assessment.series) { $0.write($1) }
    json.objects("path", assessment.path, .fitting) { json, year in
      json.member("year", year.year)
      json.members(year.band)
    }
    json.objects("targets", assessment.targets, .fitting) { json, target in
      json.member("year", target.year)
      json.members(target.band)
      json.member("kind", target.kind.rawValue)
      json.member("policy", target.entry.citation)
      json.member("status", target.entry.record.status.rawValue)
    }
    list("verdicts", assessment.verdicts) { $0.write($1) }
    list("remainingGap", assessment.remainingGap) { $0.write($1) }
    pace(assessment.pace)
    projections(assessment)
    json.member("dataset", assessment.dataset)
    json.member("grade", assessment.grade.rawValue)
    json.member("policy", citations.citations(of: assessment.policyKeys))
    json.member("userAssumptions", citations.userAssumptions(of: assessment.policyKeys))
    json.member("secondHandPolicy", citations.secondHand(of: assessment.policyKeys))
    json.endObject()
  }

  private mutating func baseline(_ baseline: Baseline?) {
    json.key("baseline")
    guard let baseline else {
      json.null()
      return
    }
    json.beginObject(.fitting)
    json.member("year", baseline.year)
    json.member("kgPerYear", baseline.emission.kilogramsPerYear)
    json.member("provenance", baseline.provenance.label)
    json.member("vintage", baseline.vintage.rawValue)
    json.member("rule", baseline.provenance.rule)
    json.endObject()
  }

  private mutating func write(_ year: AssessedYear) {
    let point = year.point
    json.beginObject(.fitting)
    json.member("year", point.year)
    json.member("kgPerYear", point.emission?.kilogramsPerYear)
    json.member("reduction", year.reduction?.value)
    json.member("provenance", point.provenance.label)
    json.member("vintage", point.vintage.rawValue)
    json.member("basis", point.basis.rawValue)
    json.member("provisional", point.provisional)
    if point.basis == .stated {
      json.key("rows")
      json.beginArray(.fitting)
      for row in point.rows { json.value(file: run.shown(row.file), line: row.line) }
      json.endArray()
    } else {
      json.member("rule", point.provenance.rule)
    }
    json.endObject()
  }

  private mutating func write(_ verdict: Verdict) {
    json.beginObject(.fitting)
    json.member("target", verdict.target)
    json.member("status", verdict.status.rawValue)
    json.member("basis", verdict.basis?.rawValue)
    json.member("inherited", verdict.isInherited)
    json.member("flagged", verdict.isFlagged)
    json.member("reasons", verdict.reasons.lazy.map(\.code))
    json.member("probability", verdict.probability)
    json.member("assessedYear", verdict.assessedYear)
    json.member("explanations", verdict.reasons.lazy.map(\.sentence))
    json.key("consequence")
    if let consequence = verdict.consequence {
      json.beginObject(.fitting)
      json.member("name", consequence.name)
      json.member("policy", consequence.entry.citation)
      json.endObject()
    } else {
      json.null()
    }
    json.member("provisional", verdict.isProvisional)
    json.endObject()
  }

  private mutating func write(_ gap: TargetGap) {
    json.beginObject(.fitting)
    json.member("target", gap.target)
    json.key("low")
    write(gap.low)
    json.key("high")
    write(gap.high)
    json.endObject()
  }

  private mutating func write(_ gap: RemainingGap) {
    json.beginObject(.fitting)
    json.member("kgPerYear", gap.emission.kilogramsPerYear)
    json.member("points", gap.share.points)
    json.endObject()
  }

  private mutating func pace(_ pace: Pace) {
    json.key("pace")
    json.beginObject()
    json.member("soFarPerYear", pace.soFar)
    json.key("fit")
    if let fit = pace.fit {
      json.beginObject(.fitting)
      json.member("slope", fit.slope)
      json.member("se", fit.standardError)
      json.member("years", fit.years)
      json.endObject()
    } else {
      json.null()
    }
    json.objects("neededPerYear", pace.needed, .fitting) { json, needed in
      json.member("target", needed.target)
      json.member("low", needed.low)
      json.member("high", needed.high)
    }
    json.endObject()
  }
}
