// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import NitrogenCore
import NitrogenGeography
import NitrogenReports

/// Zones made from sources, written or taken as a dataset.
public enum ZoneDataset {
  /// Whether a text can be the name of a dataset.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "_"),
      first != UInt8(ascii: ".")
    else { return false }
    return text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte
        || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
  }

  /// Writes a data package with its tables, and a manifest, all or none.
  ///
  /// - Parameters:
  ///   - run: the zones.
  ///   - path: the folder; one that an earlier run of this command wrote is overwritten.
  ///   - name: the name of the dataset; `nil` for that of the folder.
  ///   - grade: how close to the publisher the sources are; `nil` for what their data packages say.
  /// - Returns: the paths of the files, and whether zones of an earlier run stood there.
  /// - Throws: ``RunError/outputIsDataset(_:)`` when the folder holds a dataset of another making,
  ///   ``RunError/cannotWrite(path:reason:)``.
  public static func write(
    _ run: ZoneRun, to path: String, name: String?, grade: SourceGrade?
  ) throws(RunError) -> (paths: [String], replaced: Bool) {
    let figures = run.result.territories.contains { $0.territory != .nation }
    guard !run.result.table.rows.isEmpty || figures else { throw RunError.emptyDataset(path) }
    let replaced = isOurs(path)
    var folder = try OutputFolder(path: path, mayHoldDataset: replaced)
    let sources = run.result.sources.map { ($0 as NSString).lastPathComponent }
    let heading = ZonePackage.Heading(
      name: name ?? slug(path), title: "Zones made from \(sources.joined(separator: ", "))",
      grade: grade ?? run.grade, disclosure: run.disclosure)
    var outputs: [RunRecord.File] = []
    let files =
      run.isPublic && run.disclosure == .protected
      ? ZonePackage.publicFiles(run.result, heading: heading, withholding: run.withheldZones)
      : ZonePackage.files(run.result, heading: heading)
    for file in files {
      let bytes = Array(file.text.utf8)
      try folder.stage(bytes, as: file.name)
      outputs.append(RunRecord.File(path: file.name, sha256: FileHash.sha256(of: bytes)))
    }
    try folder.stage(
      ManifestDocument.bytes(
        try run.record(heading: heading).with(outputs: outputs), digest: { FileHash.sha256(of: $0) }
      ),
      as: "manifest.json")
    return (try folder.commit(), replaced)
  }

  /// The name of a file, without its ending, or of a folder as the name of a dataset.
  static func slug(_ path: String) -> String {
    let name = (FileSystemProbe.realPath(path) as NSString).lastPathComponent as NSString
    let last = (FileSystemProbe.isFile(path) ? name.deletingPathExtension : name as String)
      .lowercased()
    let kept = String(last.map { isName("a\($0)") ? $0 : "-" })
    return isName(kept) ? kept : "zones-\(kept)"
  }

  /// Whether what a folder holds was written by this command, by its manifest.
  private static func isOurs(_ path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: path + "/manifest.json"),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let outputs = manifest["outputs"] as? [[String: Any]]
    else { return false }
    return outputs.contains { $0["path"] as? String == "datapackage.json" }
  }
}

extension Dataset {
  /// Zones made from sources as a dataset, without writing it.
  ///
  /// - Parameters:
  ///   - zones: the zones.
  ///   - name: the name of the dataset.
  init(zones: ZoneRun, name: String) {
    let result = zones.result
    let origin = RowReference(file: result.sources.first ?? "", line: 1)
    let records = ZoneGrid(result.table).rows.map { row in
      EmissionRecord(
        territory: .ring(row.area, row.ring),
        activity: .slice(row.entry.slice, boundary: row.entry.boundary),
        pollutant: row.entry.pollutant, year: row.entry.year, emission: row.sum.emission,
        vintage: row.entry.vintage, provisional: row.entry.provisional, origin: origin,
        sources: row.sum.farms, disclosure: zones.disclosure)
    }
    let territories = result.territories.filter { $0.territory != .nation }
    let names = Dictionary(
      territories.compactMap { record in
        record.territory.code.map { (record.territory, result.groupNames[$0] ?? $0) }
      }, uniquingKeysWith: { first, _ in first })
    self.init(
      name: name, title: "Zones made from \(result.sources.joined(separator: ", "))",
      folder: result.sources.first ?? "", grade: zones.grade, boundary: nil,
      records: records + territories, names: names,
      files: zones.files)
  }
}
