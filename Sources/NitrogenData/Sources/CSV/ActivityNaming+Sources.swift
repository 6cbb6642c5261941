// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension ActivityNaming {
  /// Works out how the sectors of a file of sources are named; `nil`, with the reason in the log,
  /// when the options do not fit.
  init?(
    _ options: SourceOptions, file: String, reference: ReferenceData,
    log: inout DiagnosticLog
  ) {
    let ids = reference.boundaries.keys.map(\.rawValue).sorted()
    if let id = options.boundary, reference.boundaries[id] == nil {
      log.error(
        Place(file: file),
        "unknown boundary '\(id)'\(NearestName.hint(id.rawValue, in: ids)); expected "
          + ids.asChoice)
      return nil
    }
    if let classification = options.classification {
      let known = Set(reference.boundaries.values.flatMap(\.map.keys)).sorted()
      guard known.contains(classification) else {
        log.error(
          Place(file: file),
          "unknown classification '\(classification)'"
            + "\(NearestName.hint(classification, in: known)); expected \(known.asChoice)")
        return nil
      }
      self = .codes(classification: classification, boundary: options.boundary)
      return
    }
    guard let boundary = options.boundary else {
      log.error(
        Place(file: file),
        "nothing says by which boundary the sectors of the file are delimited; name one: "
          + ids.asChoice)
      return nil
    }
    self = .sectors(boundary)
  }
}
