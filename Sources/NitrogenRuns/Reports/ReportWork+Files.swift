// SPDX-License-Identifier: GPL-3.0-or-later

import ExchangeFiles
import NitrogenAssessment
import NitrogenCore
import NitrogenGeography
import NitrogenPages
import NitrogenReports
import NitrogenWords
import Synchronization

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
    let pieces: [@Sendable () throws -> [ExchangeWriter.File]] =
      writer.pieces + [
        {
          var json = ""
          JSONFormat().write(result, run: record, to: &json)
          return [ExchangeWriter.File(name: "results.json", bytes: Array(json.utf8))]
        }
      ]
    let made = Mutex([ExchangeWriter.File]())
    try Workers.run(pieces.count, threads: request.threads, progress: nil) {
      (number) throws(RunError) in
      do {
        let files = try pieces[number]()
        made.withLock { $0 += files }
      } catch {
        throw .programFailed("the files for other programs cannot be made: \(error)")
      }
    }
    let files = made.withLock { $0 }
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
