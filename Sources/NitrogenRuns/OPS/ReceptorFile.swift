// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData
import NitrogenReports

/// The file of receptors for OPS.
struct ReceptorFile {
  /// Its name in the folder.
  static let name = "receptors.rcp"

  /// Its content.
  let bytes: [UInt8]
  /// What is in it.
  let account: OPSAccount.Receptors

  /// Makes the file; `nil` when none is wanted, or with the reason in the intake.
  init?(
    _ receptors: OPSRequest.Receptors?, _ setting: RunSetting, _ intake: inout OPSIntake
  ) throws(RunError) {
    var places: [(name: String, place: RDPoint)] = []
    var withoutPlace: [AreaCode] = []
    let file: String
    switch receptors {
    case nil: return nil
    case .centres:
      file = setting.areasFolder
      for area in setting.reference.catalogue.areas {
        guard let point = area.representativePoint else {
          withoutPlace.append(area.code)
          continue
        }
        // The number first, as OPS keeps only the beginning of a name.
        places.append(("\(area.code)_\(area.name)", point))
      }
    case .file(let path):
      file = path
      let reading = OPSReceptorTable.read(path)
      intake.diagnostics += reading.diagnostics
      guard let found = reading.value else { return nil }
      places = found
      intake.files.append(path)
    }
    var text = ""
    do throws(OPSError) {
      try OPSReceptors.write(places, to: &text)
    } catch {
      throw RunError.unusableSource(file: file, reason: error.description)
    }
    bytes = Array(text.utf8)
    let beginnings = Dictionary(grouping: places) {
      Array($0.name.utf8.prefix(OPSReceptors.nameLength))
    }
    account = OPSAccount.Receptors(
      name: Self.name, count: places.count, withoutPlace: withoutPlace,
      alike: beginnings.values.reduce(0) { $0 + ($1.count > 1 ? $1.count : 0) })
  }
}
