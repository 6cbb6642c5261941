// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// What the figures above rest on and what they lack, in a box.
  mutating func caveats() {
    var box = TextBox(width: width)
    unresolved(in: &box)
    secondHand(in: &box)
    user(in: &box)
    assumptions(in: &box)
    overrides(in: &box)
    remarks(in: &box)
    guard !box.isEmpty else { return }
    title("What these figures rest on")
    for line in box.lines(colour: colour) { self.line(Inked(line)) }
  }

  private func unresolved(in box: inout TextBox) {
    let keys = result.unresolved
    guard !keys.isEmpty else { return }
    box.heading("UNRESOLVED: policy is silent, nothing is computed", keys.count)
    var lines: [(cause: String, keys: [String])] = []
    for key in keys {
      let source = key.entry.map { "silent in \($0.pack)" } ?? "in no pack"
      let cause = "\(source); needed for \(key.neededFor)"
      if lines.last?.cause == cause {
        lines[lines.count - 1].keys.append(key.key.rawValue)
      } else {
        lines.append((cause, [key.key.rawValue]))
      }
    }
    for line in lines.prefix(40) {
      box.item("\(line.keys.joined(separator: ", ")): \(line.cause)")
    }
    box.more(lines.count - 40)
  }

  private func secondHand(in box: inout TextBox) {
    let packs = result.policy.packs.filter(\.isSecondHand)
    let datasets = result.datasets.filter { $0.grade != .official }
    let national = Set(
      result.assessments.filter { $0.dataset == nil && $0.grade != .official }
        .flatMap { row in row.vintages.map { "national figures of \($0)" } }
    ).sorted()
    let count = packs.count + datasets.count + national.count
    guard count > 0 else { return }
    let isMade = result.datasets.contains { $0.grade == .made }
    let title = isMade ? "SECOND-HAND OR MADE" : "SECOND-HAND"
    box.heading("\(title): not checked against the original", count)
    for pack in packs.prefix(20) { box.item("policy pack \(pack.id): \(pack.title)") }
    for name in national.prefix(20) { box.item(name) }
    for dataset in datasets.prefix(20) {
      box.item("dataset \(dataset.name) (\(dataset.grade.rawValue)): \(dataset.title)")
    }
    box.more(max(0, packs.count - 20) + max(0, datasets.count - 20) + max(0, national.count - 20))
  }

  private func user(in box: inout TextBox) {
    let used = Set(result.assessments.flatMap(\.policyKeys))
    let entries = result.policy.all.filter(\.isUserAssumption)
    guard !entries.isEmpty else { return }
    box.heading("ASSUMPTIONS OF THE USER", entries.count)
    for entry in entries.prefix(40) {
      let unused = used.contains(entry.record.key) ? "" : " (no figure depends on it)"
      box.item(text(entry) + unused)
    }
    box.more(entries.count - 40)
  }

  private func assumptions(in box: inout TextBox) {
    let entries = result.assumptionsInForce.filter { !$0.isUserAssumption }
    guard !entries.isEmpty else { return }
    box.heading("ASSUMPTIONS IN FORCE: readings of what the text leaves open", entries.count)
    for entry in entries.prefix(40) { box.item(text(entry)) }
    box.more(entries.count - 40)
  }

  /// `reading.A02 = lower, stikstof-readings (A02)`.
  private func text(_ entry: PolicyEntry) -> String {
    var value = Shown.value(entry.record.value)
    let unit = entry.record.unit
    if !["", "none", "year", "count"].contains(unit) { value += " \(unit)" }
    let ambiguity = entry.record.ambiguity.map { " (\($0))" } ?? ""
    return "\(entry.record.key) = \(value), \(entry.pack)\(ambiguity)"
  }

  private func overrides(in box: inout TextBox) {
    let overrides = result.policy.overrides
    guard !overrides.isEmpty else { return }
    box.heading("OVERRIDDEN", overrides.count)
    for change in overrides.prefix(20) {
      let earlier = Shown.value(change.earlier.record.value)
      let later = Shown.value(change.later.record.value)
      let values = earlier == later ? "same value" : "\(later) instead of \(earlier)"
      box.item("\(change.later.citation) over \(change.earlier.pack): \(values)")
    }
    box.more(overrides.count - 20)
  }

  /// Findings that none of the other sections tells.
  private func remarks(in box: inout TextBox) {
    let told: Set = ["secondHandPolicy", "secondHandData", "policyOverride", "userAssumption"]
    let findings = result.findings.filter {
      $0.severity == .information && !told.contains($0.code)
    }
    guard !findings.isEmpty else { return }
    box.heading("REMARKS", findings.count)
    for finding in findings.prefix(20) { box.item(finding.message) }
    box.more(findings.count - 20)
  }
}

/// Text in a frame of double lines.
struct TextBox {
  private let width: Int
  private var content: [Inked] = []

  init(width: Int) {
    self.width = width
  }

  var isEmpty: Bool { content.isEmpty }

  /// The columns between the frame and the spaces beside it.
  private var inner: Int { width - 4 }

  mutating func heading(_ text: String, _ count: Int) {
    if !content.isEmpty { content.append("") }
    content += "\(text) (\(count))".wrapped(to: inner).map { Inked($0, .bold) }
  }

  mutating func item(_ text: String) {
    for (index, line) in text.wrapped(to: inner - 4).enumerated() {
      content.append(Inked((index == 0 ? "  " : "    ") + line))
    }
  }

  mutating func more(_ count: Int) {
    if count > 0 { content.append(Inked("  … and \(Shown.count(count)) more", .dim)) }
  }

  func lines(colour: Bool) -> [String] {
    let edge = String(repeating: "═", count: width - 2)
    let body = content.map { line in
      let space = String(repeating: " ", count: max(0, inner - line.displayWidth))
      return "║ \(line.text(colour: colour))\(space) ║"
    }
    return ["╔\(edge)╗"] + body + ["╚\(edge)╝"]
  }
}
