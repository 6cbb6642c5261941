// SPDX-License-Identifier: GPL-3.0-or-later

public import GeodataFiles
import NitrogenAssessment
import NitrogenCore
public import NitrogenGeography
public import NitrogenReports
public import NitrogenWords

/// A result as a GeoPackage in RD New: areas, rings and verdicts as layers that QGIS shows in the colours
/// and shapes of their status at once.
public struct ResultGeoPackage {
  let narrator: Narrator
  let run: RunRecord
  let outlines: OutlineSet?

  /// Prepares the file.
  ///
  /// - Parameters:
  ///   - narrator: the words, and the result.
  ///   - run: what the run knows about itself.
  ///   - outlines: the outlines at hand; without them areas are points, and rings are left out.
  public init(_ narrator: Narrator, run: RunRecord, outlines: OutlineSet?) {
    self.narrator = narrator
    self.run = run
    self.outlines = outlines
  }

  /// Writes the file.
  ///
  /// - Parameters:
  ///   - path: where; what is there is replaced.
  ///   - date: the moment the file says it was changed, in ISO 8601 with milliseconds and `Z`.
  /// - Throws: `GeodataError` with the words of GDAL.
  public func write(
    to path: String, date: String = "2000-01-01T00:00:00.000Z"
  ) throws(GeodataError) {
    let writer = try GeoPackageWriter(path: path, date: date)
    let series = Dictionary(
      grouping: narrator.result.assessments.filter { $0.territory.area != nil },
      by: { $0.territory.area ?? AreaCode(rawValue: 0) })
    let areas = series.keys.sorted()
    try writeAreas(areas, series, writer)
    let hasRings = try writeRings(areas, series, writer)
    try writeResults(areas, series, writer)
    try writeAbout(writer)
    try writeStyles(writer, hasRings: hasRings, date: date)
    try writer.finish()
  }

  private var words: Words { narrator.words }

  // MARK: - Layers

  private func writeAreas(
    _ areas: [AreaCode], _ series: [AreaCode: [Assessment]], _ writer: GeoPackageWriter
  ) throws(GeodataError) {
    try writer.beginLayer(
      "areas", geometry: outlines == nil ? .points : .multipolygons,
      fields: [
        GeoPackageField("area", .integer), GeoPackageField("name", .text),
        GeoPackageField("provinces", .text), GeoPackageField("surface_ha", .real),
        GeoPackageField("nitrogen_sensitive", .flag), GeoPackageField("status", .text),
        GeoPackageField("status_code", .text), GeoPackageField("inherited", .flag),
        GeoPackageField(StatusCategory.field, .text),
      ], title: words(ExchangePhrase.areasLayer),
      description: words(
        outlines == nil ? ExchangePhrase.areasPointText : ExchangePhrase.areasText))
    for code in areas {
      let area = narrator.result.reference.catalogue[code]
      let whole = (series[code] ?? []).filter { $0.territory.ring == nil && !$0.isShadow }
      let worst = StatusCategory.worst(whole.flatMap(\.verdicts))
      let values: [GeoPackageValue] = [
        .integer(code.rawValue), .text(narrator.name(.area(code))),
        .text((area?.provinces ?? []).joined(separator: ", ")), .init(area?.surface),
        .init(area?.nitrogenSensitive), .init(worst.map { narrator.status($0.status) }),
        .init(worst?.status.rawValue), .init(worst?.isInherited), .init(worst?.value),
      ]
      guard outlines != nil else {
        try writer.add(point: area?.representativePoint, values: values)
        continue
      }
      if let outline = outlines?[code] {
        try writer.add(multipolygon: outline.parts.map(\.rings), values: values)
      } else {
        try writer.add(row: values)
      }
    }
  }

  /// Writes the rings where there are outlines to draw them from, and says whether it did.
  private func writeRings(
    _ areas: [AreaCode], _ series: [AreaCode: [Assessment]], _ writer: GeoPackageWriter
  ) throws(GeodataError) -> Bool {
    guard let outlines else { return false }
    let all = series.values.lazy.flatMap { $0 }.filter { $0.territory.ring != nil && !$0.isShadow }
    let kinds = Set(all.map { SeriesKind($0) }).sorted()
    try writer.beginLayer(
      "rings",
      fields: [
        GeoPackageField("area", .integer), GeoPackageField("name", .text),
        GeoPackageField("ring", .text), GeoPackageField("status", .text),
        GeoPackageField("status_code", .text), GeoPackageField("inherited", .flag),
        GeoPackageField(StatusCategory.field, .text), GeoPackageField("year", .integer),
      ] + kinds.map { GeoPackageField($0.field, .real) },
      title: words(ExchangePhrase.ringsLayer), description: words(ExchangePhrase.ringsText))
    for code in areas {
      guard let outline = outlines[code] else { continue }
      let ofRings = Dictionary(
        grouping: (series[code] ?? []).filter { $0.territory.ring != nil && !$0.isShadow },
        by: { $0.territory.ring ?? .inside })
      let parts = outline.parts.map(\.rings)
      let buffering = Buffering(parts)
      for ring in ofRings.keys.sorted() {
        let members = ofRings[ring] ?? []
        let worst = StatusCategory.worst(members.flatMap(\.verdicts))
        let year = members.flatMap(\.verdicts).compactMap(\.assessedYear).max()
        let emissions = kinds.map { kind in
          let points = members.first { SeriesKind($0) == kind }?.series.map(\.point) ?? []
          return GeoPackageValue(
            points.first { $0.year == year }?.completeEmission?.kilogramsPerYear)
        }
        try writer.add(
          multipolygon: try Self.shape(of: ring, parts, buffering),
          values: [
            .integer(code.rawValue), .text(narrator.name(.area(code))),
            .text(narrator.ring(ring)), .init(worst.map { narrator.status($0.status) }),
            .init(worst?.status.rawValue), .init(worst?.isInherited), .init(worst?.value),
            .init(year),
          ] + emissions)
      }
    }
    return true
  }

