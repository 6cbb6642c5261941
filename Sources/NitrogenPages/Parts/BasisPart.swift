// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

/// What the figures of a page rest on and what they lack: made and second-hand figures, silence of
/// policy, assumptions of the user and of this project.
struct BasisPart {
  let narrator: Narrator
  /// The series that the page is about.
  let rows: [Assessment]
  /// What else is to be known on the page.
  let findings: [Finding]

  private var words: Words { narrator.words }
  private var result: AssessmentResult { narrator.result }

  /// Items beyond this many are folded away.
  private static let mostShown = 8

  /// Codes of findings that the other lists tell.
  private static let told: Set = [
    "secondHandPolicy", "secondHandData", "policyOverride", "userAssumption",
  ]

  var section: PageSection {
    PageSection(
      anchor: "basis", title: words(BasisPhrase.title), body: html, isBox: true)
  }

  /// A line for the head of the page that leads to the box and says how much is in it; empty where there
  /// is nothing.
  var notice: String {
    let keys = Set(rows.flatMap(\.policyKeys))
    let isMade = datasets.contains { $0.grade == .made }
    let counts: [(BasisPhrase, Int)] = [
      (.restAssumptions, assumptions(keys).count),
      (.restUser, result.policy.all.count(where: \.isUserAssumption)),
    ]
    var rests = counts.filter { $0.1 > 0 }.map { words($0.0, ["n": .count($0.1)]) }
    if !secondHand(keys).isEmpty { rests.append(words(BasisPhrase.restSecondHand)) }
    var sentences = isMade ? [words(BasisPhrase.restsMade)] : []
    if !rests.isEmpty {
      sentences.append(words(BasisPhrase.rests, ["list": .text(words.list(rests))]))
    }
    if !result.unresolved.isEmpty {
      sentences.append(words(BasisPhrase.restOpen, ["n": .count(result.unresolved.count)]))
    }
    guard !sentences.isEmpty else { return "" }
    return Markup.make { page in
      page.element("p", ["class": isMade ? "notice alarm" : "notice"]) { page in
        page.element("a", ["href": "#basis"], text: sentences.joined(separator: " "))
      }
    }
  }

  private var html: String {
    let keys = Set(rows.flatMap(\.policyKeys))
    return Markup.make { page in
      made(&page)
      list(.unresolved, unresolved, count: result.unresolved.count, &page)
      list(.user, result.policy.all.filter(\.isUserAssumption).map { entry($0, keys) }, &page)
      list(.secondHand, secondHand(keys), &page)
      list(.assumptions, assumptions(keys), &page)
      list(.overridden, overrides(keys), &page)
      list(.remarks, remarks, &page)
      if page.isEmpty { page.element("p", text: words(BasisPhrase.nothing)) }
    }
  }

  // MARK: - Lists

  private func made(_ page: inout Markup) {
    let names = datasets.filter { $0.grade == .made }.map(\.title)
    guard !names.isEmpty else { return }
    page.element("p", ["class": "made"]) { page in
      page.text(words(BasisPhrase.made, ["names": .text(words.list(names))]))
    }
  }

  private var datasets: [DatasetSummary] {
    let names = Set(rows.compactMap(\.dataset))
    return result.datasets.filter { names.contains($0.name) }
  }

  /// What policy leaves open: keys that mean the same in one item.
  private var unresolved: [String] {
    let groups = Dictionary(grouping: result.unresolved) { narrator.meaning(of: $0.key) }
    var seen: Set<String> = []
    return result.unresolved.compactMap { key in
      let meaning = narrator.meaning(of: key.key)
      let group = groups[meaning] ?? []
      guard group.count > 1 else { return said(narrator.said(key)) }
      guard seen.insert(meaning).inserted else { return nil }
      let keys = group.map { Self.code($0.key.rawValue) }.joined(separator: ", ")
      return self.meaning(of: key.key) + ": " + keys
    }
  }

