// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What a file of sources held, apart from the sources themselves.
public struct SourceReading: Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The keys that the batches number.
  public let keys: SourceKeys
  /// What was kept, by the number of its key.
  public let kept: [SourceTally]
  /// What is not among the sources, by reason and pollutant.
  public let dropped: [SourceDrop: [Pollutant?: SourceTally]]
  /// Figures of provinces and municipalities that the file also holds.
  public let territories: [EmissionRecord]
  /// How many farms its rows are of; `nil` where the file is not one of farms.
  public let farms: Int?
  /// Errors, warnings and notes, sorted by place.
  public let diagnostics: [Diagnostic]

  /// Whether its rows are of farms, so that public outputs hold neither them nor sums over fewer
  /// farms than may be shown. The names of their rows (`SourceOrigins`) are those of the farms,
  /// and are kept whether they were asked for or not.
  public var isPrivate: Bool { farms != nil }

  /// Whether something is wrong with the file, so that its sources must not be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// What an intake has taken from a file to its end.
  init(_ file: String, _ intake: SourceIntake, _ log: DiagnosticLog, isOfFarms: Bool = false) {
    self.file = file
    keys = intake.keys
    kept = intake.kept
    dropped = intake.dropped
    territories = intake.territories
    farms = isOfFarms ? intake.farms.count : nil
    diagnostics = log.sorted
  }
}

/// Reads files of sources, whatever their format, into one model.
public enum SourceReader {
  /// Reads a file from begin to end, handing on its sources in batches as they come.
  ///
  /// Batches may have been handed on before an error further down is found: look at
  /// ``SourceReading/hasErrors`` before using what was made of them.
  ///
  /// - Parameters:
  ///   - file: the file, as the user names it; its ending says what it is.
  ///   - options: how it is to be read.
  ///   - reference: the boundaries and catalogue against which names are checked.
  ///   - deliver: takes a batch with the keys known so far.
  /// - Returns: what was kept and dropped, and everything found on the way.
  /// - Throws: what `deliver` throws.
  public static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    deliver: @escaping (_ batch: SourceBatch, _ keys: SourceKeys) throws -> Void
  ) throws -> SourceReading {
    var log = DiagnosticLog()
    let isOfFarms = isTable(file) && FarmTable.isOne(file, options: options)
    var intake = SourceIntake(
      keepsOrigins: options.keepsOrigins || isOfFarms, deliver: deliver)
    try read(file, options: options, reference: reference, intake: &intake, log: &log)
    try intake.flush()
    return SourceReading(file, intake, log, isOfFarms: isOfFarms)
  }

  /// Whether a file has an ending that a reader of sources goes by.
  public static func isSupported(_ file: String) -> Bool {
    [
      "csv", "txt", "tsv", "xlsx", "gml", "brn", "gpkg", "geojson", "json", "shp", "asc", "tif",
      "tiff", "fgb",
    ].contains(ending(file))
  }

  /// The ending of a file in lower case.
  private static func ending(_ file: String) -> String {
    file.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  private static func isTable(_ file: String) -> Bool {
    ["csv", "txt", "tsv"].contains(ending(file)) && FileSystem.isFile(file)
  }

  private static func read(
    _ file: String, options: SourceOptions, reference: ReferenceData,
    intake: inout SourceIntake, log: inout DiagnosticLog
  ) throws {
    guard !FileSystem.isFolder(file) else {
      log.error(Place(file: file), "expected a file of sources, found a folder")
      return
    }
    guard FileSystem.isFile(file) else {
      log.error(Place(file: file), "no such file; expected a file of sources")
      return
    }
    switch ending(file) {
    case "csv", "txt", "tsv":
      if FarmTable.isOne(file, options: options) {
        try FarmTable.read(
          file, options: options, reference: reference, intake: &intake, log: &log)
      } else {
        try SourceTable.read(
          file, options: options, reference: reference, intake: &intake, log: &log)
      }
    case "xlsx":
      try InventoryExport.read(
        file, options: options, reference: reference, intake: &intake, log: &log)
    case "gml" where IMAERFile.isOne(file):
      try IMAERFile.read(
        file, options: options, reference: reference, intake: &intake, log: &log)
    case "brn":
      try OPSSources.read(
        file, options: options, reference: reference, intake: &intake, log: &log)
    default:
      try GeodataSources.read(
        file, options: options, reference: reference, intake: &intake, log: &log)
    }
  }
}
