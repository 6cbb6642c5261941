// SPDX-License-Identifier: GPL-3.0-or-later

import ExchangeFiles
import NitrogenAssessment
import NitrogenCore
import NitrogenGeography
import NitrogenPages
import NitrogenReports
import NitrogenWords

/// Files for other programs.
extension ReportWork {
  /// The folder they stand in.
  private static let fileFolder = "files"

  /// Writes the files and says what there is to be led to.
  func files(
    _ beside: ReportInputs, to staging: StagingFolder
  ) throws(RunError) -> [ReportFile] {
    let words = Words(request.language)
    let writer = ExchangeWriter(
      Narrator(result, words: words), run: record, outlines: beside.outlines, gnfr: beside.gnfr,
      date: clockSeconds)
    var files: [ExchangeWriter.File]
    do {
      files = try writer.files()
    } catch {
      throw .programFailed("the files for other programs cannot be made: \(error)")
    }
    var json = ""
    JSONFormat().write(result, run: record, to: &json)
    files.append(ExchangeWriter.File(name: "results.json", bytes: Array(json.utf8)))
    var written: [ReportFile] = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      let name = "\(Self.fileFolder)/\(file.name)"
      try staging.put(file.bytes, name)
      written.append(
        ReportFile(
          name: name, title: ExchangePhrase.title(ofFile: file.name, words),
          bytes: file.bytes.count))
    }
    return written
  }
}
