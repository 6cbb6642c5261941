// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports

/// What a run notes down of a dataset it has finished, beside the result itself.
struct FinishedDataset: Equatable {
  /// The digest of everything the result rests on.
  let key: String
  /// The name of the file of the result.
  let file: String
  /// The digest of that file.
  let sha256: String
  /// Its lines of `flags.csv`.
  let flags: String

  /// The note as text.
  var text: String {
    JSONValue.object([
      ("key", .string(key)), ("file", .string(file)), ("sha256", .string(sha256)),
      ("flags", .string(flags)),
    ]).text
  }

  init(key: String, file: String, sha256: String, flags: String) {
    self.key = key
    self.file = file
    self.sha256 = sha256
    self.flags = flags
  }

  /// Reads a note; `nil` where it is none.
  init?(_ bytes: [UInt8]) {
    guard let note = try? JSONReader.read(bytes), let key = note["key"]?.text,
      let file = note["file"]?.text, let sha256 = note["sha256"]?.text,
      let flags = note["flags"]?.text
    else { return nil }
    self.init(key: key, file: file, sha256: sha256, flags: flags)
  }
}
