// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension ResultDocument {
  mutating func closure() {
    json.key("closure")
    json.beginArray()
    for check in result.closure {
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
    json.endArray()
  }

  mutating func unresolved() {
    json.key("unresolved")
    json.beginArray()
    for key in result.unresolved {
      json.beginObject(.fitting)
      json.member("key", key.key.rawValue)
      json.member("policy", key.entry?.citation)
      json.member("neededFor", key.neededFor)
      json.endObject()
    }
    json.endArray()
  }

  mutating func findings() {
    json.key("findings")
    json.beginArray()
    for finding in result.findings {
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
    json.endArray()
  }

  mutating func policy() {
    json.key("assumptions")
    json.beginArray()
    for entry in result.assumptionsInForce {
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
    json.endArray()
    json.key("policyOverrides")
    json.beginArray()
    for change in result.policy.overrides {
      json.beginObject(.fitting)
      json.member("key", change.key.rawValue)
      json.member("earlier", change.earlier.citation)
      json.member("later", change.later.citation)
      json.endObject()
    }
    json.endArray()
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