  private func secondHand(_ keys: Set<PolicyKey>) -> [String] {
    let packs = Set(
      result.policy.all.filter { $0.isSecondHand && keys.contains($0.record.key) }.map(\.pack))
    let national = Set(
      rows.filter { $0.grade == .secondHand && $0.dataset == nil }.flatMap(Self.releases))
    var lines = result.policy.packs.filter { packs.contains($0.id) }.map { pack in
      Markup.escaped(words(BasisPhrase.pack)) + ": " + said(narrator.said(titleOf: pack))
        + " (\(Self.code(pack.id)))"
    }
    lines += national.sorted().map {
      Markup.escaped(words(BasisPhrase.national, ["release": .text($0)]))
    }
    lines += datasets.filter { $0.grade == .secondHand }.map {
      Markup.escaped("\(words(PagePhrase.dataset)): \($0.title)")
    }
    return lines
  }

  private static func releases(_ row: Assessment) -> [String] {
    row.series.map(\.point.vintage.rawValue)
  }

  private func assumptions(_ keys: Set<PolicyKey>) -> [String] {
    result.policy.all.filter {
      $0.record.status == .assumed && !$0.isUserAssumption && keys.contains($0.record.key)
    }.map { entry($0, keys) }
  }

  /// What a record sets, with a remark where no figure of the page depends on it.
  private func entry(_ entry: PolicyEntry, _ keys: Set<PolicyKey>) -> String {
    let record = entry.record
    var text =
      meaning(of: record.key) + ": <strong>"
      + Markup.escaped(narrator.value(of: record)) + "</strong> " + Self.code(record.key.rawValue)
    if let ambiguity = record.ambiguity { text += " (\(Markup.escaped(ambiguity)))" }
    if !keys.contains(record.key) { text += " – " + Markup.escaped(words(BasisPhrase.unused)) }
    return text
  }

  private func overrides(_ keys: Set<PolicyKey>) -> [String] {
    result.policy.overrides.filter { keys.contains($0.key) }.map { change in
      let values: [String: Words.Value] = [
        "later": .text(narrator.value(of: change.later.record)), "pack": .text(change.later.pack),
        "earlier": .text(narrator.value(of: change.earlier.record)),
        "other": .text(change.earlier.pack),
      ]
      return meaning(of: change.key) + ": "
        + Markup.escaped(words(BasisPhrase.override, values)) + " "
        + Self.code(change.key.rawValue)
    }
  }

  private var remarks: [String] {
    let others = Set(result.datasets.map(\.name)).subtracting(rows.compactMap(\.dataset))
    return findings.filter { finding in
      if case .name(let dataset)? = finding.telling.facts["dataset"], others.contains(dataset) {
        return false
      }
      return finding.severity == .information && !Self.told.contains(finding.code)
    }.map { said(narrator.said($0)) }
  }

  /// What a key means, without the stop at the end of the sentence.
  private func meaning(of key: PolicyKey) -> String {
    guard let meaning = narrator.said(meaningOf: key) else { return Self.code(key.rawValue) }
    let text = meaning.text.hasSuffix(".") ? String(meaning.text.dropLast()) : meaning.text
    return said(Said(text, in: meaning.language))
  }

  private func said(_ said: Said) -> String { Markup.said(said, in: words.language) }

  /// A key or a place in a pack, which may be broken where its parts meet.
  static func code(_ text: String) -> String {
    // A pack and its key each have a line of their own in print.
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return "<code>\(broken(text))</code>" }
    let (pack, key) = (broken("\(parts[0])#"), broken(String(parts[1])))
    return "<code><span>\(pack)</span><span>\(key)</span></code>"
  }

  private static func broken(_ text: String) -> String {
    var html = ""
    for character in Markup.escaped(text) {
      html.append(character)
      if character == "." || character == "/" { html += "<wbr />" }
    }
    return html.hasSuffix("#") ? html + "<wbr />" : html
  }

  // MARK: - Writing

  /// A list with its heading, of which the first items are always seen.
  private func list(
    _ heading: BasisPhrase, _ items: [String], count: Int? = nil, _ page: inout Markup
  ) {
    guard !items.isEmpty else { return }
    page.element("h3", text: words(heading) + " (\(words.count(count ?? items.count)))")
    Self.items(items.prefix(Self.mostShown), &page)
    let rest = items.dropFirst(Self.mostShown)
    guard !rest.isEmpty else { return }
    page.element("details") { page in
      page.element("summary", text: words(BasisPhrase.more, ["n": .count(rest.count)]))
      Self.items(rest, &page)
    }
  }

  private static func items(_ items: ArraySlice<String>, _ page: inout Markup) {
    page.element("ul") { page in
      for item in items { page.element("li") { $0.raw(item) } }
    }
  }
}
