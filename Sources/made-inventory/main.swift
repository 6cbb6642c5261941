// SPDX-License-Identifier: GPL-3.0-or-later

// Writes a made-up national inventory of point sources to standard output, as `sources` CSV:
// made-inventory OUTLINES ROWS SEED [YEAR,YEAR...] [AREAS-FOLDER] [PROVINCES-FOLDER]
//
// Around every area the sources of a ring add up to the published zone figure of that ring, and
// those of a neighbour's ring beside; what is left of the national total lies where no figure is
// about, or anywhere for sectors without figures. The same seed makes the same bytes.

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NumericMethods

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("made-inventory: error: \(message)\n".utf8))
  exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count >= 4, let rows = Int(arguments[2]), rows > 0, let seed = UInt64(arguments[3])
else { fail("say OUTLINES ROWS SEED [YEAR,YEAR...] [AREAS-FOLDER] [PROVINCES-FOLDER]") }
let years = (arguments.count > 4 ? arguments[4] : "2019,2023").split(separator: ",").compactMap {
  Int($0)
}
guard !years.isEmpty, rows >= 1000 * years.count else { fail("say a year, and 1000 rows for each") }
let areasFolder = arguments.count > 5 ? arguments[5] : "Areas"
let provinces = arguments.count > 6 ? arguments[6] : "Fixtures/provinces"

let reference = ReferenceDataReader.read(areasFolder: areasFolder)
guard let known = reference.value else {
  fail("cannot read \(areasFolder): \(reference.diagnostics.first?.text ?? "")")
}
let outlines = OutlineReader.read(arguments[1], catalogue: known.catalogue)
guard let set = outlines.value else {
  fail("cannot read \(arguments[1]): \(outlines.diagnostics.first?.text ?? "")")
}

let figures = DatasetReader.folders(in: provinces).flatMap { folder -> [EmissionRecord] in
  guard let dataset = DatasetReader.read(folder: folder, reference: known).value else {
    fail("cannot read \(folder)")
  }
  return dataset.records.filter { $0.territory.ring != nil && $0.emission != nil }
}
let plan = MadePlan(
  figures: figures, inventory: known.inventory, boundaries: known.boundaries,
  sources: rows / years.count)
var maker = SourceMaker(set: set, plan: plan, seed: seed, years: years)
maker.write()
