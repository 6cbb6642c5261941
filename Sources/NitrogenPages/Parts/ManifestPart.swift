// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports
import NitrogenWords

/// The account of a run on a page: program, options and files with their digests, and how to verify.
struct ManifestPart {
  let record: RunRecord
  let words: Words

  init(_ record: RunRecord, words: Words) {
    self.record = record
    self.words = words
  }

  var html: String {
    Markup.make { page in
      page.element("p", text: words(ManifestPhrase.intro))
      page.element("dl", ["class": "facts"]) { page in
        fact(ManifestPhrase.program, "\(record.tool.name) \(record.tool.version)", &page)
        if let command = record.command { fact(.command, command, &page) }
        if !record.arguments.isEmpty {
          fact(.arguments, record.arguments.joined(separator: " "), &page)
        }
        for option in record.options where !Self.text(option.value).isEmpty {
          page.element("div") { page in
            page.element("dt") { $0.element("code", text: option.name) }
            page.element("dd", text: Self.text(option.value))
          }
        }
      }
      page.element("h3", text: words(ManifestPhrase.how))
      page.element("p") { page in
        page.text(words(ManifestPhrase.verify) + " ")
        page.element("code", text: "stikstof verify manifest.json")
      }
      files(&page)
    }
  }

  private func fact(_ name: ManifestPhrase, _ value: String, _ page: inout Markup) {
    page.element("div") { page in
      page.element("dt", text: words(name))
      page.element("dd", text: value)
    }
  }

  private func files(_ page: inout Markup) {
    let policy = record.policy.map { (words(ManifestPhrase.pack), $0.id, $0.file, $0.sha256) }
    let inputs = record.inputs.map {
      (words(ManifestPhrase.input), $0.path, Optional($0.path), $0.sha256)
    }
    let reference = record.reference.map {
      (words(ManifestPhrase.reference), $0.path, Optional($0.path), $0.sha256)
    }
    var table = TableMarkup(
      id: "manifest-files", caption: words(ManifestPhrase.files), classes: "sortable filterable",
      [
        .init(words(ManifestPhrase.kind)), .init(words(ManifestPhrase.file)), .init("SHA-256"),
      ])
    for (kind, name, file, hash) in policy + inputs + reference {
      table.row(
        [
          .text(kind), .head(file.map { $0 == name ? name : "\(name) (\($0))" } ?? name),
          .markup("<code class=\"hash\">\(Markup.escaped(hash))</code>", hash),
        ], classes: kind == words(ManifestPhrase.reference) ? "screen" : nil)
    }
    if table.rowCount > 0 { page.raw(table.html) }
    guard !record.failures.isEmpty else { return }
    page.element("h3", text: words(ManifestPhrase.failures))
    page.element("ul") { page in
      for failure in record.failures {
        page.element("li", text: "\(failure.folder): \(failure.message)")
      }
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let items): items.map(text).joined(separator: ", ")
    case .object(let members): members.map { "\($0.0): \(text($0.1))" }.joined(separator: ", ")
    default: value.text
    }
  }
}
