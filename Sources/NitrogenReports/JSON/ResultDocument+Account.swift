// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension ResultDocument {
  mutating func closure() {
    list("closure", result.closure) { $0.write($1) }
  }

  mutating func unresolved() {
    json.objects("unresolved", result.unresolved, .fitting) { json, key in
      json.member("key", key.key.rawValue)
      json.member("policy", key.entry?.citation)
      json.member("neededFor", key.neededFor)
    }
  }

  mutating func findings() {
    list("findings", result.findings) { $0.write($1) }
  }

  mutating func policy() {
    list("assumptions", result.assumptionsInForce) { $0.write($1) }
    json.objects("policyOverrides", result.policy.overrides, .fitting) { json, change in
      json.member("key", change.key.rawValue)
      json.member("earlier", change.earlier.citation)
      json.member("later", change.later.citation)
    }
  }

  private mutating func write(_ check: ClosureCheck) {
    json.beginObject()
    json.member("check", check.kind.rawValue)
    territory(check.territory)
    json.member("dataset", check.dataset)
    json.member("ring", check.ring?.label)
    subject(check.slice, check.pollutant)
    json.member("year", check.year)
    json.member("sumKgPerYear", check.sum.kilogramsPerYear)
    json.member("referenceKgPerYear", check.reference?.kilogramsPerYear)
    json.member("differenceKgPerYear", check.difference?.kilogramsPerYear)
    json.member("differenceFraction", check.relativeDifference?.value)
    json.member("upperBound", check.isUpperBound)
    json.member("complete", check.isComplete)
    json.member("note", check.note)
    json.endObject()
  }

  private mutating func write(_ finding: Finding) {
    json.beginObject()
    json.member("code", finding.code)
    json.member("severity", finding.severity.rawValue)
    json.member("flag", finding.isFlag)
    territory(finding.territory)
    subject(finding.slice, finding.pollutant)
    json.member("target", finding.target)
    json.member("message", finding.message)
    json.endObject()
  }

  private mutating func write(_ entry: PolicyEntry) {
    json.beginObject()
    json.member("key", entry.record.key.rawValue)
    json.key("value")
    value(entry.record.value)
    json.member("unit", entry.record.unit)
    json.member("policy", entry.citation)
    json.member("ambiguity", entry.record.ambiguity)
    json.member("user", entry.isUserAssumption)
    json.member("secondHand", entry.isSecondHand)
    json.member("note", entry.record.note)
    json.endObject()
  }

  private mutating func value(_ value: PolicyValue?) {
    switch value {
    case .number(let number): json.value(number)
    case .band(let low, let high):
      json.beginObject(.fitting)
      json.member("low", low)
      json.member("high", high)
      json.endObject()
    case .numbers(let numbers):
      json.beginArray(.fitting)
      for number in numbers { json.value(number) }
      json.endArray()
    case .text(let text), .date(let text): json.value(text)
    case .list(let list):
      json.beginArray(.fitting)
      for text in list { json.value(text) }
      json.endArray()
    case .flag(let flag): json.value(flag)
    case nil: json.null()
    }
  }
}