  private static func shape(
    of ring: Ring, _ parts: [[[RDPoint]]], _ buffering: Buffering
  ) throws(GeodataError) -> [[[RDPoint]]] {
    switch ring {
    case .inside: parts
    case .band(let from, let to): try buffering.band(from: Double(from), to: Double(to))
    }
  }

  private func writeResults(
    _ areas: [AreaCode], _ series: [AreaCode: [Assessment]], _ writer: GeoPackageWriter
  ) throws(GeodataError) {
    let table = ResultTables(narrator, run: run).standings()
    let columns = table.columns.map { column in
      let kind: GeoPackageField.Kind =
        switch column.kind {
        case .text: .text
        case .integer, .year: .integer
        case .number: .real
        }
      return GeoPackageField(column.key, kind)
    }
    try writer.beginLayer(
      "results", geometry: .points,
      fields: columns + [GeoPackageField(StatusCategory.field, .text)],
      title: words(ExchangePhrase.resultsLayer), description: words(ExchangePhrase.resultsText))
    // The rows of the table are those of the verdicts, in the same order.
    let verdicts = narrator.result.assessments.flatMap { assessment in
      assessment.verdicts.map { (assessment.territory, $0) }
    }
    let catalogue = narrator.result.reference.catalogue
    for (row, (territory, verdict)) in zip(table.rows, verdicts) {
      guard let code = territory.area else { continue }
      try writer.add(
        point: catalogue[code]?.representativePoint,
        values: row.map { GeoPackageValue($0) } + [.text(StatusCategory(verdict).value)])
    }
  }

  private func writeAbout(_ writer: GeoPackageWriter) throws(GeodataError) {
    let about = ResultTables(narrator, run: run).about()
    try writer.beginLayer(
      "about", geometry: .none, fields: about.columns.map { GeoPackageField($0.key, .text) },
      title: words(ExchangePhrase.aboutLayer))
    for row in about.rows { try writer.add(row: row.map { GeoPackageValue($0) }) }
  }

  /// The table by which QGIS finds the look of a layer.
  private func writeStyles(
    _ writer: GeoPackageWriter, hasRings: Bool, date: String
  ) throws(GeodataError) {
    let texts = [
      "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
      "styleQML", "styleSLD",
    ]
    try writer.beginLayer(
      "layer_styles", geometry: .none,
      fields: texts.map { GeoPackageField($0, .text) } + [
        GeoPackageField("useAsDefault", .flag), GeoPackageField("description", .text),
        GeoPackageField("owner", .text), GeoPackageField("ui", .text),
        GeoPackageField("update_time", .moment),
      ], key: "id")
    let areas: LayerStyle.Kind = outlines == nil ? .points : .polygons
    let layers: [(String, LayerStyle.Kind)] =
      [("areas", areas)] + (hasRings ? [("rings", .polygons)] : []) + [("results", .points)]
    for (layer, kind) in layers {
      let style = LayerStyle(kind: kind, narrator: narrator)
      try writer.add(row: [
        .text(""), .text(""), .text(layer), .text("geom"), .text(layer), .text(style.qml),
        .text(style.sld(layer: layer)), .integer(1), .text(words(ExchangePhrase.styleText)),
        .text(run.tool.name), .missing, .text(date),
      ])
    }
  }
}

/// A sector and compound, as a column.
private struct SeriesKind: Hashable, Comparable {
  let slice: SectorSlice
  let pollutant: Pollutant

  init(_ assessment: Assessment) {
    slice = assessment.slice
    pollutant = assessment.pollutant
  }

  var field: String {
    let name = slice.label.map { $0 == "." ? "_" : $0 }
    return String(name) + "_\(pollutant.label.lowercased())_kg_per_yr"
  }

  static func < (left: SeriesKind, right: SeriesKind) -> Bool {
    (left.slice, left.pollutant) < (right.slice, right.pollutant)
  }
}

extension GeoPackageValue {
  /// A number, or nothing.
  init(_ number: Double?) { self = number.map { .real($0) } ?? .missing }

  /// A whole number, or nothing.
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .missing }

  /// A text, or nothing.
  init(_ text: String?) { self = text.map { .text($0) } ?? .missing }

  /// Yes or no, or nothing.
  init(_ flag: Bool?) { self = flag.map { .integer($0 ? 1 : 0) } ?? .missing }

  /// A cell of a table; what is withheld is no value.
  init(_ cell: DataTable.Cell) {
    switch cell {
    case .text(let text): self = .text(text)
    case .integer(let whole): self = .integer(whole)
    case .number(let number): self = .real(number)
    case .missing, .withheld: self = .missing
    }
  }
}
