// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData
import NitrogenReports

extension RunRecord {
  /// The record of files made for OPS.
  init(
    ops request: OPSRequest, boundary: BoundaryID?, arguments: [String], files: [String],
    setting: RunSetting
  ) throws(RunError) {
    let more = request.characteristics
    let stack = more.stack
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    let receptors: JSONValue =
      switch request.receptors {
      case nil: .null
      case .centres: .string("centres")
      case .file(let path): .string(path)
      }
    self.init(
      tool: .this, command: "ops", arguments: arguments,
      areasFolderAsked: nil, areasFolder: setting.areasFolder,
      policy: try Self.packs(setting, SettingRequest()),
      reference: try Self.reference(
        setting, more: ["\(setting.areasFolder)/\(OPSCategories.file)"]),
      inputs: try Self.files(files),
      options: [
        ("boundary", boundary.map { .string($0.rawValue) } ?? .null),
        ("brnVersion", .integer(request.version.rawValue)),
        ("height", .number(more.height)),
        ("heatContent", number(more.heatContent)),
        ("diameter", .number(more.size)),
        ("spread", .number(more.spread)),
        ("stackDiameter", number(stack?.diameter)),
        ("exitVelocity", number(stack?.velocity)),
        ("exitTemperature", number(stack?.temperature)),
        ("diurnalVariation", .integer(more.diurnalVariation)),
        ("country", .integer(more.area)),
        ("pieces", .number(request.pieces)),
        (
          "categories",
          .array(
            request.categories.sorted { $0.key < $1.key }.map { .string("\($0.key)=\($0.value)") })
        ),
        ("category", request.category.map { .integer($0) } ?? .null),
        ("receptors", receptors),
      ])
  }
}
