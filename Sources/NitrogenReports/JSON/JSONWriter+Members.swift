// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension JSONWriter {
  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  mutating func member(_ name: StaticString, _ number: Double) {
    key(name)
    value(number)
  }

  /// Text, or null where nothing is known.
  mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// A whole number, or null where nothing is known.
  mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// A number, or null where nothing is known.
  mutating func member(_ name: StaticString, _ number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// A list of texts.
  mutating func member(_ name: StaticString, _ texts: some Sequence<String>) {
    key(name)
    beginArray(.fitting)
    for text in texts { value(text) }
    endArray()
  }

  /// A list with one object an item; `members` writes what stands in it.
  @inline(__always)
  mutating func objects<Items: Sequence>(
    _ name: StaticString, _ items: Items, _ layout: Layout = .lines,
    members: (inout JSONWriter, Items.Element) -> Void
  ) {
    key(name)
    beginArray()
    for item in items {
      beginObject(layout)
      members(&self, item)
      endObject()
    }
    endArray()
  }

  /// Both edges of a band, as members of the object that is open.
  mutating func members(_ band: Band) {
    member("low", band.low.value)
    member("high", band.high.value)
  }
}

extension JSONWriter {
  /// The members of a manifest, into the object that is open.
  ///
  /// - Parameters:
  ///   - run: what the run knows about itself.
  ///   - outputs: whether to name the files written; a file cannot hold its own checksum.
  mutating func members(_ run: RunRecord, outputs: Bool) {
    key("tool")
    beginObject(.fitting)
    member("name", run.tool.name)
    member("version", run.tool.version)
    endObject()
    if outputs, let command = run.command {
      member("command", command)
      member("arguments", run.arguments)
      member("areasFolder", run.areasFolderAsked)
    }
    objects("policy", run.policy, .fitting) { json, pack in
      json.member("id", pack.id)
      json.member("origin", pack.origin.rawValue)
      json.member("file", pack.file)
      json.member("sha256", pack.sha256)
    }
    files("inputs", run.inputs)
    key("options")
    beginObject()
    for (name, option) in run.options {
      key(name)
      value(option, layout: .fitting)
    }
    endObject()
    files("reference", run.reference)
    if outputs { files("outputs", run.outputs) }
    objects("failures", run.failures, .fitting) { json, failure in
      json.member("folder", failure.folder)
      json.member("message", failure.message)
    }
  }

  private mutating func files(_ name: StaticString, _ files: [RunRecord.File]) {
    objects(name, files, .fitting) { json, file in
      json.member("path", file.path)
      json.member("sha256", file.sha256)
    }
  }
}
