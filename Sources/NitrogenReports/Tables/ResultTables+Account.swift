// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension ResultTables {
  /// What the tables are and how to verify them.
  public func about() -> DataTable {
    let vintages = Set(assessments.lazy.flatMap(\.series).map(\.point.vintage.rawValue)).sorted()
    let names = Set(assessments.compactMap(\.dataset))
    let datasets = result.datasets.filter { area == nil || names.contains($0.name) }
    let rows: [(TablePhrase, String)] = [
      (.aboutWhat, words(TablePhrase.aboutWhatText)),
      (.aboutProgram, "\(run.tool.name) \(run.tool.version)"),
      (
        .aboutPolicy,
        words(
          TablePhrase.aboutPolicyText,
          [
            "packs": .text(result.policy.packs.map(\.id).joined(separator: ", ")),
            "date": .text(result.policy.date),
          ])
      ),
      (.aboutReleases, vintages.joined(separator: "; ")),
      (
        .aboutDatasets,
        datasets.map { "\($0.name) (\(narrator.grade($0.grade)))" }.joined(separator: "; ")
      ),
      (.aboutUnits, words(TablePhrase.aboutUnitsText)),
      (
        .aboutEmpty,
        words(
          TablePhrase.aboutEmptyText, ["withheld": .text(words(TablePhrase.withheld))])
      ),
      (.aboutLimits, words(TablePhrase.aboutLimitsText)),
      (.aboutVerify, words(TablePhrase.aboutVerifyText)),
    ]
    return DataTable(
      name: "about", title: words(TablePhrase.about),
      columns: [column("topic", .topicColumn), column("text", .textColumn)],
      rows: rows.filter { !$0.1.isEmpty }.map { [.text(words($0.0)), .text($0.1)] })
  }

  /// The policy records that the figures rest on.
  public func policy() -> DataTable {
    var used: Set<PolicyKey> = []
    for assessment in assessments { used.formUnion(assessment.policyKeys) }
    var table = DataTable(
      name: "policy", title: words(TablePhrase.policy), note: words(TablePhrase.policyNote),
      columns: [
        column("key", .keyColumn), column("meaning", .meaningColumn),
        column("value", .valueColumn), column("unit", .unitColumn),
        column("status", .policyStatusColumn), column("document", .documentColumn),
        column("chapter", .chapterColumn), column("lines", .lineColumn),
        column("pack", .packColumn), column("second_hand", .secondHandColumn),
        column("user", .userColumn), column("note", .noteColumn),
      ])
    for entry in result.policy.all where used.contains(entry.record.key) {
      let record = entry.record
      table.append([
        .text(record.key.rawValue), .text(narrator.meaning(of: record.key)),
        record.value == nil ? .missing : .text(narrator.value(of: record)), .text(record.unit),
        .text(words(status(record.status))), .init(record.reference?.document),
        .init(record.reference?.chapter), .init(lines(record.reference)), .text(entry.pack),
        cell(entry.isSecondHand), cell(entry.isUserAssumption), .init(narrator.note(of: record)),
      ])
    }
    return table
  }

  private func status(_ status: PolicyStatus) -> TablePhrase {
    switch status {
    case .stated: .policyStated
    case .derived: .policyDerived
    case .silent: .policySilent
    case .assumed: .policyAssumed
    }
  }

  /// `L1621` or `L1621-1625`.
  private func lines(_ reference: PolicyReference?) -> String? {
    guard let first = reference?.firstLine else { return nil }
    guard let last = reference?.lastLine, last != first else { return "L\(first)" }
    return "L\(first)-\(last)"
  }

  /// What policy leaves open.
  public func unresolved() -> DataTable {
    var table = DataTable(
      name: "unresolved", title: words(TablePhrase.unresolved),
      note: words(TablePhrase.unresolvedNote),
      columns: [
        column("key", .keyColumn), column("meaning", .meaningColumn),
        column("needed_for", .neededForColumn), column("pack", .packColumn),
        column("document", .documentColumn), column("lines", .lineColumn),
      ])
    for open in result.unresolved {
      let reference = open.entry?.record.reference
      table.append([
        .text(open.key.rawValue), .text(narrator.meaning(of: open.key)),
        .text(narrator.unresolved(open)), .init(open.entry?.pack), .init(reference?.document),
        .init(lines(reference)),
      ])
    }
    return table
  }

  /// The files that were read, with their SHA-256.
  public func sources() -> DataTable {
    var table = DataTable(
      name: "sources", title: words(TablePhrase.sources), note: words(TablePhrase.sourcesNote),
      columns: [
        column("kind", .kindColumn), column("file", .fileColumn), column("sha256", .sha256Column),
      ])
    for pack in run.policy {
      table.append([
        .text(words(TablePhrase.sourcePolicy)), .text(pack.file ?? pack.id), .text(pack.sha256),
      ])
    }
    for (kind, files) in [
      (TablePhrase.sourceReference, run.reference), (.sourceInput, run.inputs),
    ] {
      for file in files {
        table.append([.text(words(kind)), .text(file.path), .text(file.sha256)])
      }
    }
    return table
  }
}
