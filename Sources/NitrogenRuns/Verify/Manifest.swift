// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports

/// A manifest as read: what a run read, how, and what it wrote.
struct Manifest {
  /// The program that wrote it.
  let tool: RunRecord.Tool
  let command: String
  let arguments: [String]
  let areasFolder: String?
  let policy: [RunRecord.PolicyFile]
  let inputs: [RunRecord.File]
  let options: ManifestOptions
  let reference: [RunRecord.File]
  let outputs: [RunRecord.File]
  /// The digest of itself that it ends in.
  let seal: String
  /// The whole file.
  let bytes: [UInt8]
}
