// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenRuns

/// How zones are drawn around areas.
struct ZoneOptions: ParsableArguments {
  /// The words of policy's `zone.membership.land`.
  enum Membership: String, ExpressibleByArgument, CaseIterable {
    case majority = "parcel-majority"
    case share = "area-share"
    case building = "building-point"
  }

  @Option(
    help: ArgumentHelp(
      "Outlines of areas: GeoPackage, GeoJSON, shapefile, GML; else those that `areas fetch` stored.",
      valueName: "file"),
    completion: .file())
  var outlines: String?

  @Option(
    help: ArgumentHelp(
      "The property of outlines that holds the national number; else nr.", valueName: "property"))
  var areaKey: String?

  @Option(
    help: ArgumentHelp(
      "Outer bounds of the rings, rising, to 25000; else those of policy.",
      valueName: "m,m,..."))
  var rings: String?

  @Option(
    help: ArgumentHelp(
      "What of a parcel counts: parcel-majority, area-share or building-point; else policy's reading.",
      valueName: "reading"))
  var membership: Membership?

  @Option(
    help: ArgumentHelp(
      "Measure distances from this habitat instead of the outline (reading A13).",
      valueName: "file"),
    completion: .file())
  var habitat: String?

  @Flag(
    help: ArgumentHelp(
      "The sources are published figures, such as an inventory's grid: nothing made of them is held back.",
      discussion: "A data package says it by 'stikstof:disclosure' and then counts."))
  var publishedSources = false

  @Option(
    help: ArgumentHelp(
      "How many threads may work; else one for zones, and for the datasets of assess all cores.",
      valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let rings, Self.bounds(rings) == nil {
      throw ValidationError(
        "--rings takes whole metres from 1 to 25000, rising, as in 250,500,1000; found '\(rings)'.")
    }
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads takes 1 to 64, found '\(threads)'.")
    }
  }

  /// Whether any of the options was given that only sources have a use for.
  var isGiven: Bool {
    outlines != nil || areaKey != nil || rings != nil || membership != nil || habitat != nil
      || publishedSources
  }

  /// The bounds that a text like `250,500` lists; `nil` when it lists none.
  static func bounds(_ text: String) -> [Int]? {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    let bounds = pieces.compactMap { $0 }
    guard bounds.count == pieces.count, (try? RingScheme(outerBounds: bounds)) != nil else {
      return nil
    }
    return bounds
  }

  /// The request, with the outlines given.
  func request(outlines: String) -> ZoneRequest {
    var request = ZoneRequest(outlines: outlines)
    request.areaKey = areaKey
    request.habitat = habitat
    request.hasPublishedSources = publishedSources
    request.rings = rings.flatMap(Self.bounds)
    request.membership = membership?.rawValue
    request.threads = threads ?? 1
    return request
  }
}

extension ZoneOptions {
  /// The file of outlines given, or the one that was fetched; `nil` when there is neither.
  func outlinesAtHand(_ setting: RunSetting) throws -> String? {
    if let outlines { return outlines }
    guard let stored = OutlineStore.locate(areasFolder: setting.areasFolder) else { return nil }
    if case .altered = OutlineStore.content(of: stored) {
      throw RunError.cannotRead(
        path: stored,
        reason: "it is not the file that was fetched: fetch it again with `stikstof areas fetch`, "
          + "or name it with --outlines")
    }
    return stored
  }
}

extension ZoneOptions {
  /// How zones are made from sources, where there are outlines.
  func request(
    _ setting: RunSetting, reading: SourceReadingOptions, boundary: BoundaryID?
  ) throws -> ZoneRequest? {
    try outlinesAtHand(setting).map { outlines in
      var request = request(outlines: outlines)
      request.boundary = boundary
      request.reading = reading.options(boundary: boundary)
      return request
    }
  }
}

/// How files of sources are read.
struct SourceReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The layer of a file that has several.", valueName: "name"))
  var layer: String?

  @Option(
    help: ArgumentHelp(
      "Whose sector names the file has, such as er; else ours.", valueName: "id"))
  var classification: String?

  @Option(help: ArgumentHelp("The sector of files without one.", valueName: "sector"))
  var sector: String?

  @Option(help: "The pollutant of files without one.")
  var pollutant: Pollutant?

  @Option(help: ArgumentHelp("The emission year of files without one.", valueName: "year"))
  var year: Int?

  @Option(help: ArgumentHelp("The release of files without one.", valueName: "name"))
  var vintage: String?

  @Option(
    help: ArgumentHelp(
      "A column or field by our name, such as emission_kg_per_yr=NH3_KG; repeatable.",
      valueName: "ours=theirs"))
  var column: [String] = []

  func validate() throws {
    if let year, !(1990...2100).contains(year) {
      throw ValidationError("--year takes a year from 1990 to 2100, found '\(year)'.")
    }
    for text in column where Self.pair(text) == nil {
      throw ValidationError("--column takes OURS=THEIRS, found '\(text)'.")
    }
  }

  private static func pair(_ text: String) -> (String, String)? {
    let pieces = text.split(separator: "=", maxSplits: 1).map(String.init)
    return pieces.count == 2 ? (pieces[0], pieces[1]) : nil
  }

  /// The options, under a boundary where one was asked for.
  func options(boundary: BoundaryID?) -> SourceOptions {
    var options = SourceOptions()
    options.layer = layer
    options.boundary = boundary
    options.classification = classification
    options.sector = sector
    options.pollutant = pollutant
    options.year = year
    options.vintage = vintage.map { Vintage(rawValue: $0) }
    options.columns = Dictionary(column.compactMap(Self.pair), uniquingKeysWith: { $1 })
    return options
  }
}
