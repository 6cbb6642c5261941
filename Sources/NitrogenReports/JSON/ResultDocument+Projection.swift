// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension ResultDocument {
  /// Where an assessment is heading, or why that cannot be said.
  mutating func projections(_ assessment: Assessment) {
    list("projections", assessment.projections) { $0.write($1) }
    json.key("noProjection")
    guard let reason = assessment.noProjection else {
      json.null()
      return
    }
    json.beginObject(.fitting)
    json.member("code", reason.code)
    json.member("sentence", reason.sentence)
    json.endObject()
  }

  /// The zones of datasets taken together.
  mutating func joint() {
    list("joint", result.joint) { $0.write($1) }
  }

  private mutating func write(_ joint: JointProjection) {
    json.beginObject()
    json.member("dataset", joint.dataset)
    subject(joint.slice, joint.pollutant)
    areas("areas", joint.areas)
    areas("leftOut", joint.leftOut)
    json.member("zoneCorrelation", joint.zoneCorrelation)
    json.member("baselineKgPerYear", joint.baseline.kilogramsPerYear)
    json.key("projection")
    write(joint.projection)
    json.endObject()
  }

  private mutating func areas(_ name: StaticString, _ areas: [AreaCode]) {
    json.key(name)
    json.beginArray(.fitting)
    for area in areas { json.value(area.rawValue) }
    json.endArray()
  }

  private mutating func write(_ projection: Projection) {
    json.beginObject()
    json.member("model", projection.model.rawValue)
    json.member("measureSet", projection.measureSet.rawValue)
    json.member("measures", projection.measures)
    json.member("notes", projection.notes)
    trend(projection.trend)
    json.member("uncertainty", projection.uncertainty.value)
    json.objects("probabilities", projection.probabilities, .line) { json, one in
      json.member("rho", one.rho)
      json.member("given", one.isGiven)
      json.objects("targets", one.targets) { json, target in
        json.member("year", target.year)
        json.member("low", target.low)
        json.member("high", target.high)
        json.member("standardError", target.standardError)
      }
    }
    json.member("fanCorrelation", projection.fanCorrelation)
    json.objects("fan", projection.fan, .line) { json, year in
      json.member("year", year.year)
      json.member("q025", year.reductions[0].value)
      json.member("q16", year.reductions[1].value)
      json.member("q50", year.reductions[2].value)
      json.member("q84", year.reductions[3].value)
      json.member("q975", year.reductions[4].value)
    }
    json.objects("shares", projection.shares, .line) { json, share in
      json.member("year", share.year)
      json.member("parameters", share.parameters)
      json.member("residual", share.residual)
      json.member("measures", share.measures)
      json.member("inventory", share.inventory)
    }
    json.member("draws", projection.draws)
    json.endObject()
  }

  private mutating func trend(_ trend: Projection.Trend?) {
    json.key("trend")
    guard let trend else {
      json.null()
      return
    }
    json.beginObject(.line)
    json.key("years")
    json.beginArray(.fitting)
    for year in trend.years { json.value(year) }
    json.endArray()
    json.member("slope", trend.slope)
    json.member("se", trend.standardError)
    json.member("residual", trend.residual)
    json.member("df", trend.degreesOfFreedom)
    json.endObject()
  }
}
